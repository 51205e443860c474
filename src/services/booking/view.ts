import { beginOf, bookableOn, clockText, datesAhead, nextFree, slotsOn, stillOpen } from '@/domain/booking/slots'
import type { ContactAsked, OpenSlot } from '@/domain/booking/types'
import { localDate, type Calendar } from '@/domain/clocks'
import { formatQueryWord, formatReceipt } from '@/domain/matter/receipt'
import { findRow } from '@/db/rows'
import { say } from '@/domain/words'
import { idOf } from '@/lib/idOf'
import { wordsOf } from '@/lib/wordsOf'
import { now } from '@/lib/clock'
import type { Booking } from '@/payload-types'
import { queryWordOf } from '@/services/matters/secrets'
import { openServices } from '@/services/site/content/services'
import { SLUG } from '@/slugs'
import { counterByCode, counterById, groundOf, openCounters, type Counter, type Here } from './counters'
import type { BookingSession } from './session'

export type CounterView = Pick<Counter, 'code' | 'name' | 'address' | 'note' | 'phone'> & { path: string }
export type DayView = { date: string; /** Noon of it, for wording. */ at: number; path: string; left: number; open: boolean; current: boolean }
export type SlotView = { date: string; at: number; minute: number; time: string; until: string; left: number; path: string }

export const bookPath = (code: string, query: Record<string, string | undefined> = {}): string => {
  const asked = new URLSearchParams(Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))).toString()
  return `/book/${encodeURIComponent(code)}${asked ? `?${asked}` : ''}`
}

const viewOf = ({ code, name, address, note, phone }: Counter): CounterView => ({ code, name, path: bookPath(code), ...(address ? { address } : {}), ...(note ? { note } : {}), ...(phone ? { phone } : {}) })

const digits = (minute: number): string => clockText(minute).replace(':', '')

type Link = { counter: string; item: string | undefined; calendar: Calendar }

/** A slot as it is offered, with the address that chooses it. */
const slotView = ({ date, minute, length, left }: OpenSlot, { counter, item, calendar }: Link): SlotView =>
  ({ date, at: beginOf({ date, minute }, calendar), minute, time: clockText(minute), until: clockText(minute + length), left, path: bookPath(counter, { item, day: date, at: digits(minute) }) })

/** Counters that take bookings, for the page where one chooses; those of one guide when it names any. */
export const counterList = async (here: Here): Promise<CounterView[]> => (await openCounters(here)).map(viewOf)

/** Whether anything can be booked. */
export const hasCounters = async (here: Here): Promise<boolean> => (await openCounters(here)).length > 0

const itemOf = async (here: Here, code: string | undefined): Promise<{ code: string; name: string; path: string } | undefined> => {
  const [row] = code ? await openServices(here, { code: { equals: code } }) : []
  return row && { code: row.code, name: row.name, path: `/services/${encodeURIComponent(row.code)}` }
}

export type ChooseView = { counter: CounterView; item?: { code: string; name: string; path: string }; contact: ContactAsked; keepDays: number; days: DayView[]; day?: string; slots: SlotView[]; chosen?: SlotView; next: SlotView[]; /** The wish was full, or is no longer given. */ gone: boolean }

const MOST_NEXT = 4
const NOON = 720

type Asked = { item?: string | undefined; day?: string | undefined; minute?: number | undefined }

type Days = Map<string, OpenSlot[]>

const hasPlace = (slots: readonly OpenSlot[]): boolean => slots.some(({ left }) => left > 0)

const daysOf = (open: Days, day: string | undefined, link: Link): DayView[] =>
  [...open].map(([date, slots]) => ({
    date, at: beginOf({ date, minute: NOON }, link.calendar), path: bookPath(link.counter, { item: link.item, day: date }), left: slots.reduce((sum, { left }) => sum + left, 0), open: hasPlace(slots), current: date === day,
  }))

type Wished = { date: string; minute: number }

const wishOf = ({ day, minute }: Asked): Wished | undefined => (day === undefined || minute === undefined ? undefined : { date: day, minute })

const given = (open: Days, { date, minute }: Wished): OpenSlot | undefined => (open.get(date) ?? []).find((slot) => slot.minute === minute && slot.left > 0)

type Finding = { open: Days; next: (wish: Wished) => OpenSlot[]; view: (slot: OpenSlot) => SlotView }

/** The slot that was wished for; where it is gone, the next free ones instead. */
const wishedOf = (wish: Wished | undefined, { open, next, view }: Finding): Pick<ChooseView, 'chosen' | 'next' | 'gone'> => {
  const chosen = wish && given(open, wish)
  if (chosen) return { chosen: view(chosen), next: [], gone: false }
  return wish ? { next: next(wish).map(view), gone: true } : { next: [], gone: false }
}

/** The page of a counter: its days, the slots of one, and the slot that was chosen. A wish that is gone comes with the next free ones. Errors: `notFound`. */
export const chooseView = async (here: Here, code: string, asked: Asked): Promise<ChooseView> => {
  const counter = await counterByCode(here, code)
  const [at, item] = [now(), await itemOf(here, asked.item)]
  const { rules, taken } = await groundOf({ payload: here.payload }, counter, localDate(at, counter.rules.calendar))
  const link: Link = { counter: code, item: item?.code, calendar: rules.calendar }
  const open: Days = new Map(datesAhead(rules, at).filter((date) => slotsOn(rules, date).length > 0).map((date) => [date, bookableOn(rules, { date, now: at, taken })]))
  const day = asked.day && open.has(asked.day) ? asked.day : [...open].find(([, slots]) => hasPlace(slots))?.[0]
  const wished = wishedOf(wishOf(asked), { open, next: (wish) => nextFree(rules, { wished: wish, now: at, taken, most: MOST_NEXT }), view: (slot) => slotView(slot, link) })
  return {
    counter: viewOf(counter), ...(item ? { item } : {}), contact: counter.contact, keepDays: counter.keepDays, days: daysOf(open, day, link), ...(day ? { day } : {}), slots: (open.get(day ?? '') ?? []).map((slot) => slotView(slot, link)), ...wished,
  }
}

export type BookedView = {
  code: string
  word?: string
  state: Booking['state']
  counter?: CounterView
  item?: { name: string; path: string }
  at: number
  time: string
  until: string
  hasContact: boolean
  /** The counter is closed then: whoever booked chooses another slot. */
  closed: boolean
  past: boolean
  next: SlotView[]
  revision: number
}

const itemNamed = async ({ payload, lang }: Here, id: string | undefined): Promise<{ item?: { name: string; path: string } }> => {
  const row = id ? await findRow({ payload }, SLUG.services, { where: { id: { equals: id } } }) : undefined
  return row ? { item: { name: say(wordsOf(row.name), lang), path: `/services/${encodeURIComponent(row.code)}` } } : {}
}

/** A booking as whoever opened it sees it, with free slots near it. */
export const bookedView = async (here: Here, row: Booking, session: BookingSession): Promise<BookedView> => {
  const counter = await counterById(here, idOf(row.counter))
  const at = now()
  const ground = counter && (await groundOf({ payload: here.payload }, counter, localDate(at, counter.rules.calendar)))
  const past = counter ? row.date < localDate(at, counter.rules.calendar) : false
  const free = ground && row.state === 'booked' && !past ? nextFree(ground.rules, { wished: row, now: at, taken: ground.taken, most: MOST_NEXT * 2 }) : []
  return {
    code: formatReceipt(row.code), ...(session.wordUntil > at ? { word: formatQueryWord(queryWordOf(row.idempotencyKey)) } : {}), state: row.state, ...(counter ? { counter: viewOf(counter) } : {}), ...(await itemNamed(here, idOf(row.item))),
    at: beginOf(row, here.model.calendar), time: clockText(row.minute), until: clockText(row.minute + row.length), hasContact: Boolean(row.keyId), closed: ground ? !stillOpen(ground.rules, row) : false, past,
    next: counter ? free.map((slot) => slotView(slot, { counter: counter.code, item: undefined, calendar: counter.rules.calendar })) : [], revision: row.revision,
  }
}

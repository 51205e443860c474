import type { Payload, Where } from 'payload'
import { findRow, findRows, type RowRequest } from '@/db/rows'
import { slotKey } from '@/domain/booking/slots'
import type { BookingRules, Closing, ContactAsked } from '@/domain/booking/types'
import type { Calendar } from '@/domain/clocks/types'
import { DomainError } from '@/domain/errors'
import { say, type Lang } from '@/domain/words'
import { idOf } from '@/lib/idOf'
import { wordsOf } from '@/lib/wordsOf'
import type { Booking, ServiceCounter } from '@/payload-types'
import type { OfficeModel } from '@/services/structure/load'
import { calendarOf } from '@/services/structure/calendarOf'
import { SLUG } from '@/slugs'
import { phoneOf, type Phone } from '@/services/site/phones'

export type Here = { payload: Payload; model: OfficeModel; lang: Lang }

/** A counter as people see it, and how it may be booked. */
export type Counter = {
  id: string
  code: string
  name: string
  address?: string
  note?: string
  phone?: Phone
  unit?: string
  contact: ContactAsked
  keepDays: number
  active: boolean
  rules: Omit<BookingRules, 'closings'>
}

const weekOf = (row: ServiceCounter, calendar: Calendar): Calendar['week'] => {
  const own = row.week && typeof row.week === 'object' && Object.values(row.week).some((spans) => Array.isArray(spans) && spans.length > 0)
  return own ? calendarOf({ week: row.week, timeZone: calendar.timeZone, calendarYears: [] } as never, []).week : calendar.week
}

/** Times of a counter go by the office's calendar, with the counter's own week where it has one. */
const rulesOf = (row: ServiceCounter, calendar: Calendar): Counter['rules'] => ({
  calendar: { ...calendar, week: weekOf(row, calendar) }, slotMinutes: row.slotMinutes, capacity: row.capacity, leadMinutes: row.leadMinutes, horizonDays: row.horizonDays, active: row.active !== false,
})

const counterOf = ({ model, lang }: Pick<Here, 'model' | 'lang'>, row: ServiceCounter): Counter => {
  const [phone, unit] = [phoneOf(row.phone), idOf(row.unit)]
  const [address, note] = [say(wordsOf(row.address), lang), say(wordsOf(row.note), lang)]
  return {
    id: row.id, code: row.code, name: say(wordsOf(row.name), lang), contact: row.contact, keepDays: row.keepDays, active: row.active !== false, rules: rulesOf(row, model.calendar),
    ...(address ? { address } : {}), ...(note ? { note } : {}), ...(phone ? { phone } : {}), ...(unit ? { unit } : {}),
  }
}

const own = (model: OfficeModel): Where => ({ office: { equals: model.office.id } })

/** Every counter of the office, in their order, closed ones too. */
export const allCounters = async (here: Here): Promise<Counter[]> =>
  (await findRows({ payload: here.payload }, SLUG.serviceCounters, { where: own(here.model), sort: ['order', 'code'] })).map((row) => counterOf(here, row))

/** Counters that take bookings. */
export const openCounters = async (here: Here): Promise<Counter[]> => (await allCounters(here)).filter(({ active }) => active)

/** A counter by its code, whether it takes bookings now or not. Errors: `notFound`. */
export const counterByCode = async (here: Here, code: string, req: RowRequest = { payload: here.payload }): Promise<Counter> => {
  const row = await findRow(req, SLUG.serviceCounters, { where: { and: [own(here.model), { code: { equals: code } }] } })
  if (!row) throw new DomainError('notFound')
  return counterOf(here, row)
}

/** A counter by its id; undefined when it was removed. */
export const counterById = async (here: Here, id: string | undefined): Promise<Counter | undefined> => {
  const row = id ? await findRow({ payload: here.payload }, SLUG.serviceCounters, { where: { and: [own(here.model), { id: { equals: id } }] } }) : undefined
  return row && counterOf(here, row)
}

/** Stretches from a date on for which a counter is closed for once. */
export const closingsOf = async (req: RowRequest, counter: string, from: string): Promise<(Closing & { id: string; reason: string })[]> =>
  (await findRows(req, SLUG.closings, { where: { and: [{ counter: { equals: counter } }, { date: { greater_than_equal: from } }] }, sort: ['date', 'from', 'id'] }))
    .map(({ id, date, from: begin, to, reason }) => ({ id, date, from: begin, to, reason }))

/** States in which a booking holds its place. */
export const HOLDS_PLACE = ['booked', 'called', 'done'] as const

/** The bookings of a counter from a date on that hold a place. */
export const heldFrom = (req: RowRequest, counter: string, from: string): Promise<Booking[]> =>
  findRows(req, SLUG.bookings, { where: { and: [{ counter: { equals: counter } }, { date: { greater_than_equal: from } }, { state: { in: [...HOLDS_PLACE] } }] }, sort: ['date', 'minute', 'id'] })

/** How many places of each slot are taken, by `slotKey`. */
export const takenOf = (bookings: readonly Pick<Booking, 'date' | 'minute'>[]): Map<string, number> => {
  const taken = new Map<string, number>()
  for (const booking of bookings) taken.set(slotKey(booking), (taken.get(slotKey(booking)) ?? 0) + 1)
  return taken
}

/** Everything that decides whether a slot of a counter may be booked, from a date on. */
export const groundOf = async (req: RowRequest, counter: Counter, from: string): Promise<{ rules: BookingRules; taken: Map<string, number> }> => ({
  rules: { ...counter.rules, closings: await closingsOf(req, counter.id, from) },
  taken: takenOf(await heldFrom(req, counter.id, from)),
})

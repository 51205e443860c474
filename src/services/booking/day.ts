import type { PayloadRequest } from 'payload'
import { findRow, findRows, insertRow, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { clockText, slotsOn, stillOpen } from '@/domain/booking/slots'
import type { Closing } from '@/domain/booking/types'
import { localDate } from '@/domain/clocks'
import { dayNumber } from '@/domain/clocks/calendar'
import { DomainError } from '@/domain/errors'
import { formatReceipt } from '@/domain/matter/receipt'
import { cleanLine } from '@/domain/matter/text'
import { idOf } from '@/lib/idOf'
import type { Booking } from '@/payload-types'
import { appendAudit } from '@/services/audit/append'
import type { Desk } from '@/services/desk/desk'
import { decryptContact, type ContactCipher } from '@/services/matters/contact'
import { SLUG } from '@/slugs'
import { allCounters, closingsOf, HOLDS_PLACE, type Counter } from './counters'
import { tellClosed } from './messages'
import { countOne } from './tally'

/** One booking of a day's list. The name is masked until it was called. */
export type DayBooking = { id: string; revision: number; code: string; name: string; phone?: string; item: string; state: 'booked' | 'called' | 'done'; /** Nobody can be told but by the code: no contact was left. */ reachable: boolean }
export type DaySlot = { time: string; until: string; bookings: DayBooking[]; capacity: number }
export type DayView = {
  counters: { code: string; name: string; current: boolean }[]
  counter?: { code: string; name: string; address?: string }
  date: string
  today: string
  slots: DaySlot[]
  tally: { came: number; missed: number; cancelled: number }
  closings: { id: string; from: string; to: string; reason: string }[]
  /** Booked, and the counter is closed then: who must be told. */
  affected: (DayBooking & { time: string })[]
}

const needRight = (desk: Desk): void => {
  if (!desk.holds('booking.run')) throw new DomainError('notAllowed')
}

const isDate = (text: string): boolean => {
  try {
    return dayNumber(text) > 0
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}

const shown = (row: Booking): { name: string; phone?: string } => {
  if (row.state === 'called' && row.keyId) {
    const { name = '', phone } = decryptContact(row.id, { keyId: row.keyId, cipher: (row.cipher ?? {}) as ContactCipher })
    return { name, ...(phone ? { phone } : {}) }
  }
  const masked = (row.masked ?? {}) as { name?: string; phone?: string }
  return { name: masked.name ?? '', ...(masked.phone ? { phone: masked.phone } : {}) }
}

const lineOf = (row: Booking, items: ReadonlyMap<string, string>): DayBooking =>
  ({ id: row.id, revision: row.revision, code: formatReceipt(row.code), ...shown(row), item: items.get(idOf(row.item) ?? '') ?? '', state: row.state as DayBooking['state'], reachable: Boolean(row.keyId) })

const itemsOf = async (desk: Desk, rows: readonly Booking[]): Promise<Map<string, string>> => {
  const ids = [...new Set(rows.flatMap(({ item }) => idOf(item) ?? []))]
  const found = ids.length === 0 ? [] : await findRows({ payload: desk.payload }, SLUG.services, { where: { id: { in: ids } } })
  return new Map(found.map(({ id, name }) => [id, desk.say(name as never)]))
}

const EMPTY_TALLY = { came: 0, missed: 0, cancelled: 0 }

const slotsFor = (counter: Counter, { date, rows, closings, items }: { date: string; rows: readonly Booking[]; closings: readonly Closing[]; items: ReadonlyMap<string, string> }): DaySlot[] => {
  const open = slotsOn({ ...counter.rules, closings }, date)
  const starts = [...new Map([...open, ...rows.map(({ minute, length }) => ({ date, minute, length }))].map((slot) => [slot.minute, slot])).values()].sort((one, other) => one.minute - other.minute)
  return starts.map(({ minute, length }) => ({
    time: clockText(minute), until: clockText(minute + length), capacity: open.some((slot) => slot.minute === minute) ? counter.rules.capacity : 0,
    bookings: rows.filter((row) => row.minute === minute).map((row) => lineOf(row, items)),
  }))
}

/** The list of one counter on one day, and nothing beyond it: there is no list of people. Errors: `notAllowed`. */
export const dayView = async (desk: Desk, asked: { counter?: string | undefined; date?: string | undefined }): Promise<DayView> => {
  needRight(desk)
  const counters = await allCounters(desk)
  const counter = counters.find(({ code }) => code === asked.counter) ?? counters[0]
  const today = localDate(desk.now, desk.model.calendar)
  const date = asked.date && isDate(asked.date) ? asked.date : today
  const base = { counters: counters.map(({ code, name }) => ({ code, name, current: code === counter?.code })), date, today }
  if (!counter) return { ...base, slots: [], tally: EMPTY_TALLY, closings: [], affected: [] }
  const req = { payload: desk.payload }
  const rows = await findRows(req, SLUG.bookings, { where: { and: [{ counter: { equals: counter.id } }, { date: { equals: date } }, { state: { in: [...HOLDS_PLACE] } }] }, sort: ['minute', 'id'] })
  const [closings, items] = [(await closingsOf(req, counter.id, date)).filter((closing) => closing.date === date), await itemsOf(desk, rows)]
  const tally = await findRow(req, SLUG.bookingDays, { where: { and: [{ counter: { equals: counter.id } }, { date: { equals: date } }] } })
  const affected = rows.filter((row) => row.state !== 'done' && !stillOpen({ ...counter.rules, closings }, row))
  return {
    ...base, counter: { code: counter.code, name: counter.name, ...(counter.address ? { address: counter.address } : {}) }, slots: slotsFor(counter, { date, rows, closings, items }), tally: tally ?? EMPTY_TALLY,
    closings: closings.map(({ id, from, to, reason }) => ({ id, from: clockText(from), to: to >= 1440 ? '24:00' : clockText(to), reason })), affected: affected.map((row) => ({ ...lineOf(row, items), time: clockText(row.minute) })),
  }
}

const actor = (desk: Desk) => ({ kind: 'staff' as const, id: desk.me.id, name: desk.me.name })

const audited = (req: PayloadRequest, desk: Desk, entry: { action: string; target: string; detail?: Record<string, unknown> }): Promise<void> =>
  appendAudit(req, { office: desk.viewer.office, actor: actor(desk), targetKind: SLUG.serviceCounters, ...entry, ...(desk.acting.address ? { address: desk.acting.address } : {}) })

type Change = { id: string; revision: number }

const ownBooking = async (req: PayloadRequest, desk: Desk, { id, revision }: Change): Promise<Booking> => {
  const row = await findRow(req, SLUG.bookings, { where: { and: [{ id: { equals: id } }, { office: { equals: desk.viewer.office } }] } })
  if (!row) throw new DomainError('notFound')
  if (row.revision !== revision) throw new DomainError('conflict')
  return row
}

const changed = async (req: PayloadRequest, row: Booking, data: Partial<Pick<Booking, 'state' | 'cipher' | 'masked' | 'keyId'>>): Promise<void> => {
  const count = await updateRowIf(req, SLUG.bookings, { and: [{ id: { equals: row.id } }, { revision: { equals: row.revision } }] }, { ...data, revision: row.revision + 1 })
  if (count !== 1) throw new DomainError('conflict')
}

/** Calls somebody up: from now on the list shows the name that was left. Audited, as every look at contact details is. Errors: `notAllowed`, `notFound`, `conflict`. */
export const callBooking = (desk: Desk, change: Change): Promise<void> => {
  needRight(desk)
  return withTransaction(desk.payload, async (req) => {
    const row = await ownBooking(req, desk, change)
    if (row.state !== 'booked') throw new DomainError('conflict')
    await changed(req, row, { state: 'called' })
    await audited(req, desk, { action: 'booking.call', target: idOf(row.counter) ?? '', detail: { date: row.date, contact: Boolean(row.keyId) } })
  })
}

/** Counts somebody as come or as missing. The booking only says that it is over: which of the two is kept as a number of the day, and the contact goes at once. Errors as `callBooking`. */
export const endBooking = (desk: Desk, change: Change & { how: 'came' | 'missed' }): Promise<void> => {
  needRight(desk)
  return withTransaction(desk.payload, async (req) => {
    const row = await ownBooking(req, desk, change)
    if (row.state !== 'booked' && row.state !== 'called') throw new DomainError('conflict')
    await changed(req, row, { state: 'done', cipher: null, masked: null, keyId: null })
    await countOne(req, { office: desk.viewer.office, counter: idOf(row.counter) ?? '', date: row.date }, change.how)
  })
}

export type ClosingInput = { counter: string; date: string; from?: number | undefined; to?: number | undefined; reason: string }

const REASON_MAX = 200

const closingFaults = ({ date, from = 0, to = 1440, reason }: ClosingInput) => [
  ...(isDate(date) ? [] : [{ field: 'date', code: 'pattern' }]),
  ...(from < to && to <= 1440 ? [] : [{ field: 'to', code: 'pattern' }]),
  ...(reason === '' ? [{ field: 'reason', code: 'required' }] : []),
  ...(reason.length > REASON_MAX ? [{ field: 'reason', code: 'tooLong', params: { max: REASON_MAX } }] : []),
]

/**
 * Closes a counter for a day or some hours of it. Nobody's booking is taken away: whoever is affected is told where a contact was left, sees it with their code, and moves to another slot.
 * Returns how many are affected. Errors: `notAllowed`; `notFound`; `invalid` naming the fields.
 */
export const closeCounter = async (desk: Desk, given: ClosingInput): Promise<number> => {
  needRight(desk)
  const input = { ...given, reason: cleanLine(given.reason) }
  const faults = closingFaults(input)
  if (faults.length > 0) throw new DomainError('invalid', {}, faults)
  const counter = (await allCounters(desk)).find(({ code }) => code === input.counter)
  if (!counter) throw new DomainError('notFound')
  const closing = { date: input.date, from: input.from ?? 0, to: input.to ?? 1440 }
  return withTransaction(desk.payload, async (req) => {
    const id = await insertRow(req, SLUG.closings, { office: desk.viewer.office, counter: counter.id, ...closing, reason: input.reason, by: desk.me.id })
    const rows = await findRows(req, SLUG.bookings, { where: { and: [{ counter: { equals: counter.id } }, { date: { equals: input.date } }, { state: { in: ['booked', 'called'] } }] }, sort: 'id' })
    const affected = rows.filter((row) => !stillOpen({ ...counter.rules, closings: [closing] }, row))
    for (const row of affected) await tellClosed(req, row, id)
    await audited(req, desk, { action: 'booking.close', target: counter.id, detail: { ...closing, count: affected.length } })
    return affected.length
  })
}

/** Opens a counter again that was closed for once. Errors: `notAllowed`, `notFound`. */
export const reopenCounter = (desk: Desk, id: string): Promise<void> => {
  needRight(desk)
  return withTransaction(desk.payload, async (req) => {
    const row = await findRow(req, SLUG.closings, { where: { and: [{ id: { equals: id } }, { office: { equals: desk.viewer.office } }] } })
    if (!row) throw new DomainError('notFound')
    await req.payload.db.deleteOne({ collection: SLUG.closings, where: { id: { equals: id } }, req, returning: false })
    await audited(req, desk, { action: 'booking.reopen', target: idOf(row.counter) ?? '', detail: { date: row.date } })
  })
}

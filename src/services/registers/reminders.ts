import type { Payload, Where } from 'payload'
import { findRows, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { nextReview, reviewState, wantsReminder } from '@/domain/registers/review'
import { now } from '@/lib/clock'
import type { Desk } from '@/services/desk/desk'
import { queueMessage } from '@/services/outbox/queue'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { entriesWhere, registersInForce, holdsRegister, type Register } from './register'
import { reviewersOf } from './reviewers'
import { iso, ms, type EntryRow } from './row'

const CHUNK = 200

type Keeping = { payload: Payload; model: OfficeModel; register: Register }

/** When an entry is due as the register in force says, and where its unit lies now. */
const settled = ({ model, register }: Keeping, row: EntryRow): Pick<EntryRow, 'reviewDue' | 'path'> => {
  const due = row.active === false ? undefined : nextReview({ cycle: register.def.review, from: ms(row.reviewedAt) ?? Date.parse(row.createdAt), calendar: model.calendar })
  const unit = row.unit ? model.units.byId.get(row.unit) : undefined
  return { reviewDue: due === undefined ? null : iso(due), path: unit?.path ?? row.path ?? null }
}

const sameInstant = (one: string | null | undefined, other: string | null | undefined): boolean => ms(one) === ms(other)

/** Puts right what follows from elsewhere: a new cycle changes what is due, a moved unit where its entries lie. */
const settle = async (keeping: Keeping, row: EntryRow): Promise<EntryRow> => {
  const next = settled(keeping, row)
  if (sameInstant(next.reviewDue, row.reviewDue) && (next.path ?? null) === (row.path ?? null)) return row
  await updateRowIf({ payload: keeping.payload }, SLUG.entries, { and: [{ id: { equals: row.id } }, { revision: { equals: row.revision } }] }, next)
  return { ...row, ...next }
}

/** Queues one reminder, once a round: the message and the mark are written together. */
const remind = async ({ payload, model, register }: Keeping, row: EntryRow, at: number): Promise<boolean> =>
  withTransaction(payload, async (req) => {
    const free: Where = row.remindedAt ? { remindedAt: { equals: row.remindedAt } } : { remindedAt: { exists: false } }
    const marked = await updateRowIf(req, SLUG.entries, { and: [{ id: { equals: row.id } }, { revision: { equals: row.revision } }, free] }, { remindedAt: iso(at) })
    if (marked !== 1) return false
    const people = reviewersOf(model, row.unit, register.def.review?.post, at)
    await queueMessage(req, {
      office: model.office.id, kind: 'register.review', key: `review.${row.id}.${row.revision}.${ms(row.remindedAt) ?? 0}`, payload: { register: register.code, entry: row.id, people }, at,
      told: { event: 'register.review', body: { entry: { id: row.id, register: register.code } } },
    })
    return true
  })

const sweepRegister = async (keeping: Keeping, at: number): Promise<number> => {
  const { payload, model, register } = keeping
  let told = 0
  for (let last = '', more = true; more;) {
    const where: Where = { and: [{ office: { equals: model.office.id } }, { register: { equals: register.id } }, { active: { not_equals: false } }, ...(last ? [{ id: { greater_than: last } }] : [])] }
    const rows = (await findRows({ payload }, SLUG.entries, { where, sort: 'id', limit: CHUNK })) as unknown as EntryRow[]
    for (const given of rows) {
      const row = await settle(keeping, given)
      if (wantsReminder({ due: ms(row.reviewDue), cycle: register.def.review, now: at, reminded: ms(row.remindedAt) }) && (await remind(keeping, row, at))) told += 1
    }
    last = rows.at(-1)?.id ?? ''
    more = rows.length === CHUNK
  }
  return told
}

/** Reminds whoever answers for entries that are to be looked at again, once a round; returns how many reminders were queued. */
export const remindReviews = async (payload: Payload, model: OfficeModel): Promise<number> => {
  let told = 0
  for (const register of await registersInForce({ payload, model })) told += await sweepRegister({ payload, model, register }, now())
  return told
}

const DAY = 86_400_000
const MOST = 500

/** How many entries wait for this very person's review: those they answer for, soon due or late. */
export const awaitedReviews = async (desk: Desk): Promise<number> => {
  if (!desk.holds('register.edit')) return 0
  let count = 0
  for (const register of await registersInForce(desk)) {
    const { review } = register.def
    if (!review || !holdsRegister(desk, register, 'edit')) continue
    const where: Where = { and: [entriesWhere(desk, register, 'edit'), { active: { not_equals: false } }, { reviewDue: { less_than_equal: iso(desk.now + review.remindDays * DAY) } }] }
    const rows = (await findRows({ payload: desk.payload }, SLUG.entries, { where, limit: MOST, select: { unit: true, reviewDue: true } })) as unknown as EntryRow[]
    count += rows.filter((row) => reviewState({ due: ms(row.reviewDue), cycle: review, now: desk.now }) !== 'fine' && reviewersOf(desk.model, row.unit, review.post, desk.now).includes(desk.viewer.id)).length
  }
  return count
}

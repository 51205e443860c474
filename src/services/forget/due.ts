import type { Where } from 'payload'
import { findRow, findRows, type RowRequest } from '@/db/rows'
import { cutoffOf, isDue } from '@/domain/privacy/retention'
import { iso, type MatterRow } from '@/services/matters/row'
import type { EntryRow } from '@/services/registers/row'
import { SLUG } from '@/slugs'
import { heldIds } from './holds'
import type { Rule } from './rules'

const BATCH = 200

/** Something whose time is over, and when something last happened to it. */
export type Due =
  | { kind: 'matter'; rule: Rule; row: MatterRow; lastAt: number; held: boolean }
  | { kind: 'entry'; rule: Rule; row: EntryRow; lastAt: number; held: boolean }

type Asked = { req: RowRequest; office: string; now: number }

/** Acts about the keeping of a matter, not about the matter: to look at the details, to hold it back or to ask for its end starts no period anew. */
const ABOUT_KEEPING = ['hold', 'liftHold', 'reveal', 'askErasure', 'refuseErasure', 'agreeErasure', 'eraseContact', 'eraseOwn']

/** A transition of a workflow may bear any of these names. */
const isActivity: Where = { or: [{ kind: { not_equals: 'act' } }, { action: { not_in: ABOUT_KEEPING } }] }

/** When somebody last did something to it. What the portal does by itself – erasing, above all – is no activity, or nothing would ever rest. */
export const lastActivity = async (req: RowRequest, matter: Pick<MatterRow, 'id' | 'archivedAt' | 'receivedAt'>): Promise<number> => {
  const event = await findRow(req, SLUG.events, { where: { and: [{ matter: { equals: matter.id } }, { actorKind: { in: ['staff', 'reporter'] } }, isActivity] }, sort: '-seq', select: { at: true } })
  return Math.max(Date.parse(matter.archivedAt ?? matter.receivedAt), event ? Date.parse(event.at) : 0)
}

/** What a file belongs to goes last: parts and merged matters stay while the whole is worked on. */
const isNeeded = async (req: Asked['req'], { parent, mergedInto, openParts }: MatterRow): Promise<boolean> => {
  if (openParts > 0) return true
  for (const id of [parent, mergedInto]) {
    const whole = id ? await findRow(req, SLUG.matters, { where: { id: { equals: id } }, select: { open: true } }) : undefined
    if (whole?.open === true) return true
  }
  return false
}

/** Whether a matter is due by its rule as it stands now; undefined when it is not. */
export const matterDue = async ({ req, now }: Pick<Asked, 'req' | 'now'>, rule: Rule, row: MatterRow): Promise<number | undefined> => {
  if (row.open || !row.archivedAt || row.anonymisedAt || row.type !== rule.id) return undefined
  const lastAt = await lastActivity(req, row)
  return isDue(rule, lastAt, now) && !(await isNeeded(req, row)) ? lastAt : undefined
}

/** Whether an entry is due: it was closed, and nobody changed it since. */
export const entryDue = (rule: Rule, row: EntryRow, now: number): number | undefined => {
  const lastAt = Date.parse(row.editedAt)
  return row.active === false && !row.anonymisedAt && row.register === rule.id && isDue(rule, lastAt, now) ? lastAt : undefined
}

const after = (field: string, mark: { at: string; id: string } | undefined): Where[] =>
  mark ? [{ or: [{ [field]: { greater_than: mark.at } }, { and: [{ [field]: { equals: mark.at } }, { id: { greater_than: mark.id } }] }] }] : []

async function* batches<T extends { id: string }>(read: (mark: { at: string; id: string } | undefined) => Promise<T[]>, at: (row: T) => string): AsyncGenerator<T> {
  for (let mark: { at: string; id: string } | undefined; ;) {
    const rows = await read(mark)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    mark = { at: at(last), id: last.id }
  }
}

async function* dueMatters(asked: Asked, rule: Rule): AsyncGenerator<Due> {
  const { req, office, now } = asked
  const where = (mark: { at: string; id: string } | undefined): Where => ({ and: [
    { office: { equals: office } }, { type: { equals: rule.id } }, { open: { equals: false } }, { anonymisedAt: { exists: false } },
    { archivedAt: { less_than_equal: iso(cutoffOf(rule, now)) } }, ...after('archivedAt', mark),
  ] })
  const held = await heldIds(req, office, 'matter')
  const rows = batches(async (mark) => (await findRows(req, SLUG.matters, { where: where(mark), sort: ['archivedAt', 'id'], limit: BATCH })) as unknown as MatterRow[], ({ archivedAt }) => archivedAt ?? '')
  for await (const row of rows) {
    const lastAt = await matterDue(asked, rule, row)
    if (lastAt !== undefined) yield { kind: 'matter', rule, row, lastAt, held: held.has(row.id) }
  }
}

async function* dueEntries({ req, office, now }: Asked, rule: Rule): AsyncGenerator<Due> {
  const where = (mark: { at: string; id: string } | undefined): Where => ({ and: [
    { office: { equals: office } }, { register: { equals: rule.id } }, { active: { equals: false } }, { anonymisedAt: { exists: false } },
    { editedAt: { less_than_equal: iso(cutoffOf(rule, now)) } }, ...after('editedAt', mark),
  ] })
  const held = await heldIds(req, office, 'entry')
  const rows = batches(async (mark) => (await findRows(req, SLUG.entries, { where: where(mark), sort: ['editedAt', 'id'], limit: BATCH })) as unknown as EntryRow[], ({ editedAt }) => editedAt)
  for await (const row of rows) {
    const lastAt = entryDue(rule, row, now)
    if (lastAt !== undefined) yield { kind: 'entry', rule, row, lastAt, held: held.has(row.id) }
  }
}

/** Everything that is due, rule by rule, oldest first, what is held included. */
export async function* allDue(asked: Asked, rules: readonly Rule[]): AsyncGenerator<Due> {
  for (const rule of rules) yield* rule.kind === 'matter' ? dueMatters(asked, rule) : dueEntries(asked, rule)
}

/** The same row as it stands inside a transaction, if it is still due and nothing keeps it. */
export const stillDue = async (asked: Asked, due: Due): Promise<Due | undefined> => {
  if ((await heldIds(asked.req, asked.office, due.kind)).has(due.row.id)) return undefined
  if (due.kind === 'entry') {
    const row = (await findRow(asked.req, SLUG.entries, { where: { id: { equals: due.row.id } } })) as unknown as EntryRow | undefined
    const lastAt = row && entryDue(due.rule, row, asked.now)
    return row && lastAt !== undefined ? { ...due, row, lastAt } : undefined
  }
  const row = (await findRow(asked.req, SLUG.matters, { where: { id: { equals: due.row.id } } })) as unknown as MatterRow | undefined
  const lastAt = row && (await matterDue(asked, due.rule, row))
  return row && lastAt !== undefined ? { ...due, row, lastAt } : undefined
}

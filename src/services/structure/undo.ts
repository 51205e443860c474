import type { CollectionSlug, PayloadRequest } from 'payload'
import { countRows, findRow, findRows, updateRowIf, type RowRequest } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { cleanLine } from '@/domain/matter/text'
import { inverseOf } from '@/domain/package/inverse'
import type { Problem } from '@/domain/package/problem'
import { now } from '@/lib/clock'
import { idOf } from '@/lib/idOf'
import type { ChangeSet } from '@/payload-types'
import type { Desk } from '@/services/desk/desk'
import { removalsOfStart } from '@/services/setup/removals'
import { isOwnStart } from '@/services/setup/state'
import { assertFresh } from '@/services/session/fresh'
import { SLUG, type Slug } from '@/slugs'
import { writeBatch } from './batch'
import { editing } from './editing'
import { overlaid } from './package/overlay'
import { baseOf, newProblems, planOf } from './package/plan'
import { packageOf } from './package/read'
import { removalsOf, type Removal } from './package/removals'
import { readSource, type Carried, type Source } from './package/source'
import { targetOf } from './package/target'
import { writePlan, type Plan } from './package/write'
import { removeRowIn, saveRowIn } from './saveRow'
import { mayUndo, rightsOver } from './undoing/may'
import { BY_HOOKS, isUndoable } from './undoing/rights'
import { handersIn, queueReturns, withHeirs } from './undoing/returns'
import { conflictOf, joinedSteps, stepOf, type Step, type UndoConflict } from './undoing/steps'

/** What taking a change back would do, or why it cannot be done. */
export type UndoPlan = {
  base: string
  head: ChangeSet
  members: ChangeSet[]
  conflicts: UndoConflict[]
  /** What would be wrong with the structure afterwards. */
  problems: Problem[]
  removals: Removal[]
  /** Units that were made to take over and hand everything back. */
  handers: ReadonlyMap<string, string>
  plan: Plan
  after: ReturnType<typeof packageOf>
}

const changeOf = async (req: RowRequest, office: string, id: string): Promise<ChangeSet> => {
  const row = await findRow(req, SLUG.changes, { where: { and: [{ id: { equals: id } }, { office: { equals: office } }] } })
  if (!row) throw new DomainError('notFound')
  return row
}

const isHead = (change: ChangeSet): boolean => change.batch === change.id

/** The changes of a batch, the last first; a change that stands alone is its own. */
const membersOf = async (req: RowRequest, head: ChangeSet): Promise<ChangeSet[]> =>
  isHead(head) ? (await findRows(req, SLUG.changes, { where: { batch: { equals: head.id } }, sort: '-id' })).filter(({ id }) => id !== head.id) : [head]

const currentIn = (source: Source, { table, target }: ChangeSet) => (table === SLUG.offices ? source.office : source.byId(table as Carried, target))

const wantsReviews = (source: Source, row: unknown): boolean => {
  const column = row && typeof row === 'object' && 'column' in row ? source.byId(SLUG.columns, idOf(row.column) ?? '') : undefined
  return Array.isArray(column?.reviews) && column.reviews.length > 0
}

/** What a column's reviewers let out is taken back by withdrawing it: an undoing would put out again what nobody reviewed. What a file brought, and nobody touched since, goes as it came. */
const wasReviewed = async (req: RowRequest, source: Source, { table, target, before, after }: ChangeSet): Promise<boolean> =>
  table === SLUG.notices && [before, after].some((row) => wantsReviews(source, row)) && (await countRows(req, SLUG.chains, { notice: { equals: target } })) > 0

const stepsOf = async (req: RowRequest, source: Source, { members, by, reason }: { members: readonly ChangeSet[]; by?: string; reason?: string }): Promise<Step> => {
  const at = new Date(now()).toISOString()
  const making = { source, target: targetOf(source, { office: source.office.id, at }), ...(by ? { by } : {}), ...(reason ? { reason } : {}) }
  const restoring = new Set(members.filter(({ table, after }) => table === SLUG.definitions && !after).map(({ target }) => target))
  const steps: Step[] = []
  for (const change of members) {
    if (!isUndoable(change.table) || (await wasReviewed(req, source, change))) steps.push(conflictOf(change, 'notUndoable'))
    else if (!BY_HOOKS.includes(change.table)) steps.push(await stepOf({ req, making, change, current: currentIn(source, change), restoring }))
  }
  return joinedSteps(steps)
}

type Asked = { req: RowRequest; office: string; id: string; by?: string; reason?: string }

const planned = async ({ req, office, id, by, reason }: Asked): Promise<UndoPlan> => {
  const base = await baseOf(req, office)
  const head = await changeOf(req, office, id)
  const members = await membersOf(req, head)
  const source = await readSource(req, office)
  const { writes, versions, leaving, conflicts } = await stepsOf(req, source, { members, by, reason })
  const handers = handersIn(writes, leaving)
  const removals = (await isOwnStart(req, office, head.id)) ? await removalsOfStart(req, leaving) : await removalsOf({ req, source, writes, fresh: versions, leaving, handers })
  const plan = withHeirs(planOf(source, { writes, versions, removals, at: new Date(now()).toISOString() }), handers)
  const after = packageOf(overlaid(source, plan))
  return { base, head, members, conflicts, removals, handers, plan, after, problems: newProblems(packageOf(source), after) }
}

/** What taking a change or a batch back would do. Errors: `notFound`; `notAllowed`; `conflict` when it was taken back already. */
export const undoPlan = async (desk: Desk, id: string, reason?: string): Promise<UndoPlan> => {
  const plan = await planned({ req: { payload: desk.payload }, office: desk.model.office.id, id, by: desk.me.id, ...(reason ? { reason } : {}) })
  if (!(await mayUndo(desk, plan.head, rightsOver(plan.members)))) throw new DomainError('notAllowed')
  if (plan.head.undoneBy) throw new DomainError('conflict', { undone: true })
  return plan
}

type Row = Record<string, unknown>

/** What such rows are called follows from whom and what they name. */
const WRITTEN_BY_HOOKS = ['title']

/** A row that its collection's own hooks keep. */
const byHooks = async (req: PayloadRequest, office: string, change: ChangeSet): Promise<UndoConflict[]> => {
  const slug = change.table as Slug
  const current = (await findRow(req, slug as CollectionSlug, { where: { id: { equals: change.target } } })) as unknown as Row | undefined
  const [before, after] = [change.before as Row | null, change.after as Row | null]
  if (!before) {
    if (current) await removeRowIn(req, slug, change.target)
    return []
  }
  if (!after) {
    await saveRowIn(req, office, { slug, data: { ...before, id: change.target } })
    return []
  }
  if (!current) return conflictOf(change, 'gone').conflicts
  const { fields, conflicts } = inverseOf(before, after, current, WRITTEN_BY_HOOKS)
  if (conflicts.length > 0) return conflictOf(change, 'changedSince', conflicts).conflicts
  await saveRowIn(req, office, { slug, id: change.target, data: fields })
  return []
}

const refuse = (conflicts: readonly UndoConflict[], problems: readonly Problem[]): void => {
  if (conflicts.length > 0) throw new DomainError('conflict', { undo: conflicts.slice(0, 50) })
  if (problems.length > 0) throw new DomainError('invalid', { problems: problems.slice(0, 50) })
}

/** Marks what was taken back, and by what; what an undoing had taken back is in force again when it is itself undone. */
const mark = async (req: PayloadRequest, head: ChangeSet, by: string): Promise<void> => {
  const at = new Date(now()).toISOString()
  if ((await updateRowIf(req, SLUG.changes, { and: [{ id: { equals: head.id } }, { undoneBy: { exists: false } }] }, { undoneBy: by, updatedAt: at })) !== 1) throw new DomainError('conflict', { undone: true })
  if (head.undoes) await updateRowIf(req, SLUG.changes, { id: { equals: head.undoes } }, { undoneBy: null, updatedAt: at })
}

type Undoing = { told: { office: string; label: string; reason?: string }; /** The batch the plan was written as. */ written: string | undefined }

/**
 * The one change that this undoing is: what the collections' own hooks wrote stands in it too, so that one more click takes all of it back. Where
 * there was nothing left to do, the change itself.
 */
const oneUndoing = async (req: PayloadRequest, id: string, { told, written }: Undoing): Promise<string> => {
  const loose = await findRows(req, SLUG.changes, { where: { and: [{ undoes: { equals: id } }, { batch: { exists: false } }, { undoneBy: { exists: false } }] }, select: { undoes: true } })
  if (!written && loose.length < 2) return loose[0]?.id ?? id
  const by = written ?? (await writeBatch(req, { ...told, changes: [] }))
  for (const change of loose) await updateRowIf(req, SLUG.changes, { id: { equals: change.id } }, { batch: by, undoes: null })
  const count = (await findRow(req, SLUG.changes, { where: { id: { equals: by } } }))?.count ?? 0
  if (loose.length > 0) await updateRowIf(req, SLUG.changes, { id: { equals: by } }, { count: count + loose.length })
  return by
}

/** So many rows at once are more than a slip: taking them back asks who does it. */
const MANY = 20

/**
 * Takes a change, or a whole batch, back as a new change: fields become what they were where nobody changed them since; what was added goes, or is
 * closed where something refers to it; what was removed is made again with its id; what was published gives way to the version before, published
 * anew. All of it or nothing, after the checks a package goes through. Returns the id of the new change. Errors: `notFound`; `notAllowed` without the
 * right the change itself needed; `proofNeeded` for a large one; `conflict` with `detail.undo`, or `detail.undone`; `invalid` with `detail.problems`.
 */
export const undoChange = async (desk: Desk, id: string, reason?: unknown): Promise<string> => {
  const office = desk.model.office.id
  const why = typeof reason === 'string' ? cleanLine(reason).slice(0, 500) : ''
  // made ready outside: the transaction does it again only where the structure changed meanwhile
  const ready = await undoPlan(desk, id, why)
  refuse(ready.conflicts, ready.problems)
  if (ready.members.length > MANY) await assertFresh(desk.req)
  return editing({ desk, reason: why, work: async (req) => {
    const same = (await baseOf(req, office)) === ready.base
    const { head, members, plan, handers, conflicts, problems } = same ? ready : await planned({ req, office, id, by: desk.me.id, ...(why ? { reason: why } : {}) })
    refuse(conflicts, problems)
    req.context.undoes = id
    const hooked: UndoConflict[] = []
    for (const change of members.filter(({ table }) => BY_HOOKS.includes(table))) hooked.push(...(await byHooks(req, office, change)))
    refuse(hooked, [])
    const told = { office, label: head.label ?? '', ...(why ? { reason: why } : {}) }
    const by = await oneUndoing(req, id, { told, written: plan.writes.length > 0 ? await writePlan(req, { ...told, plan }) : undefined })
    await queueReturns(req, office, { plan, handers })
    await mark(req, head, by)
    return by
  } })
}


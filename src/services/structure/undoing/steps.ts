import { findRow, type RowRequest } from '@/db/rows'
import { canonical } from '@/domain/canonical'
import { inverseOf } from '@/domain/package/inverse'
import { idOf } from '@/lib/idOf'
import type { ChangeSet } from '@/payload-types'
import { SLUG } from '@/slugs'
import { kindOf, publishedAs, type Making, type RowWrite } from '../package/rows'
import type { Leaving } from '../package/removals'
import { codeOfRow, type Carried, type StoredRow } from '../package/source'

type Row = Record<string, unknown>

/** Why a change cannot be taken back: what was changed again since, field by field, or what stands in the way. */
export type UndoConflict = { table: string; target: string; label: string; code: 'changedSince' | 'gone' | 'thereAgain' | 'codeTaken' | 'publishedSince' | 'firstVersion' | 'notUndoable'; fields?: string[] }

/** What taking one change back comes to. */
export type Step = { writes: RowWrite[]; versions: StoredRow[]; leaving: Leaving[]; conflicts: UndoConflict[] }

const NOTHING: Step = { writes: [], versions: [], leaving: [], conflicts: [] }

export const conflictOf = ({ table, target, label }: ChangeSet, code: UndoConflict['code'], fields?: string[]): Step =>
  ({ ...NOTHING, conflicts: [{ table, target, label: label ?? '', code, ...(fields ? { fields } : {}) }] })

const asRow = (value: unknown): Row | null => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : null)

type Undoing = { req: RowRequest; making: Making; change: ChangeSet; current: StoredRow | undefined; /** Versions that come back by the same undoing. */ restoring: ReadonlySet<string> }

const versionOf = async (req: RowRequest, id: unknown): Promise<unknown> => {
  const row = await findRow(req, SLUG.definitions, { where: { id: { equals: idOf(id) ?? '' } } })
  return row?.definition
}

const same = (one: unknown, other: unknown): boolean => canonical(one ?? null) === canonical(other ?? null)

/** Whether the version in force says what the other one said: a later one that was taken back left the same again. */
const inForceStill = async (req: RowRequest, now: unknown, then: unknown): Promise<boolean> =>
  idOf(now) === idOf(then) || same(await versionOf(req, now), (await versionOf(req, then)) ?? {})

/** Another version came into force: the one before becomes the draft again and is published as the next. */
const republish = async ({ req, making, change, current }: Undoing & { current: StoredRow }, rest: Row): Promise<Step> => {
  const [before, after] = [asRow(change.before) ?? {}, asRow(change.after) ?? {}]
  if (!(await inForceStill(req, current.current, after.current))) return conflictOf(change, 'publishedSince')
  const definition = await versionOf(req, before.current)
  if (definition === undefined) return conflictOf(change, 'firstVersion')
  // a draft that somebody works on is not written over
  const drafted = 'definition' in after ? after.definition : await versionOf(req, after.current)
  if (!same(current.definition, drafted)) return conflictOf(change, 'changedSince', ['definition'])
  const slug = change.table as Carried
  const { version, fields } = publishedAs(making, slug, { row: current, definition })
  const draft = 'definition' in before ? before.definition : definition
  return { ...NOTHING, writes: [{ slug, id: current.id, before: current, after: { ...current, ...rest, ...fields, definition: draft } }], versions: [version] }
}

const isPublication = (change: ChangeSet): boolean =>
  kindOf(change.table) !== undefined && idOf(asRow(change.before)?.current) !== idOf(asRow(change.after)?.current)

const restored = async (undoing: Undoing & { current: StoredRow }): Promise<Step> => {
  const { change, current } = undoing
  const publication = isPublication(change)
  const { fields, conflicts } = inverseOf(asRow(change.before) ?? {}, asRow(change.after) ?? {}, current)
  const open = publication ? conflicts.filter((field) => field !== 'definition') : conflicts
  if (open.length > 0) return conflictOf(change, 'changedSince', open)
  if (publication) return republish(undoing, fields)
  if (Object.keys(fields).length === 0) return NOTHING
  return { ...NOTHING, writes: [{ slug: change.table as Carried, id: current.id, before: current, after: { ...current, ...fields } }] }
}

/** A row that was removed. What was in force of a definition is published anew where its version does not come back too. */
const madeAgain = async ({ req, making, change, current, restoring }: Undoing): Promise<Step> => {
  const before = asRow(change.before)
  if (current || !before) return conflictOf(change, 'thereAgain')
  const slug = change.table as Carried
  const row: StoredRow = { ...before, id: change.target, office: making.target.office, createdAt: making.target.at }
  // versions of different kinds share a code; the definition they belong to says whether it is taken
  if (slug !== SLUG.definitions && making.source.byCode(slug, codeOfRow(row))) return conflictOf(change, 'codeTaken')
  if (!kindOf(slug) || !before.current || restoring.has(idOf(before.current) ?? '')) return { ...NOTHING, writes: [{ slug, id: row.id, before: null, after: row }] }
  const { version, fields } = publishedAs(making, slug, { row, definition: (await versionOf(req, before.current)) ?? before.definition })
  return { ...NOTHING, writes: [{ slug, id: row.id, before: null, after: { ...row, ...fields, definition: before.definition } }], versions: [version] }
}

/** Takes one recorded change of a row of structure back: what it comes to, or why it cannot be. Nothing is written. */
export const stepOf = async (undoing: Undoing): Promise<Step> => {
  const { change, current } = undoing
  if (change.after === null || change.after === undefined) return madeAgain(undoing)
  if (change.before === null || change.before === undefined) return current ? { ...NOTHING, leaving: [{ slug: change.table as Carried, row: current }] } : NOTHING
  return current ? restored({ ...undoing, current }) : conflictOf(change, 'gone')
}

export const joinedSteps = (steps: readonly Step[]): Step => ({
  writes: steps.flatMap(({ writes }) => writes), versions: steps.flatMap(({ versions }) => versions), leaving: steps.flatMap(({ leaving }) => leaving), conflicts: steps.flatMap(({ conflicts }) => conflicts),
})

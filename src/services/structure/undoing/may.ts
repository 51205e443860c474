import type { Permission } from '@/domain/access/types'
import { idOf } from '@/lib/idOf'
import type { ChangeSet } from '@/payload-types'
import type { Desk } from '@/services/desk/desk'
import { isOwnStart } from '@/services/setup/state'
import { SLUG } from '@/slugs'
import { isUndoable, rightsFor } from './rights'

const publishes = ({ before, after }: ChangeSet): boolean => {
  const [old, fresh] = [before, after].map((row) => (typeof row === 'object' && row !== null && 'current' in row ? idOf(row.current) : undefined))
  return old !== fresh
}

/** What somebody must hold to take these changes back, each right once. */
export const rightsOver = (members: readonly ChangeSet[]): Permission[] => [...new Set(members.flatMap((change) => rightsFor(change.table, publishes(change))))]

/** The start of an office may be taken back by whoever may exchange it: it is the same right. */
const mayTakeStartBack = async (desk: Desk, head: string): Promise<boolean> =>
  desk.holds('structure.edit') && desk.holds('settings.edit') && isOwnStart({ payload: desk.payload }, desk.model.office.id, head)

/** Whether somebody may take a change back who may not make such a change by hand. */
export const mayUndo = async (desk: Desk, head: ChangeSet, rights: readonly Permission[]): Promise<boolean> => rights.every(desk.holds) || mayTakeStartBack(desk, head.id)

/** Rights that a line of the list needs: a batch is asked for its tables only; of definitions it published, as files and starts do. */
const rightsOfLine = async ({ payload }: Desk, change: ChangeSet): Promise<Permission[]> => {
  if (change.batch !== change.id) return rightsOver([change])
  const { values } = await payload.db.findDistinct({ collection: SLUG.changes, field: 'table', where: { and: [{ batch: { equals: change.id } }, { id: { not_equals: change.id } }] }, limit: 0, req: { payload } as Desk['req'] })
  const tables = (values as { table?: string }[]).flatMap(({ table }) => table ?? [])
  return [...new Set(tables.filter((table) => table !== SLUG.definitions).flatMap((table) => rightsFor(table, true)))]
}

/** Whether a change can be taken back, by this person: `others` where it can, but only by somebody with more rights, which are named. */
export type Undoable = { undo: 'can' | 'no' } | { undo: 'others'; needs: Permission[] }

export const undoableFor = async (desk: Desk, change: ChangeSet): Promise<Undoable> => {
  const head = change.batch === change.id
  if (change.undoneBy || !(head || isUndoable(change.table))) return { undo: 'no' }
  const rights = await rightsOfLine(desk, change)
  return (await mayUndo(desk, change, rights)) ? { undo: 'can' } : { undo: 'others', needs: rights.filter((right) => !desk.holds(right)) }
}

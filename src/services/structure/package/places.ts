import { makePath } from '@/domain/grid/path'
import { idOf } from '@/lib/idOf'
import { SLUG } from '@/slugs'
import type { RowWrite } from './rows'
import type { Source, StoredRow } from './source'

export const TREES = [SLUG.units, SLUG.categories] as const
export type Tree = (typeof TREES)[number]

/** A row of a tree that hangs elsewhere: matters below it follow. */
export type Move = { tree: Tree; id: string; from: string; to: string }

const pathsOf = (rows: ReadonlyMap<string, StoredRow>): Map<string, string> => {
  const paths = new Map<string, string>()
  const pathOf = (row: StoredRow): string => {
    const known = paths.get(row.id)
    if (known !== undefined) return known
    const above = rows.get(idOf(row.parent) ?? '')
    const path = makePath(above && pathOf(above), row.id)
    paths.set(row.id, path)
    return path
  }
  for (const row of rows.values()) pathOf(row)
  return paths
}

const placedIn = (source: Source, writes: readonly RowWrite[], tree: Tree): { writes: RowWrite[]; quiet: RowWrite[]; moves: Move[] } => {
  const own = writes.filter(({ slug }) => slug === tree)
  const after = new Map(source.rows(tree).map((row) => [row.id, row]))
  for (const { id, after: row } of own) if (row) after.set(id, row)
  const gone = new Set(own.filter((write) => !write.after).map(({ id }) => id))
  const paths = pathsOf(after)
  const placed = own.map((write): RowWrite => (write.after ? { ...write, after: { ...write.after, path: paths.get(write.id) } } : write))
  const changed = new Set(own.map(({ id }) => id))
  const taken = source.rows(tree).filter((row) => !changed.has(row.id) && !gone.has(row.id) && paths.get(row.id) !== row.path)
  const moved = placed.filter(({ before, after: row }) => before && row && before.path !== row.path)
  return {
    writes: placed,
    quiet: taken.map((row): RowWrite => ({ slug: tree, id: row.id, before: row, after: { ...row, path: paths.get(row.id) } })),
    moves: moved.map(({ id, before, after: row }): Move => ({ tree, id, from: String(before?.path), to: String(row?.path) })),
  }
}

/**
 * Puts every unit and category where its parent stands. `quiet` are rows that only follow: nobody changed them, so the record of the change
 * leaves them out, and taking it back finds their places anew. The parents form a tree: the check of the package has seen to it.
 */
export const placed = (source: Source, writes: readonly RowWrite[]): { writes: RowWrite[]; quiet: RowWrite[]; moves: Move[] } => {
  const trees = TREES.map((tree) => placedIn(source, writes, tree))
  const others = writes.filter(({ slug }) => !(TREES as readonly string[]).includes(slug))
  return { writes: [...others, ...trees.flatMap((one) => one.writes)], quiet: trees.flatMap((one) => one.quiet), moves: trees.flatMap((one) => one.moves) }
}

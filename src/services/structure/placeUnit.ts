import type { PayloadRequest, Where } from 'payload'
import { rangeOf } from '@/access/range'
import { countRows, findRow, findRows, type RowRequest } from '@/db/rows'
import { idOf } from '@/lib/idOf'
import { buildTree, hangFault, makePath, pathIds, repath, type Level, type TreeIssueCode, type Unit } from '@/domain/grid'
import type { GridUnit } from '@/payload-types'
import { SLUG } from '@/slugs'
import { queueTask } from './tasks'

/** A unit as it is to stand. */
export type Place = { id: string; code: string; office: string; level: string; parent?: string; active: boolean }

export type PlaceFault = TreeIssueCode | 'noParent'

type Row = Pick<GridUnit, 'id' | 'code' | 'level' | 'parent' | 'path' | 'active'>

const name = { zh: '' }

const unitOf = ({ id, code, level, parent, path, active }: Row): Unit => ({ id, code, name, level: idOf(level) ?? '', parent: idOf(parent), path: path ?? '', active: active !== false })

const rowsWhere = (req: PayloadRequest, where: Where): Promise<Row[]> =>
  findRows(req, SLUG.units, { where, select: { code: true, level: true, parent: true, path: true, active: true } })

const levelsOf = async (req: PayloadRequest, office: string): Promise<Level[]> =>
  (await findRows(req, SLUG.levels, { where: { office: { equals: office } } })).map(({ id, code, order }) => ({ id, code, name, order }))

const topFault = (levels: Level[], level: string): PlaceFault | undefined => {
  const own = levels.find(({ id }) => id === level)
  if (!own) return 'levelUnknown'
  return own.order === Math.min(...levels.map(({ order }) => order)) ? undefined : 'topLevel'
}

type Around = { levels: Level[]; above?: GridUnit; chain: Row[]; children: Row[] }

const aroundOf = async (req: PayloadRequest, { id, office, parent }: Place): Promise<Around> => {
  const above = parent ? await findRow(req, SLUG.units, { where: { and: [{ id: { equals: parent } }, { office: { equals: office } }] } }) : undefined
  const chain = above ? await rowsWhere(req, { id: { in: pathIds(above.path ?? '') } }) : []
  return { levels: await levelsOf(req, office), above, chain, children: await rowsWhere(req, { parent: { equals: id } }) }
}

/** The unit among those above its new place and those below it; itself as it hangs now, or nowhere. */
const treeAround = (place: Place, { chain, children, levels }: Around) => {
  const { id } = place
  const now = chain.find((row) => row.id === id)
  const own: Row = { ...place, path: now?.path ?? makePath(undefined, id), parent: now?.parent }
  return buildTree({ units: [own, ...[...chain, ...children].filter((row) => row.id !== id)].map(unitOf), levels })
}

const faultOf = (place: Place, around: Around): PlaceFault | undefined => {
  const { id, level, parent, active } = place
  const { levels, above, children } = around
  if (parent && !above) return 'noParent'
  const tree = treeAround(place, around)
  const upward = parent ? hangFault({ tree, levels, unit: id, parent }) : topFault(levels, level)
  if (upward) return upward
  const downward = children.flatMap((child) => hangFault({ tree, levels, unit: child.id, parent: id }) ?? [])[0]
  return downward ?? (active && above?.active === false ? 'parentClosed' : undefined)
}

/**
 * The path of a unit at its place, or why it may not stand there: no such parent, below itself, a level that does not come after the one
 * above or before those below, an open unit below a closed one (domain.md §6).
 */
export const placeUnit = async (req: PayloadRequest, place: Place): Promise<{ path: string } | { fault: PlaceFault }> => {
  const around = await aroundOf(req, place)
  const fault = faultOf(place, around)
  return fault ? { fault } : { path: makePath(around.above?.path ?? undefined, place.id) }
}

/** A unit and all below it, by their paths. */
export const within = (path: string): Where => {
  const { from, below } = rangeOf(path)
  return { and: [{ path: { greater_than_equal: from } }, { path: { less_than: below } }] }
}

/** Units and matters below a unit that are still open: with any of them it cannot be closed. */
export const openBelow = async (req: PayloadRequest, unit: { id: string; path: string }): Promise<{ units: number; matters: number }> => ({
  units: await countRows(req, SLUG.units, { and: [{ parent: { equals: unit.id } }, { active: { not_equals: false } }] }),
  matters: await countRows(req, SLUG.matters, { and: [within(unit.path), { open: { equals: true } }] }),
})

type Moved = { office: string; id: string; from: string; to: string }

/**
 * A unit was hung elsewhere: everything below follows in the transaction of the change, so that the tree is never in pieces; its open
 * matters follow in a task with progress. History stays as it was.
 */
export const moveSubtree = async (req: PayloadRequest, { office, id, from, to }: Moved): Promise<void> => {
  const below = (await rowsWhere(req, within(from))).filter((row) => row.id !== id)
  for (const row of repath(below.map(({ path, ...row }) => ({ ...row, path: path ?? '' })), from, to)) await req.payload.db.updateOne({ collection: SLUG.units, id: row.id, data: { path: row.path }, req, returning: false })
  // A change of many units queues one task of its own for all of them.
  if (req.context.gathersRepath === true) return
  await queueTask(req, { office, kind: 'repath', subject: id, input: { from, to }, total: await openWithin(req, from) })
}

/** Open matters of a unit and of all below it. */
export const openWithin = (req: RowRequest, path: string): Promise<number> => countRows(req, SLUG.matters, { and: [within(path), { open: { equals: true } }] })

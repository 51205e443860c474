import { findRows } from '@/db/rows'
import { pathIds } from '@/domain/grid/path'
import type { Words } from '@/domain/words'
import { wordsOf } from '@/lib/wordsOf'
import type { MatterRow } from '@/services/matters/row'
import { SLUG } from '@/slugs'
import type { Desk } from '../desk'
import { categoryRef, unitRef } from '../names'
import type { NodeRef } from '../view'

export type Places = { unit?: NodeRef; category?: NodeRef }

/** What units and categories were called at a moment, as far as they were renamed since: by what the first change after it says stood before. */
const namesThen = async (desk: Desk, ids: readonly string[], at: string): Promise<Map<string, Words>> => {
  const changes = await findRows({ payload: desk.payload }, SLUG.changes, {
    where: { and: [{ office: { equals: desk.model.office.id } }, { table: { in: [SLUG.units, SLUG.categories] } }, { target: { in: ids } }, { at: { greater_than: at } }] }, sort: 'id', select: { target: true, before: true },
  })
  const names = new Map<string, Words>()
  for (const { target, before } of changes) {
    const name = typeof before === 'object' && before !== null && 'name' in before ? wordsOf(before.name) : undefined
    if (name?.zh && !names.has(target)) names.set(target, name)
  }
  return names
}

const nodeThen = (desk: Desk, path: string, { names, now }: { names: ReadonlyMap<string, Words>; now: ReadonlyMap<string, { name: Words }> }): NodeRef | undefined => {
  const ids = pathIds(path)
  const name = (id: string): string => desk.say(names.get(id) ?? now.get(id)?.name)
  const own = ids.at(-1)
  return own === undefined ? undefined : { id: own, name: name(own), above: ids.slice(0, -1).map(name).filter(Boolean) }
}

/**
 * Where a matter stands: while it is open, as the structure is now; once it is done, as it was then, whatever was moved or renamed since (domain.md §6).
 */
export const placesOf = async (desk: Desk, matter: Pick<MatterRow, 'open' | 'unit' | 'path' | 'category' | 'categoryPath' | 'archivedAt' | 'touchedAt'>): Promise<Places> => {
  if (matter.open) return { unit: unitRef(desk, matter.unit), category: categoryRef(desk, matter.category) }
  const ids = [...pathIds(matter.path || ''), ...pathIds(matter.categoryPath || '')]
  const names = ids.length > 0 ? await namesThen(desk, ids, matter.archivedAt ?? matter.touchedAt) : new Map<string, Words>()
  const unit = matter.unit ? nodeThen(desk, matter.path, { names, now: desk.model.units.byId }) : undefined
  // The territory's one top is left out above others, as everywhere at the desk.
  return { ...(unit ? { unit: { ...unit, above: unit.above.slice(1) } } : {}), ...(matter.category ? { category: nodeThen(desk, matter.categoryPath, { names, now: desk.model.categories.byId }) } : {}) }
}

import type { RowRequest } from '@/db/rows'
import type { Leaving, Removal } from '@/services/structure/package/removals'
import type { Carried } from '@/services/structure/package/source'
import { usedOutside } from '@/services/structure/package/used'
import { SLUG } from '@/slugs'

const CLOSABLE: readonly Carried[] = [SLUG.units, SLUG.teams, SLUG.posts]

/**
 * What becomes of the rows of a start that gives way to another one: nobody works with it yet, so that its own versions do not hold them. They stay,
 * for the way back. What somebody was given already (a role, a place) stays too, closed where it can be.
 */
export const removalsOfStart = async (req: RowRequest, leaving: readonly Leaving[]): Promise<Removal[]> => {
  const ids = new Map<Carried, Set<string>>()
  for (const { slug, row } of leaving) ids.set(slug, (ids.get(slug) ?? new Set<string>()).add(row.id))
  const used = await usedOutside(req, ids)
  return leaving.map((one) => ({ ...one, versions: [], fate: !used.has(one.row.id) ? 'removed' : CLOSABLE.includes(one.slug) ? 'closed' : 'kept' }))
}

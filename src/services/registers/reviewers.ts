import { pathIds } from '@/domain/grid/path'
import { holdsNow, serves } from '@/services/health/people'
import type { OfficeModel } from '@/services/structure/load'

/** The units from one up to the top. */
const upwards = (model: OfficeModel, unit: string): string[] => pathIds(model.units.byId.get(unit)?.path ?? '').reverse()

const withPost = (model: OfficeModel, unit: string, post: string, now: number): string[] =>
  [...new Set(holdsNow(model, now).filter((row) => row.post === post && (row.units ?? []).includes(unit)).map(({ person }) => person))]

const leadOf = (model: OfficeModel, unit: string): string[] => {
  const lead = model.units.byId.get(unit)?.lead
  return lead && serves(model, lead) ? [lead] : []
}

/**
 * Who looks at an entry again: whoever has the post where the entry lies, or in the nearest unit above; without such a post, its lead. Ids of
 * people who work here now; empty where nobody answers for the place.
 */
export const reviewersOf = (model: OfficeModel, unit: string | null | undefined, post: string | undefined, now: number): string[] => {
  const line = unit ? upwards(model, unit) : model.units.all.filter(({ parent, active }) => !parent && active !== false).map(({ id }) => id)
  const postId = post ? model.posts.byCode.get(post)?.id : undefined
  const first = (find: (id: string) => string[]): string[] => line.map(find).find((people) => people.length > 0) ?? []
  const posted = postId ? first((id) => withPost(model, id, postId, now)) : []
  return posted.length > 0 ? posted : first((id) => leadOf(model, id))
}

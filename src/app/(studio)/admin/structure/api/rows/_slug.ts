import { DomainError } from '@/domain/errors'
import { SLUG, type Slug } from '@/slugs'

/** Rows of structure that the editors keep. Each collection's own access decides who may. */
export const EDITED: readonly Slug[] = [
  SLUG.offices, SLUG.levels, SLUG.units, SLUG.categories, SLUG.types, SLUG.sources, SLUG.calendarDays, SLUG.teams, SLUG.posts, SLUG.memberships, SLUG.roles, SLUG.routines,
  SLUG.tags, SLUG.replies, SLUG.columns, SLUG.grants,
]

/** The collection that an address names. Errors: `notFound`. */
export const slugOf = (given: string | undefined): Slug => {
  const slug = EDITED.find((one) => one === given)
  if (!slug) throw new DomainError('notFound')
  return slug
}

import type { Permission } from '@/domain/access/types'
import { SLUG, type Slug } from '@/slugs'

/** Tables that are not open to all who see the structure, and any of the rights that open each: what a collection closes, its history does not open. */
export const CLOSED_UNLESS: readonly { tables: readonly Slug[]; rights: readonly Permission[] }[] = [
  { tables: [SLUG.users, SLUG.memberships], rights: ['people.view', 'people.edit'] },
  { tables: [SLUG.grants], rights: ['grants.view', 'grants.edit'] },
]

/** Tables whose changes somebody does not see. What happened to entries of registers is told by their own pages. */
export const closedTables = (holds: (permission: Permission) => boolean): Slug[] =>
  [SLUG.entries, ...CLOSED_UNLESS.flatMap(({ tables, rights }) => (rights.some(holds) ? [] : tables))]

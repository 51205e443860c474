import { grantsFor, isUnder, PERSONAL_PERMISSIONS } from './decide'
import type { AccessFilter, FilterRow, Grant, MatterFacts, Permission, Viewer } from './types'

const NEVER: AccessFilter = { kind: 'never' }

// Paths that do not end in "/" fit nothing, here as in `may`.
const rowOf = (grant: Grant): FilterRow | undefined => {
  const categoryPaths = grant.categoryPaths?.filter((path) => path.endsWith('/'))
  if (categoryPaths?.length === 0 || grant.unitPath?.endsWith('/') === false) return undefined
  return {
    ...(grant.unitPath === undefined ? {} : { unitPath: grant.unitPath }),
    ...(grant.team === undefined ? {} : { team: grant.team }),
    ...(categoryPaths === undefined ? {} : { categoryPaths }),
    ...(grant.permissions.includes('matter.viewRestricted') ? {} : { confidentiality: 'normal' as const }),
  }
}

const coversPath = (wide: string | undefined, narrow: string | undefined): boolean =>
  wide === undefined || (narrow !== undefined && isUnder(narrow, wide))

const coversCategories = (wide: FilterRow, narrow: FilterRow): boolean =>
  wide.categoryPaths === undefined ||
  (narrow.categoryPaths !== undefined && narrow.categoryPaths.every((path) => wide.categoryPaths?.some((node) => isUnder(path, node))))

const same = (wide: string | undefined, narrow: string | undefined): boolean => wide === undefined || wide === narrow

/** Whether one row lets through everything the other does. Sound: it may miss a cover, it never claims one. */
export const covers = (wide: FilterRow, narrow: FilterRow): boolean =>
  coversPath(wide.unitPath, narrow.unitPath) &&
  coversCategories(wide, narrow) &&
  same(wide.team, narrow.team) &&
  same(wide.person, narrow.person) &&
  same(wide.confidentiality, narrow.confidentiality)

/** Without rows that another row already lets through; every row is one range scan less. */
export const withoutCovered = (rows: readonly FilterRow[]): FilterRow[] =>
  rows.filter((row, index) => !rows.some((other, at) => at !== index && covers(other, row) && (!covers(row, other) || at < index)))

/** The decision of `may` as a filter: `may(viewer, permission, x, now)` ⇔ `matches(accessFilter(viewer, permission, now), x)` for every matter. */
export const accessFilter = (viewer: Viewer, permission: Permission, now: number): AccessFilter => {
  const grants = grantsFor(viewer, permission, now)
  const rows = grants.map(rowOf).filter((row) => row !== undefined)
  if (grants.length > 0 && PERSONAL_PERMISSIONS.includes(permission)) rows.push({ person: viewer.id })
  return rows.length === 0 ? NEVER : { kind: 'anyOf', office: viewer.office, rows: withoutCovered(rows) }
}

const rowMatches = (row: FilterRow, facts: MatterFacts): boolean =>
  (row.unitPath === undefined || isUnder(facts.path, row.unitPath)) &&
  (row.team === undefined || facts.teams.includes(row.team)) &&
  (row.person === undefined || facts.persons.includes(row.person)) &&
  (row.categoryPaths === undefined || row.categoryPaths.some((node) => isUnder(facts.categoryPath, node))) &&
  (row.confidentiality === undefined || row.confidentiality === facts.confidentiality)

/** Whether a filter lets a matter through. */
export const matches = (filter: AccessFilter, facts: MatterFacts): boolean =>
  filter.kind === 'anyOf' && filter.office === facts.office && filter.rows.some((row) => rowMatches(row, facts))

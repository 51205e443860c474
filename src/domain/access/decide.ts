import type { Grant, MatterFacts, Permission, Viewer } from './types'

/** What a share in a matter is enough for, if the person holds the permission in any scope at all. */
export const PERSONAL_PERMISSIONS: readonly Permission[] = ['matter.view', 'matter.note', 'matter.handle', 'matter.reply', 'matter.attach']

/** Whether a grant is in force: from its first instant up to, and without, its last (epoch ms). */
export const isCurrent = (grant: Pick<Grant, 'from' | 'until'>, now: number): boolean =>
  (grant.from === undefined || grant.from <= now) && (grant.until === undefined || now < grant.until)

/** The viewer's grants in force that hold the permission. */
export const grantsFor = (viewer: Viewer, permission: Permission, now: number): Grant[] =>
  viewer.grants.filter((grant) => isCurrent(grant, now) && grant.permissions.includes(permission))

/** Whether a place or category lies at or under a node. A path that does not end in "/" would also fit its neighbours: it fits nothing. */
export const isUnder = (path: string, node: string): boolean => node.endsWith('/') && path.startsWith(node)

const fitsScope = (grant: Grant, facts: MatterFacts): boolean =>
  (grant.unitPath === undefined || isUnder(facts.path, grant.unitPath)) &&
  (grant.team === undefined || facts.teams.includes(grant.team)) &&
  (grant.categoryPaths === undefined || grant.categoryPaths.some((node) => isUnder(facts.categoryPath, node)))

const fitsConfidentiality = (grant: Grant, facts: MatterFacts): boolean =>
  facts.confidentiality === 'normal' || grant.permissions.includes('matter.viewRestricted')

/**
 * The one decision on access: permission ∧ scope ∧ confidentiality within one grant, or a personal share (domain.md §9, decisions.md 12).
 * `now` is epoch milliseconds. Never true across offices.
 */
export const may = (viewer: Viewer, permission: Permission, facts: MatterFacts, now: number): boolean => {
  if (viewer.office !== facts.office) return false
  const grants = grantsFor(viewer, permission, now)
  if (grants.length > 0 && facts.persons.includes(viewer.id) && PERSONAL_PERMISSIONS.includes(permission)) return true
  return grants.some((grant) => fitsScope(grant, facts) && fitsConfidentiality(grant, facts))
}

/** Whether the viewer holds the permission in any scope: for what is not a matter, and for what menus show. */
export const mayAnywhere = (viewer: Viewer, permission: Permission, now: number): boolean => grantsFor(viewer, permission, now).length > 0

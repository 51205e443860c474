import { PERMISSIONS, type Permission } from './types'

/** What people look for in a matrix of rights: who sees, who works, who publishes, who runs the office. */
export const RIGHT_GROUPS = ['see', 'work', 'publish', 'run'] as const
export type RightGroup = (typeof RIGHT_GROUPS)[number]

const SEES: readonly Permission[] = ['matter.view', 'matter.viewRestricted', 'matter.original', 'contact.reveal', 'register.view']
const PUBLISHES: readonly Permission[] = ['content.edit', 'content.publish', 'alert.publish', 'rules.edit', 'matter.publish']

const groupOf = (permission: Permission): RightGroup => {
  if (SEES.includes(permission)) return 'see'
  if (PUBLISHES.includes(permission)) return 'publish'
  return permission.startsWith('matter.') || ['register.edit', 'booking.run'].includes(permission) ? 'work' : 'run'
}

/** Every right of the portal, each in one group, in the order of the closed list. */
export const rightsByGroup = (): { group: RightGroup; permissions: Permission[] }[] =>
  RIGHT_GROUPS.map((group) => ({ group, permissions: PERMISSIONS.filter((permission) => groupOf(permission) === group) }))

/** How far a role reaches where it is granted: the widest scope of its grants in force. */
export type Reach = 'office' | 'unit' | 'team' | 'category' | 'nobody'

type Scope = { unitPath?: string | undefined; team?: string | undefined; categoryPaths?: readonly string[] | undefined }

const reachOf = ({ unitPath, team, categoryPaths }: Scope): Exclude<Reach, 'nobody'> => {
  if (unitPath !== undefined) return 'unit'
  if (team !== undefined) return 'team'
  return categoryPaths === undefined ? 'office' : 'category'
}

const WIDEST: readonly Reach[] = ['office', 'category', 'unit', 'team']

/** The widest reach of some grants; `nobody` where there is none. */
export const widestReach = (scopes: readonly Scope[]): Reach => {
  const found = new Set<Reach>(scopes.map(reachOf))
  return WIDEST.find((reach) => found.has(reach)) ?? 'nobody'
}

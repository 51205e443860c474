import type { Permission } from '../access/types'
import { EXCLUSIVE } from './matters'
import type { Problem } from './problem'
import type { PackageRow, StructurePackage } from './schema'

const STRUCTURE: readonly Permission[] = ['structure.edit', 'structure.publish', 'rules.edit', 'settings.edit']

const readsOnly = (permission: Permission): boolean => permission.endsWith('.view') || permission === 'matter.viewRestricted'

const reshapes = (role: Pick<PackageRow<'roles'>, 'permissions'>): boolean => role.permissions.some((held) => held === 'structure.edit' || held === 'grants.edit')

/** Granting is the security administrator's alone; that one sets up nothing; the auditor changes nothing (decisions.md 12). */
export const mayHold = (role: Pick<PackageRow<'roles'>, 'exclusive' | 'permissions'>, permission: Permission): boolean => {
  if (role.exclusive === 'audit') return readsOnly(permission)
  if (permission === 'grants.edit') return role.exclusive === 'security'
  if (permission === 'audit.view') return !reshapes(role)
  return role.exclusive !== 'security' || !STRUCTURE.includes(permission)
}

/** Rights that must lie apart (三员分立), and the three roles that an office cannot do without. */
export const roleProblems = (pkg: StructurePackage): Problem[] => [
  ...pkg.roles.flatMap((role, i) =>
    role.permissions.flatMap((permission, j) =>
      mayHold(role, permission)
        ? []
        : [{ path: `/roles/${i}/permissions/${j}`, code: 'separation' as const, params: { value: role.code, permission } }])),
  ...EXCLUSIVE.filter((kind) => !pkg.roles.some((role) => role.exclusive === kind))
    .map((kind) => ({ path: '/roles', code: 'roleMissing' as const, params: { value: kind } })),
]

type Range = { min?: number | undefined; max?: number | undefined }

const upsideDown = (path: string, range: Range): Problem[] =>
  range.min !== undefined && range.max !== undefined && range.min > range.max
    ? [{ path, code: 'badRange', params: { min: range.min, max: range.max } }]
    : []

/** Sizes whose smallest value lies above their largest. */
export const sizeProblems = (pkg: StructurePackage): Problem[] => [
  ...pkg.teams.flatMap((team, i) => upsideDown(`/teams/${i}/size`, team.size ?? {})),
  ...pkg.levels.flatMap((level, i) =>
    level.staffing.flatMap((rule, j) => (rule.kind === 'leadRequired' ? [] : upsideDown(`/levels/${i}/staffing/${j}`, rule)))),
]

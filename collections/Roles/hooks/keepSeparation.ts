import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import type { ExclusiveKind } from '@/domain/access/exclusion'
import { assertRoleChange } from '@/services/people/assertRoleChange'
import { SLUG } from '@/slugs'

/** Powers that may not meet in one role, or the three would be one person under three names (domain.md §9). */
const APART: readonly [string, string, string][] = [
  ['grants.edit', 'structure.edit', '授权与编辑结构不能在同一个角色里'],
  ['grants.edit', 'audit.view', '授权与审计不能在同一个角色里'],
  ['audit.view', 'structure.edit', '审计与编辑结构不能在同一个角色里'],
]

/** A power of the three marks its role, so that separation is asked wherever the role is given. */
const MARKS: readonly [string, ExclusiveKind, string][] = [
  ['grants.edit', 'security', '能授权的角色必须是安全管理员'],
  ['audit.view', 'audit', '能看审计的角色必须是审计员'],
  ['structure.edit', 'owner', '能编辑结构的角色必须是所有者'],
]

type Role = { permissions: string[]; exclusive?: ExclusiveKind }
type Row = Record<string, unknown> | undefined

const roleOf = (row: Row, before?: Row): Role => {
  const given = (field: 'permissions' | 'exclusive'): unknown => (row?.[field] === undefined ? before?.[field] : row[field])
  const [permissions, exclusive] = [given('permissions'), given('exclusive')]
  return { permissions: Array.isArray(permissions) ? permissions.map(String) : [], ...(exclusive ? { exclusive: exclusive as ExclusiveKind } : {}) }
}

const faultOf = ({ permissions, exclusive }: Role): { path: string; message: string } | undefined => {
  const joined = APART.find(([one, other]) => permissions.includes(one) && permissions.includes(other))
  if (joined) return { path: 'permissions', message: joined[2] }
  const unmarked = MARKS.find(([power, kind]) => permissions.includes(power) && exclusive !== kind)
  return unmarked && { path: 'exclusive', message: unmarked[2] }
}

export const keepSeparation: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const [before, after] = [roleOf(originalDoc), roleOf(data, originalDoc)]
  const fault = faultOf(after)
  if (fault) throw new ValidationError({ collection: SLUG.roles, errors: [fault] }, req.t)
  if (operation === 'update') await assertRoleChange({ req, before: { id: String(originalDoc.id), ...before }, after: { id: String(originalDoc.id), ...after } })
  return data
}

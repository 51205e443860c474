import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { SLUG } from '@/slugs'

/** Powers that may not meet in one role, or the three would be one person under three names (domain.md §9). */
const APART: readonly [string, string, string][] = [
  ['grants.edit', 'structure.edit', '授权与编辑结构不能在同一个角色里'],
  ['grants.edit', 'audit.view', '授权与审计不能在同一个角色里'],
  ['audit.view', 'structure.edit', '审计与编辑结构不能在同一个角色里'],
]

export const keepSeparation: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const held: unknown = data.permissions ?? originalDoc?.permissions
  const permissions = new Set(Array.isArray(held) ? held.map(String) : [])
  const broken = APART.find(([one, other]) => permissions.has(one) && permissions.has(other))
  if (broken) throw new ValidationError({ collection: SLUG.roles, errors: [{ path: 'permissions', message: broken[2] }] }, req.t)
  const exclusive: unknown = data.exclusive ?? originalDoc?.exclusive
  if (permissions.has('grants.edit') && exclusive !== 'security') {
    throw new ValidationError({ collection: SLUG.roles, errors: [{ path: 'exclusive', message: '能授权的角色必须是安全管理员' }] }, req.t)
  }
  return data
}

import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import type { ExclusiveKind } from '@/domain/access/exclusion'
import { PERMISSIONS } from '@/domain/access/types'
import { mayHold } from '@/domain/package/roleChecks'
import { t } from '@/i18n'
import { langOf } from '@/lib/langOf'
import { assertRoleChange } from '@/services/people/assertRoleChange'
import { assertFreshInHook } from '@/services/session/fresh'
import { SLUG } from '@/slugs'

/** Powers that may not meet in one role, or the three would be one person under three names (domain.md §9). */
const APART = [
  ['grants.edit', 'structure.edit', 'grantEdit'],
  ['grants.edit', 'audit.view', 'grantAudit'],
  ['audit.view', 'structure.edit', 'auditEdit'],
] as const

/** A power of the three marks its role, so that separation is asked wherever the role is given. */
const MARKS = [
  ['grants.edit', 'security'],
  ['audit.view', 'audit'],
  ['structure.edit', 'owner'],
] as const

type Role = { permissions: string[]; exclusive?: ExclusiveKind }
type Row = Record<string, unknown> | undefined

const roleOf = (row: Row, before?: Row): Role => {
  const given = (field: 'permissions' | 'exclusive'): unknown => (row?.[field] === undefined ? before?.[field] : row[field])
  const [permissions, exclusive] = [given('permissions'), given('exclusive')]
  return { permissions: Array.isArray(permissions) ? permissions.map(String) : [], ...(exclusive ? { exclusive: exclusive as ExclusiveKind } : {}) }
}

type Fault = { path: string; said: 'grantEdit' | 'grantAudit' | 'auditEdit' | 'onlyReads' | ExclusiveKind }

const faultOf = ({ permissions, exclusive }: Role): Fault | undefined => {
  const joined = APART.find(([one, other]) => permissions.includes(one) && permissions.includes(other))
  if (joined) return { path: 'permissions', said: joined[2] }
  // What a package with this role would be refused for is refused where the role is made.
  if (exclusive === 'audit' && PERMISSIONS.some((each) => permissions.includes(each) && !mayHold({ permissions: [], exclusive }, each))) return { path: 'permissions', said: 'onlyReads' }
  const unmarked = MARKS.find(([power, kind]) => permissions.includes(power) && exclusive !== kind)
  return unmarked && { path: 'exclusive', said: unmarked[1] }
}

export const keepSeparation: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  await assertFreshInHook(req)
  const [before, after] = [roleOf(originalDoc), roleOf(data, originalDoc)]
  const fault = faultOf(after)
  if (fault) throw new ValidationError({ collection: SLUG.roles, errors: [{ path: fault.path, message: t(langOf(req), `structure.hooks.apart.${fault.said}`) }] }, req.t)
  if (operation === 'update') await assertRoleChange({ req, before: { id: String(originalDoc.id), ...before }, after: { id: String(originalDoc.id), ...after } })
  return data
}

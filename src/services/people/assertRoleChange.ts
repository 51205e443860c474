import { APIError, type PayloadRequest } from 'payload'
import { countRows, findRows } from '@/db/rows'
import { clashes, type ExclusiveKind, type Holding } from '@/domain/access/exclusion'
import { t } from '@/i18n'
import { idOf } from '@/lib/idOf'
import { langOf } from '@/lib/langOf'
import { SLUG } from '@/slugs'

type RoleFacts = { id: string; permissions: readonly string[]; exclusive?: ExclusiveKind }

const refuse = (req: PayloadRequest, code: 'exclusive' | 'ownRole' | 'roleInUse') => new APIError(t(langOf(req), `staff.grant.${code}`), 403, { code }, true)

const ms = (value?: string | null): number | undefined => (value ? Date.parse(value) : undefined)

/** What a person holds of the three by roles other than this one. */
const heldBeside = async (req: PayloadRequest, person: string, role: string): Promise<Holding[]> => {
  const grants = await findRows(req, SLUG.grants, { where: { and: [{ person: { equals: person } }, { role: { not_equals: role } }] } })
  const roles = new Map((await findRows(req, SLUG.roles, { where: { id: { in: grants.map((grant) => idOf(grant.role) ?? '') } } })).map((row) => [row.id, row.exclusive ?? undefined]))
  return grants.map((grant) => ({ person, exclusive: roles.get(idOf(grant.role) ?? ''), from: ms(grant.from), until: ms(grant.until) }))
}

/**
 * Checks a changed role as if it were granted anew to everybody who holds it (decisions.md 12): nobody widens a role of their own, and
 * nobody becomes two of the three. Errors: 403.
 */
export const assertRoleChange = async ({ req, before, after }: { req: PayloadRequest; before: RoleFacts; after: RoleFacts }): Promise<void> => {
  const grants = await findRows(req, SLUG.grants, { where: { role: { equals: before.id } } })
  const widened = after.permissions.some((permission) => !before.permissions.includes(permission))
  if (widened && grants.some((grant) => idOf(grant.person) === req.user?.id)) throw refuse(req, 'ownRole')
  if (after.exclusive === undefined || after.exclusive === before.exclusive) return
  for (const grant of grants) {
    const person = idOf(grant.person) ?? ''
    const wanted: Holding = { person, exclusive: after.exclusive, from: ms(grant.from), until: ms(grant.until) }
    if (clashes(wanted, await heldBeside(req, person, before.id))) throw refuse(req, 'exclusive')
  }
}

/** Checks the removal of a role. Errors: 403 while anybody has a grant of it, ended ones included. */
export const assertRoleUnused = async ({ req, role }: { req: PayloadRequest; role: string }): Promise<void> => {
  if ((await countRows(req, SLUG.grants, { role: { equals: role } })) > 0) throw refuse(req, 'roleInUse')
}

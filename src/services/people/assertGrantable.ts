import { APIError, type PayloadRequest } from 'payload'
import { viewerOf } from '@/access/viewer'
import { findRow, findRows } from '@/db/rows'
import { clashes, grantProblem, overlaps, type GrantProblem, type GrantProposal, type Holding } from '@/domain/access/exclusion'
import { t } from '@/i18n'
import { now } from '@/lib/clock'
import { idOf } from '@/lib/idOf'
import { langOf } from '@/lib/langOf'
import { SLUG } from '@/slugs'

type Refusal = GrantProblem | 'unknown' | 'last' | 'otherOffice'

/** What is wrong with the request itself; all else is a matter of rights. */
const FAULTY: readonly Refusal[] = ['unknown', 'endsBeforeStart']

const refuse = (req: PayloadRequest, code: Refusal) => new APIError(t(langOf(req), `staff.grant.${code}`), FAULTY.includes(code) ? 400 : 403, { code }, true)

const ms = (value: unknown): number | undefined => (typeof value === 'string' && value ? Date.parse(value) : undefined)

const exclusiveOf = async (req: PayloadRequest, role: string): Promise<Holding['exclusive']> => {
  const row = await findRow(req, SLUG.roles, { where: { id: { equals: role } } })
  if (!row) throw refuse(req, 'unknown')
  return row.exclusive ?? undefined
}

/** What a person holds of the three, other than by one grant. */
export const holdingsOf = async (req: PayloadRequest, person: string, but?: string): Promise<Holding[]> => {
  const grants = await findRows(req, SLUG.grants, { where: { person: { equals: person } } })
  const holdings: Holding[] = []
  // One after the other: a transaction of MongoDB takes no two at once.
  for (const grant of grants.filter(({ id }) => id !== but)) {
    holdings.push({ person, exclusive: await exclusiveOf(req, idOf(grant.role) ?? ''), from: ms(grant.from), until: ms(grant.until) })
  }
  return holdings
}

type Path = { path?: string | null }

const pathOf = async (req: PayloadRequest, slug: typeof SLUG.units | typeof SLUG.categories, id: string): Promise<string> => {
  const row = (await findRow(req, slug, { where: { id: { equals: id } } })) as Path | undefined
  if (!row?.path) throw refuse(req, 'unknown')
  return row.path
}

type GrantData = { person?: unknown; role?: unknown; unit?: unknown; team?: unknown; categories?: unknown; from?: unknown; until?: unknown }

const proposalOf = async (req: PayloadRequest, grant: GrantData): Promise<GrantProposal> => {
  const unit = idOf(grant.unit)
  const categories = (Array.isArray(grant.categories) ? grant.categories : []).flatMap((item) => idOf(item) ?? [])
  const categoryPaths: string[] = []
  for (const id of categories) categoryPaths.push(await pathOf(req, SLUG.categories, id))
  return {
    person: idOf(grant.person) ?? '',
    exclusive: await exclusiveOf(req, idOf(grant.role) ?? ''),
    from: ms(grant.from),
    until: ms(grant.until),
    ...(unit ? { unitPath: await pathOf(req, SLUG.units, unit) } : {}),
    ...(idOf(grant.team) ? { team: idOf(grant.team) } : {}),
    ...(categoryPaths.length > 0 ? { categoryPaths } : {}),
  }
}

type Args = { req: PayloadRequest; id?: string; grant: GrantData; formerPerson?: string }

/**
 * Checks a new or changed grant (decisions.md 12). Without a signed-in person it is the portal's own first grants: then only
 * the separation of the three is asked. Errors: 400, 403.
 */
export const assertGrantable = async ({ req, id, grant, formerPerson }: Args): Promise<void> => {
  const proposal = await proposalOf(req, grant)
  const person = await findRow(req, SLUG.users, { where: { id: { equals: proposal.person } } })
  if (!person) throw refuse(req, 'unknown')
  const held = await holdingsOf(req, proposal.person, id)
  if (!req.user) {
    if (clashes(proposal, held)) throw refuse(req, 'exclusive')
    return
  }
  const granter = await viewerOf(req)
  if (!granter) throw refuse(req, 'notGranter')
  if (idOf(person.office) !== granter.office) throw refuse(req, 'otherOffice')
  if (formerPerson === granter.id) throw refuse(req, 'toSelf')
  const problem = grantProblem({ granter, proposal, held, now: now() })
  if (problem) throw refuse(req, problem)
}

/** Checks a revocation: nobody revokes their own, and the last security administrator stays. Errors: 403. */
export const assertRevocable = async ({ req, grant }: { req: PayloadRequest; grant: string }): Promise<void> => {
  const row = await findRow(req, SLUG.grants, { where: { id: { equals: grant } } })
  if (!row) return
  if (req.user && idOf(row.person) === String(req.user.id)) throw refuse(req, 'toSelf')
  if ((await exclusiveOf(req, idOf(row.role) ?? '')) !== 'security') return
  const roles = await findRows(req, SLUG.roles, { where: { exclusive: { equals: 'security' } } })
  const left = await findRows(req, SLUG.grants, { where: { and: [{ role: { in: roles.map((role) => role.id) } }, { id: { not_equals: grant } }] } })
  if (left.length === 0) throw refuse(req, 'last')
}

/** Checks that a security administrator who may sign in is left without this person. Somebody who is none is never the last. Errors: 403. */
export const assertStaysGranted = async ({ req, without }: { req: PayloadRequest; without: string }): Promise<void> => {
  const roles = await findRows(req, SLUG.roles, { where: { exclusive: { equals: 'security' } } })
  const grants = await findRows(req, SLUG.grants, { where: { role: { in: roles.map((role) => role.id) } } })
  const current = grants.filter((grant) => overlaps({ from: ms(grant.from), until: ms(grant.until) }, { from: now(), until: now() + 1 }))
  const others = current.map((grant) => idOf(grant.person) ?? '').filter((person) => person !== without)
  if (others.length === current.length) return
  const active = await findRows(req, SLUG.users, { where: { and: [{ id: { in: others } }, { active: { not_equals: false } }] }, limit: 1 })
  if (active.length === 0) throw refuse(req, 'last')
}

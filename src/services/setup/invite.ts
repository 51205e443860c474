import type { PayloadRequest } from 'payload'
import { findRow, findRows } from '@/db/rows'
import { DomainError, type FieldError } from '@/domain/errors'
import { cleanLine } from '@/domain/matter/text'
import { idOf } from '@/lib/idOf'
import { appendAudit } from '@/services/audit/append'
import type { Desk } from '@/services/desk/desk'
import { unsafeAddPerson } from '@/services/people/addPerson'
import { editing } from '@/services/structure/editing'
import { SLUG } from '@/slugs'

/** A colleague to be asked in: `role` is a role's id, or empty. */
export type Invited = { name: string; username: string; role: string }
export type Made = { name: string; username: string; password: string; /** Whether the role was given at once. */ granted: boolean }

/** An account whose role somebody wished for and nobody has given yet. */
export type Wish = { person: string; name: string; role: string; roleName: string }

const INVITED = 'setup.invite'
const USERNAME = /^[a-z][a-z0-9._-]{2,39}$/
const MOST = 50

const faultsOf = (people: readonly Invited[]): FieldError[] =>
  people.flatMap(({ name, username }, at) => [
    ...(cleanLine(name) ? [] : [{ field: `${at}.name`, code: 'required' }]),
    ...(USERNAME.test(username) ? [] : [{ field: `${at}.username`, code: 'pattern' }]),
    ...(people.findIndex((one) => one.username === username) < at ? [{ field: `${at}.username`, code: 'taken' }] : []),
  ])

const takenIn = async (req: PayloadRequest, people: readonly Invited[]): Promise<FieldError[]> => {
  const rows = await findRows(req, SLUG.users, { where: { username: { in: people.map(({ username }) => username) } }, select: { username: true } })
  const taken = new Set(rows.map(({ username }) => username))
  return people.flatMap(({ username }, at) => (taken.has(username) ? [{ field: `${at}.username`, code: 'taken' }] : []))
}

/** Roles that an invitation may name: not the three that are kept apart, which are named once by themselves. */
export const rolesToGive = async (desk: Desk): Promise<{ id: string; name: string }[]> => {
  const rows = await findRows({ payload: desk.payload }, SLUG.roles, { where: { office: { equals: desk.model.office.id } }, sort: 'id' })
  return rows.filter(({ exclusive }) => !exclusive).map(({ id, name }) => ({ id, name: desk.say(name as never) }))
}

/** Gives a role by the asker's own right: every check of the grants applies. */
const grant = (req: PayloadRequest, { office, person, role }: { office: string; person: string; role: string }) =>
  req.payload.create({ collection: SLUG.grants, data: { office, person, role, reason: 'setup' }, overrideAccess: false, depth: 0, req })

const make = async (req: PayloadRequest, desk: Desk, { name, username, role }: Invited): Promise<Made> => {
  const office = desk.model.office.id
  const { id, password } = await unsafeAddPerson(req, { office, username, name: cleanLine(name) })
  const granted = role !== '' && desk.holds('grants.edit')
  if (granted) await grant(req, { office, person: id, role })
  await appendAudit(req, { office, action: INVITED, actor: { kind: 'staff', id: desk.me.id, name: desk.me.name }, targetKind: SLUG.users, target: id, detail: { username, role } })
  return { name: cleanLine(name), username, password, granted }
}

/**
 * Makes accounts with one-time passwords, to be shown once. Who may grant gives the roles at once; for anybody else they stay wishes until the
 * security administrator gives them (decisions.md 12). All or none. Errors: `notAllowed`, `invalid` with fields `<n>.name`, `<n>.username`, `<n>.role`.
 */
export const invite = async (desk: Desk, people: readonly Invited[]): Promise<Made[]> => {
  if (!desk.holds('people.edit')) throw new DomainError('notAllowed')
  const known = new Set((await rolesToGive(desk)).map(({ id }) => id))
  const faults = [...faultsOf(people), ...people.flatMap(({ role }, at) => (role === '' || known.has(role) ? [] : [{ field: `${at}.role`, code: 'unknown' }]))]
  if (people.length === 0 || people.length > MOST || faults.length > 0) throw new DomainError('invalid', {}, faults)
  return editing({ desk, work: async (req) => {
    const taken = await takenIn(req, people)
    if (taken.length > 0) throw new DomainError('invalid', {}, taken)
    const made: Made[] = []
    // One after the other: a transaction of MongoDB takes no two at once.
    for (const person of people) made.push(await make(req, desk, person))
    return made
  } })
}

const wishOf = (detail: unknown): string => (detail && typeof detail === 'object' && 'role' in detail && typeof detail.role === 'string' ? detail.role : '')

/** Roles that were wished for at the set-up and that nobody has given yet: for whoever grants. */
export const wishes = async (desk: Desk): Promise<Wish[]> => {
  const office = { office: { equals: desk.model.office.id } }
  const asked = await findRows({ payload: desk.payload }, SLUG.audit, { where: { and: [office, { action: { equals: INVITED } }] }, sort: 'seq', limit: 500 })
  const roles = new Map((await rolesToGive(desk)).map(({ id, name }) => [id, name]))
  const open: Wish[] = []
  for (const { target, detail } of asked) {
    const [role, person] = [wishOf(detail), desk.model.people.get(target ?? '')]
    if (!roles.has(role) || !person || person.active === false) continue
    const given = await findRow({ payload: desk.payload }, SLUG.grants, { where: { and: [{ person: { equals: person.id } }, { role: { equals: role } }] } })
    if (!given) open.push({ person: person.id, name: person.name, role, roleName: roles.get(role) ?? '' })
  }
  return open
}

/** Gives every role that is wished for. Returns how many. Errors: `notAllowed`. */
export const grantWishes = async (desk: Desk): Promise<number> => {
  if (!desk.holds('grants.edit')) throw new DomainError('notAllowed')
  const open = await wishes(desk)
  await editing({ desk, work: async (req) => {
    for (const { person, role } of open) await grant(req, { office: idOf(desk.model.office.id) ?? '', person, role })
  } })
  return open.length
}

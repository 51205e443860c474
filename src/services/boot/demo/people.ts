import type { Payload, PayloadRequest } from 'payload'
import { findRows, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { t } from '@/i18n'
import { wordsOf } from '@/lib/wordsOf'
import { unsafeAddPerson, unsafeGrant } from '@/services/people/addPerson'
import { oneTimePassword } from '@/services/people/oneTimePassword'
import { forgetOfficeModel, needModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { readDemo, type DemoPerson } from './content'
import type { DemoPeople } from './types'
import { say } from '../say'

type RoleRow = { id: string; code: string; name: unknown; exclusive?: string | null }

const usernameOf = (role: string): string => role.toLowerCase()

/** The people to make: those of the content, and one for every role of the office that has none. The owner exists already. */
const cast = (roles: RoleRow[], people: DemoPerson[]): DemoPerson[] => {
  const named = new Set(people.map((person) => person.username))
  const missing = roles.filter((role) => role.exclusive !== 'owner' && !named.has(usernameOf(role.code)))
  const known = new Set(roles.map((role) => role.code))
  const fitting = people.map((person) => ({ ...person, roles: person.roles.filter(({ role }) => known.has(role)) }))
  return [...missing.map((role) => ({ username: usernameOf(role.code), name: wordsOf(role.name).zh, roles: [{ role: role.code }], duties: [], leads: [] })), ...fitting]
}

type Making = { req: PayloadRequest; model: OfficeModel; person: DemoPerson; password: string; roleIds: Map<string, string> }

const idsOf = (table: OfficeModel['units'], codes: readonly string[] = []): string[] => codes.flatMap((code) => table.byCode.get(code)?.id ?? [])

const idOfCode = (table: { byCode: Map<string, { id: string }> }, code: string | undefined): string | undefined => (code === undefined ? undefined : table.byCode.get(code)?.id)

const addDuties = async ({ req, model, person }: Making, id: string): Promise<void> => {
  for (const duty of person.duties) {
    const [team, post] = [idOfCode(model.teams, duty.team), idOfCode(model.posts, duty.post)]
    if (!team && !post) continue
    await req.payload.create({
      collection: SLUG.memberships, overrideAccess: true, depth: 0, req,
      data: { office: model.office.id, person: id, ...(team ? { team } : {}), ...(post ? { post } : {}), units: idsOf(model.units, duty.units) },
    })
  }
}

const addLeads = async ({ req, model, person }: Making, id: string): Promise<void> => {
  for (const unit of idsOf(model.units, person.leads)) await req.payload.update({ collection: SLUG.units, id: unit, data: { lead: id, ...(person.publicName ? { publicName: person.publicName } : {}) }, overrideAccess: true, depth: 0, req })
}

const makePerson = async (making: Making): Promise<string> => {
  const { req, model, person, password, roleIds } = making
  const office = model.office.id
  req.context.reason = t('zh', 'packages.changes.byDemo')
  const unit = idOfCode(model.units, person.unit)
  const { id } = await unsafeAddPerson(req, { office, username: person.username, name: person.name, publicName: person.publicName, unit, password, mustChangePassword: false })
  for (const held of person.roles) {
    const scope = idOfCode(model.units, held.unit)
    // A scope that this office has not would widen into the whole office.
    if (held.unit !== undefined && !scope) continue
    await unsafeGrant(req, { office, person: id, role: roleIds.get(held.role) ?? '', unit: scope, reason: t('zh', 'packages.changes.byDemo') })
  }
  await addDuties(making, id)
  await addLeads(making, id)
  return id
}

/**
 * Makes one person per role and the members that teams, posts and units need, all with one password that is printed, and closes
 * the naming of the security administrator and the auditor, who are among them.
 */
export const demoPeople = async (payload: Payload): Promise<DemoPeople> => {
  const model = await needModel(payload)
  const roles = (await findRows({ payload }, SLUG.roles, { where: { office: { equals: model.office.id } } })) as RoleRow[]
  const roleIds = new Map(roles.map((role) => [role.code, role.id]))
  const password = oneTimePassword()
  const ids = new Map<string, string>()
  for (const person of cast(roles, (await readDemo()).people)) {
    ids.set(person.username, await withTransaction(payload, (req) => makePerson({ req, model, person, password, roleIds })))
  }
  await withTransaction(payload, (req) => updateRowIf(req, SLUG.offices, { id: { equals: model.office.id } }, { appointmentsOpen: false }))
  forgetOfficeModel()
  say(`Demonstration: ${ids.size} people. Sign in at /desk as  ${roles.filter((role) => role.exclusive !== 'owner').map((role) => usernameOf(role.code)).join(' · ')}`)
  say(`Demonstration: the password of all of them is  ${password}`)
  return { ids, password }
}

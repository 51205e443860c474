import type { Payload, PayloadRequest } from 'payload'
import { findRows } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { staffActing, type Acting } from '@/services/matters/actor'
import { unsafeAddPerson, unsafeGrant } from '@/services/people/addPerson'
import { needModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'

/** How a service is told who acts. */
export type ActingOf = (req: PayloadRequest, model: OfficeModel) => Promise<Acting> | Acting

export type Person = { id: string; username: string; acting: ActingOf }

export type NewPerson = {
  username: string
  /** Codes: each role with the unit it is held in, or the whole office. */
  roles: { role: string; unit?: string }[]
  seat?: string
  duties?: { team?: string; post?: string; units?: string[] }[]
}

export const PASSWORD = 'Quiet-River-42'

const need = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`the preset has no ${what}`)
  return value
}

/** The acting factory of a person as the doors make it: grants are read anew in each transaction. */
export const actingAs = async (payload: Payload, id: string): Promise<ActingOf> => {
  const user = { ...(await payload.findByID({ collection: SLUG.users, id, depth: 0, overrideAccess: true })), collection: SLUG.users }
  return (req, model) => staffActing(Object.assign(req, { user }), model)
}

/** Makes a person with grants and duties through the services. */
export const addPerson = async (payload: Payload, { username, roles, seat, duties = [] }: NewPerson): Promise<Person> => {
  const model = await needModel(payload)
  const office = model.office.id
  const known = await findRows({ payload }, SLUG.roles)
  const unitOf = (code: string) => need(model.units.byCode.get(code), `unit ${code}`).id
  const id = await withTransaction(payload, async (req) => {
    const person = await unsafeAddPerson(req, { office, username, name: `Test ${username}`, password: PASSWORD, mustChangePassword: false, ...(seat ? { unit: unitOf(seat) } : {}) })
    for (const { role, unit } of roles) {
      const roleId = need(known.find(({ code }) => code === role), `role ${role}`).id
      await unsafeGrant(req, { office, person: person.id, role: roleId, reason: 'test', ...(unit ? { unit: unitOf(unit) } : {}) })
    }
    for (const { team, post, units = [] } of duties) {
      await req.payload.create({
        collection: SLUG.memberships, overrideAccess: true, depth: 0, req,
        data: {
          office, person: person.id, units: units.map(unitOf),
          ...(team ? { team: need(model.teams.byCode.get(team), `team ${team}`).id } : {}),
          ...(post ? { post: need(model.posts.byCode.get(post), `post ${post}`).id } : {}),
        },
      })
    }
    return person.id
  })
  return { id, username, acting: await actingAs(payload, id) }
}

const DUTIES: Record<string, NewPerson['duties']> = {
  handler: [{ team: 'professional', post: 'responder' }],
  gridOfficer: [{ post: 'gridOfficer', units: ['jw-01-01'] }],
  coordinator: [{ post: 'coordinator', units: ['jw'] }],
  mediator: [{ team: 'harmony', post: 'mediator' }],
  supervisor: [{ team: 'monitors', post: 'verifier' }],
  volunteer: [{ team: 'volunteers' }],
}

export type People = {
  /** By code of the role. Throws for a role nobody was made for. */
  as: (role: string) => Person
  all: Person[]
}

/** One person per role of the preset, each with the whole office as scope; some with a place in a team or post. */
export const makePeople = async (payload: Payload): Promise<People> => {
  const roles = await findRows({ payload }, SLUG.roles, { sort: 'code' })
  const people = new Map<string, Person>()
  for (const { code } of roles) people.set(code, await addPerson(payload, { username: `t-${code.toLowerCase()}`, roles: [{ role: code }], seat: 'jw', duties: DUTIES[code] }))
  return { as: (role) => need(people.get(role), `person for the role ${role}`), all: [...people.values()] }
}

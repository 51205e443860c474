import type { PayloadRequest } from 'payload'
import { findRows } from '@/db/rows'
import type { Permission } from '@/domain/access/types'
import { idOf } from '@/lib/idOf'
import type { OfficeModel } from '@/services/structure/load'
import type { MembershipRow, UnitRow } from '@/services/structure/rows'
import type { AssignmentRow, MatterRow } from '@/services/matters/row'
import { SLUG } from '@/slugs'

/** Everything in an office that hangs on one person. */
export type Owned = {
  /** Open matters they lead, and open matters of others in which they have a share. */
  matters: MatterRow[]
  shares: { matter: MatterRow; assignment: AssignmentRow }[]
  led: UnitRow[]
  officered: UnitRow[]
  memberships: MembershipRow[]
  /** Grants in force, with the names of their roles. */
  grants: { id: string; role: string; updatedAt: string }[]
}

type Of = { req: PayloadRequest; model: OfficeModel; person: string; now: number }

const endsLater = (until: string | null | undefined, now: number): boolean => !until || Date.parse(until) > now

const sharesOf = async ({ req, person }: Of): Promise<Owned['shares']> => {
  const rows = await findRows(req, SLUG.assignments, { where: { and: [{ person: { equals: person } }, { active: { equals: true } }, { role: { equals: 'party' } }] }, sort: 'id' })
  const assignments = rows as unknown as AssignmentRow[]
  const ids = [...new Set(assignments.map(({ matter }) => matter))]
  const matters = ids.length > 0 ? await findRows(req, SLUG.matters, { where: { and: [{ id: { in: ids } }, { open: { equals: true } }] } }) : []
  const byId = new Map((matters as unknown as MatterRow[]).map((matter) => [matter.id, matter]))
  return assignments.flatMap((assignment) => {
    const matter = byId.get(assignment.matter)
    return matter ? [{ matter, assignment }] : []
  })
}

const grantsOf = async ({ req, model, person, now }: Of): Promise<Owned['grants']> => {
  const rows = await findRows(req, SLUG.grants, { where: { and: [{ person: { equals: person } }, { office: { equals: model.office.id } }] }, sort: 'id' })
  const roles = new Map((await findRows(req, SLUG.roles, { where: { office: { equals: model.office.id } } })).map((role) => [role.id, role.name as unknown as { zh: string }]))
  return rows.filter(({ until }) => endsLater(until, now)).map((row) => ({ id: row.id, role: roles.get(idOf(row.role) ?? '')?.zh ?? '', updatedAt: row.updatedAt }))
}

/** What a person leads, helps with, answers for and holds now. */
export const ownedBy = async (of: Of): Promise<Owned> => {
  const { req, model, person, now } = of
  const openUnits = model.units.all.filter(({ active }) => active !== false)
  const matters = await findRows(req, SLUG.matters, { where: { and: [{ office: { equals: model.office.id } }, { ownerPerson: { equals: person } }, { open: { equals: true } }] }, sort: 'id' })
  return {
    matters: matters as unknown as MatterRow[],
    shares: await sharesOf(of),
    // A closed unit is history: nobody takes it over.
    led: openUnits.filter((unit) => unit.lead === person),
    officered: openUnits.filter((unit) => (unit.officers ?? []).includes(person)),
    memberships: model.memberships.filter((row) => row.person === person && endsLater(row.until, now)),
    grants: await grantsOf(of),
  }
}

/** What one must hold to hand over somebody's work. */
export const HANDS_OVER: readonly Permission[] = ['people.edit']

import type { PayloadRequest } from 'payload'
import { DomainError } from '@/domain/errors'
import { cleanLine } from '@/domain/matter/text'
import { assignmentChanges } from '@/domain/workflow/assignments'
import type { MatterState } from '@/domain/workflow/types'
import { activeAssignments } from '@/services/matters/find'
import { participantsOf, stateOf, type MatterRow } from '@/services/matters/row'
import { saveMatter } from '@/services/matters/save'
import type { Desk } from '@/services/desk/desk'
import { loadOfficeModel, type OfficeModel } from '@/services/structure/load'
import { editing } from '@/services/structure/editing'
import type { UnitRow } from '@/services/structure/rows'
import { writeBatch, type BatchChange } from '@/services/structure/batch'
import { saveRowIn } from '@/services/structure/saveRow'
import { putRow } from '@/services/studio/territory/restructure'
import { assertFresh } from '@/services/session/fresh'
import { SLUG, type Slug } from '@/slugs'
import { ownedBy, type Owned } from './owned'

/** `to`: who takes over; without anybody, matters stay with their team or unit and units are left without. `leaves`: the account is closed as well. */
export type HandOver = { person: string; matters?: string; units?: string; memberships?: string; leaves: boolean; reason: string }

export type HandedOver = { matters: number; units: number; memberships: number; grants: number }

type Doing = { req: PayloadRequest; desk: Desk; model: OfficeModel; order: HandOver; at: number; /** Rows of structure that changed hands: taken back as one. */ changes: BatchChange[] }

const put = ({ req, desk, changes }: Doing, slug: Slug, row: { id?: string; data: Record<string, unknown> }): Promise<string> => putRow({ req, desk, office: desk.model.office.id, changes }, slug, row)

const assertColleague = ({ model, order }: Doing, person: string | undefined): void => {
  if (person === undefined) return
  if (person === order.person || model.people.get(person)?.active === false || !model.people.has(person)) throw new DomainError('invalid', {}, [{ field: 'to', code: 'notOffered' }])
}

const swapped = (state: MatterState, from: string, to: string | undefined): MatterState => {
  const { ownerPerson, parties, ...rest } = state
  const owner = ownerPerson === from ? to : ownerPerson
  const left = parties.flatMap((party) => {
    if (party.person !== from) return [party]
    const { person: _gone, ...without } = party
    if (to !== undefined) return parties.some((other) => other.person === to) ? [] : [{ ...without, person: to }]
    return without.unit ?? without.team ? [without] : []
  })
  return { ...rest, ...(owner === undefined ? {} : { ownerPerson: owner }), parties: left }
}

const ownerAfter = (matter: MatterRow, after: MatterState): Partial<MatterRow> => ({
  ownerPerson: after.ownerPerson ?? null,
  // Past intake a matter always has an owner (domain.md §3 rule 6): where a person alone had it, its unit gets it back.
  ...(after.ownerPerson === undefined && !matter.ownerTeam && !matter.ownerUnit ? { ownerUnit: matter.unit ?? null } : {}),
})

const handMatter = async ({ req, desk, model, order, at }: Doing, matter: MatterRow): Promise<void> => {
  const active = await activeAssignments(req, matter.id)
  const before = stateOf(matter, active)
  const changes = ownerAfter(matter, swapped(before, order.person, order.matters))
  const after = { ...swapped(before, order.person, order.matters), ...(changes.ownerUnit ? { ownerUnit: changes.ownerUnit } : {}) }
  await saveMatter({
    req, model, before: matter, at, active, acting: desk.acting, assignments: assignmentChanges(before, after),
    // Whoever worked on it goes on counting as a worker of the round (domain.md §3 rule 4).
    changes: { ...changes, participants: participantsOf(after), handlers: [...new Set([...(matter.handlers ?? []), order.person])] },
    event: { kind: 'act', action: 'handOver', data: { from: order.person, ...(order.matters ? { person: order.matters } : {}) }, texts: [{ role: 'reason', text: order.reason, readers: 'staff' }] },
  })
}

const handMatters = async (doing: Doing, { matters, shares }: Owned): Promise<number> => {
  const all = new Map([...matters, ...shares.map(({ matter }) => matter)].map((matter) => [matter.id, matter]))
  for (const matter of all.values()) await handMatter(doing, matter)
  return all.size
}

/** A unit without the one who goes, and with whoever comes. */
const unitAfter = ({ lead, officers }: UnitRow, { person, units: to }: HandOver): Record<string, unknown> => {
  const left = (officers ?? []).filter((officer) => officer !== person)
  const comes = officers?.includes(person) && to !== undefined && !left.includes(to) ? [to] : []
  return { ...(lead === person ? { lead: to ?? null } : {}), officers: [...left, ...comes] }
}

const handUnits = async (doing: Doing, { led, officered }: Owned): Promise<number> => {
  const units = new Map([...led, ...officered].map((unit) => [unit.id, unit]))
  for (const unit of units.values()) await put(doing, SLUG.units, { id: unit.id, data: unitAfter(unit, doing.order) })
  return units.size
}

const handMemberships = async (doing: Doing, { memberships }: Owned): Promise<number> => {
  const now = new Date(doing.at).toISOString()
  const { order, model } = doing
  const isOpen = (unit: string): boolean => model.units.byId.get(unit)?.active !== false
  for (const { id, team, post, units, seat, leads, until } of memberships) {
    await put(doing, SLUG.memberships, { id, data: { until: now } })
    if (order.memberships) await put(doing, SLUG.memberships, { data: { person: order.memberships, team, post, units: units?.filter(isOpen), seat, leads, from: now, ...(until ? { until } : {}) } })
  }
  return memberships.length
}

/** Grants end with the account; only whoever may grant can end them one by one, and the portal lets nobody in without an account. */
const endGrants = async (doing: Doing, { grants }: Owned): Promise<number> => {
  if (!doing.desk.holds('grants.edit')) return 0
  for (const { id } of grants) await put(doing, SLUG.grants, { id, data: { until: new Date(doing.at).toISOString() } })
  return grants.length
}

/**
 * A person leaves, or gives their work away: open matters, shares, units, memberships go to whoever is named, all of it or nothing, each with
 * its own event and reason. Errors: `notAllowed`, `notFound`, `invalid` in fields `reason`, `to`; `conflict` when a matter was changed meanwhile.
 */
export const handOver = async (desk: Desk, order: HandOver): Promise<HandedOver> => {
  if (!desk.holds('people.edit')) throw new DomainError('notAllowed')
  if (order.leaves) await assertFresh(desk.req)
  const reason = cleanLine(order.reason).slice(0, 500)
  if (!reason) throw new DomainError('invalid', {}, [{ field: 'reason', code: 'required' }])
  return editing({ desk, reason, work: async (req) => {
    const model = await loadOfficeModel(req.payload, desk.model.office.id)
    if (!model?.people.has(order.person)) throw new DomainError('notFound')
    const doing: Doing = { req, desk, model, order: { ...order, reason }, at: desk.now, changes: [] }
    for (const person of [order.matters, order.units, order.memberships]) assertColleague(doing, person)
    const owned = await ownedBy({ req, model, person: order.person, now: desk.now })
    const told = { matters: await handMatters(doing, owned), units: await handUnits(doing, owned), memberships: await handMemberships(doing, owned), grants: order.leaves ? await endGrants(doing, owned) : 0 }
    if (doing.changes.length > 0) await writeBatch(req, { office: model.office.id, label: model.people.get(order.person)?.name ?? '', changes: doing.changes })
    if (order.leaves) await saveRowIn(req, model.office.id, { slug: SLUG.users, id: order.person, data: { active: false } })
    return told
  } })
}

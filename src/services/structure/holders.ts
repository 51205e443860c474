import { findRows, type RowRequest } from '@/db/rows'
import type { Permission } from '@/domain/access/types'
import type { FlowOffice, Holder } from '@/domain/workflow/lintOffice'
import type { Words } from '@/domain/words'
import { now } from '@/lib/clock'
import { idOf } from '@/lib/idOf'
import { wordsOf } from '@/lib/wordsOf'
import { SLUG } from '@/slugs'
import type { OfficeModel } from './load'

const inForce = (from: string | null | undefined, until: string | null | undefined, at: number): boolean =>
  (!from || Date.parse(from) <= at) && (!until || Date.parse(until) > at)

type Held = { holder: Holder; permissions: readonly string[] }

const holderOf = (model: OfficeModel, id: string | undefined, unit: string | undefined): Holder | undefined => {
  const person = model.people.get(id ?? '')
  if (!person || person.active === false) return undefined
  if (!unit) return { person: person.id }
  const unitPath = model.units.byId.get(unit)?.path
  return unitPath ? { person: person.id, unitPath } : undefined
}

/** Grants in force of people who work here. A team or category of a grant is no place, so it narrows nothing here; a unit that is gone grants nothing. */
const heldNow = async (req: RowRequest, model: OfficeModel): Promise<Held[]> => {
  const own = { where: { office: { equals: model.office.id } } }
  const permissions = new Map((await findRows(req, SLUG.roles, own)).map((role) => [role.id, role.permissions ?? []]))
  const at = now()
  return (await findRows(req, SLUG.grants, own)).flatMap((grant): Held[] => {
    const holder = inForce(grant.from, grant.until, at) ? holderOf(model, idOf(grant.person), idOf(grant.unit)) : undefined
    return holder ? [{ holder, permissions: permissions.get(idOf(grant.role) ?? '') ?? [] }] : []
  })
}

/** Roles that somebody who works here holds now, by their names, with what they may do; in the order they were made. */
export const rolesHeld = async (req: RowRequest, model: OfficeModel): Promise<{ name: Words; permissions: readonly string[] }[]> => {
  const own = { where: { office: { equals: model.office.id } } }
  const at = now()
  const grants = (await findRows(req, SLUG.grants, own)).filter(({ person, from, until }) => inForce(from, until, at) && holderOf(model, idOf(person), undefined))
  const held = new Set(grants.map(({ role }) => idOf(role)))
  return (await findRows(req, SLUG.roles, { ...own, sort: 'id' })).filter(({ id }) => held.has(id)).map(({ name, permissions }) => ({ name: wordsOf(name), permissions: permissions ?? [] }))
}

/** Who holds which permission where, and the units in force with parents before their children: what a workflow is checked against. */
export const flowOffice = async (req: RowRequest, model: OfficeModel): Promise<FlowOffice> => {
  const held = await heldNow(req, model)
  const known = new Map<Permission, Holder[]>()
  const holders = (permission: Permission): Holder[] => {
    const found = known.get(permission) ?? held.filter(({ permissions }) => permissions.includes(permission)).map(({ holder }) => holder)
    known.set(permission, found)
    return found
  }
  const units = model.units.all.filter(({ active }) => active !== false).map(({ path, name }) => ({ path, name })).sort((one, other) => one.path.length - other.path.length)
  return { holders, units }
}

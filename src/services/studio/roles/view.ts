import { findRows } from '@/db/rows'
import type { ExclusiveKind } from '@/domain/access/exclusion'
import { isCurrent } from '@/domain/access/decide'
import { rightsByGroup, widestReach, type Reach, type RightGroup } from '@/domain/access/groups'
import { isPermission, type Permission } from '@/domain/access/types'
import type { Words } from '@/domain/words'
import { idOf } from '@/lib/idOf'
import { wordsOf } from '@/lib/wordsOf'
import type { Grant } from '@/payload-types'
import type { Desk } from '@/services/desk/desk'
import { SLUG } from '@/slugs'

export type RoleColumn = {
  id: string
  code: string
  name: Words
  description?: Words
  permissions: Permission[]
  exclusive?: ExclusiveKind
  reach: Reach
  /** Whoever holds it must give a second factor. */
  factor: boolean
  /** Names of those who hold it now; absent for whoever may not see grants. */
  holders?: string[]
  seen: string
}

export type RolesView = {
  groups: { group: RightGroup; permissions: Permission[] }[]
  roles: RoleColumn[]
  /** For trying a role out: where it could be held. */
  units: { id: string; name: string }[]
  teams: { id: string; name: string }[]
  can: { edit: boolean; grant: boolean; see: boolean }
}

const ms = (value: string | null | undefined): number | undefined => (value ? Date.parse(value) : undefined)

const scopeOf = ({ unit, team, categories }: Grant) => ({
  unitPath: idOf(unit) ?? undefined, team: idOf(team) ?? undefined, categoryPaths: categories && categories.length > 0 ? categories.flatMap((one) => idOf(one) ?? []) : undefined,
})

/** Grants in force to people who work here. */
const grantsInForce = async (desk: Desk): Promise<Grant[]> => {
  const grants = await findRows(desk.req, SLUG.grants, { where: { office: { equals: desk.model.office.id } } })
  return grants.filter((grant) => isCurrent({ from: ms(grant.from), until: ms(grant.until) }, desk.now) && desk.model.people.get(idOf(grant.person) ?? '')?.active !== false)
}

/** Roles as columns of the matrix: rights, how far they reach, who holds them. The three that exclude one another come first. */
export const rolesView = async (desk: Desk): Promise<RolesView> => {
  const [rows, grants] = await Promise.all([findRows(desk.req, SLUG.roles, { where: { office: { equals: desk.model.office.id } }, sort: 'id' }), grantsInForce(desk)])
  const mayKnow = desk.holds('grants.view') || desk.holds('grants.edit') || desk.holds('people.view')
  const roles = rows.map((row): RoleColumn => {
    const held = grants.filter((grant) => idOf(grant.role) === row.id)
    const names = [...new Set(held.flatMap((grant) => desk.model.people.get(idOf(grant.person) ?? '')?.name ?? []))]
    return {
      id: row.id, code: row.code, name: wordsOf(row.name), permissions: row.permissions.filter(isPermission), reach: widestReach(held.map(scopeOf)), seen: row.updatedAt, factor: row.secondFactor === 'required',
      ...(row.description ? { description: wordsOf(row.description) } : {}), ...(row.exclusive ? { exclusive: row.exclusive } : {}), ...(mayKnow ? { holders: names } : {}),
    }
  })
  return {
    groups: rightsByGroup(),
    roles: [...roles].sort((one, other) => Number(other.exclusive !== undefined) - Number(one.exclusive !== undefined)),
    units: desk.model.units.all.filter(({ active }) => active !== false).map(({ id, name }) => ({ id, name: desk.say(name) })),
    teams: desk.model.teams.all.filter(({ active }) => active !== false).map(({ id, name }) => ({ id, name: desk.say(name) })),
    can: { edit: desk.holds('grants.edit'), grant: desk.holds('grants.edit'), see: desk.holds('structure.view') || desk.holds('grants.view') },
  }
}

import { queuePage } from '@/db/queue'
import { workersOf } from '@/domain/workflow/guards'
import { normaliseText } from '@/domain/matter/text'
import { DomainError } from '@/domain/errors'
import { pathIds } from '@/domain/grid/path'
import { activeAssignments, visibleMatter } from '@/services/matters/find'
import { stateOf, type MatterRow } from '@/services/matters/row'
import type { TeamRow, UnitRow } from '@/services/structure/rows'
import type { Desk } from './desk'
import { teamRef, unitRef } from './names'
import { rowVMs } from './rows'
import type { PickAnswer, PickOption, UnitNode, UnitsAnswer } from './view'

const MOST = 12
/** So many places of a team are named. */
const NAMED = 3

/** `place`: the path of the unit the matter lies in, where one is known. */
type Find = (desk: Desk, q: string, place?: string) => PickOption[]

const fits = (q: string, ...texts: (string | null | undefined)[]): boolean => texts.some((text) => normaliseText(text ?? '').includes(q))

const membersOf = ({ model }: Desk, team: string): number => new Set(model.memberships.filter((row) => row.team === team).map((row) => row.person)).size

const LATE = 2

/** How near a team is to a matter: 0 serves its place, 1 serves others, 2 leads and is seldom given work. */
const distanceOf = ({ kind, units: served }: TeamRow, place: string | undefined): number => {
  if (kind === 'leading') return LATE
  return place === undefined || !served?.length || served.some((id) => pathIds(place).includes(id)) ? 0 : 1
}

const teamHintOf = (desk: Desk, { id, units: served }: TeamRow): string => {
  const serves = (served ?? []).flatMap((unit) => unitRef(desk, unit)?.name ?? [])
  const members = desk.t('pick.members', { n: membersOf(desk, id) })
  return serves.length > 0 ? `${members} · ${desk.t('pick.serves', { units: serves.slice(0, NAMED).join(desk.t('pick.joint')) + (serves.length > NAMED ? '…' : '') })}` : members
}

/** Teams that serve the place of the matter come first; the others say whom they serve. */
const teams: Find = (desk, q, place) => desk.model.teams.all
  .filter((row) => row.active !== false && fits(q, row.name.zh, row.name.en, row.code))
  .toSorted((one, other) => distanceOf(one, place) - distanceOf(other, place))
  .map((row) => ({ kind: 'team', id: row.id, name: desk.say(row.name), hint: teamHintOf(desk, row) }))

const units: Find = (desk, q) => desk.model.units.all
  .filter((row) => row.active !== false && fits(q, row.name.zh, row.name.en, row.code))
  .map((row) => ({ kind: 'unit', id: row.id, name: desk.say(row.name), hint: unitRef(desk, row.id)?.above.join(' › ') }))

const teamHint = (desk: Desk, person: string): string | undefined =>
  desk.model.memberships.filter((row) => row.person === person).flatMap((row) => teamRef(desk, row.team)?.name ?? [])[0]

const people: Find = (desk, q) => [...desk.model.people.values()]
  .filter((row) => row.active !== false && fits(q, row.name, row.username))
  .map((row) => ({ kind: 'person', id: row.id, name: row.name, hint: teamHint(desk, row.id) }))

/** A list of units is long and says little before anything is typed. */
const unitsTyped: Find = (desk, q) => (q ? units(desk, q) : [])

const KINDS: Record<string, Find[]> = {
  lead: [teams, people, unitsTyped], team: [teams], unit: [units], person: [people], verifier: [people], owner: [people, unitsTyped],
}

const matters = async (desk: Desk, q: string, but: string | undefined): Promise<PickOption[]> => {
  const terms = q.split(' ').filter(Boolean)
  const { rows } = await queuePage({ payload: desk.payload, viewer: desk.viewer, now: desk.now, filters: terms.length > 0 ? { terms } : {}, sort: 'updated', limit: MOST + 1 })
  const found = await rowVMs(rows.filter(({ id }) => id !== but), desk)
  return found.map(({ id, number, title, step }) => ({ kind: 'matter', id, name: `${number} ${title}`, hint: step }))
}

/** Those who worked on a matter may not verify it: they are shown, and say why they cannot be picked. */
const withoutWorkers = async (desk: Desk, options: PickOption[], matter: MatterRow): Promise<PickOption[]> => {
  const workers = workersOf(stateOf(matter, await activeAssignments(desk.req, matter.id)))
  return options.map((option) => (workers.has(option.id) ? { ...option, off: desk.t('pick.handled') } : option))
}

export type PickQuestion = { kind: string; q: string; matter?: string }

/** What a picker offers, within the office. Errors: `invalid` for an unknown kind, `notAllowed` for people who handle no matters. */
export const pick = async (desk: Desk, { kind, q, matter }: PickQuestion): Promise<PickAnswer> => {
  if (!desk.holds('matter.view')) throw new DomainError('notAllowed')
  const words = normaliseText(q)
  const finds = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined
  if (kind !== 'matter' && !finds) throw new DomainError('invalid', {}, [{ field: 'kind', code: 'notOffered' }])
  const about = finds && matter ? await visibleMatter(desk.req, matter, desk.acting) : undefined
  const found = finds ? finds.flatMap((find) => find(desk, words, about?.path)) : await matters(desk, words, matter)
  const options = kind === 'verifier' && about ? await withoutWorkers(desk, found, about) : found
  return { options: options.slice(0, MOST), more: options.length > MOST }
}

const nodeOf = (row: UnitRow, desk: Desk): UnitNode => ({
  id: row.id, name: desk.say(row.name), level: desk.say(desk.model.levels.byId.get(row.level)?.name),
  children: desk.model.units.all.filter(({ parent, active }) => parent === row.id && active !== false).length,
  ...(row.lead ? { lead: desk.model.people.get(row.lead)?.name } : {}),
})

/** The units below one, or the topmost; and where that one lies. Errors: `notFound`. */
export const unitsBelow = (desk: Desk, parent: string | undefined): UnitsAnswer => {
  const { units: all } = desk.model
  const at = parent ? all.byId.get(parent) : undefined
  if (parent && !at) throw new DomainError('notFound')
  const above = at ? pathIds(at.path).flatMap((id) => all.byId.get(id) ?? []) : []
  const below = all.all.filter((row) => (row.parent ?? undefined) === at?.id && row.active !== false)
  return { above: above.map(({ id, name }) => ({ id, name: desk.say(name) })), units: below.map((row) => nodeOf(row, desk)) }
}

import { staffingGaps, type Level, type Membership, type StaffingGap, type StaffingGapCode, type StaffingRule } from '@/domain/grid'
import { say, type Lang, type Words } from '@/domain/words'
import type { OfficeModel } from '@/services/structure/load'
import type { MembershipRow } from '@/services/structure/rows'
import { holdsNow, serves } from '../people'
import { unitOf } from '../units'
import { gapsOfTeams } from '@/services/studio/people/view'
import type { Check, Finding, Fix, Gravity } from '../types'

const UNITS: Fix = { href: '/admin/structure/units', needs: ['structure.view', 'structure.edit'] }
const TEAMS: Fix = { href: '/admin/structure/teams', needs: ['structure.view', 'structure.edit'] }
const MEMBERS: Fix = { href: '/admin/structure/people', needs: ['people.edit'] }

const FOUND: Record<StaffingGapCode, { code: Finding['code']; gravity: Gravity; fix: Fix }> = {
  noLead: { code: 'noLead', gravity: 'now', fix: UNITS },
  leadLeft: { code: 'leadLeft', gravity: 'now', fix: UNITS },
  tooFewPeople: { code: 'tooFewPeople', gravity: 'soon', fix: MEMBERS },
  tooManyPeople: { code: 'tooManyPeople', gravity: 'note', fix: MEMBERS },
  tooFewUnits: { code: 'tooFewUnits', gravity: 'note', fix: MEMBERS },
  tooManyUnits: { code: 'tooManyUnits', gravity: 'soon', fix: MEMBERS },
  coversClosedUnit: { code: 'coversClosed', gravity: 'soon', fix: MEMBERS },
}

const isRule = (value: unknown): value is StaffingRule => typeof value === 'object' && value !== null && 'kind' in value

/** The rules of the levels name posts by code, memberships hold them by id. */
const levelsOf = (model: OfficeModel): Level[] =>
  model.levels.all.map(({ id, code, name, order, staffing }) => ({
    id, code, name, order,
    staffing: (Array.isArray(staffing) ? staffing : []).filter(isRule).map((rule) => ('post' in rule && rule.post !== undefined ? { ...rule, post: model.posts.byCode.get(rule.post)?.id ?? rule.post } : rule)),
  }))

const some = <T>(value: T | null | undefined): T | undefined => value ?? undefined

const membershipOf = ({ person, team, post, units }: MembershipRow): Membership => ({ person, team: some(team), post: some(post), units: units ?? [] })

/** Every gap against the staffing rules of the levels. */
export const gapsOf = (model: OfficeModel, now: number): StaffingGap[] =>
  staffingGaps({
    levels: levelsOf(model), now,
    units: model.units.all.map(unitOf), memberships: holdsNow(model, now).map(membershipOf),
    serving: new Set([...model.people.keys()].filter((id) => serves(model, id))),
  })

const range = ({ min, max }: StaffingGap['params']): string => {
  if (min === undefined) return `≤ ${max ?? 0}`
  return max === undefined ? `≥ ${min}` : `${min}–${max}`
}

const joined = (parts: (Words | undefined)[], lang: Lang, figures: string): string => [...parts.map((words) => say(words, lang)), figures].filter(Boolean).join(' ')

/** The unit, with the post and how many there are of how many there should be. */
const unitWords = (model: OfficeModel, { unit, post, params }: StaffingGap): Words | undefined => {
  const name = model.units.byId.get(unit ?? '')?.name
  if (!name || params.actual === undefined) return name
  const [parts, figures] = [[name, model.posts.byId.get(post ?? '')?.name], `${params.actual} / ${range(params)}`]
  return { zh: joined(parts, 'zh', figures), en: joined(parts, 'en', figures) }
}

const findingOf = (model: OfficeModel, code: StaffingGapCode, gaps: StaffingGap[]): Finding => ({
  ...FOUND[code], params: { n: gaps.length },
  names: gaps.flatMap((gap) => (gap.unit ? (unitWords(model, gap) ?? []) : [])),
  people: gaps.flatMap(({ person }) => (person ? (model.people.get(person)?.name ?? []) : [])),
})

/** Gaps against the staffing rules of the levels (domain.md §6), counted by their kind. */
export const staffing: Check = ({ model, now }) => {
  const kinds = new Map<StaffingGapCode, StaffingGap[]>()
  for (const gap of gapsOf(model, now)) kinds.set(gap.code, [...(kinds.get(gap.code) ?? []), gap])
  return [...kinds].map(([code, gaps]) => findingOf(model, code, gaps))
}

const sized = (model: OfficeModel, now: number) => {
  const members = new Map<string, Set<string>>()
  for (const { team, person } of holdsNow(model, now)) if (team) members.set(team, (members.get(team) ?? new Set()).add(person))
  return model.teams.all.filter(({ active }) => active !== false).map((team) => ({ team, size: members.get(team.id)?.size ?? 0 }))
}

/** Seats that are empty or overfull, categories that nobody of a leading group leads. */
const seats = (model: OfficeModel, now: number): Finding[] => {
  const ids = new Set(gapsOfTeams({ model, now }).filter(({ code }) => code !== 'tooFew' && code !== 'tooMany').map(({ team }) => team))
  const names = model.teams.all.filter(({ id }) => ids.has(id)).map(({ name }) => name)
  return names.length > 0 ? [{ code: 'teamSeats', gravity: 'soon', params: { n: names.length }, names, fix: TEAMS }] : []
}

/** Teams without anybody, or smaller or larger than they should be. */
export const teams: Check = ({ model, now }) => {
  const all = sized(model, now)
  const of = (code: Finding['code'], gravity: Gravity, fits: (team: (typeof all)[number]) => boolean): Finding[] => {
    const found = all.filter(fits)
    return found.length > 0 ? [{ code, gravity, params: { n: found.length }, names: found.map(({ team, size }) => ({ zh: `${team.name.zh} ${size}`, en: `${team.name.en || team.name.zh} ${size}` })), fix: MEMBERS }] : []
  }
  return [
    ...of('teamEmpty', 'now', ({ size }) => size === 0),
    ...of('teamSmall', 'soon', ({ team, size }) => size > 0 && size < (team.minSize ?? 0)),
    ...seats(model, now),
    ...of('teamLarge', 'note', ({ team, size }) => size > (team.maxSize ?? Infinity)),
  ]
}

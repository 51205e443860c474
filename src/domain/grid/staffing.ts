import type { Level, Membership, StaffingRule, Unit } from './types'

export type StaffingGapCode =
  | 'noLead' | 'leadLeft' | 'tooFewPeople' | 'tooManyPeople' | 'tooFewUnits' | 'tooManyUnits' | 'coversClosedUnit'

/** One gap. `unit` is a unit's id, `person` a person's; `params` holds what is and what should be. Words are the page's. */
export type StaffingGap = {
  code: StaffingGapCode
  unit?: string
  person?: string
  post?: string
  level?: string
  params: { actual?: number; min?: number; max?: number }
}

type Rule<K extends StaffingRule['kind']> = Extract<StaffingRule, { kind: K }>
type Facts = {
  units: Unit[]
  memberships: Membership[]
  /** Ids of people in service, if the caller knows: a lead who is not among them has left. */
  serving?: ReadonlySet<string>
}

/** Whether a membership holds at an instant: `from` included, `until` not. */
export const holdsAt = (membership: Membership, now: number): boolean =>
  (membership.from ?? -Infinity) <= now && now < (membership.until ?? Infinity)

const outside = (input: { actual: number; min?: number; max?: number }): 'few' | 'many' | undefined => {
  if (input.min !== undefined && input.actual < input.min) return 'few'
  return input.max !== undefined && input.actual > input.max ? 'many' : undefined
}

const add = (index: Map<string, Set<string>>, key: string, value: string): void => {
  const values = index.get(key) ?? new Set<string>()
  index.set(key, values.add(value))
}

const leadGaps = (units: Unit[], serving: Facts['serving']): StaffingGap[] =>
  units.flatMap((unit): StaffingGap[] => {
    if (!unit.lead) return [{ code: 'noLead', unit: unit.id, params: {} }]
    return serving && !serving.has(unit.lead) ? [{ code: 'leadLeft', unit: unit.id, person: unit.lead, params: {} }] : []
  })

const ofPost = (memberships: Membership[], post: string | undefined): Membership[] =>
  post === undefined ? memberships : memberships.filter((membership) => membership.post === post)

/** People who stand in each unit itself; those of its sub-units count there, not here. */
const sizeGaps = (rule: Rule<'size'>, units: Unit[], memberships: Membership[]): StaffingGap[] => {
  const people = new Map<string, Set<string>>()
  for (const { person, units: covered } of ofPost(memberships, rule.post)) for (const unit of covered) add(people, unit, person)
  return units.flatMap((unit): StaffingGap[] => {
    const actual = people.get(unit.id)?.size ?? 0
    const side = outside({ actual, min: rule.min, max: rule.max })
    if (!side) return []
    const code = side === 'few' ? 'tooFewPeople' : 'tooManyPeople'
    return [{ code, unit: unit.id, post: rule.post, params: { actual, min: rule.min, max: rule.max } }]
  })
}

/** Units of this level that each person covers. Whoever holds the post and covers nothing anywhere counts with none. */
const perPersonGaps = (rule: Rule<'unitsPerPerson'>, level: Level, units: Unit[], memberships: Membership[]): StaffingGap[] => {
  const here = new Set(units.map(({ id }) => id))
  const covered = new Map<string, Set<string>>()
  const elsewhere = new Set<string>()
  const holders = ofPost(memberships, rule.post)
  for (const { person, units: ids } of holders)
    for (const id of ids) {
      if (here.has(id)) add(covered, person, id)
      else elsewhere.add(person)
    }
  const idle = rule.post === undefined ? [] : holders.map(({ person }) => person).filter((person) => !elsewhere.has(person))
  return [...new Set([...covered.keys(), ...idle])].flatMap((person): StaffingGap[] => {
    const actual = covered.get(person)?.size ?? 0
    const side = outside({ actual, min: rule.min, max: rule.max })
    if (!side) return []
    const code = side === 'few' ? 'tooFewUnits' : 'tooManyUnits'
    return [{ code, person, post: rule.post, level: level.id, params: { actual, min: rule.min, max: rule.max } }]
  })
}

const ruleGaps = (input: { rule: StaffingRule; level: Level } & Facts): StaffingGap[] => {
  const { rule, level, units, memberships } = input
  if (rule.kind === 'leadRequired') return leadGaps(units, input.serving)
  return rule.kind === 'size' ? sizeGaps(rule, units, memberships) : perPersonGaps(rule, level, units, memberships)
}

const closedGaps = (units: Unit[], memberships: Membership[]): StaffingGap[] => {
  const open = new Set(units.map(({ id }) => id))
  return memberships.flatMap(({ person, post, units: covered }) =>
    [...new Set(covered)]
      .filter((unit) => !open.has(unit))
      .map((unit): StaffingGap => ({ code: 'coversClosedUnit', person, unit, post, params: {} })))
}

/**
 * Gaps against the staffing rules of each level (domain.md §6: 格中定人, 一员一格, 一员多格, 一格多员, sizes), for active
 * units and memberships that hold at `now` (epoch ms). Also names people who cover a unit that is closed or unknown.
 */
export const staffingGaps = (input: Facts & { levels: Level[]; now: number }): StaffingGap[] => {
  const units = input.units.filter((unit) => unit.active)
  const memberships = input.memberships.filter((membership) => holdsAt(membership, input.now))
  const byLevel = [...input.levels].sort((a, b) => a.order - b.order).flatMap((level) => {
    const here = units.filter((unit) => unit.level === level.id)
    return (level.staffing ?? []).flatMap((rule) => ruleGaps({ rule, level, units: here, memberships, serving: input.serving }))
  })
  return [...byLevel, ...closedGaps(units, memberships)]
}

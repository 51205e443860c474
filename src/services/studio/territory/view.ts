import type { CodePattern, StaffingGap, StaffingRule } from '@/domain/grid'
import type { Words } from '@/domain/words'
import { gapsOf } from '@/services/health/checks/staffing'
import type { Desk } from '@/services/desk/desk'
import type { LevelRow, UnitRow } from '@/services/structure/rows'
import { openTasks } from '@/services/structure/tasks'
import type { Task } from '@/payload-types'
import { SLUG } from '@/slugs'

/** A unit as the tree shows it. */
export type UnitLine = { id: string; code: string; name: string; level: string; parent?: string; active: boolean; lead: boolean; short: boolean }

export type LevelLine = { id: string; code: string; name: Words; order: number; staffing: StaffingRule[]; units: number; /** What most of its units are. */ kind?: string; seen?: string }

/** A staffing rule of a level, and who or what does not keep it. */
export type RuleLine = { level: string; rule: StaffingRule; gaps: { unit?: string; person?: string; actual?: number }[] }

/** Long work that follows from a change, as it stands. */
export type TaskLine = { id: string; unit?: string; done: number; total: number; running: boolean }

export type Option = { id: string; code: string; name: string }

export type TerritoryView = {
  units: UnitLine[]
  levels: LevelLine[]
  rules: RuleLine[]
  posts: Option[]
  people: { id: string; name: string }[]
  pattern: CodePattern
  tasks: TaskLine[]
}

const isRule = (value: unknown): value is StaffingRule => typeof value === 'object' && value !== null && 'kind' in value

const rulesOf = ({ staffing }: LevelRow): StaffingRule[] => (Array.isArray(staffing) ? staffing.filter(isRule) : [])

const isGapOf = (rule: StaffingRule, { code }: StaffingGap): boolean => {
  if (rule.kind === 'leadRequired') return code === 'noLead' || code === 'leadLeft'
  return rule.kind === 'size' ? code === 'tooFewPeople' || code === 'tooManyPeople' : code === 'tooFewUnits' || code === 'tooManyUnits'
}

const samePost = (rule: StaffingRule, gap: StaffingGap, desk: Desk): boolean =>
  rule.kind === 'leadRequired' || (rule.post === undefined ? undefined : (desk.model.posts.byCode.get(rule.post)?.id ?? rule.post)) === gap.post

const levelOf = ({ model }: Desk, gap: StaffingGap): string | undefined => gap.level ?? model.units.byId.get(gap.unit ?? '')?.level

/** Names of staff are for those who may see people. */
const personOf = (desk: Desk, id: string | undefined): string | undefined =>
  id !== undefined && (desk.holds('people.view') || desk.holds('people.edit')) ? desk.model.people.get(id)?.name : undefined

const ruleLines = (desk: Desk, gaps: readonly StaffingGap[]): RuleLine[] =>
  desk.model.levels.all.flatMap((level) => rulesOf(level).map((rule): RuleLine => ({
    level: level.id, rule,
    gaps: gaps.filter((gap) => isGapOf(rule, gap) && samePost(rule, gap, desk) && levelOf(desk, gap) === level.id).map((gap) => {
      const person = personOf(desk, gap.person)
      return { ...(gap.unit ? { unit: gap.unit } : {}), ...(person ? { person } : {}), ...(gap.params.actual === undefined ? {} : { actual: gap.params.actual }) }
    }),
  })))

const SHORT = new Set<StaffingGap['code']>(['noLead', 'leadLeft', 'tooFewPeople'])

const unitLine = (desk: Desk, short: ReadonlySet<string>) => (row: UnitRow): UnitLine => ({
  id: row.id, code: row.code, name: desk.say(row.name), level: row.level, ...(row.parent ? { parent: row.parent } : {}), active: row.active !== false, lead: Boolean(row.lead), short: short.has(row.id),
})

const named = (desk: Desk, rows: readonly { id: string; code: string; name: Words; active?: boolean | null }[]): Option[] =>
  rows.filter(({ active }) => active !== false).map(({ id, code, name }) => ({ id, code, name: desk.say(name) }))

/** Staff who may be put in charge, by name. */
export const staffOf = (desk: Desk): { id: string; name: string }[] =>
  desk.holds('structure.edit') || desk.holds('people.view') ? [...desk.model.people.values()].filter(({ active }) => active !== false).map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'zh')) : []

/** Where no matter is to follow, the task still looks, but there is nothing to tell of it. */
const isTold = ({ kind, input, done, total }: Task): boolean => kind === 'repath' && (input as { tree?: string } | null)?.tree !== SLUG.categories && (total ?? done) > 0

/** How the long work that follows from changes of the territory stands. */
export const territoryTasks = async (desk: Desk): Promise<TaskLine[]> =>
  (await openTasks({ payload: desk.payload }, desk.model.office.id)).filter(isTold).map(({ id, subject, done, total, state }) => {
    const unit = desk.model.units.byId.get(subject ?? '')
    return { id, ...(unit ? { unit: desk.say(unit.name) } : {}), done, total: total ?? done, running: state === 'running' }
  })

/** Of each level the kind that most of its open units are. */
const usualKinds = (units: readonly UnitRow[]): Map<string, string> => {
  const counts = new Map<string, Map<string, number>>()
  for (const { level, kind, active } of units) {
    if (active === false || !kind) continue
    const of = counts.get(level) ?? new Map<string, number>()
    counts.set(level, of.set(kind, (of.get(kind) ?? 0) + 1))
  }
  return new Map([...counts].flatMap(([level, of]) => [...of].sort(([, one], [, other]) => other - one).slice(0, 1).map(([kind]) => [level, kind] as const)))
}

/** The territory as its editor shows it: all units, levels, staffing gaps. */
export const territoryView = async (desk: Desk): Promise<TerritoryView> => {
  const { model } = desk
  const gaps = gapsOf(model, desk.now)
  const short = new Set(gaps.filter(({ code }) => SHORT.has(code)).flatMap(({ unit }) => unit ?? []))
  const counts = new Map<string, number>()
  for (const { level, active } of model.units.all) if (active !== false) counts.set(level, (counts.get(level) ?? 0) + 1)
  const kinds = usualKinds(model.units.all)
  return {
    units: model.units.all.map(unitLine(desk, short)),
    levels: model.levels.all.map((row) => ({ id: row.id, code: row.code, name: row.name, order: row.order, staffing: rulesOf(row), units: counts.get(row.id) ?? 0, ...(kinds.has(row.id) ? { kind: kinds.get(row.id) } : {}) })),
    rules: ruleLines(desk, gaps), posts: named(desk, model.posts.all), people: staffOf(desk), pattern: model.office.codePattern ?? 'free', tasks: await territoryTasks(desk),
  }
}

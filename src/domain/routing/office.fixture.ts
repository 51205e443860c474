import fc from 'fast-check'
import type { Trees } from './implies'
import type { Directory, RoutingFacts, RoutingRule, RoutingSet, RuleCondition } from './types'

/** A small office for tests: two trees, a few teams, in generic words. */

const CATEGORIES: Record<string, string[]> = { waste: ['waste'], bulky: ['waste', 'bulky'], noise: ['noise'], night: ['noise', 'night'] }
const UNITS: Record<string, string[]> = { top: ['top'], east: ['top', 'east'], lane: ['top', 'east', 'lane'], west: ['top', 'west'] }

export const trees: Trees = {
  category: (code) => (Object.hasOwn(CATEGORIES, code) ? CATEGORIES[code] : undefined),
  unit: (code) => (Object.hasOwn(UNITS, code) ? UNITS[code] : undefined),
}

const names: Record<string, string> = { waste: '垃圾', bulky: '大件', noise: '噪声', night: '夜间噪声', officer: '某岗', web: '网页', floor: '楼层' }
const teams: Record<string, { members: number; active: boolean }> = { day: { members: 3, active: true }, late: { members: 2, active: true }, empty: { members: 0, active: true }, gone: { members: 4, active: false } }
const units: Record<string, { active: boolean; lead?: string }> = { top: { active: true, lead: 'boss' }, east: { active: true, lead: 'left' }, lane: { active: true }, west: { active: false, lead: 'w' } }

export const directory: Directory = {
  team: (code) => {
    const team = Object.hasOwn(teams, code) ? teams[code] : undefined
    return team && { id: `id-${code}`, name: { zh: `${code}队`, en: `team ${code}` }, ...team }
  },
  unit: (code) => {
    const unit = Object.hasOwn(units, code) ? units[code] : undefined
    return unit && { id: `id-${code}`, name: { zh: `${code}格` }, ...unit }
  },
  officer: (unitCodes, post) => (post === 'officer' && unitCodes.includes('lane') ? { id: 'p7', name: '某人', unit: 'id-lane' } : undefined),
  person: (id) => ({ active: id !== 'left' }),
  nameOf: (_kind, code) => {
    const zh = Object.hasOwn(names, code) ? names[code] : undefined
    return zh === undefined ? undefined : { zh }
  },
}

export const factsOf = (more: Partial<RoutingFacts> = {}): RoutingFacts => ({
  categoryCodes: ['noise', 'night'], unitCodes: ['top', 'east', 'lane'], matterType: 'report', source: 'web', severity: 2, text: '楼下烧烤摊半夜很吵', answers: { floor: '3' },
  minuteOfDay: 22 * 60 + 40, workingTime: false, ...more,
})

export const ruleOf = (code: string, conditions: RuleCondition[] = [], more: Partial<RoutingRule> = {}): RoutingRule => ({
  code, name: { zh: code }, on: true, match: 'all', conditions, result: { kind: 'team', team: 'late' }, mode: 'trusted', ...more,
})

export const setOf = (...rules: RoutingRule[]): RoutingSet => ({ code: 'set', name: { zh: '分流' }, rules })

const categoryCodes = fc.subarray(Object.keys(CATEGORIES), { minLength: 1, maxLength: 2 })
const unitCodes = fc.subarray(Object.keys(UNITS), { minLength: 1, maxLength: 2 })
const few = fc.subarray(['report', 'topic', 'order'], { minLength: 1, maxLength: 2 })
const severities = fc.integer({ min: 1, max: 4 })
const words = fc.subarray(['吵', '很吵', '烧烤', 'A', 'ａ', '漏水'], { minLength: 1, maxLength: 2 })
const times = fc.constantFrom('00:00', '07:00', '08:30', '20:00', '22:00')

export const conditionArb: fc.Arbitrary<RuleCondition> = fc.oneof(
  fc.record({ field: fc.constant('category' as const), op: fc.constantFrom('within', 'notWithin'), codes: categoryCodes }),
  fc.record({ field: fc.constant('unit' as const), op: fc.constantFrom('within', 'notWithin'), codes: unitCodes }),
  fc.record({ field: fc.constantFrom('matterType', 'source'), op: fc.constantFrom('isOneOf', 'isNoneOf'), codes: few }),
  fc.record({ field: fc.constant('severity' as const), op: fc.constantFrom('atLeast', 'atMost'), value: severities }),
  fc.record({ field: fc.constant('text' as const), op: fc.constantFrom('containsAny', 'containsAll', 'containsNone'), words }),
  fc.record({ field: fc.constant('timeOfDay' as const), op: fc.constant('between' as const), from: times, to: times }),
  fc.record({ field: fc.constant('workingTime' as const), op: fc.constant('is' as const), value: fc.boolean() }),
  fc.record({ field: fc.constant('answer' as const), question: fc.constant('floor'), op: fc.constantFrom('is', 'isNot', 'atLeast', 'atMost'), value: fc.constantFrom('3', '4', '10') }),
)

export const factsArb: fc.Arbitrary<RoutingFacts> = fc.record({
  categoryCodes: fc.constantFrom(...Object.values(CATEGORIES)),
  unitCodes: fc.constantFrom([], ...Object.values(UNITS)),
  matterType: fc.constantFrom('report', 'topic', 'order'),
  source: fc.constantFrom('report', 'topic', 'order'),
  severity: severities,
  text: fc.array(fc.constantFrom('吵', '很', '烧烤', 'a', 'Ａ', '漏水', ' '), { maxLength: 5 }).map((pieces) => pieces.join('')),
  answers: fc.constantFrom({}, { floor: '3' }, { floor: ['3', '4'] }, { floor: 4 }, { floor: 10 }, { floor: '三' }),
  minuteOfDay: fc.integer({ min: 0, max: 1439 }),
  workingTime: fc.boolean(),
})

export const setArb: fc.Arbitrary<RoutingSet> = fc
  .array(
    fc.record({
      on: fc.constantFrom(true, true, true, false),
      match: fc.constantFrom('all' as const, 'any' as const),
      conditions: fc.array(conditionArb, { maxLength: 3 }),
      result: fc.constantFrom<RoutingRule['result']>({ kind: 'team', team: 'day' }, { kind: 'team', team: 'late' }, { kind: 'team', team: 'empty' }, { kind: 'unit', unit: 'top' }, { kind: 'unit', unit: 'west' }, { kind: 'unitPost', post: 'officer' }),
      mode: fc.constantFrom('trusted' as const, 'proposed' as const),
    }),
    { maxLength: 6 },
  )
  .map((rules) => setOf(...rules.map((rule, index) => ruleOf(`r${index}`, rule.conditions, rule))))

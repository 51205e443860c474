import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testCondition } from './conditions'
import { evaluateRouting } from './evaluate'
import { excludes, implies } from './implies'
import { lintRouting, ROUTING_PROBLEM_CODES, type RoutingLintContext, type RoutingProblemCode } from './lint'
import { conditionArb, directory, factsArb, ruleOf, setArb, setOf, trees } from './office.fixture'
import { readRouting } from './schema'
import type { RoutingRule, RoutingSet, RuleCondition } from './types'

const context: RoutingLintContext = { trees, directory, matterTypes: ['report', 'topic', 'order'], sources: ['web', 'report', 'topic', 'order'], posts: ['officer', 'guard'], postsHeld: ['officer'], questions: ['floor', 'twice'], twofold: ['twice'] }
const found = (set: RoutingSet): string[] => lintRouting(set, context).map((problem) => `${problem.code} ${problem.path}${problem.params['by'] ? ` by ${problem.params['by']}` : ''}`)

const within = (...codes: string[]): RuleCondition => ({ field: 'category', op: 'within', codes })
const notWithin = (...codes: string[]): RuleCondition => ({ field: 'category', op: 'notWithin', codes })
const unit = (...codes: string[]): RuleCondition => ({ field: 'unit', op: 'within', codes })
const text = (op: 'containsAny' | 'containsAll' | 'containsNone', ...words: string[]): RuleCondition => ({ field: 'text', op, words })
const time = (from: string, to: string): RuleCondition => ({ field: 'timeOfDay', op: 'between', from, to })
const severity = (op: 'atLeast' | 'atMost', value: number): RuleCondition => ({ field: 'severity', op, value })
const working = (value: boolean): RuleCondition => ({ field: 'workingTime', op: 'is', value })
const type = (op: 'isOneOf' | 'isNoneOf', ...codes: string[]): RuleCondition => ({ field: 'matterType', op, codes })
const answer = (op: 'is' | 'isNot', value: string): RuleCondition => ({ field: 'answer', question: 'floor', op, value })

const team = (code: string): Partial<RoutingRule> => ({ result: { kind: 'team', team: code } })
const cases: [RoutingProblemCode, string, RoutingSet][] = [
  ['duplicateRule', '/rules/1/code', setOf(ruleOf('a', [within('waste')]), ruleOf('a', [within('noise')]))],
  ['unknownCode', '/rules/0/conditions/0', setOf(ruleOf('a', [within('waste', 'x')]))],
  ['unknownCode', '/rules/0/conditions/0', setOf(ruleOf('a', [unit('x')]))],
  ['unknownCode', '/rules/0/conditions/0', setOf(ruleOf('a', [type('isOneOf', 'x')]))],
  ['unknownCode', '/rules/0/conditions/0', setOf(ruleOf('a', [{ field: 'source', op: 'isOneOf', codes: ['x'] }]))],
  ['unknownCode', '/rules/0/conditions/0', setOf(ruleOf('a', [{ field: 'answer', question: 'x', op: 'is', value: '3' }]))],
  ['unknownCode', '/rules/0/result', setOf(ruleOf('a', [], team('x')))],
  ['unknownCode', '/rules/0/result', setOf(ruleOf('a', [], { result: { kind: 'unit', unit: 'x' } }))],
  ['unknownCode', '/rules/0/result', setOf(ruleOf('a', [], { result: { kind: 'unitPost', post: 'x' } }))],
  ['noCodes', '/rules/0/conditions/1', setOf(ruleOf('a', [within('waste'), unit()]))],
  ['noWords', '/rules/0/conditions/0', setOf(ruleOf('a', [text('containsAny', '吵', '\u200B')]))],
  ['noWords', '/rules/0/conditions/0', setOf(ruleOf('a', [text('containsAny')]))],
  ['noNumber', '/rules/0/conditions/0', setOf(ruleOf('a', [{ field: 'answer', question: 'floor', op: 'atLeast', value: '十' }]))],
  ['noNumber', '/rules/0/conditions/0', setOf(ruleOf('a', [{ field: 'answer', question: 'floor', op: 'atMost', value: ' ' }]))],
  ['emptyTeam', '/rules/0/result', setOf(ruleOf('a', [], team('empty')))],
  ['emptyTeam', '/rules/0/result', setOf(ruleOf('a', [], team('gone')))],
  ['closedUnit', '/rules/0/result', setOf(ruleOf('a', [], { result: { kind: 'unit', unit: 'west' } }))],
  ['leadLeft', '/rules/0/result', setOf(ruleOf('a', [], { result: { kind: 'unit', unit: 'east' } }))],
  ['vacantPost', '/rules/0/result', setOf(ruleOf('a', [], { result: { kind: 'unitPost', post: 'guard' } }))],
  ['answerTwofold', '/rules/0/conditions/0', setOf(ruleOf('a', [{ field: 'answer', question: 'twice', op: 'is', value: '3' }]))],
  ['contradiction', '/rules/0', setOf(ruleOf('a', [within('bulky'), notWithin('waste')]))],
  ['neverFires', '/rules/1', setOf(ruleOf('a'), ruleOf('b', [within('waste')]))],
]

describe('lintRouting', () => {
  it.each(cases)('%s at %s', (code, path, set) => {
    expect(lintRouting(set, context)).toContainEqual(expect.objectContaining({ code, path }))
  })

  it('has a case for every problem, and nothing to say about a sound set', () => {
    expect(ROUTING_PROBLEM_CODES.filter((code) => !cases.some(([each]) => each === code))).toEqual([])
    expect(found(setOf(ruleOf('a', [within('bulky')]), ruleOf('b', [within('waste')]), ruleOf('c')))).toEqual([])
  })

  it('stops publishing for what does not exist, and only warns of what may change tomorrow', () => {
    const severityOf = (set: RoutingSet) => lintRouting(set, context).map((problem) => problem.severity)
    expect(severityOf(setOf(ruleOf('a', [within('x')])))).toEqual(['error'])
    expect(severityOf(setOf(ruleOf('a', [], team('empty'))))).toEqual(['warning'])
  })

  it('checks no list that it was not given', () => {
    expect(lintRouting(setOf(ruleOf('a', [type('isOneOf', 'x'), { field: 'source', op: 'isOneOf', codes: ['x'] }])), { trees, directory })).toEqual([])
  })
})

describe('rules that can never fire', () => {
  it.each<[string, RoutingSet, string[]]>([
    ['a category under an earlier one', setOf(ruleOf('a', [within('waste')]), ruleOf('b', [within('bulky'), working(true)])), ['neverFires /rules/1 by 1']],
    ['not the other way round', setOf(ruleOf('a', [within('bulky')]), ruleOf('b', [within('waste')])), []],
    ['not behind a rule that is off', setOf(ruleOf('a', [], { on: false }), ruleOf('b')), []],
    ['not when it is off itself', setOf(ruleOf('a'), ruleOf('b', [], { on: false })), []],
    ['not behind a rule that will be skipped', setOf(ruleOf('a', [], team('empty')), ruleOf('b')), ['emptyTeam /rules/0/result']],
    ['not behind a post that may be vacant', setOf(ruleOf('a', [], { result: { kind: 'unitPost', post: 'officer' } }), ruleOf('b')), []],
    ['behind two earlier ones together', setOf(ruleOf('a', [within('waste')]), ruleOf('b', [unit('east')]), ruleOf('c', [within('bulky'), unit('lane')], { match: 'any' })), ['neverFires /rules/2 by 1, 2']],
    ['not when one way stays open', setOf(ruleOf('a', [within('waste')]), ruleOf('b', [within('bulky'), unit('lane')], { match: 'any' })), []],
    ['behind any of several', setOf(ruleOf('a', [within('waste'), unit('east')], { match: 'any' }), ruleOf('b', [unit('lane'), working(true)])), ['neverFires /rules/1 by 1']],
    ['a shorter night', setOf(ruleOf('a', [time('20:00', '07:00')]), ruleOf('b', [time('22:00', '02:00')])), ['neverFires /rules/1 by 1']],
    ['a longer word', setOf(ruleOf('a', [text('containsAny', '烧烤')]), ruleOf('b', [text('containsAll', '烧烤摊', '吵')])), ['neverFires /rules/1 by 1']],
    ['a higher severity', setOf(ruleOf('a', [severity('atLeast', 2)]), ruleOf('b', [severity('atLeast', 3)])), ['neverFires /rules/1 by 1']],
    ['day against night', setOf(ruleOf('a', [time('08:00', '18:00'), time('20:00', '07:00')])), ['contradiction /rules/0']],
    ['working and not', setOf(ruleOf('a', [working(true), working(false)])), ['contradiction /rules/0']],
    ['too severe and too slight', setOf(ruleOf('a', [severity('atLeast', 3), severity('atMost', 2)])), ['contradiction /rules/0']],
  ])('%s', (_name, set, expected) => {
    expect(found(set)).toEqual(expected)
  })

  it('are named only when no matter reaches them', () => {
    let named = 0
    fc.assert(
      fc.property(setArb, fc.array(factsArb, { minLength: 20, maxLength: 20 }), (set, many) => {
        const never = set.rules.filter((_rule, index) => lintRouting(set, context).some((problem) => ['neverFires', 'contradiction'].includes(problem.code) && problem.path === `/rules/${index}`))
        named += never.length
        for (const facts of many) expect(never.map((rule) => rule.code)).not.toContain(evaluateRouting({ set, facts, directory }).ruleCode)
      }),
      { numRuns: 500 },
    )
    expect(named).toBeGreaterThan(100)
  }, 60_000)
})

describe('implies and excludes', () => {
  it.each<[boolean, RuleCondition, RuleCondition]>([
    [true, within('bulky'), within('waste')],
    [false, within('waste'), within('bulky')],
    [true, within('bulky'), notWithin('noise')],
    [false, within('waste'), notWithin('bulky')],
    [true, notWithin('waste'), notWithin('bulky')],
    [false, notWithin('bulky'), notWithin('waste')],
    [false, within('x'), notWithin('waste')],
    [true, within('x'), within('x')],
    [true, type('isOneOf', 'report'), type('isOneOf', 'report', 'topic')],
    [true, type('isOneOf', 'report'), type('isNoneOf', 'topic')],
    [true, type('isNoneOf', 'report', 'topic'), type('isNoneOf', 'topic')],
    [false, type('isNoneOf', 'topic'), type('isOneOf', 'report')],
    [true, severity('atMost', 1), severity('atMost', 2)],
    [false, severity('atMost', 1), severity('atLeast', 1)],
    [true, text('containsAny', '很吵'), text('containsAny', '吵', '烧烤')],
    [false, text('containsAny', '很吵', '漏水'), text('containsAny', '吵')],
    [true, text('containsAny', '很吵'), text('containsAll', '吵', '很')],
    [true, text('containsAll', '很吵', '漏水'), text('containsAll', '吵')],
    [true, text('containsNone', '吵'), text('containsNone', '很吵')],
    [false, text('containsNone', '很吵'), text('containsNone', '吵')],
    [true, time('00:00', '07:00'), time('22:00', '08:00')],
    [true, answer('is', '3'), answer('is', '3')],
    [false, answer('is', '3'), answer('isNot', '4')],
    [false, working(true), severity('atLeast', 1)],
  ])('%s: %j ⇒ %j', (expected, a, b) => {
    expect(implies(a, b, trees)).toBe(expected)
  })

  it('claim nothing that a matter disproves', () => {
    const [claims, denials] = [{ count: 0 }, { count: 0 }]
    fc.assert(
      fc.property(conditionArb, conditionArb, factsArb, (a, b, facts) => {
        const holds = (condition: RuleCondition) => testCondition(condition, facts, directory).holds
        if (implies(a, b, trees)) claims.count += 1
        if (excludes(a, b, trees)) denials.count += 1
        if (implies(a, b, trees) && holds(a)) expect(holds(b)).toBe(true)
        if (excludes(a, b, trees) && holds(a)) expect(holds(b)).toBe(false)
      }),
      { numRuns: 5000 },
    )
    expect(claims.count).toBeGreaterThan(50)
    expect(denials.count).toBeGreaterThan(10)
  }, 60_000)
})

describe('readRouting', () => {
  it('reads what was published, and refuses what has no such shape', () => {
    const set = setOf(ruleOf('a', [within('waste')]))
    expect(readRouting(JSON.parse(JSON.stringify(set)))).toEqual({ ok: true, set })
    expect(readRouting({ ...set, rules: [{ ...set.rules[0], result: { kind: 'reject' } }] })).toMatchObject({ ok: false, problems: [{ path: '/rules/0/result/kind', code: 'shape' }] })
  })
})

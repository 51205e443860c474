import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateRouting, testRule } from './evaluate'
import { directory, factsArb, factsOf, ruleOf, setArb, setOf } from './office.fixture'
import { targetOf } from './targets'
import type { Directory, RoutingFacts, RoutingRule, RuleCondition } from './types'

const noise: RuleCondition = { field: 'category', op: 'within', codes: ['noise'] }
const waste: RuleCondition = { field: 'category', op: 'within', codes: ['waste'] }
const night: RuleCondition = { field: 'timeOfDay', op: 'between', from: '20:00', to: '07:00' }
const to = (result: RoutingRule['result']) => ({ result })
const run = (rules: RoutingRule[], more: Partial<RoutingFacts> = {}, office: Directory = directory) => evaluateRouting({ set: setOf(...rules), facts: factsOf(more), directory: office })

describe('evaluateRouting', () => {
  it('takes the first rule that fits, and says why in words a clerk can read out', () => {
    const decision = run([ruleOf('a', [waste]), ruleOf('b', [noise], { on: false }), ruleOf('c', [noise, night]), ruleOf('d')])
    expect(decision).toMatchObject({ mode: 'trusted', ruleCode: 'c', ruleIndex: 2, team: 'id-late' })
    expect(decision.reason).toEqual({ zh: '规则 3：类别在「噪声」、夜间（20:00—次日 07:00） → late队', en: 'Rule 3: category is under “噪声”, at night (20:00 to 07:00) → team late' })
    expect(decision.trace.map((each) => [each.rule, each.outcome, each.why.zh])).toEqual([
      ['a', 'notMatched', '不符合：类别不在「垃圾」'],
      ['b', 'off', '规则已停用，没有试'],
      ['c', 'matched', '类别在「噪声」、夜间（20:00—次日 07:00） → late队'],
      ['d', 'matched', '也符合，但排在后面：所有事项'],
    ])
  })

  it('keeps a proposal a proposal', () => {
    expect(run([ruleOf('a', [noise], { mode: 'proposed' })]).mode).toBe('proposed')
  })

  it('any of the rows is enough where the rule says so, and only what held is told', () => {
    const decision = run([ruleOf('a', [waste, night], { match: 'any' })])
    expect(decision.reason.zh).toBe('规则 1：满足其一：夜间（20:00—次日 07:00） → late队')
    expect(run([ruleOf('a', [waste, { ...night, from: '08:00', to: '09:00' }], { match: 'any' })]).trace[0]?.outcome).toBe('notMatched')
  })

  it.each<[string, RoutingRule['result'], string]>([
    ['an empty team', { kind: 'team', team: 'empty' }, '符合（类别在「噪声」），但跳过：队伍「empty队」没有成员'],
    ['a closed team', { kind: 'team', team: 'gone' }, '符合（类别在「噪声」），但跳过：队伍「gone队」已停用'],
    ['an unknown team', { kind: 'team', team: 'x' }, '符合（类别在「噪声」），但跳过：没有队伍「x」'],
    ['a closed unit', { kind: 'unit', unit: 'west' }, '符合（类别在「噪声」），但跳过：网格「west格」已停用'],
    ['an unknown unit', { kind: 'unit', unit: 'x' }, '符合（类别在「噪声」），但跳过：没有网格「x」'],
    ['a vacant post in a unit without a lead', { kind: 'unitPost', post: 'x' }, '符合（类别在「噪声」），但跳过：「x」岗位无人，本网格也没有负责人'],
  ])('skips %s visibly, and goes on', (_name, result, why) => {
    const decision = run([ruleOf('a', [noise], { result }), ruleOf('b', [noise])])
    expect(decision).toMatchObject({ ruleCode: 'b', ruleIndex: 1 })
    expect(decision.trace[0]).toMatchObject({ outcome: 'skipped', why: { zh: why } })
  })

  it.each<[string, RoutingRule['result'], Partial<RoutingFacts>, object]>([
    ['a unit', { kind: 'unit', unit: 'east' }, {}, { unit: 'id-east' }],
    ['the unit’s officer', { kind: 'unitPost', post: 'officer' }, {}, { unit: 'id-lane', person: 'p7' }],
    ['the unit’s lead where nobody holds the post', { kind: 'unitPost', post: 'officer' }, { unitCodes: ['top'] }, { unit: 'id-top', person: 'boss' }],
  ])('points at %s', (_name, result, more, expected) => {
    expect(run([ruleOf('a', [], to(result))], more)).toMatchObject({ ruleCode: 'a', ...expected })
  })

  it('a team or unit alone names no person', () => {
    expect(run([ruleOf('a')])).not.toHaveProperty('person')
    expect(run([ruleOf('a', [], to({ kind: 'unit', unit: 'top' }))])).not.toHaveProperty('person')
  })

  it('a rule without conditions fits every matter, whichever way it joins them', () => {
    for (const match of ['all', 'any'] as const) expect(run([ruleOf('a', [], { match })]).reason.zh).toBe('规则 1：所有事项 → late队')
  })

  it('takes no lead who left', () => {
    const decision = run([ruleOf('a', [], to({ kind: 'unitPost', post: 'x' }))], { unitCodes: ['top', 'east'] })
    expect(decision.trace[0]?.outcome).toBe('skipped')
    expect(decision).toMatchObject({ mode: 'fallback', unit: 'id-top', person: 'boss' })
  })
})

describe('without a rule that fits', () => {
  it.each<[string, string[], object, string]>([
    ['the unit’s own lead', ['top'], { mode: 'fallback', unit: 'id-top', person: 'boss' }, '没有规则适用 → 「top格」负责人'],
    ['upwards past a unit without a lead and a lead who left', ['top', 'east', 'lane'], { mode: 'fallback', unit: 'id-top' }, '没有规则适用，本网格没有负责人 → 上级「top格」负责人'],
    ['upwards past a closed unit', ['top', 'west'], { mode: 'fallback', unit: 'id-top' }, '没有规则适用，本网格没有负责人 → 上级「top格」负责人'],
    ['nobody at all', ['lane'], { mode: 'none' }, '没有规则适用，也没有网格负责人，请人工分派'],
    ['nobody where the place is not known', [], { mode: 'none' }, '没有规则适用，也没有网格负责人，请人工分派'],
  ])('falls to %s', (_name, unitCodes, expected, zh) => {
    expect(run([], { unitCodes })).toMatchObject({ ...expected, reason: { zh } })
  })

  it('counts every lead as present when nobody can be asked', () => {
    expect(run([], { unitCodes: ['top', 'east'] }, { ...directory, person: undefined })).toMatchObject({ person: 'left' })
  })
})

describe('for every set of rules and every matter', () => {
  it('tests every rule, and decides by the first that fits and points at somebody', () => {
    fc.assert(
      fc.property(setArb, factsArb, (set, facts) => {
        const decision = evaluateRouting({ set, facts, directory })
        expect(decision.trace.map((each) => each.rule)).toEqual(set.rules.map((rule) => rule.code))
        const usable = set.rules.map((rule) => rule.on && testRule(rule, facts, directory).fits && !('gone' in targetOf(rule.result, facts, directory)))
        const first = usable.indexOf(true)
        expect(decision.ruleIndex).toBe(first < 0 ? undefined : first)
        expect(decision.mode).toSatisfy((mode: string) => (first < 0 ? ['fallback', 'none'].includes(mode) : mode === set.rules[first]?.mode))
        set.rules.forEach((rule, index) => {
          const fits = testRule(rule, facts, directory).fits
          expect(decision.trace[index]?.outcome).toBe(!rule.on ? 'off' : !fits ? 'notMatched' : usable[index] ? 'matched' : 'skipped')
        })
      }),
      { numRuns: 1000 },
    )
  }, 60_000)

  it('always says why, in both languages', () => {
    fc.assert(
      fc.property(setArb, factsArb, (set, facts) => {
        const { reason, trace } = evaluateRouting({ set, facts, directory })
        for (const words of [reason, ...trace.map((each) => each.why)]) {
          expect(words.zh).not.toBe('')
          expect(words.en).toBeTruthy()
          expect(`${words.zh}${words.en}`).not.toMatch(/undefined|\[object/)
        }
      }),
    )
  })

  it('sends to somebody, or says that somebody must', () => {
    fc.assert(
      fc.property(setArb, factsArb, (set, facts) => {
        const { mode, team, unit, person } = evaluateRouting({ set, facts, directory })
        expect([team, unit, person].some((id) => id !== undefined)).toBe(mode !== 'none')
      }),
    )
  })
})

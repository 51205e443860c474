import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testCondition } from './conditions'
import { conditionSays, resultSays, ruleSays } from './describe'
import { evaluateRouting } from './evaluate'
import { conditionArb, directory, factsArb, ruleOf, setOf } from './office.fixture'
import type { RuleCondition } from './types'

/** Conditions that list one thing: a reason then has nothing to leave out. */
const single = (condition: RuleCondition): RuleCondition => {
  if ('codes' in condition) return { ...condition, codes: condition.codes.slice(0, 1) }
  return condition.field === 'text' ? { ...condition, words: condition.words.slice(0, 1) } : condition
}

describe('a rule in words', () => {
  it('says a condition as the engine does when it holds', () => {
    fc.assert(fc.property(conditionArb.map(single), factsArb, (condition, facts) => {
      const found = testCondition(condition, facts, directory)
      fc.pre(found.holds)
      expect(conditionSays(condition, directory)).toEqual(found.words)
    }), { numRuns: 500 })
  })

  it('says a rule as the engine does when it takes a matter', () => {
    fc.assert(fc.property(fc.array(conditionArb.map(single), { maxLength: 3 }), factsArb, (conditions, facts) => {
      const rule = ruleOf('only', conditions)
      const decision = evaluateRouting({ set: setOf(rule), facts, directory })
      fc.pre(decision.ruleCode === 'only')
      expect(ruleSays(rule, 1, directory)).toEqual(decision.reason)
    }), { numRuns: 500 })
  })

  it.each([
    { conditions: [], match: 'all' as const, zh: '规则 2：所有事项 → late队' },
    { conditions: [{ field: 'text' as const, op: 'containsAny' as const, words: ['吵', '很吵'] }], match: 'any' as const, zh: '规则 2：文字里有「吵」、「很吵」 → late队' },
    { conditions: [{ field: 'workingTime' as const, op: 'is' as const, value: true }, { field: 'severity' as const, op: 'atLeast' as const, value: 3 }], match: 'any' as const, zh: '规则 2：满足其一：工作时间、严重程度不低于「严重」 → late队' },
  ])('says $zh', ({ conditions, match, zh }) => {
    expect(ruleSays(ruleOf('r', conditions, { match }), 2, directory).zh).toBe(zh)
  })

  it('names where it goes, and says the code of what it does not know', () => {
    expect(resultSays({ kind: 'unit', unit: 'east' }, directory).zh).toBe('east格')
    expect(resultSays({ kind: 'unitPost', post: 'officer' }, directory).zh).toBe('本网格的「某岗」')
    expect(resultSays({ kind: 'team', team: 'nosuch' }, directory).zh).toBe('nosuch')
  })
})

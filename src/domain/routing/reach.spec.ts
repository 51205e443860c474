import { describe, expect, it } from 'vitest'
import { reaches, type CategoryFacts } from './reach'
import type { RuleCondition } from './types'

const lift: CategoryFacts = { line: ['safety', 'lift'], matterType: 'report', severity: 2 }
const inSafety: RuleCondition = { field: 'category', op: 'within', codes: ['safety'] }
const notLift: RuleCondition = { field: 'category', op: 'notWithin', codes: ['lift'] }
const words: RuleCondition = { field: 'text', op: 'containsAny', words: ['困人'] }
const mediation: RuleCondition = { field: 'matterType', op: 'isOneOf', codes: ['mediation'] }
const grave: RuleCondition = { field: 'severity', op: 'atLeast', value: 3 }
const rule = (conditions: RuleCondition[], match: 'all' | 'any' = 'all', on = true) => ({ on, match, conditions })

describe('whether a rule is a way for a category', () => {
  it.each([
    ['what lies above it is named', rule([inSafety]), true],
    ['nothing is asked', rule([]), true],
    ['it is named, and words narrow it', rule([inSafety, words]), true],
    ['only words are asked', rule([words]), false],
    ['it is left out', rule([inSafety, notLift]), false],
    ['one of two lets it in', rule([notLift, inSafety], 'any'), true],
    ['another kind of matter is asked', rule([inSafety, mediation]), false],
    ['it is not grave enough', rule([inSafety, grave]), false],
    ['the rule is off', rule([inSafety], 'all', false), false],
  ] as const)('%s', (_name, given, expected) => expect(reaches(given, lift)).toBe(expected))

  it('leaves open what hangs on the matter', () => expect(reaches(rule([mediation]), { line: ['other'], severity: 1 })).toBe(true))
})

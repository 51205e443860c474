import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conditionHolds, evaluateWith, isAnswered, rowHolds, rowsOf } from './conditions'
import type { AnswerValue, Condition, ConditionRow } from './types'

const row = (op: ConditionRow['op'], value?: unknown) => ({ question: 'x', op, ...(value === undefined ? {} : { value }) }) as ConditionRow

describe('rowHolds', () => {
  it.each<[ConditionRow['op'], unknown, AnswerValue, boolean]>([
    ['is', 'a', 'a', true], ['is', 'a', 'b', false], ['is', 'a', null, false], ['is', true, true, true], ['is', true, 'yes', false], ['is', 3, 3, true], ['is', 3, '3', false],
    ['isNot', 'a', 'b', true], ['isNot', 'a', 'a', false], ['isNot', 'a', null, true],
    ['includes', 'a', ['a', 'b'], true], ['includes', 'a', ['b'], false], ['includes', 'a', 'a', false], ['includes', 'a', null, false],
    ['excludes', 'a', ['b'], true], ['excludes', 'a', ['a'], false], ['excludes', 'a', null, true],
    ['moreThan', 3, 4, true], ['moreThan', 3, 3, false], ['moreThan', 3, '4', false], ['moreThan', 3, null, false],
    ['atLeast', 3, 3, true], ['atLeast', 3, 2.9, false], ['atLeast', 3, null, false], ['atMost', 3, 3, true], ['atMost', 3, 3.1, false], ['atMost', 3, '2', false],
    ['lessThan', 3, 2, true], ['lessThan', 3, 3, false], ['lessThan', 3, null, false],
    ['answered', undefined, 'a', true], ['answered', undefined, false, true], ['answered', undefined, 0, true], ['answered', undefined, null, false], ['answered', undefined, [], false], ['answered', undefined, {}, false], ['answered', undefined, '', false],
    ['notAnswered', undefined, null, true], ['notAnswered', undefined, { unit: 'u' }, false],
  ])('%s %j over %j: %s', (op, value, answer, holds) => {
    expect(rowHolds(row(op, value), answer)).toBe(holds)
  })

  it('opposites never agree', () => {
    const answer = fc.oneof(fc.constant(null), fc.string(), fc.integer(), fc.boolean(), fc.array(fc.constantFrom('a', 'b')), fc.record({ unit: fc.string() }, { requiredKeys: [] }))
    fc.assert(fc.property(answer, fc.constantFrom('a', 'b', 1, true), (value, wanted) => {
      expect(rowHolds(row('is', wanted), value)).toBe(!rowHolds(row('isNot', wanted), value))
      expect(rowHolds(row('includes', 'a'), value)).toBe(!rowHolds(row('excludes', 'a'), value))
      expect(rowHolds(row('answered'), value)).toBe(!rowHolds(row('notAnswered'), value))
      expect(isAnswered(value)).toBe(rowHolds(row('answered'), value))
    }))
  })
})

describe('conditionHolds', () => {
  const yes = row('notAnswered')
  const no = row('answered')

  it.each<[string, Condition | undefined, boolean]>([
    ['no condition', undefined, true],
    ['no rows', { match: 'any', rows: [] }, true],
    ['all of true and false', { match: 'all', rows: [yes, no] }, false],
    ['any of true and false', { match: 'any', rows: [yes, no] }, true],
    ['any of false', { match: 'any', rows: [no, no] }, false],
    ['all with a group that holds', { match: 'all', rows: [yes, { match: 'any', rows: [no, yes] }] }, true],
    ['any with a group that does not', { match: 'any', rows: [no, { match: 'all', rows: [no, yes] }] }, false],
  ])('%s', (_name, condition, holds) => {
    expect(conditionHolds(condition, {})).toBe(holds)
  })

  it('does not take what every object has for an answer', () => {
    expect(conditionHolds({ match: 'all', rows: [{ question: 'constructor', op: 'answered' }] }, {})).toBe(false)
  })
})

describe('evaluateWith', () => {
  const rows = fc.array(fc.constantFrom(true, false, undefined), { minLength: 1, maxLength: 5 })

  it('is only undefined while an unknown row could still settle it', () => {
    fc.assert(fc.property(rows, fc.constantFrom('all' as const, 'any' as const), (truths, match) => {
      const condition: Condition = { match, rows: truths.map((_truth, at) => ({ question: String(at), op: 'answered' })) }
      const known = evaluateWith(condition, ({ question }) => truths[Number(question)])
      const withAll = (filled: boolean) => evaluateWith(condition, ({ question }) => truths[Number(question)] ?? filled)
      expect(known).toBe(withAll(true) === withAll(false) ? withAll(true) : undefined)
    }))
  })

  it('opens groups', () => {
    expect(rowsOf({ match: 'all', rows: [row('answered'), { match: 'any', rows: [row('notAnswered'), row('answered')] }] })).toHaveLength(3)
  })
})

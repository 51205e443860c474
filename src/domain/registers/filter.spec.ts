import { describe, expect, it } from 'vitest'
import type { AnswerValue, QuestionKind } from '../forms/types'
import { compareKeys, fieldMatches, sortKey } from './filter'

describe('fieldMatches', () => {
  it.each<[QuestionKind, AnswerValue, string, boolean]>([
    ['choice', 'food', 'food', true], ['choice', 'food', 'foo', false], ['multiChoice', ['a', 'b'], 'b', true], ['multiChoice', ['ab'], 'b', false],
    ['yesNo', true, 'yes', true], ['yesNo', false, 'no', true], ['yesNo', false, 'yes', false],
    ['number', 5, '5', true], ['number', 5, '1..5', true], ['number', 5, '6..', false], ['number', 5, '..4', false], ['number', 5, '..', true],
    ['date', '2026-03-01', '2026-03-01..2026-03-31', true], ['date', '2026-04-01', '2026-03-01..2026-03-31', false], ['date', '2026-04-01', '2026-03-31..', true],
    ['text', '老张面馆 ABC', 'ａｂｃ', true], ['text', '老张面馆', '李', false], ['longText', 'a b', 'B', true], ['text', null, '', false],
  ])('%s %j fits %s: %s', (kind, value, wanted, answer) => expect(fieldMatches({ kind }, value, wanted)).toBe(answer))
})

describe('order', () => {
  const sorted = (values: AnswerValue[], direction: 1 | -1) => values.map(sortKey).sort((one, other) => compareKeys(one, other, direction))
  it('is by size for numbers, with what is missing last, either way', () => {
    expect(sorted([10, null, 9], 1)).toEqual([9, 10, undefined])
    expect(sorted([10, null, 9], -1)).toEqual([10, 9, undefined])
  })
  it('is by characters for texts and lists', () => expect(sorted(['b', 'a', ['a', 'c']], 1)).toEqual(['a', 'a c', 'b']))
})

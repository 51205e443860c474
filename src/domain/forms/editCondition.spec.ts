import { describe, expect, it } from 'vitest'
import { addGroup, addRow, freshRow, removeRow, setMatch, setRow, withOperator, withValue } from './editCondition'
import { noiseForm, questionsIn } from './form.fixture'
import { lintCondition, operatorsFor } from './lintCondition'
import type { Condition, ConditionRow, Question } from './types'

const questions = questionsIn(noiseForm)
const byKey = (key: string): Question => questions.find((question) => question.key === key)!
const one: ConditionRow = { question: 'origin', op: 'is', value: 'works' }
const two: ConditionRow = { question: 'atNight', op: 'is', value: true }
const three: ConditionRow = { question: 'detail', op: 'answered' }
const nested: Condition = { match: 'all', rows: [one, { match: 'any', rows: [two, three] }] }
const known = { earlier: new Map(questions.map((question) => [question.key, question])), all: new Set(questions.map(({ key }) => key)) }

describe('editing conditions', () => {
  it('starts each row so that it may be published, with every operator offered', () => {
    for (const question of questions.filter(({ kind }) => kind !== 'info')) {
      const rows = operatorsFor(question.kind).map((op) => withOperator(freshRow(question), op, question))
      for (const row of [freshRow(question), ...rows]) expect(lintCondition({ match: 'all', rows: [row] }, '', known), `${question.key} ${row.op}`).toEqual([])
    }
  })

  it('compares numbers by size, each way with and without the bound', () =>
    expect(operatorsFor('number')).toEqual(['is', 'isNot', 'moreThan', 'atLeast', 'lessThan', 'atMost', 'answered', 'notAnswered']))

  it('keeps the answer of a row under another operator, and drops it where none is asked', () => {
    const not = withOperator(one, 'isNot', byKey('origin'))
    expect(not).toEqual({ question: 'origin', op: 'isNot', value: 'works' })
    expect(withOperator(not, 'answered', byKey('origin'))).toEqual({ question: 'origin', op: 'answered' })
    expect(withOperator({ question: 'hours', op: 'moreThan', value: 7 }, 'is', byKey('hours'))).toEqual({ question: 'hours', op: 'is', value: 7 })
    expect(withValue({ question: 'hours', op: 'moreThan', value: 7 }, 9)).toEqual({ question: 'hours', op: 'moreThan', value: 9 })
    expect(withValue(three, 'x')).toEqual(three)
  })

  it.each<[string, Condition | undefined, unknown]>([
    ['a first row', addRow(undefined, one), { match: 'all', rows: [one] }],
    ['a further row', addRow({ match: 'any', rows: [one] }, two), { match: 'any', rows: [one, two] }],
    ['a row in a group', addRow(nested, one, 1), { match: 'all', rows: [one, { match: 'any', rows: [two, three, one] }] }],
    ['a group, which joins the other way', addGroup({ match: 'all', rows: [one] }, two), { match: 'all', rows: [one, { match: 'any', rows: [two] }] }],
    ['a row set', setRow(nested, [0], three), { match: 'all', rows: [three, { match: 'any', rows: [two, three] }] }],
    ['a row of a group set', setRow(nested, [1, 0], one), { match: 'all', rows: [one, { match: 'any', rows: [one, three] }] }],
    ['a row removed', removeRow(nested, [0]), { match: 'all', rows: [{ match: 'any', rows: [two, three] }] }],
    ['a row of a group removed', removeRow(nested, [1, 1]), { match: 'all', rows: [one, { match: 'any', rows: [two] }] }],
    ['the last row of a group removed, with its group', removeRow(removeRow(nested, [1, 1])!, [1, 0]), { match: 'all', rows: [one] }],
    ['the last row of all removed', removeRow({ match: 'all', rows: [one] }, [0]), undefined],
    ['how rows join', setMatch(nested, 'any'), { ...nested, match: 'any' }],
    ['how a group joins', setMatch(nested, 'all', 1), { match: 'all', rows: [one, { match: 'all', rows: [two, three] }] }],
  ])('%s', (_what, condition, result) => {
    expect(condition).toEqual(result)
  })
})

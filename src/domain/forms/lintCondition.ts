import type { Problem } from './problem'
import type { Condition, ConditionRow, Question, QuestionKind } from './types'

const OPERATORS: Record<QuestionKind, readonly ConditionRow['op'][]> = {
  text: ['is', 'isNot', 'answered', 'notAnswered'],
  longText: ['answered', 'notAnswered'],
  number: ['is', 'isNot', 'moreThan', 'atLeast', 'lessThan', 'atMost', 'answered', 'notAnswered'],
  date: ['is', 'isNot', 'answered', 'notAnswered'],
  choice: ['is', 'isNot', 'answered', 'notAnswered'],
  multiChoice: ['includes', 'excludes', 'answered', 'notAnswered'],
  yesNo: ['is', 'isNot', 'answered', 'notAnswered'],
  place: ['answered', 'notAnswered'],
  photo: ['answered', 'notAnswered'],
  info: [],
}

/** Operators an editor may offer over a question of this kind. */
export const operatorsFor = (kind: QuestionKind): readonly ConditionRow['op'][] => OPERATORS[kind]

const valueFits = (row: ConditionRow, { kind, options }: Question): boolean => {
  if (!('value' in row)) return true
  if (kind === 'choice' || kind === 'multiChoice') return options?.some(({ code }) => code === row.value) === true
  if (kind === 'number') return typeof row.value === 'number'
  return typeof row.value === (kind === 'yesNo' ? 'boolean' : 'string')
}

type Known = { earlier: ReadonlyMap<string, Question>; all: ReadonlySet<string> }

const lintRow = (row: ConditionRow, path: string, { earlier, all }: Known): Problem[] => {
  const question = earlier.get(row.question)
  const params = { question: row.question }
  if (!question) return [{ path, code: all.has(row.question) ? 'forwardReference' : 'unknownQuestion', params }]
  if (!OPERATORS[question.kind].includes(row.op)) return [{ path, code: 'operatorNotForKind', params: { ...params, op: row.op, kind: question.kind } }]
  return valueFits(row, question) ? [] : [{ path, code: 'valueNotOffered', params }]
}

/** A condition looks only at earlier questions, with operators and values that can come true, in groups that nest once. */
export const lintCondition = (condition: Condition, path: string, known: Known): Problem[] => {
  if (condition.rows.length === 0) return [{ path, code: 'emptyCondition' }]
  return condition.rows.flatMap((row, at): Problem[] => {
    const here = `${path}.rows.${at}`
    if (!('match' in row)) return lintRow(row, here, known)
    if (row.rows.length === 0) return [{ path: here, code: 'emptyCondition' }]
    return row.rows.flatMap((inner, below): Problem[] =>
      'match' in inner ? [{ path: `${here}.rows.${below}`, code: 'nestedTooDeep' }] : lintRow(inner, `${here}.rows.${below}`, known))
  })
}

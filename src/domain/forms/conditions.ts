import { answerTo } from './names'
import type { Answers, AnswerValue, Condition, ConditionRow } from './types'

/** True, false, or undefined while it depends on an answer that is not known yet. */
export type Truth = boolean | undefined

/** Whether there is an answer at all. Empty text, lists and places are none. */
export const isAnswered = (value: AnswerValue): boolean => {
  if (value === null || value === '') return false
  if (Array.isArray(value)) return value.length > 0
  return typeof value !== 'object' || Boolean(value.unit || value.address)
}

type Size = 'moreThan' | 'atLeast' | 'lessThan' | 'atMost'

const SIZES: Record<Size, (value: number, bound: number) => boolean> = {
  moreThan: (value, bound) => value > bound,
  atLeast: (value, bound) => value >= bound,
  lessThan: (value, bound) => value < bound,
  atMost: (value, bound) => value <= bound,
}
const isSize = (row: ConditionRow): row is Extract<ConditionRow, { op: Size }> => Object.hasOwn(SIZES, row.op)

const includes = (value: AnswerValue, code: string) => Array.isArray(value) && value.includes(code)

/**
 * One row over the answer it looks at. `isNot` and `excludes` are the exact opposites of `is` and `includes`, so they hold
 * for a question that was not answered; comparisons of size never do.
 */
export const rowHolds = (row: ConditionRow, value: AnswerValue): boolean => {
  if (isSize(row)) return typeof value === 'number' && SIZES[row.op](value, row.value)
  switch (row.op) {
    case 'is': return value === row.value
    case 'isNot': return value !== row.value
    case 'includes': return includes(value, row.value)
    case 'excludes': return !includes(value, row.value)
    case 'answered': return isAnswered(value)
    case 'notAnswered': return !isAnswered(value)
  }
}

/** Kleene's all and any: an unknown row only matters where the known ones do not settle it. No rows hold. */
const combine = (match: 'all' | 'any', truths: readonly Truth[]): Truth => {
  if (truths.length === 0) return true
  const settling = match === 'any'
  if (truths.includes(settling)) return settling
  return truths.includes(undefined) ? undefined : !settling
}

/** Evaluates a condition over any way of reading rows; undefined when it cannot be told yet. */
export const evaluateWith = (condition: Condition, readRow: (row: ConditionRow) => Truth): Truth =>
  combine(condition.match, condition.rows.map((row) =>
    'match' in row ? combine(row.match, row.rows.map(readRow)) : readRow(row)))

/** Whether a question with this condition is shown. `answers` must hold only answers to visible questions: a hidden one counts as not answered. */
export const conditionHolds = (condition: Condition | undefined, answers: Answers): boolean =>
  !condition || evaluateWith(condition, (row) => rowHolds(row, answerTo(answers, row.question))) === true

/** Every row of a condition, groups opened. */
export const rowsOf = (condition: Condition): ConditionRow[] =>
  condition.rows.flatMap((row) => ('match' in row ? row.rows : [row]))

import { operatorsFor } from './lintCondition'
import type { Condition, ConditionRow, Question } from './types'

type Group = { match: 'all' | 'any'; rows: ConditionRow[] }

/** A row of a condition, or of its group at the first number. */
export type RowPath = readonly [number] | readonly [number, number]

const firstValue = ({ kind, options }: Question): string | number | boolean => {
  if (kind === 'yesNo') return true
  if (kind === 'number') return 0
  return options?.[0]?.code ?? ''
}

const make = (question: string, op: ConditionRow['op'], value: string | number | boolean): ConditionRow => {
  switch (op) {
    case 'answered':
    case 'notAnswered': return { question, op }
    case 'includes':
    case 'excludes': return { question, op, value: String(value) }
    case 'is':
    case 'isNot': return { question, op, value }
    default: return { question, op, value: Number(value) || 0 }
  }
}

/** A row over a question, with the first operator and answer that mean something there. */
export const freshRow = (question: Question): ConditionRow => make(question.key, operatorsFor(question.kind)[0] ?? 'answered', firstValue(question))

/** The same row with another operator; its value stays where it still means something. */
export const withOperator = (row: ConditionRow, op: ConditionRow['op'], question: Question | undefined): ConditionRow =>
  make(row.question, op, 'value' in row ? row.value : question ? firstValue(question) : '')

/** The same row with another value. */
export const withValue = (row: ConditionRow, value: string | number | boolean): ConditionRow => make(row.question, row.op, value)

const isGroup = (row: ConditionRow | Group): row is Group => 'match' in row

/** Adds a row at the end, of the condition or of its group at `group`. Without a condition it makes one. */
export const addRow = (condition: Condition | undefined, row: ConditionRow, group?: number): Condition => {
  if (!condition) return { match: 'all', rows: [row] }
  if (group === undefined) return { ...condition, rows: [...condition.rows, row] }
  return { ...condition, rows: condition.rows.map((each, at) => (at === group && isGroup(each) ? { ...each, rows: [...each.rows, row] } : each)) }
}

/** Adds a group with one row; it joins its rows the other way than the condition does, or it would mean nothing of its own. */
export const addGroup = (condition: Condition, row: ConditionRow): Condition =>
  ({ ...condition, rows: [...condition.rows, { match: condition.match === 'all' ? 'any' : 'all', rows: [row] }] })

export const setRow = (condition: Condition, [at, below]: RowPath, row: ConditionRow): Condition => ({
  ...condition,
  rows: condition.rows.map((each, index) => {
    if (index !== at) return each
    return isGroup(each) && below !== undefined ? { ...each, rows: each.rows.map((inner, under) => (under === below ? row : inner)) } : row
  }),
})

/** Takes a row away, with its group where it was the last there. Undefined where it was the last of all. */
export const removeRow = (condition: Condition, [at, below]: RowPath): Condition | undefined => {
  const rows = condition.rows.flatMap((each, index) => {
    if (index !== at) return [each]
    if (!isGroup(each) || below === undefined) return []
    const left = each.rows.filter((_row, under) => under !== below)
    return left.length > 0 ? [{ ...each, rows: left }] : []
  })
  return rows.length > 0 ? { ...condition, rows } : undefined
}

/** All or any: of the condition, or of its group at `group`. */
export const setMatch = (condition: Condition, match: 'all' | 'any', group?: number): Condition =>
  group === undefined ? { ...condition, match } : { ...condition, rows: condition.rows.map((each, at) => (at === group && isGroup(each) ? { ...each, match } : each)) }

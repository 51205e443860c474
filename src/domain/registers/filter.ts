import type { AnswerValue, Question } from '../forms/types'
import { normaliseText } from '../matter/text'

const between = <T extends string | number>(value: T, wanted: string, read: (text: string) => T | undefined): boolean => {
  const [low = '', high = low] = wanted.includes('..') ? wanted.split('..') : [wanted, wanted]
  const [from, to] = [read(low.trim()), read(high.trim())]
  return (from === undefined || value >= from) && (to === undefined || value <= to)
}

const number = (text: string): number | undefined => (text === '' || Number.isNaN(Number(text)) ? undefined : Number(text))
const text = (input: string): string | undefined => input || undefined

/** Whether an answer fits what a filter asks: a code, "yes" or "no", part of a text, one number or day, or "from..to". An answer that was not given fits nothing. */
export const fieldMatches = ({ kind }: Pick<Question, 'kind'>, value: AnswerValue, wanted: string): boolean => {
  if (value === null) return false
  if (Array.isArray(value)) return value.includes(wanted)
  if (typeof value === 'boolean') return value === (wanted === 'yes')
  if (typeof value === 'number') return between(value, wanted, number)
  if (typeof value === 'object') return false
  if (kind === 'choice') return value === wanted
  return kind === 'date' ? between(value, wanted, text) : normaliseText(value).includes(normaliseText(wanted))
}

/** How an answer is ordered in a list: numbers by size, texts by their characters. What was not answered comes last. */
export const sortKey = (value: AnswerValue): string | number | undefined => {
  if (value === null) return undefined
  if (typeof value === 'boolean') return value ? 1 : 0
  if (Array.isArray(value)) return value.join(' ')
  return typeof value === 'object' ? (value.address ?? '') : value
}

/** Compares two keys of `sortKey`; `direction` 1 or -1. Undefined comes last either way. */
export const compareKeys = (one: string | number | undefined, other: string | number | undefined, direction: 1 | -1): number => {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined)
  if (typeof one === 'number' && typeof other === 'number') return (one - other) * direction
  const [a, b] = [String(one), String(other)]
  return (a < b ? -1 : a > b ? 1 : 0) * direction
}

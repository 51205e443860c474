import type { Answers, AnswerValue, Question } from './types'

/** Names of a question's inputs in a plain form. Dotted, so that no question key can collide with another input of the page. */
export const fieldName = (key: string): string => `q.${key}`
export const unitField = (key: string): string => `q.${key}.unit`
export const addressField = (key: string): string => `q.${key}.address`
/** Photos already stored, by id; and the file input for new ones, which the page stores before it validates. */
export const idsField = (key: string): string => `q.${key}.ids`
export const filesField = (key: string): string => `q.${key}.files`
/** The key of the question that a file input belongs to; undefined for any other field. */
export const keyOfFiles = (field: string): string | undefined => /^q\.([a-zA-Z0-9]{1,40})\.files$/.exec(field)?.[1]

/** Fields of a plain form, as a POST brings them. */
export type Fields = Record<string, string | string[]>

const placeFields = (key: string, value: { unit?: string; address?: string }): Fields => ({
  ...(value.address === undefined ? {} : { [addressField(key)]: value.address }),
  ...(value.unit === undefined ? {} : { [unitField(key)]: value.unit }),
})

/** One answer as form fields: the inverse of `parseAnswer`. */
export const toFields = (question: Question, value: AnswerValue): Fields => {
  const { key, kind } = question
  if (value === null) return {}
  if (typeof value === 'boolean') return { [fieldName(key)]: value ? 'yes' : 'no' }
  if (Array.isArray(value)) return { [kind === 'photo' ? idsField(key) : fieldName(key)]: value }
  if (typeof value === 'object') return placeFields(key, value)
  return { [fieldName(key)]: String(value) }
}

/** An own entry: question keys may be words such as "constructor", which every object has. */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

/** The answer to a question; null when it was not answered. */
export const answerTo = (answers: Answers, key: string): AnswerValue => own(answers, key) ?? null

import { codePoints } from '../matter/text'
import { CAPS, maxChoicesOf, maxLengthOf } from './limits'
import { matchesPattern } from './patterns'
import { parseAnswer, type RawAnswers } from './parse'
import type { AnswerError, Answers, AnswerValue, FormDef, Question, QuestionKind } from './types'
import { walkForm, type Ended, type Reading, type Walk } from './visible'

type Fault = Omit<AnswerError, 'key'> | undefined

const checkText = (question: Question, value: AnswerValue): Fault => {
  if (typeof value !== 'string') return { code: 'wrongKind' }
  const [length, max] = [codePoints(value), maxLengthOf(question)]
  if (question.minLength !== undefined && length < question.minLength) return { code: 'tooShort', params: { min: question.minLength, length } }
  if (length > max) return { code: 'tooLong', params: { max, length } }
  const { pattern } = question
  return !pattern || matchesPattern(pattern, value) ? undefined : { code: 'pattern', params: { pattern } }
}

const checkNumber = (question: Question, value: AnswerValue): Fault => {
  if (typeof value !== 'number') return { code: 'notNumber' }
  if (question.integer && !Number.isInteger(value)) return { code: 'notInteger' }
  const [min, max] = [question.min ?? -CAPS.number, question.max ?? CAPS.number]
  if (value < min) return { code: 'tooSmall', params: { min } }
  return value > max ? { code: 'tooLarge', params: { max } } : undefined
}

const checkDate = ({ minDate, maxDate }: Question, value: AnswerValue): Fault => {
  if (typeof value !== 'string') return { code: 'notDate' }
  if (minDate !== undefined && value < minDate) return { code: 'tooEarly', params: { min: minDate } }
  return maxDate !== undefined && value > maxDate ? { code: 'tooLate', params: { max: maxDate } } : undefined
}

const checkChoice = (question: Question, value: AnswerValue): Fault =>
  question.options?.some(({ code }) => code === value) ? undefined : { code: 'notOffered' }

const checkCount = (question: Question, count: number): Fault => {
  const max = maxChoicesOf(question)
  if (question.minChoices !== undefined && count < question.minChoices) return { code: 'tooFew', params: { min: question.minChoices, count } }
  return count > max ? { code: 'tooMany', params: { max, count } } : undefined
}

const checkChoices = (question: Question, value: AnswerValue): Fault => {
  const offered = new Set(question.options?.map(({ code }) => code))
  if (!Array.isArray(value) || !value.every((code) => offered.has(code))) return { code: 'notOffered' }
  return checkCount(question, value.length)
}

const PHOTO_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/

const checkPhotos = (question: Question, value: AnswerValue): Fault =>
  Array.isArray(value) && value.every((id) => PHOTO_ID.test(id)) ? checkCount(question, value.length) : { code: 'wrongKind' }

const checkPlace = (_question: Question, value: AnswerValue): Fault => {
  const address = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value.address ?? '') : undefined
  if (address === undefined) return { code: 'wrongKind' }
  const length = codePoints(address)
  return length > CAPS.address ? { code: 'tooLong', params: { max: CAPS.address, length } } : undefined
}

const CHECKS: Record<QuestionKind, (question: Question, value: AnswerValue) => Fault> = {
  text: checkText,
  longText: checkText,
  number: checkNumber,
  date: checkDate,
  choice: checkChoice,
  multiChoice: checkChoices,
  yesNo: (_question, value) => (typeof value === 'boolean' ? undefined : { code: 'wrongKind' }),
  place: checkPlace,
  photo: checkPhotos,
  info: () => undefined,
}

/** Chosen codes in the order they are offered, so that the same choice is always the same answer. */
const inOrder = (question: Question, value: AnswerValue): AnswerValue =>
  question.kind === 'multiChoice' && Array.isArray(value)
    ? (question.options ?? []).map(({ code }) => code).filter((code) => value.includes(code))
    : value

/** Reads and checks one visible question. At most one fault, the first that a person should mend. */
export const readAnswer = (question: Question, raw: RawAnswers): Reading => {
  const { key } = question
  const parsed = parseAnswer(question, raw)
  if ('wrong' in parsed) return { value: null, error: { key, code: parsed.wrong } }
  if (parsed.value === null) {
    const missing = question.required === true && question.kind !== 'info'
    return missing ? { value: null, error: { key, code: 'required' } } : { value: null }
  }
  const fault = CHECKS[question.kind](question, parsed.value)
  return fault ? { value: null, error: { key, ...fault } } : { value: inOrder(question, parsed.value) }
}

/** `ended`: an answer ended the form; nothing may be sent, its advice is shown instead. */
export type Validation = { answers: Answers; errors: AnswerError[]; ended?: Ended; visible: string[] }

const result = ({ answers, errors, ended, visible }: Walk): Validation => ({ answers, errors, visible, ...(ended ? { ended } : {}) })

/**
 * Checks a whole form, whichever way it was sent. Only sound answers to visible questions come back: hidden and unknown
 * ones are dropped, faulty ones are named in `errors` and count as not answered for the conditions after them.
 */
export const validateAnswers = (def: FormDef, raw: RawAnswers): Validation =>
  result(walkForm(def, (question) => readAnswer(question, raw)))

/**
 * Checks one page on the way: its questions are read from `raw`, the others from the answers already kept in `before`.
 * Errors are those of this page only; the whole form is checked again before it is sent.
 */
export const validatePage = (
  { def, page, raw, before }: { def: FormDef; page: number; raw: RawAnswers; before: Answers },
): Validation => {
  const here = new Set(def.pages[page]?.questions.map(({ key }) => key))
  const walk = walkForm(def, (question, at) => readAnswer(question, at === page ? raw : before))
  return result({ ...walk, errors: walk.errors.filter(({ key }) => here.has(key)) })
}

import { cleanLine, cleanText } from '../matter/text'
import { addressField, fieldName, idsField, own, unitField } from './names'
import type { AnswerError, AnswerValue, Question, QuestionKind } from './types'

/** What came in: fields of a plain form (`q.<key>`, `q.<key>.unit`…), or JSON answers by question key. Nothing in it is trusted. */
export type RawAnswers = Readonly<Record<string, unknown>>

export type Parsed = { value: AnswerValue } | { wrong: Extract<AnswerError['code'], 'wrongKind' | 'notNumber' | 'notDate'> }

const NONE: Parsed = { value: null }
const WRONG: Parsed = { wrong: 'wrongKind' }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field sent once; `single` keeps a repeated one a list, which no single-valued kind accepts. */
const single = (input: unknown): unknown => (Array.isArray(input) && input.length <= 1 ? (input[0] ?? null) : input)

/** What was sent for a question: form fields come before JSON of the same key. Undefined when nothing was. */
export const inputOf = ({ key, kind }: Question, raw: RawAnswers): unknown => {
  const bare = own(raw, fieldName(key))
  if (kind === 'place') {
    const address = own(raw, addressField(key)) ?? bare
    const unit = own(raw, unitField(key))
    return address === undefined && unit === undefined ? own(raw, key) : { address: single(address), unit: single(unit) }
  }
  if (kind === 'photo') return own(raw, idsField(key)) ?? bare ?? own(raw, key)
  return bare ?? own(raw, key)
}

const textParser = (clean: (text: string) => string) => (input: unknown): Parsed =>
  typeof input === 'string' ? { value: clean(input) || null } : WRONG

/** A patterned text is a code, not prose: full-width digits and letters are taken for half-width ones. */
const parseText = (input: unknown, { pattern }: Question): Parsed =>
  textParser(pattern && pattern !== 'plateless' ? (text) => cleanLine(text.normalize('NFKC')) : cleanLine)(input)

/** Plain decimals only: no exponents, no separators, nothing that reads back differently. */
const NUMBER = /^[+-]?\d{1,15}(?:\.\d{1,20})?$/

const parseNumber = (input: unknown): Parsed => {
  if (typeof input !== 'string' && typeof input !== 'number') return WRONG
  const text = String(input).normalize('NFKC').replace(/\u2212/g, '-').trim()
  if (text === '') return NONE
  // Adding 0 makes -0 an ordinary zero; a number that would print with an exponent is refused.
  const value = NUMBER.test(text) ? Number(text) + 0 : NaN
  return NUMBER.test(String(value)) ? { value } : { wrong: 'notNumber' }
}

const DATE = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/

/** Whether year, month (1 to 12) and day exist in the calendar; years 1900 to 2100. */
const isRealDate = (year: number, month: number, day: number): boolean => {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

const parseDate = (input: unknown): Parsed => {
  if (typeof input !== 'string') return WRONG
  const text = input.normalize('NFKC').replace(/\s+/g, '')
  if (text === '') return NONE
  const [, year, month, day] = (DATE.exec(text) ?? []).map(Number)
  if (!year || !month || !day || !isRealDate(year, month, day)) return { wrong: 'notDate' }
  return { value: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` }
}

/** Codes are compared as sent: what is not offered is refused by the validation, not mended here. */
const parseChoice = (input: unknown): Parsed => (typeof input === 'string' ? { value: input || null } : WRONG)

const parseList = (input: unknown): Parsed => {
  const list: unknown = typeof input === 'string' ? [input] : input
  if (!Array.isArray(list) || !list.every((item): item is string => typeof item === 'string')) return WRONG
  const codes = [...new Set(list.filter((code) => code !== ''))]
  return { value: codes.length > 0 ? codes : null }
}

const YES_NO = new Map<unknown, AnswerValue>([[true, true], ['yes', true], [false, false], ['no', false], ['', null]])

const parseYesNo = (input: unknown): Parsed => {
  const value = YES_NO.get(input)
  return value === undefined ? WRONG : { value }
}

const UNIT_CODE = /^(?:[A-Za-z0-9][A-Za-z0-9._-]{0,63})?$/

/** Text of one part; empty when it was not sent, undefined when it is no text. */
const placePart = (input: unknown): string | undefined => {
  if (input === undefined || input === null) return ''
  return typeof input === 'string' ? cleanLine(input) : undefined
}

const placeOf = (unit: string, address: string): AnswerValue =>
  unit || address ? { ...(unit ? { unit } : {}), ...(address ? { address } : {}) } : null

const parsePlace = (input: unknown): Parsed => {
  const parts: unknown = typeof input === 'string' ? { address: input } : input
  if (!isRecord(parts)) return WRONG
  const [unit, address] = [placePart(own(parts, 'unit')), placePart(own(parts, 'address'))]
  if (unit === undefined || address === undefined || !UNIT_CODE.test(unit)) return WRONG
  return { value: placeOf(unit, address) }
}

const PARSERS: Record<QuestionKind, (input: unknown, question: Question) => Parsed> = {
  text: parseText,
  longText: textParser(cleanText),
  number: parseNumber,
  date: parseDate,
  choice: parseChoice,
  multiChoice: parseList,
  yesNo: parseYesNo,
  place: parsePlace,
  photo: parseList,
  info: () => NONE,
}

const LISTS: readonly QuestionKind[] = ['multiChoice', 'photo']

/** The answer to one question, cleaned and typed, but not yet checked against the question's limits. */
export const parseAnswer = (question: Question, raw: RawAnswers): Parsed => {
  const sent = inputOf(question, raw)
  const input = LISTS.includes(question.kind) ? sent : single(sent)
  return input === undefined || input === null ? NONE : PARSERS[question.kind](input, question)
}

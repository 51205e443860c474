import { codePoints } from '../matter/text'
import { say, type Lang } from '../words'
import { conditionSentence } from './describe'
import { maxChoicesOf, maxLengthOf } from './limits'
import { addressField, fieldName, filesField, idsField, unitField } from './names'
import { inputOf, parseAnswer, type RawAnswers } from './parse'
import type { AnswerError, Answers, FormDef, Question, QuestionKind } from './types'
import { validatePage } from './validate'
import { presenceOnPage, type Presence } from './visible'
import { errorText, fill, type FormWords } from './words'

export type Control = 'text' | 'textarea' | 'number' | 'date' | 'radios' | 'checkboxes' | 'place' | 'photo' | 'info'

export type RenderOption = { value: string; label: string; id: string; checked: boolean }

/** One question, ready to be drawn: every word in its language, every name and id set. Plain data, so that it crosses to the browser. */
export type RenderQuestion = {
  key: string
  kind: QuestionKind
  control: Control
  presence: Presence
  /** Name of the input: shared by radios and check boxes, of the address of a place, of the file input of photos. */
  name: string
  id: string
  label: string
  required: boolean
  /** "(may be left out)", or empty. */
  mark: string
  /** Hints below the label, each with the id that aria-describedby names. */
  hints: { id: string; text: string }[]
  /** Length used and allowed, for text of several lines. */
  count?: { id: string; text: string }
  error?: { id: string; code: AnswerError['code']; text: string }
  describedBy?: string
  /** What was typed, as it was typed. */
  value: string
  options: RenderOption[]
  inputMode?: 'numeric' | 'decimal'
  min?: string
  max?: string
  /** Only of places. */
  place?: { unitName: string; unitId: string; unit: string }
  /** Only of photos: those already stored, and how many more there may be. */
  photos?: { idsName: string; ids: string[]; max: number }
}

const CONTROLS: Record<QuestionKind, Control> = {
  text: 'text', longText: 'textarea', number: 'number', date: 'date', choice: 'radios', yesNo: 'radios', multiChoice: 'checkboxes', place: 'place', photo: 'photo', info: 'info',
}

/** Where a link to the question leads: its input, or the first of a group. An error of field `q.<key>` is answered at `f-q.<key>`. */
const inputId = (key: string): string => `f-${fieldName(key)}`

export type RenderInput = {
  def: FormDef
  page: number
  lang: Lang
  words: FormWords
  /** What was typed on this page: form fields or answers, faults and all. */
  fields: RawAnswers
  /** Sound answers of the other pages. */
  before?: Answers
  errors?: readonly AnswerError[]
  /** What stands in the inputs now. Only where JavaScript runs: then conditions on the same page are settled as well. */
  live?: RawAnswers
}

const typed = (input: unknown): string => {
  if (typeof input === 'string') return input
  if (typeof input === 'boolean') return input ? 'yes' : 'no'
  return typeof input === 'number' ? String(input) : ''
}

const typedList = (input: unknown): string[] => {
  const list: unknown[] = Array.isArray(input) ? input : [input]
  return list.filter((item): item is string => typeof item === 'string' && item !== '')
}

const part = (input: unknown, name: 'unit' | 'address'): string => {
  if (typeof input === 'string') return name === 'address' ? input : ''
  return typeof input === 'object' && input !== null && name in input ? typed((input as Record<string, unknown>)[name]) : ''
}

const optionsOf = (question: Question, input: unknown, { lang, words }: RenderInput): RenderOption[] => {
  const offered = question.kind === 'yesNo'
    ? [{ value: 'yes', label: words.yes }, { value: 'no', label: words.no }]
    : (question.options ?? []).map(({ code, label }) => ({ value: code, label: say(label, lang) }))
  const chosen = question.kind === 'yesNo' ? [typed(input)] : typedList(input)
  return offered.map(({ value, label }, at) => ({ value, label, id: at === 0 ? inputId(question.key) : `${inputId(question.key)}.${at}`, checked: chosen.includes(value) }))
}

const choicesHint = (question: Question, words: FormWords): string => {
  const [min, max] = [question.minChoices ?? 0, maxChoicesOf(question)]
  if (question.kind === 'photo') return fill(words.photosHint, { max })
  if (question.kind !== 'multiChoice' || (min === 0 && question.maxChoices === undefined)) return ''
  return min > 0 ? fill(words.choicesHint, { min, max }) : fill(words.choicesAtMost, { max })
}

const hintsOf = (question: Question, presence: Presence, { def, lang, words, live }: RenderInput): RenderQuestion['hints'] => {
  const { key, help, purpose, pattern, showIf } = question
  const texts: [string, string][] = [
    ['if', presence === 'maybe' && showIf && !live ? conditionSentence(showIf, def, { lang, words }) : ''],
    ['help', say(help, lang)],
    ['form', pattern ? (words.patternHint[pattern] ?? '') : ''],
    ['many', choicesHint(question, words)],
    ['why', purpose ? fill(words.purpose, { purpose: say(purpose, lang) }) : ''],
  ]
  return texts.filter(([, text]) => text !== '').map(([name, text]) => ({ id: `h-${fieldName(key)}.${name}`, text }))
}

const countOf = (question: Question, { fields, live, words }: RenderInput): RenderQuestion['count'] => {
  if (question.kind !== 'longText') return undefined
  const max = maxLengthOf(question)
  const parsed = parseAnswer(question, live ?? fields)
  const used = 'value' in parsed && typeof parsed.value === 'string' ? codePoints(parsed.value) : 0
  return { id: `h-${fieldName(question.key)}.count`, text: live ? fill(words.lengthCount, { used, max }) : fill(words.lengthHint, { max }) }
}

const rangeOf = ({ kind, minDate, maxDate }: Question): Pick<RenderQuestion, 'min' | 'max'> =>
  kind === 'date' ? { ...(minDate ? { min: minDate } : {}), ...(maxDate ? { max: maxDate } : {}) } : {}

const partsOf = (question: Question, input: unknown): Pick<RenderQuestion, 'place' | 'photos' | 'inputMode'> => {
  const { key, kind, integer } = question
  if (kind === 'number') return { inputMode: integer ? 'numeric' : 'decimal' }
  if (kind === 'photo') return { photos: { idsName: idsField(key), ids: typedList(input), max: maxChoicesOf(question) } }
  if (kind !== 'place') return {}
  return { place: { unitName: unitField(key), unitId: `${inputId(key)}.unit`, unit: part(input, 'unit') } }
}

const errorOf = ({ key }: Question, { errors, words }: RenderInput): RenderQuestion['error'] => {
  const error = errors?.find((fault) => fault.key === key)
  return error && { id: `e-${fieldName(key)}`, code: error.code, text: errorText(error, words) }
}

const described = (texts: Pick<RenderQuestion, 'hints' | 'error' | 'count'>): Pick<RenderQuestion, 'describedBy'> => {
  const ids = [...texts.hints, texts.error, texts.count].flatMap((text) => (text ? [text.id] : []))
  return ids.length > 0 ? { describedBy: ids.join(' ') } : {}
}

const nameOf = ({ key, kind }: Question): string => (kind === 'place' ? addressField(key) : kind === 'photo' ? filesField(key) : fieldName(key))

/** The question, with what its number counts. */
const labelOf = ({ label, unit }: Question, { lang, words }: RenderInput): string =>
  (unit ? fill(words.withUnit, { label: say(label, lang), unit: say(unit, lang) }) : say(label, lang))

const renderQuestion = (question: Question, presence: Presence, input: RenderInput): RenderQuestion => {
  const { key, kind } = question
  const sent = inputOf(question, input.fields)
  const [count, error] = [countOf(question, input), errorOf(question, input)]
  const texts = { hints: hintsOf(question, presence, input), ...(count ? { count } : {}), ...(error ? { error } : {}) }
  const required = question.required === true
  return {
    key, kind, control: CONTROLS[kind], presence, name: nameOf(question), id: inputId(key), label: labelOf(question, input), required,
    mark: required || kind === 'info' ? '' : input.words.optional,
    ...texts, ...described(texts), value: kind === 'place' ? part(sent, 'address') : typed(sent),
    options: optionsOf(question, sent, input), ...rangeOf(question), ...partsOf(question, sent),
  }
}

/**
 * One page of a form as a flat list of questions. On the server a question that hangs on another of the same page is there with a
 * hint; with `live` it is shown or hidden as its condition says. Questions that cannot be reached from `before` are left out.
 */
export const renderPage = (input: RenderInput): RenderQuestion[] => {
  const { def, page, before = {}, live } = input
  const current = def.pages[page]
  if (!current) return []
  const reachable = presenceOnPage(current, before)
  const settled = live ? new Set(validatePage({ def, page, raw: live, before }).visible) : undefined
  return current.questions.flatMap((question) => {
    const presence = reachable.get(question.key) ?? 'hidden'
    if (presence === 'hidden') return []
    return [renderQuestion(question, settled ? (settled.has(question.key) ? 'shown' : 'hidden') : presence, input)]
  })
}

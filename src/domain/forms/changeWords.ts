import { say as wordsIn, type Lang } from '../words'
import { conditionSentence } from './describe'
import type { Part } from './diff'
import { LIMIT_KEYS, type LimitKey } from './limits'
import type { FormPage, Question, QuestionKind, SafePattern } from './types'
import type { FormWords } from './words'

type ChangeKey =
  | `kind.${QuestionKind}` | `limit.${LimitKey}` | `pattern.${SafePattern}` | 'part.limit' | 'part.codeKept' | 'fields.ends' | 'fields.required' | 'fields.optional'
  | 'condition.shown' | 'condition.always' | 'answer.public' | 'answer.staff' | 'answer.days' | 'answer.kept' | 'separator'

/** The words a change of a form is told in: the editor's, and those forms are shown with. */
export type FormSpeech = { say: (key: ChangeKey, params?: Record<string, string | number>) => string; lang: Lang; words: FormWords }

type Speaks = (question: Question, other: Question, pages: readonly FormPage[]) => string

const limitText = (question: Question, key: LimitKey, { say, lang }: FormSpeech): string => {
  const name = say(`limit.${key}`)
  if (key === 'pattern' && question.pattern) return say('part.limit', { name, value: say(`pattern.${question.pattern}`) })
  if (key === 'unit') return say('part.limit', { name, value: wordsIn(question.unit, lang) })
  return key === 'integer' ? name : say('part.limit', { name, value: String(question[key]) })
}

const optionsText = (question: Question, other: Question, { say, lang }: FormSpeech): string =>
  (question.options ?? []).map(({ code, label, endsWith }) => {
    const twin = other.options?.find((option) => option.code === code)
    const text = endsWith ? say('fields.ends', { label: wordsIn(label, lang), advice: wordsIn(endsWith, lang) }) : wordsIn(label, lang)
    return twin && wordsIn(twin.label, lang) !== wordsIn(label, lang) ? say('part.codeKept', { label: text }) : text
  }).join(say('separator'))

const conditionText = ({ showIf }: Question, pages: readonly FormPage[], { say, lang, words }: FormSpeech): string =>
  showIf ? conditionSentence(showIf, { code: '', name: { zh: '' }, pages: [...pages] }, { lang, words: { ...words, condition: { ...words.condition, onlyIf: say('condition.shown') } } }) : say('condition.always')

/** What each part of a question says, in words; `other` is the question on the other side of the change. */
export const partWords = (speech: FormSpeech): Record<Part, Speaks> => {
  const { say, lang } = speech
  return {
    label: ({ label }) => wordsIn(label, lang),
    help: ({ help }) => wordsIn(help, lang),
    kind: ({ kind }) => say(`kind.${kind}`),
    required: ({ required }) => say(required ? 'fields.required' : 'fields.optional'),
    limits: (question) => LIMIT_KEYS.filter((key) => question[key] !== undefined && question[key] !== false).map((key) => limitText(question, key, speech)).join(say('separator')),
    options: (question, other) => optionsText(question, other, speech),
    condition: (question, _other, pages) => conditionText(question, pages, speech),
    purpose: ({ purpose }) => wordsIn(purpose, lang),
    publicity: ({ publicity }) => say(publicity === 'public' ? 'answer.public' : 'answer.staff'),
    retention: ({ retentionDays }) => (retentionDays ? say('answer.days', { count: retentionDays }) : say('answer.kept')),
  }
}

/** A question that came or went, in short. */
export const questionSummary = (question: Question, pages: readonly FormPage[], speech: FormSpeech): string => {
  const { say } = speech
  return [say(`kind.${question.kind}`), ...(question.kind === 'info' ? [] : [say(question.required ? 'fields.required' : 'fields.optional')]), ...(question.showIf ? [conditionText(question, pages, speech)] : [])].join(say('separator'))
}

import type { Question, QuestionKind } from './types'

/** Most a form maker may ask for, and what holds when nothing is said. Lengths are code points. */
export const CAPS = { text: 500, longText: 5000, address: 200, photos: 6, number: 1e12, options: 200, pages: 20, questions: 60 } as const
const DEFAULT_LENGTH = { text: 200, longText: 2000 } as const

/** Which limits mean something for which kind. */
export const LIMITS_OF: Record<QuestionKind, readonly LimitKey[]> = {
  text: ['minLength', 'maxLength', 'pattern'],
  longText: ['minLength', 'maxLength'],
  number: ['min', 'max', 'integer', 'unit'],
  date: ['minDate', 'maxDate'],
  choice: [],
  multiChoice: ['minChoices', 'maxChoices'],
  yesNo: [],
  place: [],
  photo: ['minChoices', 'maxChoices'],
  info: [],
}
export const LIMIT_KEYS = ['minLength', 'maxLength', 'min', 'max', 'integer', 'unit', 'minDate', 'maxDate', 'minChoices', 'maxChoices', 'pattern'] as const
export type LimitKey = (typeof LIMIT_KEYS)[number]

/** Most code points of a text answer. */
export const maxLengthOf = (question: Question): number => {
  const kind = question.kind === 'longText' ? 'longText' : 'text'
  return Math.min(question.maxLength ?? DEFAULT_LENGTH[kind], CAPS[kind])
}

/** Most choices, or photos, of an answer. */
export const maxChoicesOf = (question: Question): number => {
  const most = question.kind === 'photo' ? CAPS.photos : (question.options?.length ?? 0)
  return Math.min(question.maxChoices ?? most, most)
}

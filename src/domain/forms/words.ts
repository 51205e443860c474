import type { AnswerError, ConditionRow } from './types'

/** The dictionary a form is shown with: the namespace `form` of one language. Passed in, so that this stays pure. */
export type FormWords = Record<AnswerError['code'], string> & {
  optional: string
  withUnit: string
  yes: string
  no: string
  lengthHint: string
  lengthCount: string
  choicesHint: string
  choicesAtMost: string
  photosHint: string
  purpose: string
  unanswered: string
  listSeparator: string
  photoCount: string
  patternHint: Record<string, string>
  condition: Record<ConditionRow['op'] | 'onlyIf' | 'all' | 'any' | 'group', string>
  place: { unit: string; chooseUnit: string }
  photo: { add: string; kept: string; keep: string }
  summary: { one: string; many: string; line: string }
  ended: string
}

/** A template with its `{name}` places filled. A place without a parameter stays as it is, so that a fault shows. */
export const fill = (template: string, params: Readonly<Record<string, string | number>> = {}): string =>
  template.replace(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(params, name) ? String(params[name]) : place))

/** The words of an answer's error. */
export const errorText = ({ code, params }: AnswerError, words: FormWords): string => fill(words[code], params)

import type { FormDef, Question, QuestionKind } from '@/domain/forms/types'

const words = (): string => '如上所述，请街道派人来看一看，谢谢'.repeat(2)
const nothing = (): undefined => undefined

const ANSWERS: Record<QuestionKind, (question: Question) => unknown> = {
  text: words,
  longText: words,
  number: ({ min = 1 }) => min,
  date: ({ minDate = '2026-01-05' }) => minDate,
  choice: ({ options = [] }) => options.find((option) => !option.endsWith)?.code,
  multiChoice: ({ options = [] }) => options.slice(0, 1).map((option) => option.code),
  yesNo: () => false,
  place: () => ({ address: '某路 1 号' }),
  photo: nothing,
  info: nothing,
}

const isAsked = ({ required, kind }: Question): boolean => Boolean(required) && kind !== 'info' && kind !== 'photo'

/** Answers that any form takes: the first thing offered for each required question. */
export const plainAnswers = (form: FormDef): Record<string, unknown> =>
  Object.fromEntries(form.pages.flatMap((page) => page.questions).filter(isAsked).map((question) => [question.key, ANSWERS[question.kind](question)]))

import type { FormDef, Question, QuestionKind, SafePattern } from '@/domain/forms/types'

const BY_PATTERN: Record<SafePattern, string> = { digits: '20261122', postcodeCN: '100020', time24: '09:30', plateless: '三号楼东侧', lettersDigits: 'AB20261122', houseNumber: '3-502' }

const text = ({ pattern, minLength = 2, maxLength = 100 }: Question): string => (pattern ? BY_PATTERN[pattern] : '已经办好'.repeat(Math.ceil(Math.max(minLength, 1) / 4)).slice(0, maxLength))

const ANSWERS: Record<QuestionKind, (question: Question) => unknown> = {
  text,
  longText: text,
  number: ({ min = 1 }) => min,
  date: ({ minDate = '2026-01-05' }) => minDate,
  choice: ({ options = [] }) => options.find((option) => !option.endsWith)?.code,
  multiChoice: ({ options = [], minChoices = 1 }) => options.slice(0, Math.max(1, minChoices)).map((option) => option.code),
  yesNo: () => false,
  place: () => ({ address: '某路 1 号' }),
  photo: () => undefined,
  info: () => undefined,
}

/** Answers that a form takes: the first thing offered for each required question, in its pattern and within its limits. */
export const soundAnswers = (form: FormDef): Record<string, unknown> =>
  Object.fromEntries(form.pages.flatMap((page) => page.questions).filter(({ required, kind }) => required && kind !== 'info' && kind !== 'photo').map((question) => [question.key, ANSWERS[question.kind](question)]))

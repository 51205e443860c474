import type { FormDef, Question } from '@/domain/forms/types'

const answer = (question: Question): unknown => {
  if (question.kind === 'choice') return question.options?.find((option) => !option.endsWith)?.code
  if (question.kind === 'multiChoice') return [question.options?.[0]?.code]
  if (question.kind === 'yesNo') return false
  if (question.kind === 'number') return question.min ?? 1
  if (question.kind === 'date') return question.minDate ?? '2026-01-05'
  return question.kind === 'place' ? { address: '某路 1 号' } : '如上所述，请街道派人来看一看，谢谢'.repeat(2)
}

/** Answers that any form takes: the first thing offered for each required question. */
export const plainAnswers = (form: FormDef): Record<string, unknown> =>
  Object.fromEntries(form.pages.flatMap((page) => page.questions).filter((question) => question.required && question.kind !== 'info' && question.kind !== 'photo').map((question) => [question.key, answer(question)]))

import type { Answers, AnswerError, FormDef } from '@/domain/forms/types'
import { validateAnswers, validatePage } from '@/domain/forms/validate'
import { nearestPage, visibleQuestions, type Ended } from '@/domain/forms/visible'
import type { FieldError } from '@/domain/errors'
import type { Draft } from './draft'
import { field, type Fields, type StepInput, type StepResult } from './step'
import { afterStep, passed, stepsOf } from './type'

const PREFIX = 'q.'

const namesKey = (name: string, key: string): boolean => name === `${PREFIX}${key}` || name.startsWith(`${PREFIX}${key}.`)

const keysOf = (form: FormDef, page: number): string[] => form.pages[page]?.questions.map(({ key }) => key) ?? []

/** What was typed, with one page's questions as they were just sent: what is not sent any more is not answered any more. */
const withPage = (draft: Draft, form: FormDef, page: number, fields: Fields): Draft['fields'] => {
  const keys = keysOf(form, page)
  const here = (name: string) => keys.some((key) => namesKey(name, key))
  const kept = Object.entries(draft.fields).filter(([name]) => !here(name))
  const sent = Object.entries(fields).filter(([name]) => here(name)).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : [...values]] as const)
  return Object.fromEntries([...kept, ...sent])
}

/** Sound answers to everything asked so far. */
export const answersOf = (form: FormDef | undefined, draft: Draft): Answers => (form ? validateAnswers(form, draft.fields).answers : {})

/** Sound answers of the other pages, which the conditions of this one may hang on. */
const beforeOf = (form: FormDef, draft: Draft, page: number): Answers => {
  const here = new Set(keysOf(form, page))
  return Object.fromEntries(Object.entries(answersOf(form, draft)).filter(([key]) => !here.has(key)))
}

/** The page asked for, if it has something to ask, else the first that has. Numbers in addresses begin at 1. */
export const pageOf = (form: FormDef, draft: Draft, number: string | undefined): number => {
  const wanted = Number(number ?? '1') - 1
  const answers = answersOf(form, draft)
  const visible = new Set(visibleQuestions(form, answers).visible)
  const asks = (page: number) => keysOf(form, page).some((key) => visible.has(key))
  if (Number.isInteger(wanted) && wanted >= 0 && wanted < form.pages.length && asks(wanted)) return wanted
  return nearestPage({ def: form, answers, from: -1, step: 1 }) ?? 0
}

export const pathOfPage = (page: number): string => (page === 0 ? '/report/questions' : `/report/questions?page=${page + 1}`)

export const toFieldErrors = (errors: readonly AnswerError[]): FieldError[] =>
  errors.map(({ key, code, params }) => ({ field: `${PREFIX}${key}`, code, ...(params ? { params } : {}) }))

/** The faults of the last try as the form's own errors. */
export const toAnswerErrors = (errors: readonly FieldError[]): AnswerError[] =>
  errors.flatMap(({ field: name, code, params }) => (name.startsWith(PREFIX) ? [{ key: name.slice(PREFIX.length), code: code as AnswerError['code'], ...(params ? { params } : {}) }] : []))

/** How one page of questions stands, from what is in the draft. */
export const standing = (form: FormDef, draft: Draft, page: number): { before: Answers; errors: AnswerError[]; ended?: Ended } => {
  const before = beforeOf(form, draft, page)
  const { errors, ended } = validatePage({ def: form, page, raw: draft.fields, before })
  return { before, errors, ...(ended ? { ended } : {}) }
}

const wrongOn = (draft: Draft, page: number, errors: readonly AnswerError[]): StepResult => ({
  draft: { ...draft, ended: false, faults: { step: 'questions', errors: toFieldErrors(errors) } },
  to: pathOfPage(page),
})

/** One page of the type's own questions. Answers to questions that are not asked are dropped when it is sent. */
export const submitQuestions = (input: StepInput): StepResult => {
  const { model, form, draft: before, fields } = input
  if (!form) return { draft: before, to: '/report' }
  const page = pageOf(form, before, field(fields, 'page') || '1')
  const draft: Draft = { ...before, fields: withPage(before, form, page, fields), faults: undefined }
  const { errors, ended } = standing(form, draft, page)
  if (ended) return { draft: { ...draft, ended: true, passed: draft.passed.filter((step) => step !== 'questions') }, to: pathOfPage(page) }
  if (errors.length > 0) return wrongOn(draft, page, errors)
  const next = nearestPage({ def: form, answers: answersOf(form, draft), from: page, step: 1 })
  if (next !== undefined && !draft.passed.includes('questions')) return { draft: { ...draft, ended: false }, to: pathOfPage(next) }
  const done = passed({ ...draft, ended: false }, 'questions')
  return { draft: done, to: afterStep(stepsOf(model, done, form), done, 'questions') }
}

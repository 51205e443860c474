import { maxChoicesOf } from '@/domain/forms/limits'
import { answerTo, filesField, idsField } from '@/domain/forms/names'
import type { Answers, AnswerError, FormDef, Question } from '@/domain/forms/types'
import { validateAnswers, validatePage } from '@/domain/forms/validate'
import { nearestPage, visibleQuestions, type Ended } from '@/domain/forms/visible'
import type { FieldError } from '@/domain/errors'
import type { Draft } from './draft'
import { takePhotos, type Upload } from './photos'
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
export const answersOf = (form: FormDef | undefined, draft: Pick<Draft, 'fields'>): Answers => (form ? validateAnswers(form, draft.fields).answers : {})

/** Sound answers of the other pages, which the conditions of this one may hang on. */
const beforeOf = (form: FormDef, draft: Pick<Draft, 'fields'>, page: number): Answers => {
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

const REFUSED = 'photo.'

/** Files refused at a question, as faults of a photo. */
export const refusedPhotos = (errors: readonly FieldError[]): FieldError[] =>
  errors.flatMap((error) => (error.code.startsWith(REFUSED) ? [{ ...error, code: error.code.slice(REFUSED.length) }] : []))

/** Photos already stored for questions of a page. */
export const storedPhotos = (draft: Draft, questions: readonly Question[]): string[] =>
  questions.filter(({ kind }) => kind === 'photo').flatMap(({ key }) => listOf(draft.fields[idsField(key)]))

/** The faults of the last try as the form's own errors. */
export const toAnswerErrors = (errors: readonly FieldError[]): AnswerError[] =>
  errors.flatMap(({ field: name, code, params }) => (name.startsWith(PREFIX) && !code.startsWith(REFUSED) ? [{ key: name.slice(PREFIX.length), code: code as AnswerError['code'], ...(params ? { params } : {}) }] : []))

/** How one page of questions stands, from what is in the draft. */
export const standing = (form: FormDef, draft: Pick<Draft, 'fields'>, page: number): { before: Answers; answers: Answers; visible: string[]; errors: AnswerError[]; ended?: Ended } => {
  const before = beforeOf(form, draft, page)
  return { before, ...validatePage({ def: form, page, raw: draft.fields, before }) }
}

const wrongOn = (draft: Draft, page: number, errors: readonly AnswerError[]): StepResult => ({
  draft: { ...draft, ended: false, faults: { step: 'questions', errors: toFieldErrors(errors) } },
  to: pathOfPage(page),
})

type Photographed = { typed: Draft['fields']; refused: FieldError[] }

const listOf = (value: string | string[] | undefined): string[] => (value === undefined ? [] : [value].flat())

/** Photos chosen at a question of the page are taken in, and stand in its answer by their ids. */
const withPhotos = async ({ payload, model, token }: StepInput, questions: readonly Question[], files: readonly Upload[], typed: Draft['fields']): Promise<Photographed> => {
  const result: Photographed = { typed, refused: [] }
  for (const question of questions.filter(({ kind }) => kind === 'photo')) {
    const chosen = files.filter(({ field: name }) => name === filesField(question.key))
    const [kept, max] = [listOf(result.typed[idsField(question.key)]), maxChoicesOf(question)]
    if (chosen.length === 0) continue
    const { ids, refused } = await takePhotos({ payload, model, token, files: chosen, room: max - kept.length, max, stage: 'report' })
    result.typed = { ...result.typed, [idsField(question.key)]: [...kept, ...ids] }
    result.refused.push(...refused.map(({ name, code, params }) => ({ field: `${PREFIX}${question.key}`, code: `${REFUSED}${code}`, params: { ...params, name } })))
  }
  return result
}

/** Ids of photos in answers: they become the matter's with all others. */
export const photosInAnswers = (form: FormDef | undefined, answers: Answers): string[] =>
  (form?.pages ?? []).flatMap(({ questions }) => questions).filter(({ kind }) => kind === 'photo').flatMap(({ key }) => {
    const value = answerTo(answers, key)
    return Array.isArray(value) ? value : []
  })

/** One page of the type's own questions. Answers to questions that are not asked are dropped when it is sent. */
export const submitQuestions = async (input: StepInput & { files: readonly Upload[] }): Promise<StepResult> => {
  const { form, draft: before, fields } = input
  if (!form) return { draft: before, to: '/report' }
  const page = pageOf(form, before, field(fields, 'page') || '1')
  const { typed, refused } = await withPhotos(input, form.pages[page]?.questions ?? [], input.files, withPage(before, form, page, fields))
  const draft: Draft = { ...before, fields: typed, faults: undefined }
  if (refused.length > 0) return { draft: { ...draft, faults: { step: 'questions', errors: refused } }, to: pathOfPage(page) }
  return judge(input, form, page, draft)
}

/** The page a question stands on. */
export const pageOfKey = (form: FormDef, key: string): number => Math.max(0, form.pages.findIndex(({ questions }) => questions.some((question) => question.key === key)))

/** A changed answer may ask something new on a later page. */
const firstFaulty = (form: FormDef, draft: Draft): number | undefined => {
  const [first] = validateAnswers(form, draft.fields).errors
  return first && pageOfKey(form, first.key)
}

const judge = ({ model }: StepInput, form: FormDef, page: number, draft: Draft): StepResult => {
  const { errors, ended } = standing(form, draft, page)
  if (ended) return { draft: { ...draft, ended: true, passed: draft.passed.filter((step) => step !== 'questions') }, to: pathOfPage(page) }
  if (errors.length > 0) return wrongOn(draft, page, errors)
  const next = draft.passed.includes('questions') ? firstFaulty(form, draft) : nearestPage({ def: form, answers: answersOf(form, draft), from: page, step: 1 })
  if (next !== undefined) return { draft: { ...draft, ended: false }, to: pathOfPage(next) }
  const done = passed({ ...draft, ended: false }, 'questions')
  return { draft: done, to: afterStep(stepsOf(model, done, form), done, 'questions') }
}

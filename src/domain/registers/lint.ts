import { lintForm } from '../forms/lint'
import type { Problem as FormProblem } from '../forms/problem'
import { findRefusal } from '../forms/refused'
import type { Question } from '../forms/types'
import type { Words } from '../words'
import { findPeople, type TextOf } from './residents'
import type { RegisterDef } from './types'

type OwnCode = 'titleMissing' | 'hoursNotText' | 'titleNotText' | 'placeAsked' | 'photoAsked' | 'residentList' | 'personDetails' | 'remindTooEarly'

/** What keeps a register from being published: what keeps a form from it, and what makes no list of it. */
export type RegisterProblem = Omit<FormProblem, 'code'> & { code: FormProblem['code'] | OwnCode }

const titleProblems = ({ titleQuestion, pages }: RegisterDef): RegisterProblem[] => {
  const named = pages.flatMap(({ questions }) => questions).find(({ key }) => key === titleQuestion)
  if (!named) return [{ path: 'titleQuestion', code: 'titleMissing', params: { key: titleQuestion } }]
  return named.kind === 'text' && named.required === true && !named.showIf ? [] : [{ path: 'titleQuestion', code: 'titleNotText', params: { key: titleQuestion } }]
}

/** Hours are words of the entry that residents read. */
const hoursProblems = ({ hoursQuestion, pages }: RegisterDef): RegisterProblem[] => {
  if (hoursQuestion === undefined) return []
  const named = pages.flatMap(({ questions }) => questions).find(({ key }) => key === hoursQuestion)
  return named?.kind === 'text' && named.publicity === 'public' ? [] : [{ path: 'hoursQuestion', code: 'hoursNotText', params: { key: hoursQuestion } }]
}

type Said = { path: string; words: Words | undefined; mayWarn?: boolean; of?: TextOf }

/** Kinds whose label asks for what one writes; a number or a choice of an age group is about nobody. */
const ASKS: ReadonlySet<Question['kind']> = new Set(['text', 'longText', 'date'])

const saidIn = (question: Question, path: string): Said[] => [
  { path: `${path}.label`, words: question.label, ...(ASKS.has(question.kind) ? { of: 'field' } : {}) },
  { path: `${path}.help`, words: question.help, mayWarn: true },
  { path: `${path}.purpose`, words: question.purpose, mayWarn: true },
  ...(question.options ?? []).map(({ label }, at) => ({ path: `${path}.options.${at}.label`, words: label })),
]

const eachQuestion = <T>({ pages }: RegisterDef, visit: (question: Question, path: string) => T[]): T[] =>
  pages.flatMap(({ questions }, page) => questions.flatMap((question, at) => visit(question, `pages.${page}.questions.${at}`)))

const heads = ({ name, intro, pages }: RegisterDef): Said[] => [
  { path: 'name', words: name, of: 'name' },
  { path: 'intro', words: intro, mayWarn: true },
  ...pages.map(({ title }, page) => ({ path: `pages.${page}.title`, words: title })),
]

const texts = (words: Words | undefined): string[] => [words?.zh, words?.en].filter((text) => text !== undefined && text !== '') as string[]

/** A register of people, or one that asks after private persons (domain.md §8). */
const peopleProblems = (def: RegisterDef): RegisterProblem[] =>
  [...heads(def), ...eachQuestion(def, saidIn)].flatMap(({ path, words, mayWarn = false, of = 'text' }): RegisterProblem[] => {
    const refusal = texts(words).map((text) => findPeople(text, { mayWarn, of })).find((each) => each !== undefined)
    return refusal ? [{ path, code: refusal.kind, params: { word: refusal.word }, why: refusal.why, instead: refusal.instead }] : []
  })

// Labels and page titles are judged by the form's own lint.
const refusedNames = ({ name, intro }: RegisterDef): RegisterProblem[] =>
  ([{ path: 'name', words: name }, { path: 'intro', words: intro, mayWarn: true }] satisfies Said[]).flatMap(({ path, words, mayWarn = false }: Said): RegisterProblem[] =>
    texts(words).flatMap((text): RegisterProblem[] => {
      const refusal = findRefusal(text, { mayWarn })
      return refusal ? [{ path, code: 'refused', params: { kind: refusal.kind, word: refusal.word }, why: refusal.why, instead: refusal.instead }] : []
    }))

const INSTEAD: Partial<Record<Question['kind'], OwnCode>> = { place: 'placeAsked', photo: 'photoAsked' }

/** An entry has a place of its own, asked beside its fields; pictures belong to matters, where somebody looks at them before they are shown. */
const kindProblems = (def: RegisterDef): RegisterProblem[] =>
  eachQuestion(def, ({ kind }, path): RegisterProblem[] => {
    const code = INSTEAD[kind]
    return code ? [{ path: `${path}.kind`, code }] : []
  })

const DAYS_A_MONTH = 28

const reviewProblems = ({ review }: RegisterDef): RegisterProblem[] =>
  review && review.remindDays >= review.every * (review.unit === 'months' ? DAYS_A_MONTH : 1) ? [{ path: 'review.remindDays', code: 'remindTooEarly', params: { days: review.remindDays } }] : []

/** Everything wrong with a register, its fields first. An empty list may be published. */
export const lintRegister = (def: RegisterDef): RegisterProblem[] =>
  [...lintForm(def), ...kindProblems(def), ...titleProblems(def), ...hoursProblems(def), ...refusedNames(def), ...peopleProblems(def), ...reviewProblems(def)]

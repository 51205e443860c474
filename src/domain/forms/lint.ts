import type { Words } from '../words'
import { lintCondition } from './lintCondition'
import { lintQuestion } from './lintQuestion'
import { findRefusal } from './refused'
import type { FormDef, Question } from './types'

/** What keeps a form from being published. Words stand in the dictionaries under `form.lint.<code>`. */
export const PROBLEM_CODES = [
  'shape', 'badKey', 'duplicateKey', 'noLabel', 'noQuestions', 'noOptions', 'duplicateOption', 'limitsContradict', 'limitNotForKind', 'limitTooHigh',
  'emptyCondition', 'unknownQuestion', 'forwardReference', 'nestedTooDeep', 'operatorNotForKind', 'valueNotOffered', 'refused',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

export type Problem = {
  /** Where, as keys and indexes joined by dots: "pages.0.questions.2.showIf.rows.0". */
  path: string
  code: ProblemCode
  params?: Record<string, string | number>
  /** Only of refused questions: why, and what to ask instead. */
  why?: Words
  instead?: Words
}

const lintTitle = (title: Words, path: string): Problem[] => {
  const refusal = [title.zh, title.en ?? ''].map((text) => findRefusal(text, { mayWarn: false })).find((found) => found !== undefined)
  return [
    ...(title.zh.trim() === '' ? [{ path, code: 'noLabel' } as const] : []),
    ...(refusal ? [{ path, code: 'refused', params: { kind: refusal.kind, word: refusal.word }, why: refusal.why, instead: refusal.instead } as const] : []),
  ]
}

/** Everything wrong with a form, in order of pages and questions. An empty list may be published. */
export const lintForm = (def: FormDef): Problem[] => {
  const all = new Set(def.pages.flatMap(({ questions }) => questions.map(({ key }) => key)))
  const earlier = new Map<string, Question>()
  const lintAt = (question: Question, path: string): Problem[] => {
    const problems = [
      ...lintQuestion(question, path),
      ...(earlier.has(question.key) ? [{ path: `${path}.key`, code: 'duplicateKey', params: { key: question.key } } as const] : []),
      ...(question.showIf ? lintCondition(question.showIf, `${path}.showIf`, { earlier, all }) : []),
    ]
    earlier.set(question.key, question)
    return problems
  }
  if (def.pages.length === 0) return [{ path: 'pages', code: 'noQuestions' }]
  return def.pages.flatMap(({ title, questions }, page): Problem[] => [
    ...lintTitle(title, `pages.${page}.title`),
    ...(questions.length === 0 ? [{ path: `pages.${page}`, code: 'noQuestions' } as const] : []),
    ...questions.flatMap((question, at) => lintAt(question, `pages.${page}.questions.${at}`)),
  ])
}

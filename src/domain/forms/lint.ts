import type { Words } from '../words'
import { lintCondition } from './lintCondition'
import { lintQuestion } from './lintQuestion'
import type { Problem } from './problem'
import { findRefusal } from './refused'
import type { FormDef, Question } from './types'

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

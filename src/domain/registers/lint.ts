import { lintForm, type Problem as FormProblem } from '../forms/lint'
import { findRefusal } from '../forms/refused'
import type { RegisterDef } from './types'

/** What keeps a register from being published: what keeps a form from it, and what makes no list of it. */
export type RegisterProblem = Omit<FormProblem, 'code'> & { code: FormProblem['code'] | 'titleMissing' | 'titleNotText' | 'placeAsked' }

const titleProblems = ({ titleQuestion, pages }: RegisterDef): RegisterProblem[] => {
  const named = pages.flatMap(({ questions }) => questions).find(({ key }) => key === titleQuestion)
  if (!named) return [{ path: 'titleQuestion', code: 'titleMissing', params: { key: titleQuestion } }]
  return named.kind === 'text' && named.required === true && !named.showIf ? [] : [{ path: 'titleQuestion', code: 'titleNotText', params: { key: titleQuestion } }]
}

const refusedNames = ({ name, intro }: RegisterDef): RegisterProblem[] =>
  [['name', name] as const, ['intro', intro] as const].flatMap(([path, words]) =>
    [words?.zh, words?.en].flatMap((text): RegisterProblem[] => {
      const refusal = findRefusal(text ?? '', { mayWarn: path === 'intro' })
      return refusal ? [{ path, code: 'refused', params: { kind: refusal.kind, word: refusal.word }, why: refusal.why, instead: refusal.instead }] : []
    }))

/** Everything wrong with a register, its fields first. An empty list may be published. */
export const lintRegister = (def: RegisterDef): RegisterProblem[] => [...lintForm(def), ...titleProblems(def), ...refusedNames(def)]

import { validateAnswers } from '../forms/validate'
import type { Answers, FormDef } from '../forms/types'
import type { RoutineDef } from './types'

/** What keeps a routine from opening what it says. `path`: a JSON pointer into the definition. */
export type RoutineProblem = { path: string; code: 'gone' | 'closed' | 'notPublished' | 'notForStaff' | 'noQuestion' | 'notNumber' | 'answer' | 'textShort' | 'twice'; params?: Record<string, string> }

/** What a routine names, as it stands. Undefined: not there. `form`: the questions of what it opens, once published. */
export type Named = { active: boolean; published: boolean; staff: boolean } | undefined
export type RoutineWorld = { named: (kind: string, code: string) => Named; form: FormDef | undefined }

type Reference = { kind: string; code: string; path: string }

/** Kinds whose drafts must have been published before anything can be opened with them. */
const PUBLISHED = new Set(['form', 'register', 'workflow'])

const named = ({ kind, code, path }: Reference, { named: find }: RoutineWorld): RoutineProblem[] => {
  const row = find(kind, code)
  const params = { kind, code }
  if (!row) return [{ path, code: 'gone', params }]
  if (!row.active) return [{ path, code: 'closed', params }]
  if (PUBLISHED.has(kind) && !row.published) return [{ path, code: 'notPublished', params }]
  return kind === 'matterType' && !row.staff ? [{ path, code: 'notForStaff', params }] : []
}

type OpensMatter = Extract<RoutineDef['opens'], { kind: 'matter' }>

const questionsOf = (form: FormDef) => new Map(form.pages.flatMap(({ questions }) => questions).map((question) => [question.key, question]))

const fillProblems = ({ fills }: OpensMatter, form: FormDef): RoutineProblem[] => {
  const questions = questionsOf(form)
  return fills.flatMap(({ question: key }, at): RoutineProblem[] => {
    const path = `/opens/fills/${at}/question`
    const question = questions.get(key)
    if (!question) return [{ path, code: 'noQuestion', params: { key } }]
    if (question.kind !== 'number') return [{ path, code: 'notNumber', params: { key, label: question.label.zh } }]
    return fills.findIndex((fill) => fill.question === key) < at ? [{ path, code: 'twice', params: { key, label: question.label.zh } }] : []
  })
}

/** The answers a matter would open with: what is written down, and `count` for every figure. */
export const answersWith = ({ answers, fills }: Pick<OpensMatter, 'answers' | 'fills'>, count: (fill: OpensMatter['fills'][number]) => number): Answers =>
  ({ ...answers, ...Object.fromEntries(fills.map((fill) => [fill.question, count(fill)])) })

const answerProblems = (opens: OpensMatter, form: FormDef): RoutineProblem[] => {
  const questions = questionsOf(form)
  const stray = Object.keys(opens.answers).filter((key) => !questions.has(key)).map((key): RoutineProblem => ({ path: `/opens/answers/${key}`, code: 'noQuestion', params: { key } }))
  const filled = new Set(opens.fills.map(({ question }) => question))
  // How large a figure will be is not known before.
  const { errors } = validateAnswers(form, answersWith(opens, () => 0))
  return [...stray, ...errors.filter(({ key }) => !filled.has(key)).map(({ key }): RoutineProblem => ({ path: `/opens/answers/${key}`, code: 'answer', params: { key, label: questions.get(key)?.label.zh ?? key } }))]
}

const TEXT_MIN = 4

const textProblems = ({ text }: OpensMatter): RoutineProblem[] => (Array.from(text.zh.trim()).length < TEXT_MIN ? [{ path: '/opens/text', code: 'textShort' }] : [])

/** Everything that keeps a routine from opening its work, `references` being what it names. */
export const lintRoutine = (def: RoutineDef, references: readonly Reference[], world: RoutineWorld): RoutineProblem[] => {
  const missing = references.flatMap((reference) => named(reference, world))
  if (def.opens.kind === 'round') return missing
  return [...missing, ...textProblems(def.opens), ...(world.form ? [...fillProblems(def.opens, world.form), ...answerProblems(def.opens, world.form)] : [])]
}

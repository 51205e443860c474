import type { Words } from '../words'

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

import { repeated, type Lint, type Problem, type ProblemCode } from './lintTypes'
import { ROLE_KINDS } from './roles'
import type { Effect, InputDef, TransitionDef } from './types'

const above = (low: number | undefined, high: number | undefined): boolean => low !== undefined && high !== undefined && low > high

const faults: [ProblemCode, (input: InputDef) => boolean][] = [
  ['roleKind', (input) => !ROLE_KINDS[input.role].includes(input.kind)],
  ['limitsReversed', (input) => above(input.minLength, input.maxLength) || above(input.minCount, input.maxCount) || above(input.min, input.max)],
  ['choiceWithoutOptions', (input) => input.kind === 'choice' && (input.options ?? []).length === 0],
  ['duplicateOption', (input) => repeated((input.options ?? []).map((option) => option.code)).length > 0],
]

const NEEDS: Partial<Record<Effect, InputDef['role']>> = {
  assignLead: 'lead',
  assignParties: 'parties',
  extend: 'extension',
  mergeInto: 'target',
  setRating: 'rating',
}

// A rating may be left out, and parties may stay as agreed; the others say nothing without their input.
const MUST: readonly Effect[] = ['assignLead', 'extend', 'mergeInto']

const missing = (transition: TransitionDef, effect: Effect): boolean => {
  if (effect === 'setOutcome') return transition.outcome === undefined && !transition.inputs.some((input) => input.role === 'outcome')
  const role = NEEDS[effect]
  return role !== undefined && !transition.inputs.some((input) => input.role === role && (input.required || !MUST.includes(effect)))
}

const inputsOf = (transition: TransitionDef, path: string): Problem[] => {
  return [
    ...repeated(transition.inputs.map((input) => input.key)).map((index): Problem => ({ path: `${path}/inputs/${index}/key`, code: 'duplicateInput' })),
    ...repeated(transition.inputs.map((input) => input.role)).map((index): Problem => ({ path: `${path}/inputs/${index}/role`, code: 'duplicateRole' })),
    ...transition.inputs.flatMap((input, index) =>
      faults.filter(([, isFault]) => isFault(input)).map(([code]): Problem => ({ path: `${path}/inputs/${index}`, code, params: { input: input.key } })),
    ),
    ...transition.effects
      .filter((effect) => missing(transition, effect))
      .map((effect): Problem => ({ path: `${path}/effects`, code: 'effectNeedsInput', params: { effect } })),
  ]
}

/** Inputs can be asked for, checked and used. */
export const inputLints: Lint[] = [
  (workflow) => workflow.transitions.flatMap((transition, index) => inputsOf(transition, `/transitions/${index}`)),
]

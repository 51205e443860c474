import { isPermission } from '../access/types'
import { CLOCK_SIGNALS } from '../clocks/types'
import { repeated, type Lint, type Problem, type ProblemCode } from './lintTypes'
import { EFFECTS, GUARDS, MANDATORY_PHASES, type StepDef, type TransitionDef } from './types'

const MOVES = ['same', 'previous']

const codes: Lint = ({ steps, transitions }) => [
  ...repeated(steps.map((step) => step.code)).map((index): Problem => ({ path: `/steps/${index}/code`, code: 'duplicateStep' })),
  ...repeated(transitions.map((each) => each.code)).map((index): Problem => ({ path: `/transitions/${index}/code`, code: 'duplicateTransition' })),
]

const whole: Lint = ({ steps, reopenDays }) => {
  const starts = steps.filter((step) => step.kind === 'start').length
  const problems: Problem[] = []
  if (starts !== 1) problems.push({ path: '/steps', code: 'startCount', params: { count: starts } })
  if (!steps.some((step) => step.kind === 'final')) problems.push({ path: '/steps', code: 'finalMissing' })
  for (const phase of MANDATORY_PHASES) {
    if (!steps.some((step) => step.phase === phase)) problems.push({ path: '/steps', code: 'phaseMissing', params: { phase } })
  }
  if (!Number.isInteger(reopenDays) || reopenDays < 0) problems.push({ path: '/reopenDays', code: 'reopenDays' })
  return problems
}

const stepFaults: [ProblemCode, (step: StepDef) => boolean][] = [
  ['reservedCode', (step) => MOVES.includes(step.code)],
  ['startNotIntake', (step) => step.kind === 'start' && step.phase !== 'intake'],
  ['finalNotArchive', (step) => (step.kind === 'final') !== (step.phase === 'archive')],
  ['waitingForMissing', (step) => (step.kind === 'waiting') !== (step.waitingFor !== undefined)],
]

const steps: Lint = (workflow) =>
  workflow.steps.flatMap((step, index) =>
    stepFaults.filter(([, isFault]) => isFault(step)).map(([code]): Problem => ({ path: `/steps/${index}`, code, params: { step: step.code } })),
  )

const unknown = (path: string, code: ProblemCode, found: readonly string[], known: readonly string[]): Problem[] =>
  found.filter((value) => !known.includes(value)).map((value) => ({ path, code, params: { value } }))

const transitionProblems = (transition: TransitionDef, path: string, stepCodes: string[]): Problem[] => [
  ...unknown(`${path}/from`, 'unknownStep', transition.from, stepCodes),
  ...unknown(`${path}/to`, 'unknownStep', [transition.to], [...stepCodes, ...MOVES]),
  ...unknown(`${path}/guards`, 'unknownGuard', transition.guards, GUARDS),
  ...unknown(`${path}/effects`, 'unknownEffect', transition.effects, EFFECTS),
  ...unknown(`${path}/signals`, 'unknownSignal', transition.signals, CLOCK_SIGNALS),
  ...(isPermission(transition.permission) ? [] : unknown(`${path}/permission`, 'unknownPermission', [transition.permission], [])),
  ...(transition.from.length === 0 ? [{ path: `${path}/from`, code: 'noFrom' } as const] : []),
  ...(transition.actors.length === 0 ? [{ path: `${path}/actors`, code: 'noActor' } as const] : []),
]

const transitions: Lint = (workflow) => {
  const stepCodes = workflow.steps.map((step) => step.code)
  return workflow.transitions.flatMap((transition, index) => transitionProblems(transition, `/transitions/${index}`, stepCodes))
}

/** How many of these actions stand side by side at most: one for whoever can be asked and one for nobody to ask never do. */
const together = (actions: readonly TransitionDef[]): number =>
  Math.max(...(['canAsk', 'cannotAsk'] as const).map((other) => actions.filter(({ guards }) => !guards.includes(other)).length))

const tones: Lint = (workflow) =>
  workflow.steps.flatMap((step, index): Problem[] => {
    const mains = together(workflow.transitions.filter((each) => each.tone === 'main' && each.from.includes(step.code)))
    return mains > 1 ? [{ path: `/steps/${index}`, code: 'twoMainTones', params: { step: step.code, count: mains } }] : []
  })

/** Codes, kinds, phases and references: what must hold before lines can be followed at all. */
export const structureLints: Lint[] = [codes, whole, steps, transitions, tones]

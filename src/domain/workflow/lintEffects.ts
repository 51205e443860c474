import { codesOfKind } from './graph'
import type { Lint, Problem, ProblemCode } from './lintTypes'
import { mayBeUnowned } from './steps'
import { RESPONSIBLE } from './texts'
import type { StepDef, TransitionDef, WorkflowDef } from './types'

type Facts = { transition: TransitionDef; workflow: WorkflowDef; finals: string[]; target: StepDef | undefined }

const has = ({ transition }: Facts, effect: TransitionDef['effects'][number]): boolean => transition.effects.includes(effect)
const fromFinal = ({ transition, finals }: Facts): boolean => transition.from.some((code) => finals.includes(code))

// An archived file is complete: only a new round leaves it, only a rating may be added (domain.md §3, 已归档).
const notFrozen = (facts: Facts): boolean => {
  if (!fromFinal(facts)) return false
  const stays = facts.transition.to === 'same'
  return stays ? facts.transition.effects.some((effect) => effect !== 'setRating') : !has(facts, 'newRound') || facts.target?.kind === 'final'
}

const withoutLimit = (facts: Facts): boolean =>
  has(facts, 'newRound') && !facts.transition.guards.includes('withinReopenDays') && !facts.transition.guards.includes('merged')

const notToRouting = (facts: Facts): boolean => has(facts, 'clearOwner') && !(facts.target !== undefined && mayBeUnowned(facts.target.phase))

const strangePlaceholder = ({ transition }: Facts): boolean =>
  [transition.residentLine?.zh, transition.residentLine?.en].some((line) => /[{}]/.test((line ?? '').split(RESPONSIBLE).join(''))) ||
  (transition.residentLine?.zh.includes(RESPONSIBLE) === true && !transition.inputs.some((input) => input.role === 'responsible' && input.required))

const faults: [ProblemCode, (facts: Facts) => boolean][] = [
  ['finalNotFrozen', notFrozen],
  ['reopenWithoutLimit', withoutLimit],
  ['newRoundNotFromFinal', (facts) => has(facts, 'newRound') && !facts.transition.from.every((code) => facts.finals.includes(code))],
  ['clearOwnerNotToRouting', notToRouting],
  ['escalateWithoutGuard', (facts) => has(facts, 'escalate') && !facts.transition.guards.includes('canEscalate')],
  ['unknownPlaceholder', strangePlaceholder],
]

const WAITS = { reporter: 'waitReporter', thirdParty: 'waitThirdParty', weather: 'waitWeather' } as const

// Clocks hear of nothing but signals: what happens must be said.
const neededSignals = (facts: Facts): string[] => {
  const { transition, target, workflow } = facts
  const waits = codesOfKind(workflow, 'waiting')
  const leavesWait = transition.to !== 'same' && transition.from.some((code) => waits.includes(code)) && target?.kind !== 'waiting' && target?.kind !== 'final'
  return [
    ...(target?.kind === 'waiting' && target.waitingFor ? [WAITS[target.waitingFor]] : []),
    ...(leavesWait ? ['resumed'] : []),
    ...(target?.kind === 'final' ? ['archived'] : []),
    ...(has(facts, 'newRound') ? ['reopened'] : []),
    ...(has(facts, 'countReturn') ? ['returned'] : []),
    ...(has(facts, 'markVerified') ? ['verified'] : []),
    ...(has(facts, 'extend') ? ['extended'] : []),
  ]
}

const problemsOf = (facts: Facts, path: string): Problem[] => [
  ...faults.filter(([, isFault]) => isFault(facts)).map(([code]): Problem => ({ path, code, params: { transition: facts.transition.code } })),
  ...neededSignals(facts)
    .filter((signal) => !facts.transition.signals.some((given) => given === signal))
    .map((signal): Problem => ({ path: `${path}/signals`, code: 'signalMissing', params: { transition: facts.transition.code, signal } })),
]

/** Effects and signals fit where a transition comes from and leads to. */
export const effectLints: Lint[] = [
  (workflow) => {
    const finals = codesOfKind(workflow, 'final')
    return workflow.transitions.flatMap((transition, index) => {
      const target = workflow.steps.find((step) => step.code === transition.to)
      return problemsOf({ transition, workflow, finals, target }, `/transitions/${index}`)
    })
  },
]

import type { ClockSignal } from '../clocks/types'
import { codesOfKind } from './graph'
import type { Lint, Problem, ProblemCode } from './lintTypes'
import { mayBeUnowned } from './steps'
import { RESPONSIBLE } from './texts'
import type { StepDef, TransitionDef, WorkflowDef } from './types'

type Facts = { transition: TransitionDef; workflow: WorkflowDef; finals: string[]; target: StepDef | undefined }

const has = ({ transition }: Facts, effect: TransitionDef['effects'][number]): boolean => transition.effects.includes(effect)
const fromFinal = ({ transition, finals }: Facts): boolean => transition.from.some((code) => finals.includes(code))

// Undoing a merge is no new round: the matter is as if it had never been closed.
const undoes = (facts: Facts): boolean => has(facts, 'restore') && facts.transition.guards.includes('merged')

// An archived file is complete: only a new round leaves it, or a merge that is undone; only a rating may be added (domain.md §3, 已归档).
const notFrozen = (facts: Facts): boolean => {
  if (!fromFinal(facts)) return false
  const stays = facts.transition.to === 'same'
  return stays ? facts.transition.effects.some((effect) => effect !== 'setRating') : !(has(facts, 'newRound') || undoes(facts)) || facts.target?.kind === 'final'
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
  ['newRoundNotFromFinal', (facts) => (has(facts, 'newRound') || has(facts, 'restore')) && !facts.transition.from.every((code) => facts.finals.includes(code))],
  ['clearOwnerNotToRouting', notToRouting],
  ['escalateWithoutGuard', (facts) => has(facts, 'escalate') && !facts.transition.guards.includes('canEscalate')],
  ['unknownPlaceholder', strangePlaceholder],
]

const leavesWait = ({ transition, target, workflow }: Facts): boolean => {
  const waits = codesOfKind(workflow, 'waiting')
  const goesOn = target === undefined ? transition.to === 'previous' : target.kind === 'start' || target.kind === 'normal'
  return goesOn && transition.from.some((code) => waits.includes(code))
}

// Clocks hear of nothing but signals: what happens must be said.
const SAYS: [ClockSignal, (facts: Facts) => boolean][] = [
  ['waitReporter', ({ target }) => target?.waitingFor === 'reporter'],
  ['waitThirdParty', ({ target }) => target?.waitingFor === 'thirdParty'],
  ['waitWeather', ({ target }) => target?.waitingFor === 'weather'],
  ['resumed', leavesWait],
  ['archived', ({ target }) => target?.kind === 'final'],
  ['reopened', (facts) => has(facts, 'newRound')],
  ['dismissed', (facts) => has(facts, 'mergeInto')],
  ['restored', (facts) => has(facts, 'restore')],
  ['returned', (facts) => has(facts, 'countReturn')],
  ['verified', (facts) => has(facts, 'markVerified')],
  ['extended', (facts) => has(facts, 'extend')],
]

const silentOn = (facts: Facts): ClockSignal[] =>
  SAYS.filter(([signal, happens]) => happens(facts) && !facts.transition.signals.includes(signal)).map(([signal]) => signal)

const problemsOf = (facts: Facts, path: string): Problem[] => [
  ...faults.filter(([, isFault]) => isFault(facts)).map(([code]): Problem => ({ path, code, params: { transition: facts.transition.code } })),
  ...silentOn(facts).map((signal): Problem => ({ path: `${path}/signals`, code: 'signalMissing', params: { transition: facts.transition.code, signal } })),
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

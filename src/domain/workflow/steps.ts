import { DomainError } from '../errors'
import { PHASES, type MatterState, type Phase, type StepDef, type TransitionDef, type WorkflowDef } from './types'

/** A step by its code; `internal` when a pinned workflow does not have it, which publishing checks forbid. */
export const stepOf = (workflow: WorkflowDef, code: string): StepDef => {
  const step = workflow.steps.find((each) => each.code === code)
  if (step === undefined) throw new DomainError('internal', { step: code, workflow: workflow.code })
  return step
}

/** The one step where new matters begin. */
export const startStep = (workflow: WorkflowDef): StepDef => {
  const step = workflow.steps.find((each) => each.kind === 'start')
  if (step === undefined) throw new DomainError('internal', { workflow: workflow.code, step: 'start' })
  return step
}

/** A transition by its code, or undefined. */
export const transitionOf = (workflow: WorkflowDef, code: string): TransitionDef | undefined =>
  workflow.transitions.find((each) => each.code === code)

/** Where a transition leads from the matter's present step. */
export const targetOf = (workflow: WorkflowDef, transition: TransitionDef, state: MatterState): StepDef => {
  if (transition.to === 'same') return stepOf(workflow, state.step)
  if (transition.to !== 'previous') return stepOf(workflow, transition.to)
  const back = stepOf(workflow, state.step).kind === 'final' ? state.closedFrom?.step : state.previousStep
  if (back === undefined) throw new DomainError('illegalStep', { step: state.step, transition: transition.code })
  return stepOf(workflow, back)
}

/** Work begins anew in these phases: an earlier verification and outcome no longer hold. */
export const isBeforeSupervision = (phase: Phase): boolean => PHASES.indexOf(phase) < PHASES.indexOf('supervision')

/** Only at the door and at the dispatcher's may a matter have no owner unit (domain.md §3 rule 6). */
export const mayBeUnowned = (phase: Phase): boolean => phase === 'intake' || phase === 'routing'

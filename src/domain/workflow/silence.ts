import type { MatterState, TransitionDef, WorkflowDef } from './types'

const DAY = 86_400_000

type SilenceFacts = { workflow: WorkflowDef; state: MatterState }

const silenceOf = ({ workflow, state }: SilenceFacts) => workflow.steps.find((step) => step.code === state.step)?.silence

/** When the reporter's silence lets the portal act (epoch ms, natural days after entering the step), or undefined where it never does. */
export const silenceDueAt = (facts: SilenceFacts): number | undefined => {
  const silence = silenceOf(facts)
  const { stepSince, verifiedBy } = facts.state
  return silence === undefined || stepSince === undefined || verifiedBy === undefined ? undefined : stepSince + silence.days * DAY
}

/** The transition the portal's own job may take now because nobody answered (decisions.md 14), or undefined. */
export const dueBySilence = ({ now, ...facts }: SilenceFacts & { now: number }): string | undefined => {
  const due = silenceDueAt(facts)
  return due !== undefined && due <= now ? silenceOf(facts)?.transition : undefined
}

/** Whether a machine may take the transition: it closes only by silence, and takes silence's transition only when its days are over. */
export const silenceAllows = (transition: TransitionDef, facts: SilenceFacts & { now: number }): boolean => {
  const closes = facts.workflow.steps.some((step) => step.code === transition.to && step.kind === 'final')
  const bySilence = silenceOf(facts)?.transition === transition.code
  return closes || bySilence ? dueBySilence(facts) === transition.code : true
}

import type { AvailableTransition } from '@/domain/workflow/available'
import type { InputDef, TransitionDef, WorkflowDef } from '@/domain/workflow/types'

/** What the reporter may do now, as their page offers it. Found by what a transition does, never by its code. */
export type Offers = {
  /** "It is solved": ends the matter. */
  solved?: TransitionDef
  /** "It is not solved", while the reporter is asked. */
  notSolved?: TransitionDef
  /** Opens an archived matter again. */
  reopen?: TransitionDef
  withdraw?: TransitionDef
  /** Gives a mark to what is archived, and moves nothing. */
  rate?: TransitionDef
  /** Answers a question of the office: takes up the work that waits for the reporter. */
  answer?: TransitionDef
}

type Kind = keyof Offers

const endsAt = (workflow: WorkflowDef, transition: TransitionDef): boolean => workflow.steps.some((step) => step.code === transition.to && step.kind === 'final')

const waitsForReporter = (workflow: WorkflowDef, code: string): boolean => workflow.steps.some((step) => step.code === code && step.kind === 'waiting' && step.waitingFor === 'reporter')

const kindOf = (workflow: WorkflowDef, transition: TransitionDef): Kind | undefined => {
  const { effects, outcome, to, signals, from } = transition
  if (effects.includes('newRound')) return 'reopen'
  if (effects.includes('countReturn')) return 'notSolved'
  if (effects.includes('setOutcome') && outcome === 'withdrawn') return 'withdraw'
  if (to === 'same') return effects.includes('setRating') ? 'rate' : undefined
  if (endsAt(workflow, transition)) return 'solved'
  return signals.includes('resumed') || from.some((step) => waitsForReporter(workflow, step)) ? 'answer' : undefined
}

/** Sorts the reporter's transitions by what they do; the first of a kind counts, blocked ones do not. */
export const offersOf = (workflow: WorkflowDef, available: readonly AvailableTransition[]): Offers => {
  const offers: Offers = {}
  for (const { transition, blockedBy } of available) {
    const kind = blockedBy ? undefined : kindOf(workflow, transition)
    if (kind && !offers[kind]) offers[kind] = transition
  }
  return offers
}

const TEXT_ROLES: readonly InputDef['role'][] = ['reason', 'internal', 'reply']

/** The input that takes the reporter's words. */
export const textInputOf = (transition: TransitionDef): InputDef | undefined => transition.inputs.find(({ kind, role }) => kind === 'text' && TEXT_ROLES.includes(role))

export const inputOfRole = (transition: TransitionDef, role: InputDef['role']): InputDef | undefined => transition.inputs.find((input) => input.role === role)

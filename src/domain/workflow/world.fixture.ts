import { defaultWorkflow } from './defaultWorkflow.fixture'
import type { ApplyArgs } from './apply'
import type { ActingContext } from './available'
import type { Actor, MatterState, TransitionDef, WorkflowDef } from './types'

/** Factories for tests of the workflow engine. */

export const DAY = 86_400_000
export const NOW = 1_000 * DAY

export const stateAt = (step: string, more: Partial<MatterState> = {}): MatterState => ({
  step, revision: 7, round: 1, returns: 0, parties: [], handlers: [], openParts: 0, unit: 'u1', stepSince: NOW - DAY, ...more,
})

export const staff = (id: string, unit?: string): Actor => ({ kind: 'staff', id, name: id, ...(unit === undefined ? {} : { unit }) })
export const reporter: Actor = { kind: 'reporter' }
export const job: Actor = { kind: 'system', job: 'silence' }
export const rule: Actor = { kind: 'rule', rule: 'r1', name: 'r1' }

export const contextOf = (state: MatterState, actor: Actor, more: Partial<ActingContext> = {}): ActingContext => ({
  workflow: defaultWorkflow, state, actor, can: () => true, now: NOW, ...more,
})

export const argsOf = (state: MatterState, actor: Actor, transitionCode: string, more: Partial<ApplyArgs> = {}): ApplyArgs => ({
  ...contextOf(state, actor), transitionCode, input: {}, expectedRevision: state.revision, ...more,
})

/** A copy of the default workflow with one transition, or step, changed. */
export const withTransition = (code: string, change: Partial<TransitionDef>): WorkflowDef => ({
  ...defaultWorkflow,
  transitions: defaultWorkflow.transitions.map((each) => (each.code === code ? { ...each, ...change } : each)),
})

export const withStep = (code: string, change: Partial<WorkflowDef['steps'][number]>): WorkflowDef => ({
  ...defaultWorkflow,
  steps: defaultWorkflow.steps.map((each) => (each.code === code ? { ...each, ...change } : each)),
})

import { PHASES, type Phase, type WorkflowDef } from './types'

/** Phases no step of the workflow belongs to, in canonical order; shown as skipped, not left out (decisions.md 9). */
export const skippedPhases = (workflow: Pick<WorkflowDef, 'steps'>): Phase[] =>
  PHASES.filter((phase) => !workflow.steps.some((step) => step.phase === phase))

/** Phases the workflow goes through, in canonical order. */
export const offeredPhases = (workflow: Pick<WorkflowDef, 'steps'>): Phase[] =>
  PHASES.filter((phase) => workflow.steps.some((step) => step.phase === phase))

import { effectLints } from './lintEffects'
import { inputLints } from './lintInputs'
import { reachLints } from './lintReach'
import { rightsLints } from './lintRights'
import { structureLints } from './lintStructure'
import type { Problem } from './lintTypes'
import type { WorkflowDef } from './types'

export { PROBLEM_CODES, type Problem, type ProblemCode } from './lintTypes'

/**
 * What must be put right before a workflow may be published, in the order an author reads it. Lines are followed only once every code
 * they name exists. Sources: domain.md §3 rules 1–8, decisions.md 9 and 14.
 */
export const lintWorkflow = (workflow: WorkflowDef): Problem[] => {
  const structure = structureLints.flatMap((lint) => lint(workflow))
  const rest = [...effectLints, ...inputLints].flatMap((lint) => lint(workflow))
  const followable = !structure.some((problem) => problem.code === 'unknownStep' || problem.code === 'duplicateStep' || problem.code === 'startCount')
  const followed = followable ? [...reachLints, ...rightsLints].flatMap((lint) => lint(workflow)) : []
  return [...structure, ...followed, ...rest]
}

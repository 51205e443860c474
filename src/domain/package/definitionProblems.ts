import type { z } from 'zod'
import { lintLimits } from '../clocks/lintLimits'
import { lintForm } from '../forms/lint'
import { lintWorkflow } from '../workflow/lint'
import type { DefinitionKind } from './definitions'
import { formDef } from './formDef'
import { limitSet } from './limits'
import { pointer } from './problem'
import { routingSet } from './routingSet'
import { workflowDef } from './workflowDef'

export type DefinitionProblem = { path: string; code: string; params?: Record<string, unknown> }

const shaped = <T>(schema: z.ZodType<T>, lint: (value: T) => DefinitionProblem[]) => (value: unknown): DefinitionProblem[] => {
  const parsed = schema.safeParse(value)
  if (!parsed.success) return parsed.error.issues.map((issue) => ({ path: pointer(issue.path), code: issue.code ?? 'malformed', params: { message: issue.message } }))
  return lint(parsed.data)
}

const checks: Record<DefinitionKind, (value: unknown) => DefinitionProblem[]> = {
  form: shaped(formDef, lintForm),
  workflow: shaped(workflowDef, lintWorkflow),
  limits: shaped(limitSet, (set) => lintLimits(set)),
  routing: shaped(routingSet, () => []),
}

/** Everything wrong with the draft of a definition: its shape first, then what its engine refuses. Empty when it may be published. */
export const definitionProblems = (kind: DefinitionKind, value: unknown): DefinitionProblem[] => checks[kind](value)

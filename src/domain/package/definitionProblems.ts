import type { z } from 'zod'
import type { DefinitionKind } from './definitions'
import { formFaults, limitFaults, workflowFaults } from './engineChecks'
import { formDef } from './formDef'
import { limitSet } from './limits'
import { routingSet } from './routingSet'
import { shapeProblems } from './shape'
import { workflowDef } from './workflowDef'

/** `path` is a JSON pointer into the definition. */
export type DefinitionProblem = { path: string; code: string; params?: Record<string, unknown> }

type Fault = { path: string; rule: string; params?: Record<string, string | number> | undefined }

const shaped = <T>(schema: z.ZodType<T>, faults: (value: T) => Fault[]) => (value: unknown): DefinitionProblem[] => {
  const parsed = schema.safeParse(value)
  if (!parsed.success) return shapeProblems(value, parsed.error.issues)
  return faults(parsed.data).map(({ path, rule, params }) => ({ path, code: rule, ...(params ? { params } : {}) }))
}

// What routing rules point at is the office's to know: `lintRouting` judges it where the office is at hand.
const checks: Record<DefinitionKind, (value: unknown) => DefinitionProblem[]> = {
  form: shaped(formDef, (form) => formFaults(form)),
  workflow: shaped(workflowDef, (flow) => workflowFaults(flow)),
  limits: shaped(limitSet, (set) => limitFaults(set)),
  routing: shaped(routingSet, () => []),
}

/** Everything wrong with the draft of a definition: its shape first, then what its engine refuses. Empty when it may be published. */
export const definitionProblems = (kind: DefinitionKind, value: unknown): DefinitionProblem[] => checks[kind](value)

import type { z } from 'zod'
import type { DefinitionKind } from './definitions'
import { formFaults, limitFaults, registerFaults, workflowFaults } from './engineChecks'
import { formDef } from './formDef'
import { limitSet } from './limits'
import { registerDef } from './registers'
import { routingSet } from './routingSet'
import { shapeProblems } from './shape'
import { workflowDef } from './workflowDef'
import type { Words } from '../words'

/** `path` is a JSON pointer into the definition. Refused questions say why, and what to ask instead. */
export type DefinitionProblem = { path: string; code: string; params?: Record<string, unknown>; why?: Words; instead?: Words }

type Fault = { path: string; rule: string; params?: Record<string, string | number> | undefined; why?: Words | undefined; instead?: Words | undefined }

type Kind = { shape: (value: unknown) => DefinitionProblem[]; problems: (value: unknown) => DefinitionProblem[] }

const kindOf = <T>(schema: z.ZodType<T>, faults: (value: T) => Fault[]): Kind => {
  const shape = (value: unknown): DefinitionProblem[] => {
    const parsed = schema.safeParse(value)
    return parsed.success ? [] : shapeProblems(value, parsed.error.issues)
  }
  const problems = (value: unknown): DefinitionProblem[] => {
    const parsed = schema.safeParse(value)
    if (!parsed.success) return shape(value)
    return faults(parsed.data).map(({ path, rule, params, why, instead }) => ({ path, code: rule, ...(params ? { params } : {}), ...(why ? { why } : {}), ...(instead ? { instead } : {}) }))
  }
  return { shape, problems }
}

// What routing rules point at is the office's to know: `definitionIssues` judges it where the office is at hand.
const kinds: Record<DefinitionKind, Kind> = {
  form: kindOf(formDef, (form) => formFaults(form)),
  workflow: kindOf(workflowDef, (flow) => workflowFaults(flow)),
  limits: kindOf(limitSet, (set) => limitFaults(set)),
  routing: kindOf(routingSet, () => []),
  register: kindOf(registerDef, (register) => registerFaults(register)),
}

/** What is wrong with the mere shape of a draft: with any of it the draft cannot even be shown. */
export const definitionShape = (kind: DefinitionKind, value: unknown): DefinitionProblem[] => kinds[kind].shape(value)

/** Everything wrong with the draft of a definition: its shape first, then what its engine refuses. Empty when nothing is. */
export const definitionProblems = (kind: DefinitionKind, value: unknown): DefinitionProblem[] => kinds[kind].problems(value)

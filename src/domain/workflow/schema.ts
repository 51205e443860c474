import { workflowDef } from '../package/workflowDef'
import { pointer } from '../package/problem'
import { lintWorkflow, type Problem } from './lint'
import type { WorkflowDef } from './types'

/** The shape of a workflow version, the same in structure packages, the editor and the store. */
export const workflowSchema = workflowDef

/** A fault of shape rather than of sense. */
export type ShapeProblem = { path: string; code: 'shape'; params: { issue: string } }

export type WorkflowReading = { ok: true; workflow: WorkflowDef } | { ok: false; problems: (Problem | ShapeProblem)[] }

/** A workflow from unknown data: its shape first, then everything publishing asks for. */
export const readWorkflow = (raw: unknown): WorkflowReading => {
  const parsed = workflowSchema.safeParse(raw)
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.map(({ path, code }) => ({ path: pointer(path), code: 'shape', params: { issue: code } })) }
  }
  const problems = lintWorkflow(parsed.data)
  return problems.length === 0 ? { ok: true, workflow: parsed.data } : { ok: false, problems }
}

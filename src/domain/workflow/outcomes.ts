import type { Words } from '../words'
import { changeTransition, freeCode } from './edit'
import type { WorkflowDef } from './types'

const optionsOf = (flow: WorkflowDef) =>
  flow.transitions.flatMap(({ inputs }) => inputs.filter(({ role }) => role === 'outcome').flatMap(({ options }) => options ?? []))

/** Every code an outcome of the workflow has: chosen by a person, or noted by an action itself. */
export const outcomeCodes = (flow: WorkflowDef): string[] =>
  [...new Set([...optionsOf(flow).map(({ code }) => code), ...(flow.outcomes ?? []).map(({ code }) => code), ...flow.transitions.flatMap(({ outcome }) => outcome ?? [])])]

/** What the workflow itself calls an outcome; nothing for those every workflow has. */
export const outcomeLabel = (flow: WorkflowDef, code: string): Words | undefined =>
  [...(flow.outcomes ?? []), ...optionsOf(flow)].find((each) => each.code === code)?.label

/** Outcomes of the office's own that an action may note: its own list, and what people choose elsewhere. */
export const ownOutcomes = (flow: WorkflowDef): { code: string; label: Words }[] => {
  const all = [...(flow.outcomes ?? []), ...optionsOf(flow)]
  return all.filter(({ code }, at) => all.findIndex((each) => each.code === code) === at)
}

/** An action notes this outcome from now on. Outcomes of the workflow's own that no action notes any more go. */
export const setOutcome = (flow: WorkflowDef, action: string, outcome: string | undefined): WorkflowDef => {
  const changed = changeTransition(flow, action, { outcome })
  const noted = new Set(changed.transitions.map((each) => each.outcome))
  const { outcomes = [], ...rest } = changed
  const left = outcomes.filter(({ code }) => noted.has(code))
  return left.length > 0 ? { ...rest, outcomes: left } : rest
}

/** A new outcome of the workflow's own, noted by an action: people give the name, the code follows. */
export const addOutcome = (flow: WorkflowDef, action: string, label: Words): WorkflowDef => {
  const code = freeCode(outcomeCodes(flow), 'outcome')
  return setOutcome({ ...flow, outcomes: [...(flow.outcomes ?? []), { code, label }] }, action, code)
}

/** An outcome of the workflow's own under another name. */
export const nameOutcome = (flow: WorkflowDef, code: string, label: Words): WorkflowDef =>
  ({ ...flow, outcomes: (flow.outcomes ?? []).map((each) => (each.code === code ? { code, label } : each)) })

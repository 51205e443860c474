import type { StepDef, TransitionDef, WorkflowDef } from './types'

/** One line of the workflow: a transition from one step to one step, with `same` and `previous` resolved. */
export type Edge = { transition: TransitionDef; from: string; to: string }

// Steps from which a wait can have been entered, through other waits too.
const enteredFrom = (workflow: WorkflowDef, wait: string, seen: Set<string>): string[] => {
  if (seen.has(wait)) return []
  seen.add(wait)
  const sources = workflow.transitions.filter((transition) => transition.to === wait).flatMap((transition) => transition.from)
  const isWait = (code: string): boolean => workflow.steps.some((step) => step.code === code && step.kind === 'waiting')
  return [...new Set(sources.flatMap((source) => (isWait(source) ? enteredFrom(workflow, source, seen) : [source])))]
}

// A merge is undone to where it was made.
const mergedFrom = (workflow: WorkflowDef, final: string): string[] =>
  [...new Set(workflow.transitions.filter(({ to, effects }) => to === final && effects.includes('mergeInto')).flatMap(({ from }) => from))]

const targets = (workflow: WorkflowDef, transition: TransitionDef, from: string): string[] => {
  if (transition.to === 'same') return [from]
  if (transition.to !== 'previous') return [transition.to]
  return transition.effects.includes('restore') ? mergedFrom(workflow, from) : enteredFrom(workflow, from, new Set())
}

/** Every line of the workflow. */
export const edgesOf = (workflow: WorkflowDef): Edge[] =>
  workflow.transitions.flatMap((transition) =>
    transition.from.flatMap((from) => targets(workflow, transition, from).map((to) => ({ transition, from, to }))),
  )

/** Lines by which a step is first come to: going back to where a merge was made leads to nothing new. */
export const leadingEdges = (workflow: WorkflowDef): Edge[] => edgesOf(workflow).filter(({ transition }) => !transition.effects.includes('restore'))

/** Everything reachable from the given codes along pairs, the given ones included. */
export const reach = (starts: readonly string[], pairs: readonly { from: string; to: string }[]): Set<string> => {
  const seen = new Set(starts)
  const open = [...starts]
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    for (const { from, to } of pairs) {
      if (from !== code || seen.has(to)) continue
      seen.add(to)
      open.push(to)
    }
  }
  return seen
}

/** Codes of steps of one kind. */
export const codesOfKind = (workflow: WorkflowDef, kind: StepDef['kind']): string[] =>
  workflow.steps.filter((step) => step.kind === kind).map((step) => step.code)

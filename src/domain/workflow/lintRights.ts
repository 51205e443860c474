import { codesOfKind, edgesOf, type Edge } from './graph'
import type { Lint, Problem } from './lintTypes'
import { isBeforeSupervision } from './steps'
import type { StepDef, TransitionDef, WorkflowDef } from './types'

/** What may be known of a matter at a step: verified in this round, and an outcome given. */
export type Node = { step: string; verified: boolean; outcome: boolean }

const givesOutcome = (transition: TransitionDef): boolean =>
  transition.effects.includes('setOutcome') &&
  (transition.outcome !== undefined || transition.inputs.some((input) => input.role === 'outcome' && input.required))

const anew = (transition: TransitionDef): boolean => transition.effects.includes('countReturn') || transition.effects.includes('newRound')

const follow = (node: Node, { transition, to }: Edge, target: StepDef): Node => {
  const lost = anew(transition) || (node.step !== to && isBeforeSupervision(target.phase))
  const verified = transition.effects.includes('markVerified') || node.verified
  return { step: to, verified: verified && !lost, outcome: givesOutcome(transition) || (node.outcome && !lost) }
}

/** Every situation a matter can come into from those given: breadth-first over (step, verified, outcome). */
export const situationsFrom = (workflow: WorkflowDef, starts: readonly Node[]): Node[] => {
  const edges = edgesOf(workflow)
  const open: Node[] = [...starts]
  const seen = new Map(open.map((node) => [JSON.stringify(node), node]))
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const edge of edges) {
      const target = workflow.steps.find((step) => step.code === edge.to)
      if (edge.from !== node.step || target === undefined) continue
      const next = follow(node, edge, target)
      const key = JSON.stringify(next)
      if (seen.has(key)) continue
      seen.set(key, next)
      open.push(next)
    }
  }
  return [...seen.values()]
}

/** Every situation a new matter can come into. */
export const situations = (workflow: WorkflowDef): Node[] =>
  situationsFrom(workflow, codesOfKind(workflow, 'start').map((step) => ({ step, verified: false, outcome: false })))

const verification: Lint = (workflow) =>
  workflow.transitions.flatMap((transition, index): Problem[] => {
    if (!transition.effects.includes('markVerified')) return []
    const path = `/transitions/${index}`
    return [
      ...(transition.guards.includes('notHandler') ? [] : [{ path: `${path}/guards`, code: 'verifyWithoutNotHandler' } as const]),
      ...(transition.actors.every((actor) => actor === 'staff') ? [] : [{ path: `${path}/actors`, code: 'verifyNotByStaff' } as const]),
    ]
  })

// A person may not supervise their own work (domain.md §3 rule 4): neither verify it nor close it out of supervision.
const closing: Lint = (workflow) => {
  const finals = codesOfKind(workflow, 'final')
  const supervised = workflow.steps.filter((step) => step.phase === 'supervision').map((step) => step.code)
  return workflow.transitions.flatMap((transition, index): Problem[] => {
    const closes = finals.includes(transition.to) && transition.from.some((code) => supervised.includes(code)) && transition.actors.includes('staff')
    return closes && !transition.guards.includes('notHandler')
      ? [{ path: `/transitions/${index}/guards`, code: 'supervisesOwnWork', params: { transition: transition.code } }]
      : []
  })
}

const silenceProblems = (workflow: WorkflowDef, step: StepDef, reached: Node[]): Problem['code'][] => {
  const silence = step.silence
  if (silence === undefined) return []
  const transition = workflow.transitions.find((each) => each.code === silence.transition)
  const faults: [Problem['code'], boolean][] = [
    ['silenceDays', !Number.isInteger(silence.days) || silence.days < 1],
    ['silenceOnFinal', step.kind === 'final'],
    ['silenceNotFromStep', !transition?.from.includes(step.code)],
    ['silenceNotSystem', transition !== undefined && !transition.actors.includes('system')],
    ['silenceUnverified', reached.some((node) => node.step === step.code && !node.verified)],
  ]
  return faults.filter(([, isFault]) => isFault).map(([code]) => code)
}

const silence: Lint = (workflow) => {
  const reached = situations(workflow)
  return workflow.steps.flatMap((step, index) =>
    silenceProblems(workflow, step, reached).map((code): Problem => ({ path: `/steps/${index}/silence`, code, params: { step: step.code } })),
  )
}

const isMachine = (actor: string): boolean => actor === 'system' || actor === 'rule'
const DECIDING = ['matter.reject', 'matter.merge', 'matter.verify', 'matter.reopen']
const DECIDING_EFFECTS = ['mergeInto', 'countReturn', 'newRound', 'markVerified', 'setRating'] as const

// Closing by silence is the one act of deciding a machine has (decisions.md 14); its other conditions are checked above.
const machineMay = (workflow: WorkflowDef, transition: TransitionDef): boolean => {
  if (DECIDING.includes(transition.permission) || DECIDING_EFFECTS.some((effect) => transition.effects.includes(effect))) return false
  const closes = codesOfKind(workflow, 'final').some((code) => code === transition.to || transition.from.includes(code))
  const bySilence = transition.from.every((code) => workflow.steps.some((step) => step.code === code && step.silence?.transition === transition.code))
  return !closes || (bySilence && !transition.actors.includes('rule'))
}

const machines: Lint = (workflow) =>
  workflow.transitions.flatMap((transition, index): Problem[] =>
    transition.actors.some(isMachine) && !machineMay(workflow, transition)
      ? [{ path: `/transitions/${index}/actors`, code: 'machineDecides', params: { transition: transition.code } }]
      : [],
  )

const outcomes: Lint = (workflow) => {
  const bare = new Set(situations(workflow).filter((node) => !node.outcome).map((node) => node.step))
  return workflow.steps.flatMap((step, index): Problem[] =>
    step.kind === 'final' && bare.has(step.code) ? [{ path: `/steps/${index}`, code: 'closesWithoutOutcome', params: { step: step.code } }] : [],
  )
}

/** Who may decide what: verification, silence, machines, closing. */
export const rightsLints: Lint[] = [verification, closing, silence, machines, outcomes]

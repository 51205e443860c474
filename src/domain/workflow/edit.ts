import type { Words } from '../words'
import type { InputDef, Phase, StepDef, TransitionDef, WorkflowDef } from './types'

/** Changes an author makes to a draft. Each gives a new draft; what a change leaves without sense goes with it. */

const MOVES = ['same', 'previous']

/** A code that is not taken yet: people give names, codes follow. */
export const freeCode = (taken: readonly string[], stem: string): string => {
  let number = 1
  while (taken.includes(`${stem}-${number}`)) number += 1
  return `${stem}-${number}`
}

const freeKey = (taken: readonly string[], stem: string): string => {
  let number = 1
  while (taken.includes(`${stem}${number}`)) number += 1
  return `${stem}${number}`
}

/** Without what was set to undefined. */
const given = <T extends object>(row: T): T => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as T

// Waiting says for whom, and only the archive ends.
const sensible = (step: StepDef, before: StepDef): StepDef => {
  const { waitingFor, ...rest } = step
  const phase: Phase = step.kind === 'start' ? 'intake' : step.kind === 'final' ? 'archive' : step.phase
  const kind: StepDef['kind'] = phase === 'archive' && before.phase !== 'archive' ? 'final' : step.kind
  const left: StepDef['kind'] = kind === 'final' && phase !== 'archive' ? 'normal' : kind
  return { ...rest, phase, kind: left, ...(left === 'waiting' ? { waitingFor: waitingFor ?? 'reporter' } : {}) }
}

/** A new step of a phase, after the last one of it. */
export const addStep = (flow: WorkflowDef, { name, phase }: { name: Words; phase: Phase }): WorkflowDef => {
  const code = freeCode([...flow.steps.map((step) => step.code), ...MOVES], 'step')
  const last = flow.steps.findLastIndex((step) => step.phase === phase)
  const step: StepDef = { code, phase, name, kind: phase === 'archive' ? 'final' : 'normal' }
  const at = last < 0 ? flow.steps.length : last + 1
  return { ...flow, steps: [...flow.steps.slice(0, at), step, ...flow.steps.slice(at)] }
}

export const changeStep = (flow: WorkflowDef, code: string, change: Partial<Omit<StepDef, 'code'>>): WorkflowDef => ({
  ...flow,
  steps: flow.steps.map((step) => {
    if (step.code !== code) return step
    // Out of the archive a step is no end any more, whatever else is said.
    const moved = change.phase !== undefined && change.phase !== 'archive' && step.kind === 'final' ? { ...change, kind: 'normal' as const } : change
    return given(sensible({ ...step, ...moved }, step))
  }),
})

const withoutSilence = ({ silence: _silence, ...step }: StepDef): StepDef => step

const tidied = (flow: WorkflowDef): WorkflowDef => {
  const left = new Set(flow.transitions.map(({ code }) => code))
  return { ...flow, steps: flow.steps.map((step) => (step.silence && !left.has(step.silence.transition) ? withoutSilence(step) : step)) }
}

/** Without the step, the transitions to it, and those that left from nowhere else. */
export const removeStep = (flow: WorkflowDef, code: string): WorkflowDef => {
  const transitions = flow.transitions
    .filter(({ to }) => to !== code)
    .map((each) => ({ ...each, from: each.from.filter((from) => from !== code) }))
    .filter(({ from }) => from.length > 0)
  return tidied({ ...flow, steps: flow.steps.filter((step) => step.code !== code), transitions })
}

/** A plain transition by staff, as a beginning. */
export const addTransition = (flow: WorkflowDef, { name, from, to }: { name: Words; from: string; to: string }): WorkflowDef => {
  const code = freeCode(flow.transitions.map((each) => each.code), 'go')
  const transition: TransitionDef = { code, name, from: [from], to, actors: ['staff'], permission: 'matter.handle', guards: [], inputs: [], effects: [], signals: [], tone: 'normal' }
  return { ...flow, transitions: [...flow.transitions, transition] }
}

export const changeTransition = (flow: WorkflowDef, code: string, change: Partial<Omit<TransitionDef, 'code'>>): WorkflowDef => ({
  ...flow,
  transitions: flow.transitions.map((each) => (each.code === code ? given({ ...each, ...change }) : each)),
})

export const removeTransition = (flow: WorkflowDef, code: string): WorkflowDef => tidied({ ...flow, transitions: flow.transitions.filter((each) => each.code !== code) })

/** A list with or without one of its values, in the order of the closed list it is taken from. */
export const toggled = <T extends string>(all: readonly T[], chosen: readonly T[], value: T): T[] =>
  all.filter((one) => (one === value ? !chosen.includes(one) : chosen.includes(one)))

const KIND_OF: Record<InputDef['role'], InputDef['kind']> = {
  reason: 'text', internal: 'text', reply: 'text', responsible: 'text', outcome: 'choice', lead: 'lead', parties: 'parties', target: 'matter', extension: 'minutes', photos: 'photos',
  rating: 'rating', verifier: 'person',
}

/** A code for one more choice. A matter keeps the code alone, so no other action may use it for something else. */
export const freeOption = (flow: WorkflowDef): string =>
  freeCode(flow.transitions.flatMap(({ outcome, inputs }) => [...(outcome ? [outcome] : []), ...inputs.flatMap(({ options = [] }) => options.map(({ code }) => code))]), 'option')

/** What else must be filled in before the button works: its kind follows from what becomes of it. */
export const addInput = (flow: WorkflowDef, code: string, { role, label }: { role: InputDef['role']; label: Words }): WorkflowDef => {
  const transition = flow.transitions.find((each) => each.code === code)
  if (!transition) return flow
  const taken = transition.inputs.map(({ key }) => key)
  const key = taken.includes(role) ? freeKey(taken, role) : role
  const input: InputDef = { key, kind: KIND_OF[role], role, label, required: true, ...(role === 'outcome' ? { options: [{ code: freeOption(flow), label: { zh: '' } }] } : {}) }
  return changeTransition(flow, code, { inputs: [...transition.inputs, input] })
}

/** One input changed, or gone where there is no change. What is set to undefined is left out. */
export const changeInput = (flow: WorkflowDef, code: string, { key, change }: { key: string; change?: Partial<Omit<InputDef, 'key' | 'kind' | 'role'>> }): WorkflowDef => {
  const transition = flow.transitions.find((each) => each.code === code)
  if (!transition) return flow
  return changeTransition(flow, code, { inputs: transition.inputs.flatMap((input) => (input.key === key ? (change ? [given({ ...input, ...change })] : []) : [input])) })
}

import { describe, expect, it } from 'vitest'
import { applyTransition } from '../workflow/apply'
import { availableTransitions, type ActingContext } from '../workflow/available'
import { startStep, stepOf } from '../workflow/steps'
import type { Actor, InputDef, MatterState, TransitionDef, WorkflowDef } from '../workflow/types'
import { NOW, reporter, staff, stateAt } from '../workflow/world.fixture'
import { presetFiles, readPreset } from './presets.fixture'
import type { StructurePackage } from './schema'

const UNIT = '01J00000000000000000000V01'
const VALUES: Partial<Record<InputDef['kind'], unknown>> = { text: '说清楚了', lead: { unit: UNIT }, minutes: 30, rating: 5, parties: [{ team: '01J00000000000000000000T01' }] }
const inputOf = ({ inputs }: TransitionDef): Record<string, unknown> =>
  Object.fromEntries(inputs.filter(({ required }) => required).map(({ key, kind, options }) => [key, options?.[0]?.code ?? VALUES[kind]]))

type Who = { actor: Actor; can: ActingContext['can'] }

/** One person for each role, all members of the unit that gets the matter, and the reporter. */
const peopleOf = (pkg: StructurePackage): Who[] => [
  ...pkg.roles.map((role): Who => ({ actor: staff(role.code, UNIT), can: (permission) => role.permissions.includes(permission) })),
  { actor: reporter, can: () => false },
]

const WEIGHT = { main: 0, normal: 1, careful: 2 } as const

/** `dead`: where the search has been without finding a way. */
type Walk = { flow: WorkflowDef; people: readonly Who[]; dead: Set<string> }

/** Coordination is for matters of several parties; all other phases a workflow has belong to every way through it. */
const phasesOf = (flow: WorkflowDef, steps: readonly string[]): Set<string> =>
  new Set(steps.map((code) => stepOf(flow, code).phase).filter((phase) => phase !== 'coordination'))

/** What somebody could do now that leads on, the emphasised acts first. */
const offersAt = ({ flow, people }: Walk, state: MatterState, seen: readonly string[]) =>
  people.flatMap(({ actor, can }) => {
    const context: ActingContext = { workflow: flow, state, actor, can, now: NOW, actorUnits: [UNIT], actorTeams: [] }
    return availableTransitions(context).filter(({ blockedBy }) => blockedBy === undefined).map(({ transition }) => ({ transition, context }))
  })
    .filter(({ transition: { to, effects } }) => to !== 'same' && !seen.includes(to) && !effects.includes('mergeInto'))
    .sort((a, b) => WEIGHT[a.transition.tone] - WEIGHT[b.transition.tone])

/** The codes of a way to the archive through every phase the workflow has; undefined where these people find none. */
const wayOut = (walk: Walk, state: MatterState, seen: readonly string[] = []): string[] | undefined => {
  const passed = [...seen, state.step]
  const here = JSON.stringify([[...passed].sort(), state.step, state.verifiedBy, [...state.handlers].sort(), state.parties.length, state.outcome])
  if (walk.dead.has(here)) return undefined
  walk.dead.add(here)
  if (stepOf(walk.flow, state.step).kind === 'final') {
    const whole = phasesOf(walk.flow, walk.flow.steps.map(({ code }) => code))
    return whole.size === phasesOf(walk.flow, passed).size ? [] : undefined
  }
  for (const { transition, context } of offersAt(walk, state, passed)) {
    const next = applyTransition({ ...context, transitionCode: transition.code, input: inputOf(transition), expectedRevision: state.revision }).state
    // Co-handlers end their shares by an act of their own, which is no transition.
    const rest = wayOut(walk, next, passed) ?? (next.parties.length > 0 ? wayOut(walk, { ...next, parties: [] }, passed) : undefined)
    if (rest) return [transition.code, ...rest]
  }
  return undefined
}

describe.each(presetFiles.filter(([name]) => name !== 'empty'))('the people of %s', (_name, json) => {
  const pkg = readPreset(json)

  it.each(pkg.matterTypes.map((type) => [type.code, type.workflow] as const))('bring a matter of the type %s through every phase of its workflow to the archive', (_code, workflow) => {
    const flow = pkg.workflows.find(({ code }) => code === workflow)
    if (!flow) throw new Error(`no workflow ${workflow}`)
    const way = wayOut({ flow, people: peopleOf(pkg), dead: new Set() }, stateAt(startStep(flow).code))
    expect(way).toBeDefined()
  })
})

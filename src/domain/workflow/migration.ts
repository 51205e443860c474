import type { ClockSignal } from '../clocks/types'
import { DomainError } from '../errors'
import { assignmentChanges, type AssignmentChanges } from './assignments'
import { fallbackUnit } from './effects'
import { edgesOf } from './graph'
import { situations, situationsFrom, type Node } from './lintRights'
import { patched, type Change } from './patch'
import { isBeforeSupervision, mayBeUnowned, stepOf } from './steps'
import { PHASES, type MatterState, type StepDef, type WorkflowDef } from './types'

/** Codes of steps of older versions, each with the step of the new version that takes its place. */
export type StepMap = Record<string, string>

/**
 * Why a step cannot be mapped so. `noTarget`: nothing is said. `closes`: people close matters, not changes of workflow. `intoWait`: nobody would know
 * where to go back to. `outcomeLost`, `unverified`: it could be archived without an outcome, or by silence without a check. `stuck`: nothing leads on.
 */
export type MapProblem = { step: string; code: 'noTarget' | 'unknownTarget' | 'closes' | 'intoWait' | 'outcomeLost' | 'unverified' | 'stuck' }

const isOpen = ({ kind }: StepDef): boolean => kind !== 'final'

/** Steps of a version where matters in progress can stand. */
export const openSteps = ({ steps }: WorkflowDef): StepDef[] => steps.filter(isOpen)

/** Every step to the one that has the same code, where there is one that fits. */
export const proposedMap = (from: readonly WorkflowDef[], to: WorkflowDef): StepMap =>
  Object.fromEntries(from.flatMap(openSteps).flatMap((step): [string, string][] => {
    const same = to.steps.find(({ code }) => code === step.code)
    const fits = same !== undefined && isOpen(same) && (same.kind !== 'waiting' || step.kind === 'waiting')
    return fits ? [[step.code, same.code]] : []
  }))

/** What is known of matters at an old step once they stand at the new one: work that begins anew forgets check and outcome. */
const arriving = (from: WorkflowDef, step: string, target: StepDef): Node[] => {
  const lost = isBeforeSupervision(target.phase)
  return situations(from).filter((node) => node.step === step).map(({ verified, outcome }) => ({ step: target.code, verified: verified && !lost, outcome: outcome && !lost }))
}

const closesFrom = (to: WorkflowDef, step: string, verified: boolean): boolean => {
  const finals = new Set(to.steps.filter(({ kind }) => kind === 'final').map(({ code }) => code))
  const seen = new Set([`${step} ${String(verified)}`])
  const open = [{ step, verified }]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (finals.has(at.step)) return true
    for (const { transition, from, to: next } of edgesOf(to)) {
      if (from !== at.step || (transition.guards.includes('verified') && !at.verified)) continue
      const node = { step: next, verified: at.verified || transition.effects.includes('markVerified') }
      const key = `${node.step} ${String(node.verified)}`
      if (!seen.has(key)) open.push(node)
      seen.add(key)
    }
  }
  return false
}

const targetProblem = (from: WorkflowDef, to: WorkflowDef, { step, target }: { step: StepDef; target: StepDef }): MapProblem['code'] | undefined => {
  if (target.kind === 'final') return 'closes'
  if (target.kind === 'waiting' && step.kind !== 'waiting') return 'intoWait'
  const starts = arriving(from, step.code, target)
  const reached = situationsFrom(to, starts)
  const stepIn = (code: string): StepDef | undefined => to.steps.find((each) => each.code === code)
  if (reached.some((node) => stepIn(node.step)?.kind === 'final' && !node.outcome)) return 'outcomeLost'
  if (reached.some((node) => stepIn(node.step)?.silence !== undefined && !node.verified)) return 'unverified'
  return starts.every(({ verified }) => closesFrom(to, target.code, verified)) ? undefined : 'stuck'
}

/** Everything that stands in the way of bringing matters of one old version to the new one by a mapping. */
export const mapProblems = ({ from, to, map }: { from: WorkflowDef; to: WorkflowDef; map: StepMap }): MapProblem[] =>
  openSteps(from).flatMap((step): MapProblem[] => {
    const wanted = Object.hasOwn(map, step.code) ? map[step.code] : undefined
    if (!wanted) return [{ step: step.code, code: 'noTarget' }]
    const target = to.steps.find(({ code }) => code === wanted)
    const code = target ? targetProblem(from, to, { step, target }) : 'unknownTarget'
    return code ? [{ step: step.code, code }] : []
  })

const WAITS = { reporter: 'waitReporter', thirdParty: 'waitThirdParty', weather: 'waitWeather' } as const

const waitSignals = (from: StepDef, to: StepDef): ClockSignal[] => {
  if (from.waitingFor === to.waitingFor) return []
  return [...(from.waitingFor ? ['resumed' as const] : []), ...(to.waitingFor ? [WAITS[to.waitingFor]] : [])]
}

/** What clocks hear of a matter that is carried from one step to another: what would have been said on the way there. */
export const carrySignals = (from: StepDef, to: StepDef): ClockSignal[] => {
  const [was, is] = [PHASES.indexOf(from.phase), PHASES.indexOf(to.phase)]
  const passes = (phase: (typeof PHASES)[number]): boolean => was < PHASES.indexOf(phase) && is >= PHASES.indexOf(phase)
  return [
    ...(passes('routing') ? ['accepted' as const] : []),
    ...(passes('coordination') ? ['assigned' as const] : []),
    ...(passes('supervision') ? ['handled' as const] : []),
    ...(from.phase === 'supervision' && is < was ? ['returned' as const] : []),
    ...waitSignals(from, to),
  ]
}

export type Carried = { state: MatterState; step: StepDef; moved: boolean; signals: ClockSignal[]; assignments: AssignmentChanges }

type Carry = { state: MatterState; from: WorkflowDef; to: WorkflowDef; map: StepMap; now: number }

const targetIn = (map: StepMap, code: string, to: WorkflowDef): StepDef | undefined =>
  (Object.hasOwn(map, code) ? to.steps.find((step) => step.code === map[code]) : undefined)

const backTo = ({ state, to, map }: Carry, target: StepDef): Change => {
  if (target.kind !== 'waiting') return state.previousStep === undefined ? {} : { previousStep: null }
  const back = state.previousStep === undefined ? undefined : targetIn(map, state.previousStep, to)
  if (!back) throw new DomainError('invalid', { step: state.step }, [{ field: 'previousStep', code: 'required' }])
  return { previousStep: back.code }
}

const ownerOf = (state: MatterState, source: StepDef, target: StepDef): Change => {
  if (mayBeUnowned(target.phase)) return mayBeUnowned(source.phase) ? {} : { ownerUnit: null, ownerTeam: null, ownerPerson: null, parties: [] }
  if (state.ownerUnit !== undefined) return {}
  const unit = fallbackUnit(state, { kind: 'system', job: 'migrate' })
  if (unit === undefined) throw new DomainError('invalid', { step: state.step }, [{ field: 'lead.unit', code: 'required' }])
  return { ownerUnit: unit }
}

const askedOf = (state: MatterState, source: StepDef, target: StepDef): Change =>
  (source.phase === 'intake' && target.phase !== 'intake' && state.firstUnit === undefined && state.unit !== undefined ? { firstUnit: state.unit } : {})

const forgotten = (state: MatterState, target: StepDef): Change => {
  if (!isBeforeSupervision(target.phase)) return {}
  return { ...(state.verifiedBy === undefined ? {} : { verifiedBy: null }), ...(state.outcome === undefined ? {} : { outcome: null }) }
}

/**
 * A matter as it stands under another version of its workflow (nothing is written here). Work and days already spent stay; only where a matter comes
 * to another step, its days there begin now. Errors: `invalid` where it cannot be carried, because nobody would be responsible or a wait would have
 * nowhere to go back to.
 */
export const carried = (carry: Carry): Carried => {
  const { state, from, to, map, now } = carry
  const source = stepOf(from, state.step)
  const target = targetIn(map, state.step, to)
  if (!target || target.kind === 'final') throw new DomainError('invalid', { step: state.step }, [{ field: 'step', code: 'notOffered' }])
  const moved = source.code !== target.code || source.phase !== target.phase
  const anew = moved || source.silence?.days !== target.silence?.days
  const change: Change = {
    ...backTo(carry, target), ...ownerOf(state, source, target), ...askedOf(state, source, target), ...forgotten(state, target), ...(anew ? { stepSince: now } : {}),
  }
  const next = patched(state, { ...change, step: target.code, revision: state.revision + 1 })
  return { state: next, step: target, moved, signals: carrySignals(source, target), assignments: assignmentChanges(state, next) }
}

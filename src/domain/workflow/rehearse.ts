import { isOpen, readClock, type Calendar, type ClockEvent, type ClockReading, type Limit } from '../clocks'
import { applyTransition, type ApplyResult } from './apply'
import { leadOf } from './assignments'
import type { ActingContext } from './available'
import type { MatterState, WorkflowDef } from './types'

/** A pretend matter on its way: its state, its clocks' history and the time it is there. Nothing of it is stored. */
export type Rehearsal = { workflow: WorkflowDef; state: MatterState; events: ClockEvent[]; now: number }

/** What one act did to a clock. */
export type ClockTold = { limit: Limit; what: 'started' | 'met' | 'missed' | 'ended' | 'extended' | 'paused' | 'resumed' | 'late'; reading: ClockReading }

type Begin = { workflow: WorkflowDef; at: number; unit?: string; askable: boolean; firstUnit?: string }

/** A new matter at the first step. */
export const beginRehearsal = ({ workflow, at, unit, askable, firstUnit }: Begin): Rehearsal => ({
  workflow, now: at, events: [{ at, signal: 'created' }],
  state: {
    step: workflow.steps.find(({ kind }) => kind === 'start')?.code ?? '', revision: 1, round: 1, returns: 0, parties: [], handlers: [], openParts: 0, stepSince: at, askable,
    ...(unit === undefined ? {} : { unit }), ...(firstUnit === undefined ? {} : { firstUnit }),
  },
})

/** The same matter later. Minutes. */
export const waited = (rehearsal: Rehearsal, minutes: number): Rehearsal => ({ ...rehearsal, now: rehearsal.now + minutes * 60_000 })

/** Co-handlers have done their parts, which moves no step. */
export const sharesDone = (rehearsal: Rehearsal): Rehearsal => ({ ...rehearsal, state: { ...rehearsal.state, parties: [], revision: rehearsal.state.revision + 1 } })

export type Act = Omit<ActingContext, 'workflow' | 'state' | 'now'> & { transition: string; input: Record<string, unknown> }

/** What the services read from the history of a merged matter. */
const closedFrom = (before: MatterState, { transition }: ApplyResult): MatterState['closedFrom'] => {
  if (!transition.effects.includes('mergeInto')) return before.closedFrom
  const lead = leadOf(before)
  return { step: before.step, parties: before.parties, ...(before.previousStep === undefined ? {} : { previousStep: before.previousStep }), ...(lead ? { lead } : {}) }
}

const heard = ({ events, now }: Rehearsal, { signals, extendMinutes }: ApplyResult): ClockEvent[] => [
  ...events, ...signals.map((signal) => ({ at: now, signal })),
  ...(extendMinutes === undefined ? [] : [{ at: now, signal: 'extended' as const, addMinutes: extendMinutes, clock: 'resolve' }]),
]

/** One transition by the engine itself. Errors: those of `applyTransition`. */
export const acted = (rehearsal: Rehearsal, { transition, input, ...acting }: Act): { rehearsal: Rehearsal; result: ApplyResult } => {
  const { workflow, state, now } = rehearsal
  const result = applyTransition({ ...acting, workflow, state, now, transitionCode: transition, input, expectedRevision: state.revision })
  return { result, rehearsal: { ...rehearsal, state: { ...result.state, closedFrom: closedFrom(state, result) }, events: heard(rehearsal, result) } }
}

const stopped = ({ state }: ClockReading): ClockTold['what'] => (state === 'met' || state === 'missed' ? state : 'ended')

const whileOpen = (before: ClockReading, after: ClockReading): ClockTold['what'] | undefined => {
  if (before.startedAt !== after.startedAt) return 'started'
  if (after.limitMinutes > before.limitMinutes) return 'extended'
  if (before.pausedSince === undefined && after.pausedSince !== undefined) return 'paused'
  if (before.pausedSince !== undefined && after.pausedSince === undefined) return 'resumed'
  return before.state !== 'overdue' && after.state === 'overdue' ? 'late' : undefined
}

const changeOf = (before: ClockReading, after: ClockReading): ClockTold['what'] | undefined => {
  const [was, is] = [isOpen(before), isOpen(after)]
  if (is) return was ? whileOpen(before, after) : before.startedAt === after.startedAt ? 'resumed' : 'started'
  if (was || before.startedAt !== after.startedAt) return stopped(after)
  return undefined
}

type Watch = { limits: readonly Limit[]; calendar: Calendar }

/** What happened to each clock between two moments of a matter; before its beginning none had started. */
export const clocksTold = (before: Rehearsal | undefined, after: Rehearsal, { limits, calendar }: Watch): ClockTold[] =>
  limits.flatMap((limit): ClockTold[] => {
    const [was, is] = [readClock({ limit, events: before?.events ?? [], calendar, now: before?.now ?? after.now }), readClock({ limit, events: after.events, calendar, now: after.now })]
    const what = changeOf(was, is)
    return what ? [{ limit, what, reading: is }] : []
  })

/** Clocks that run, stand still or are late now. */
export const clocksOpen = ({ events, now }: Rehearsal, { limits, calendar }: Watch): { limit: Limit; reading: ClockReading }[] =>
  limits.map((limit) => ({ limit, reading: readClock({ limit, events, calendar, now }) })).filter(({ reading }) => isOpen(reading))

import { missingYears } from './calendar'
import { type Meter, convertMinutes, limitMinutesOf, meterOf, toMs } from './meter'
import { type Run, activeStretches, replayClock } from './replay'
import type { Calendar, ClockEvent, ClockReading, Limit } from './types'
import { MINUTE } from './zone'

export type ClockInput = { limit: Limit; events: ClockEvent[]; calendar: Calendar; now: number }

/** A replayed clock with what it takes to measure it. `end` is the stop, or now. */
export type MeasuredRun = { run: Run; meter: Meter; end: number; limitMs: number }

/** Replays a clock and adds up its limit with all extensions; undefined when it never started. */
export const measureRun = ({ limit, events, calendar, now }: ClockInput): MeasuredRun | undefined => {
  const run = replayClock({ limit, events, now })
  if (!run) return undefined
  const meter = meterOf(limit.unit, calendar)
  const added = run.added.reduce(
    (sum, { minutes, kind }) => sum + convertMinutes({ minutes, from: kind ?? meter.kind, to: meter.kind, calendar }),
    0,
  )
  return { run, meter, end: run.stoppedAt ?? now, limitMs: toMs(limitMinutesOf(limit, calendar) + added) }
}

/** The earliest instant at which a run has used `ms`; if that lies ahead, reckoned as if it ran on from `end` unpaused. */
export const instantWhenUsed = ({ run, meter, end }: MeasuredRun, ms: number): number => {
  let left = ms
  for (const stretch of activeStretches(run, end)) {
    const used = meter.between(stretch.from, stretch.to)
    if (left <= used) return meter.add(stretch.from, left)
    left -= used
  }
  return meter.add(end, left)
}

const stateOf = (run: Run, dueAt: number, now: number): ClockReading['state'] => {
  if (run.stopped?.cancelled) return 'ended'
  if (run.stoppedAt !== undefined) return run.stoppedAt <= dueAt ? 'met' : 'missed'
  if (now > dueAt) return 'overdue'
  return run.pausedSince === undefined ? 'running' : 'paused'
}

const notStarted = (limitMinutes: number): ClockReading => ({
  state: 'notStarted',
  limitMinutes,
  usedMinutes: 0,
  leftMinutes: limitMinutes,
  percent: 0,
  pausedMinutes: 0,
  missingYears: [],
})

/**
 * Reads a clock at `now` from the matter's happenings (domain.md §4): `(events, limit, calendar, now) → reading`.
 * The instant due is still in time: overdue and missed mean later than `dueAt`, so that while a clock is not paused a
 * stored `dueAt < now` says the same as the state. A clock that ran out stays overdue through a pause. Minutes carry fractions and are of the limit's
 * kind, pauses too, so `used + paused` is all counted time since the start. Natural limits never miss a holiday list.
 * Throws `invalid` only for a calendar that cannot be reckoned with (unknown zone, no working time).
 */
export const readClock = (input: ClockInput): ClockReading => {
  const measured = measureRun(input)
  if (!measured) return notStarted(limitMinutesOf(input.limit, input.calendar))
  const { run, meter, end, limitMs } = measured
  const dueAt = instantWhenUsed(measured, limitMs)
  const usedMs = activeStretches(run, end).reduce((sum, stretch) => sum + meter.between(stretch.from, stretch.to), 0)
  const last = Math.max(dueAt, end)
  return {
    state: stateOf(run, dueAt, input.now),
    startedAt: run.startedAt,
    dueAt,
    ...(run.stoppedAt === undefined ? {} : { stoppedAt: run.stoppedAt }),
    ...(run.pausedSince === undefined ? {} : { pausedSince: run.pausedSince }),
    limitMinutes: limitMs / MINUTE,
    usedMinutes: usedMs / MINUTE,
    leftMinutes: (limitMs - usedMs) / MINUTE,
    percent: limitMs > 0 ? (usedMs * 100) / limitMs : 100,
    pausedMinutes: (meter.between(run.startedAt, end) - usedMs) / MINUTE,
    missingYears: meter.kind === 'working' ? missingYears({ from: run.startedAt, to: last, calendar: input.calendar }) : [],
  }
}

/** Whether a clock still runs: started and not stopped, be it paused or overdue. */
export const isOpen = (reading: ClockReading): boolean =>
  reading.state === 'running' || reading.state === 'paused' || reading.state === 'overdue'

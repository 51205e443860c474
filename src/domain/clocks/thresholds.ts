import { type ClockInput, instantWhenUsed, measureRun } from './clock'
import type { ClockReading, Limit, ThresholdAct } from './types'

/**
 * A threshold acted on, to be kept with the clock. `startedAt` and `limitMinutes` say of which run and which length: a new
 * round, an extension or a corrected limit makes every threshold count afresh.
 */
export type ThresholdMark = { percent: number; act: ThresholdAct; startedAt: number; limitMinutes: number }

const ACTING: readonly ClockReading['state'][] = ['running', 'paused', 'overdue']

const same = (a: ThresholdMark, b: ThresholdMark): boolean =>
  a.percent === b.percent && a.act === b.act && a.startedAt === b.startedAt && a.limitMinutes === b.limitMinutes

/**
 * Thresholds that are crossed and not yet acted on, ascending; the caller acts and stores them as marks. A threshold is
 * crossed when its percent is reached. A clock that has not started or has stopped needs nobody's attention.
 */
export const crossedThresholds = (input: {
  limit: Pick<Limit, 'thresholds'>
  reading: ClockReading
  done: ThresholdMark[]
}): ThresholdMark[] => {
  const { limit, reading, done } = input
  const { startedAt, limitMinutes } = reading
  if (startedAt === undefined || !ACTING.includes(reading.state)) return []
  return limit.thresholds
    .filter(({ percent }) => reading.percent >= percent)
    .map(({ percent, act }) => ({ percent, act, startedAt, limitMinutes }))
    .filter((mark) => !done.some((other) => same(other, mark)))
    .sort((a, b) => a.percent - b.percent)
}

/**
 * When the next threshold will be reached if nothing happens until then, so that a sweep need not read every clock.
 * Undefined while not running, paused, or once the last one is behind.
 */
export const nextThresholdAt = (input: ClockInput): number | undefined => {
  const measured = measureRun(input)
  if (!measured || measured.run.stoppedAt !== undefined || measured.run.pausedSince !== undefined) return undefined
  const instants = input.limit.thresholds
    .map(({ percent }) => instantWhenUsed(measured, Math.ceil((measured.limitMs * percent) / 100)))
    .filter((at) => at > input.now)
  return instants.length > 0 ? Math.min(...instants) : undefined
}

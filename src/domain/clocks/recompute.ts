import { isOpen, readClock } from './clock'
import type { Calendar, ClockEvent, ClockReading, Limit } from './types'

export type Recomputed = {
  before: ClockReading
  after: ClockReading
  /** Whether what people were shown is no longer true: the caller then writes an event and stores the new `dueAt`. */
  changed: boolean
}

const SHOWN = ['state', 'startedAt', 'dueAt', 'limitMinutes', 'leftMinutes'] as const

/**
 * A clock computed again after a correction. A corrected category, type or unit brings another limit, and the matter's
 * whole history is replayed under it: from the original start, with its pauses and extensions, never from the moment of
 * the correction. A changed calendar only concerns open clocks: what was met or missed stays so.
 */
export const recomputeClock = (input: {
  events: ClockEvent[]
  now: number
  before: { limit: Limit; calendar: Calendar }
  after: { limit: Limit; calendar: Calendar }
  because: 'correction' | 'calendar'
}): Recomputed => {
  const { events, now } = input
  const before = readClock({ ...input.before, events, now })
  if (input.because === 'calendar' && !isOpen(before)) return { before, after: before, changed: false }
  const after = readClock({ ...input.after, events, now })
  return { before, after, changed: SHOWN.some((key) => before[key] !== after[key]) }
}

import { standardDayMinutes } from './calendar'
import type { Calendar, Limit, LimitUnit, TimeKind } from './types'
import { addWorkingMs, workingMsBetween } from './workingMinutes'
import { MINUTE } from './zone'

const NATURAL_DAY = 1440

/** Measures time the way one limit counts it. All amounts are milliseconds of that kind of time. */
export type Meter = {
  kind: TimeKind
  between: (from: number, to: number) => number
  /** Earliest instant at which `ms` have passed since `at`. */
  add: (at: number, ms: number) => number
}

export const kindOf = (unit: LimitUnit): TimeKind => (unit === 'workingHours' || unit === 'workingDays' ? 'working' : 'natural')

export const meterOf = (unit: LimitUnit, calendar: Calendar): Meter =>
  kindOf(unit) === 'working'
    ? {
        kind: 'working',
        between: (from, to) => workingMsBetween(from, to, calendar),
        add: (at, ms) => addWorkingMs(at, ms, calendar),
      }
    : { kind: 'natural', between: (from, to) => Math.max(0, to - from), add: (at, ms) => at + ms }

/**
 * A limit's amount in minutes of its own kind. A natural day is 24 hours, a working day the calendar's standard Monday.
 * Throws `invalid` for a working limit over a calendar without working time.
 */
export const limitMinutesOf = (limit: Pick<Limit, 'amount' | 'unit'>, calendar: Calendar): number => {
  if (limit.unit === 'naturalHours') return limit.amount * 60
  if (limit.unit === 'naturalDays') return limit.amount * NATURAL_DAY
  const day = standardDayMinutes(calendar)
  return limit.amount * (limit.unit === 'workingDays' ? day : 60)
}

/** Minutes of one kind as minutes of another: one working day for one natural day, so that an extension keeps its days. */
export const convertMinutes = (input: { minutes: number; from: TimeKind; to: TimeKind; calendar: Calendar }): number => {
  if (input.from === input.to) return input.minutes
  const day = standardDayMinutes(input.calendar)
  return input.to === 'working' ? (input.minutes / NATURAL_DAY) * day : (input.minutes / day) * NATURAL_DAY
}

export const toMs = (minutes: number): number => Math.round(minutes * MINUTE)

import { DomainError } from '../errors'
import { instantOf, localDay, minutesOf, planOf, standardDayMinutes } from './calendar'
import type { Calendar } from './types'
import { MINUTE, shiftWatch } from './zone'

/** A limit that reaches further than 30 years is a typing error, not a limit. */
const HORIZON_DAYS = 10_957

type Stretch = { from: number; to: number }

/** Working stretches of one local day as instants. */
const stretchesOf = (day: number, calendar: Calendar): Stretch[] =>
  planOf(day, calendar).spans.map((span) => ({
    from: instantOf({ day, minute: span.from, calendar }),
    to: instantOf({ day, minute: span.to, calendar }),
  }))

const overlap = (stretches: Stretch[], from: number, to: number): number =>
  stretches.reduce((sum, s) => sum + Math.max(0, Math.min(s.to, to) - Math.max(s.from, from)), 0)

/** Milliseconds worked on a whole local day. Only days near a clock shift need the instants themselves. */
const wholeDay = (day: number, calendar: Calendar, shifting: (day: number) => boolean): number =>
  shifting(day) ? overlap(stretchesOf(day, calendar), -Infinity, Infinity) : minutesOf(planOf(day, calendar).spans) * MINUTE

const assertInstant = (at: number): void => {
  if (!Number.isFinite(at)) throw new DomainError('invalid', { reason: 'instant' })
}

/** Working milliseconds between two instants; 0 unless `to` is later. */
export const workingMsBetween = (from: number, to: number, calendar: Calendar): number => {
  assertInstant(from)
  assertInstant(to)
  if (to <= from) return 0
  const shifting = shiftWatch(calendar.timeZone)
  const first = localDay(from, calendar)
  const last = localDay(to, calendar)
  let sum = 0
  // One day more on each side: where clocks go back at midnight, a local day is entered twice.
  for (let day = first - 1; day <= last + 1; day += 1) {
    const inside = day > first + 1 && day < last - 1
    sum += inside ? wholeDay(day, calendar, shifting) : overlap(stretchesOf(day, calendar), from, to)
  }
  return sum
}

/** The instant in these stretches, not before `at`, at which `ms` are used up; else what is left of `ms`. */
const useUp = (stretches: Stretch[], at: number, ms: number): { at: number } | { left: number } => {
  let left = ms
  for (const stretch of stretches) {
    const from = Math.max(stretch.from, at)
    const room = Math.max(0, stretch.to - from)
    if (room > 0 && left <= room) return { at: from + left }
    left -= room
  }
  return { left }
}

const assertAmount = (ms: number): void => {
  if (!(ms >= 0) || !Number.isFinite(ms)) throw new DomainError('invalid', { reason: 'minutes' })
}

/** As `addWorkingMinutes`, in milliseconds. */
export const addWorkingMs = (at: number, ms: number, calendar: Calendar): number => {
  assertInstant(at)
  assertAmount(ms)
  if (ms === 0) return at
  standardDayMinutes(calendar)
  const shifting = shiftWatch(calendar.timeZone)
  const first = localDay(at, calendar)
  let left = ms
  for (let day = first - 1; day <= first + HORIZON_DAYS; day += 1) {
    const whole = day > first + 1 ? wholeDay(day, calendar, shifting) : Infinity
    const used = whole < left ? { left: left - whole } : useUp(stretchesOf(day, calendar), at, left)
    if ('at' in used) return used.at
    left = used.left
  }
  throw new DomainError('invalid', { reason: 'tooFar' })
}

/**
 * Working minutes between two instants (epoch milliseconds), with fractions; 0 unless `to` is later.
 * Working time is elapsed time inside the calendar's spans: on days when clocks are moved, the hour really worked counts.
 * Throws `invalid` for an unknown zone or an instant that is no number.
 */
export const workingMinutesBetween = (from: number, to: number, calendar: Calendar): number =>
  workingMsBetween(from, to, calendar) / MINUTE

/**
 * The earliest instant by which `minutes` of working time have passed since `at`. 0 minutes is `at` itself, and a limit
 * that fills a day runs out at that day's closing hour, not at the next opening. One "working day" of a limit is
 * `standardDayMinutes`, so that a limit of 3 working days received at 15:00 is due at 15:00.
 * Throws `invalid` for negative minutes, a calendar without working time, or a result more than 30 years away.
 */
export const addWorkingMinutes = (at: number, minutes: number, calendar: Calendar): number =>
  addWorkingMs(at, Math.round(minutes * MINUTE), calendar)

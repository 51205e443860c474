import type { Words } from '../words'

/** Happenings that clocks listen to. Transitions and acts emit them; limits start, pause, resume and stop on them. */
export const CLOCK_SIGNALS = [
  'created', 'accepted', 'assigned', 'replied', 'handled', 'verified', 'archived', 'returned', 'reopened',
  'waitReporter', 'waitThirdParty', 'waitWeather', 'resumed',
  'dismissed', // closed without being worked on: refused, handed over, merged
  'withdrawn', // taken back by the reporter
  'restored', // a closing was undone: what it stopped goes on from where it stood
  'extended', // carries `addMinutes` and nothing else: never starts, pauses or stops a clock
] as const
export type ClockSignal = (typeof CLOCK_SIGNALS)[number]

export const LIMIT_UNITS = ['naturalHours', 'naturalDays', 'workingHours', 'workingDays'] as const
export type LimitUnit = (typeof LIMIT_UNITS)[number]

export type ThresholdAct = 'remindOwner' | 'tellLead' | 'tellLeadAbove' | 'superviseProposal'

/** One limit. The most specific of category → matter type → office default applies (domain.md §4). */
export type Limit = {
  code: string
  /** Which clock this limit sets: `accept`, `firstReply`, `resolve`, or one an office adds. */
  clock: string
  name: Words
  category?: string
  matterType?: string
  amount: number
  unit: LimitUnit
  start: ClockSignal[]
  stop: ClockSignal[]
  /** Signals that end the clock without a verdict: neither met nor late. */
  cancel?: ClockSignal[]
  /** Signals that pause; `resumed` (and any of `stop`) ends a pause. */
  pause: ClockSignal[]
  /** Percent of the limit used, ascending, and what happens there. */
  thresholds: { percent: number; act: ThresholdAct }[]
  cites?: string
}

export type LimitSet = { code: string; name: Words; limits: Limit[] }

/** Working time of an office. Times are minutes after local midnight; `timeZone` is IANA. */
export type Calendar = {
  timeZone: string
  /** Working spans per ISO weekday 1 (Monday) to 7. An empty list is a day off. */
  week: Record<1 | 2 | 3 | 4 | 5 | 6 | 7, { from: number; to: number }[]>
  /** Exceptions by local date "YYYY-MM-DD": a holiday, or a working day: made up (调休), as on Monday, or with hours of its own (半天). */
  exceptions: Record<string, { kind: 'holiday' | 'workday'; name?: string; hours?: { from: number; to: number }[] }>
  /** Years whose official list is present. Reckoning into any other year says so. */
  coveredYears: number[]
}

/** Working time counts only inside the calendar's spans, natural time always. */
export type TimeKind = 'working' | 'natural'

/**
 * A happening of one matter, as clocks see it. `at` is epoch milliseconds. `clock`: concerns that clock only.
 * `addMinutes` prolongs the running clock; they are of the clock's own kind unless `addKind` says otherwise.
 */
export type ClockEvent = { at: number; signal: ClockSignal; addMinutes?: number; addKind?: TimeKind; clock?: string }

/** What a clock reads at `now`. Minutes are working minutes for working units, else natural minutes. */
export type ClockReading = {
  /** `ended`: stopped by one of the limit's `cancel`, neither in time nor late. */
  state: 'notStarted' | 'running' | 'paused' | 'met' | 'overdue' | 'missed' | 'ended'
  startedAt?: number
  /** Instant at which the limit runs out, as known now; while paused it is reckoned as if resumed now. */
  dueAt?: number
  stoppedAt?: number
  /** Set while a pause lasts, also when the clock is overdue already. */
  pausedSince?: number
  limitMinutes: number
  usedMinutes: number
  /** Negative when overdue; 0 while it is overdue and no counted time has passed since `dueAt`. */
  leftMinutes: number
  /** Used part of the limit in percent, may exceed 100. */
  percent: number
  pausedMinutes: number
  /** Local years reckoned through whose official holiday list is missing. */
  missingYears: number[]
}

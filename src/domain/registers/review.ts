import { dateText, dayNumber, instantOf, localDay } from '../clocks/calendar'
import type { Calendar } from '../clocks/types'
import type { ReviewCycle } from './types'

const DAY = 86_400_000

/** The same day some months later; the last of the month where there is no such day. */
const monthsLater = (date: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  return dateText(Math.floor(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(day, last.getUTCDate())) / DAY))
}

/**
 * When an entry is to be looked at again: the beginning of that day, in epoch milliseconds. `from`: when it was written or last reviewed.
 * Undefined for a register without a cycle.
 */
export const nextReview = ({ cycle, from, calendar }: { cycle: ReviewCycle | undefined; from: number; calendar: Calendar }): number | undefined => {
  if (!cycle) return undefined
  const day = localDay(from, calendar)
  const due = cycle.unit === 'days' ? day + cycle.every : dayNumber(monthsLater(dateText(day), cycle.every))
  return instantOf({ day: due, minute: 0, calendar })
}

/** How an entry stands: `soon` once whoever answers for it is reminded, `late` from the day after it was due. */
export type ReviewState = 'none' | 'fine' | 'soon' | 'late'

export const reviewState = ({ due, cycle, now }: { due: number | undefined; cycle: ReviewCycle | undefined; now: number }): ReviewState => {
  if (due === undefined || !cycle) return 'none'
  if (now >= due + DAY) return 'late'
  return now >= due - cycle.remindDays * DAY ? 'soon' : 'fine'
}

/** Whether a reminder is to be sent now: once per round of the cycle. `reminded`: when the last one went. */
export const wantsReminder = ({ due, cycle, now, reminded }: { due: number | undefined; cycle: ReviewCycle | undefined; now: number; reminded: number | undefined }): boolean => {
  const begins = due === undefined || !cycle ? undefined : due - cycle.remindDays * DAY
  return begins !== undefined && now >= begins && (reminded === undefined || reminded < begins)
}

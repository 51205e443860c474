import { localDate, localYear } from './calendar'
import type { Calendar } from './types'

/** `reached`: a running clock is already reckoned into that year. */
export type CalendarGap = { year: number; code: 'currentYearMissing' | 'nextYearMissing' | 'reachedYearMissing' }

/** The State Council publishes next year's list (放假安排) in November: from here on its absence is worth a warning. */
const LIST_EXPECTED = '11-01'

/**
 * Local years whose holiday list is missing and should be there, ascending: the present year always, next year from
 * 1 November local time, and every later year up to `latestDueAt`, the furthest due date of an open working clock.
 */
export const calendarGaps = (input: { calendar: Calendar; now: number; latestDueAt?: number }): CalendarGap[] => {
  const { calendar, now, latestDueAt = now } = input
  const year = localYear(now, calendar)
  const expected = localDate(now, calendar).slice(-LIST_EXPECTED.length) >= LIST_EXPECTED
  const gaps: CalendarGap[] = [{ year, code: 'currentYearMissing' }]
  if (expected) gaps.push({ year: year + 1, code: 'nextYearMissing' })
  const reached = localYear(Math.max(now, latestDueAt), calendar)
  for (let next = year + (expected ? 2 : 1); next <= reached; next += 1) gaps.push({ year: next, code: 'reachedYearMissing' })
  return gaps.filter((gap) => !calendar.coveredYears.includes(gap.year))
}

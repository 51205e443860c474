import { DomainError } from '../errors'
import { type Span, dayNumber, standardSpans } from './calendar'
import type { Calendar } from './types'
import { offsetAt } from './zone'

/** Checked before a calendar is saved. `where` is a weekday ("1" to "7") or a date. */
export type CalendarIssue = {
  code: 'timeZoneUnknown' | 'spanInvalid' | 'spansOverlap' | 'noWorkingTime' | 'mondayOff' | 'dateInvalid' | 'holidayHours' | 'yearNotCovered'
  severity: 'error' | 'warning'
  where?: string
}

/** Whether a check went through; its own `invalid` is the answer no, any other error is not ours to judge. */
const holds = (check: () => unknown): boolean => {
  try {
    check()
    return true
  } catch (error) {
    if (error instanceof DomainError && error.code === 'invalid') return false
    throw error
  }
}

const spanValid = ({ from, to }: Span): boolean =>
  Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < to && to <= 1440

const lintWeekday = (where: string, spans: Span[]): CalendarIssue[] => {
  const sorted = [...spans].sort((a, b) => a.from - b.from)
  const overlaps = sorted.some((span, i) => span.from < (sorted[i - 1]?.to ?? 0))
  return [
    ...(spans.every(spanValid) ? [] : [{ code: 'spanInvalid', severity: 'error', where } as const]),
    ...(overlaps ? [{ code: 'spansOverlap', severity: 'error', where } as const] : []),
  ]
}

const lintException = (where: string, { kind, hours }: Calendar['exceptions'][string], years: number[]): CalendarIssue[] => {
  if (!holds(() => dayNumber(where))) return [{ code: 'dateInvalid', severity: 'error', where }]
  const own: CalendarIssue[] = kind === 'holiday' && hours ? [{ code: 'holidayHours', severity: 'error', where }] : lintWeekday(where, hours ?? [])
  return [...own, ...(years.includes(Number(where.slice(0, 4))) ? [] : [{ code: 'yearNotCovered', severity: 'warning', where } as const])]
}

/**
 * What is wrong with a working calendar. Warnings: a Monday off (working days and make-up days then follow the first
 * weekday that works), and exceptions in a year not marked as covered, whose list may be incomplete.
 */
export const lintCalendar = (calendar: Calendar): CalendarIssue[] => {
  const works = standardSpans(calendar).length > 0
  return [
    ...(holds(() => offsetAt(calendar.timeZone, 0)) ? [] : [{ code: 'timeZoneUnknown', severity: 'error' } as const]),
    ...Object.entries(calendar.week).flatMap(([weekday, spans]) => lintWeekday(weekday, spans)),
    ...(works ? [] : [{ code: 'noWorkingTime', severity: 'error' } as const]),
    ...(works && calendar.week[1].length === 0 ? [{ code: 'mondayOff', severity: 'warning', where: '1' } as const] : []),
    ...Object.entries(calendar.exceptions).flatMap(([date, day]) => lintException(date, day, calendar.coveredYears)),
  ]
}

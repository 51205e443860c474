import { DomainError } from '../errors'
import type { Calendar } from './types'
import { DAY, MINUTE, fromLocal, toLocal } from './zone'

/** Minutes after local midnight, `to` exclusive, at most 1440. */
export type Span = Calendar['week'][1][number]

/** `makeUp` is a make-up working day (调休), `partDay` a working day with hours of its own (半天), `dayOff` a day without spans in the week's plan. */
export type DayKind = 'workday' | 'makeUp' | 'partDay' | 'dayOff' | 'holiday'

type Weekday = keyof Calendar['week']
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** Days since 1970-01-01 of a date "YYYY-MM-DD". Throws `invalid` for anything that is no date. */
export const dayNumber = (date: string): number => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  const at = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : Number.NaN
  const day = at / DAY
  if (Number.isNaN(day) || dateText(day) !== date) throw new DomainError('invalid', { reason: 'date', date })
  return day
}

// Writing dates is most of the work of reckoning through a year, and the same few hundred days come up again and again.
const dateTexts = new Map<number, string>()
const DATE_TEXTS_KEPT = 20_000

/** The date "YYYY-MM-DD" of a day number. */
export const dateText = (day: number): string => {
  const known = dateTexts.get(day)
  if (known !== undefined) return known
  if (dateTexts.size >= DATE_TEXTS_KEPT) dateTexts.clear()
  const text = new Date(day * DAY).toISOString().slice(0, 10)
  dateTexts.set(day, text)
  return text
}

/** ISO weekday, 1 is Monday. */
export const weekdayOf = (day: number): Weekday => WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? 1

/** Local day number of an instant. */
export const localDay = (at: number, calendar: Calendar): number => Math.floor(toLocal(calendar.timeZone, at) / DAY)

/** Local date "YYYY-MM-DD" of an instant. */
export const localDate = (at: number, calendar: Calendar): string => dateText(localDay(at, calendar))

/** Local year of an instant. */
export const localYear = (at: number, calendar: Calendar): number =>
  new Date(toLocal(calendar.timeZone, at)).getUTCFullYear()

/** The instant of a minute after local midnight of a day; 1440 is the next midnight. */
export const instantOf = (input: { day: number; minute: number; calendar: Calendar }): number =>
  fromLocal(input.calendar.timeZone, input.day * DAY + input.minute * MINUTE)

/** Spans in order and without overlap, whatever was typed; returns the list itself when it is so already. */
const tidy = (spans: Span[]): Span[] => {
  const clean = spans.every((span, i) => span.from < span.to && span.from >= (spans[i - 1]?.to ?? 0) && span.to <= 1440)
  if (clean) return spans
  const merged: Span[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const from = Math.max(span.from, merged.at(-1)?.to ?? 0)
    const to = Math.min(span.to, 1440)
    if (from < to) merged.push({ from, to })
  }
  return merged
}

/** Spans of a standard working day: Monday's, or those of the first weekday that works if Monday does not. */
export const standardSpans = (calendar: Calendar): Span[] => {
  const weekday = WEEKDAYS.find((day) => tidy(calendar.week[day]).length > 0)
  return weekday ? tidy(calendar.week[weekday]) : []
}

export const minutesOf = (spans: Span[]): number => spans.reduce((sum, span) => sum + span.to - span.from, 0)

/**
 * What one "working day" of a limit is worth, in working minutes: the calendar's own standard Monday.
 * Throws `invalid` when the calendar has no working time at all, since no limit could ever run out.
 */
export const standardDayMinutes = (calendar: Calendar): number => {
  const minutes = minutesOf(standardSpans(calendar))
  if (minutes <= 0) throw new DomainError('invalid', { reason: 'noWorkingTime' })
  return minutes
}

/** A listed day that is worked: by its own hours where it has some, else as a standard day. */
const listedPlan = (day: number, { hours, name }: Calendar['exceptions'][string], calendar: Calendar): { kind: DayKind; spans: Span[]; name?: string } => {
  const own = tidy(hours ?? [])
  if (own.length === 0) return { kind: 'makeUp', spans: standardSpans(calendar), name }
  return { kind: tidy(calendar.week[weekdayOf(day)]).length > 0 ? 'partDay' : 'makeUp', spans: own, name }
}

/** What kind of day it is and the spans it works, by day number. Exceptions go before the week's plan. */
export const planOf = (day: number, calendar: Calendar): { kind: DayKind; spans: Span[]; name?: string } => {
  const exception = calendar.exceptions[dateText(day)]
  if (exception?.kind === 'holiday') return { kind: 'holiday', spans: [], name: exception.name }
  if (exception) return listedPlan(day, exception, calendar)
  const spans = tidy(calendar.week[weekdayOf(day)])
  return { kind: spans.length > 0 ? 'workday' : 'dayOff', spans }
}

/** Kind of a local date "YYYY-MM-DD". */
export const dayKind = (date: string, calendar: Calendar): DayKind => planOf(dayNumber(date), calendar).kind

/** Whether anybody works on a local date "YYYY-MM-DD". */
export const isWorkday = (date: string, calendar: Calendar): boolean => workingSpans(date, calendar).length > 0

/** Working spans of a local date "YYYY-MM-DD", ordered, without overlap; make-up days work as on a standard Monday, unless they have hours of their own. */
export const workingSpans = (date: string, calendar: Calendar): Span[] => planOf(dayNumber(date), calendar).spans

/** Whether an instant lies in working time. The end of a span is outside it. */
export const isWorkingTime = (at: number, calendar: Calendar): boolean => {
  const local = toLocal(calendar.timeZone, at)
  const day = Math.floor(local / DAY)
  const minute = (local - day * DAY) / MINUTE
  return planOf(day, calendar).spans.some((span) => minute >= span.from && minute < span.to)
}

/** Local years between two instants (both included) whose official holiday list is missing. */
export const missingYears = (input: { from: number; to: number; calendar: Calendar }): number[] => {
  const missing: number[] = []
  const last = localYear(input.to, input.calendar)
  for (let year = localYear(input.from, input.calendar); year <= last; year += 1)
    if (!input.calendar.coveredYears.includes(year)) missing.push(year)
  return missing
}

import { dateText, dayNumber, planOf, weekdayOf, type DayKind } from './calendar'
import type { ListedDay } from './holidayList'
import { spansText } from './spans'
import type { Calendar } from './types'

export type PlanDay = { date: string; day: number; /** ISO: 1 is Monday. */ weekday: number; kind: DayKind; name?: string; /** Hours of its own, as "09:00-12:00". */ hours?: string }
export type PlanMonth = { month: number; days: PlanDay[] }

/** The days of a year as the calendar has them, month by month. */
export const yearPlan = (year: number, calendar: Calendar): PlanMonth[] =>
  Array.from({ length: 12 }, (_, at) => {
    const first = dayNumber(`${year}-${String(at + 1).padStart(2, '0')}-01`)
    const count = new Date(Date.UTC(year, at + 1, 0)).getUTCDate()
    const days = Array.from({ length: count }, (__, offset): PlanDay => {
      const { kind, name, spans } = planOf(first + offset, calendar)
      const date = dateText(first + offset)
      return { date, day: offset + 1, weekday: weekdayOf(first + offset), kind, ...(name ? { name } : {}), ...(calendar.exceptions[date]?.hours?.length ? { hours: spansText(spans) } : {}) }
    })
    return { month: at + 1, days }
  })

export type YearCount = { workdays: number; holidays: number; makeUps: number; partDays: number }

/** How many days of a year are worked, make-up days and those with hours of their own included; off by the list; made up; with hours of their own. */
export const countYear = (months: readonly PlanMonth[]): YearCount => {
  const kinds = months.flatMap(({ days }) => days.map(({ kind }) => kind))
  const count = (...wanted: DayKind[]): number => kinds.filter((kind) => wanted.includes(kind)).length
  return { workdays: count('workday', 'makeUp', 'partDay'), holidays: count('holiday'), makeUps: count('makeUp'), partDays: count('partDay') }
}

/** What a day can be: as the week has it, off, made up for another, or worked by hours of its own. */
export type DayChoice = ListedDay['kind'] | 'plain' | 'part'

/** What a day may be besides what the week makes of it: a working day can be taken off or cut short, a free one also be worked. */
export const choicesOf = (date: string, calendar: Calendar): DayChoice[] =>
  planOf(dayNumber(date), { ...calendar, exceptions: {} }).kind === 'workday' ? ['plain', 'holiday', 'part'] : ['plain', 'holiday', 'workday', 'part']

export type DayChange = { date: string; was?: ListedDay; is?: ListedDay }

const told = (day: ListedDay | undefined): string => (day ? [day.kind, spansText(day.hours ?? []), day.name ?? ''].join(' ') : '')

/** What a new list changes of the listed days of a year; days of the new list outside the year count, too. */
export const listChanges = (before: readonly ListedDay[], after: readonly ListedDay[], year: number): DayChange[] => {
  const [old, next] = [before, after].map((list) => new Map(list.map((day) => [day.date, day])))
  const inYear = before.filter(({ date }) => date.startsWith(`${year}-`)).map(({ date }) => date)
  const dates = [...new Set([...inYear, ...after.map(({ date }) => date)])].sort()
  return dates.flatMap((date): DayChange[] => {
    const [was, is] = [old?.get(date), next?.get(date)]
    return told(was) === told(is) ? [] : [{ date, ...(was ? { was } : {}), ...(is ? { is } : {}) }]
  })
}

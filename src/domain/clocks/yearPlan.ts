import { dateText, dayNumber, planOf, weekdayOf, type DayKind } from './calendar'
import type { ListedDay } from './holidayList'
import type { Calendar } from './types'

export type PlanDay = { date: string; day: number; /** ISO: 1 is Monday. */ weekday: number; kind: DayKind; name?: string }
export type PlanMonth = { month: number; days: PlanDay[] }

/** The days of a year as the calendar has them, month by month. */
export const yearPlan = (year: number, calendar: Calendar): PlanMonth[] =>
  Array.from({ length: 12 }, (_, at) => {
    const first = dayNumber(`${year}-${String(at + 1).padStart(2, '0')}-01`)
    const count = new Date(Date.UTC(year, at + 1, 0)).getUTCDate()
    const days = Array.from({ length: count }, (__, offset): PlanDay => {
      const { kind, name } = planOf(first + offset, calendar)
      return { date: dateText(first + offset), day: offset + 1, weekday: weekdayOf(first + offset), kind, ...(name ? { name } : {}) }
    })
    return { month: at + 1, days }
  })

export type YearCount = { workdays: number; holidays: number; makeUps: number }

/** How many days of a year are worked, make-up days included; off by the list; made up. */
export const countYear = (months: readonly PlanMonth[]): YearCount => {
  const kinds = months.flatMap(({ days }) => days.map(({ kind }) => kind))
  const count = (...wanted: DayKind[]): number => kinds.filter((kind) => wanted.includes(kind)).length
  return { workdays: count('workday', 'makeUp'), holidays: count('holiday'), makeUps: count('makeUp') }
}

/** What a day may be called besides what the week makes of it: a working day can only be taken off, a free one also be worked. */
export const choicesOf = (date: string, calendar: Calendar): (ListedDay['kind'] | 'plain')[] =>
  planOf(dayNumber(date), { ...calendar, exceptions: {} }).kind === 'workday' ? ['plain', 'holiday'] : ['plain', 'holiday', 'workday']

export type DayChange = { date: string; was?: ListedDay; is?: ListedDay }

const sameDay = (one: ListedDay | undefined, other: ListedDay | undefined): boolean => one?.kind === other?.kind && (one?.name ?? '') === (other?.name ?? '')

/** What a new list changes of the listed days of a year; days of the new list outside the year count, too. */
export const listChanges = (before: readonly ListedDay[], after: readonly ListedDay[], year: number): DayChange[] => {
  const [old, next] = [before, after].map((list) => new Map(list.map((day) => [day.date, day])))
  const inYear = before.filter(({ date }) => date.startsWith(`${year}-`)).map(({ date }) => date)
  const dates = [...new Set([...inYear, ...after.map(({ date }) => date)])].sort()
  return dates.flatMap((date): DayChange[] => {
    const [was, is] = [old?.get(date), next?.get(date)]
    return sameDay(was, is) ? [] : [{ date, ...(was ? { was } : {}), ...(is ? { is } : {}) }]
  })
}

import { countRows, findRows } from '@/db/rows'
import { calendarGaps, type Calendar } from '@/domain/clocks'
import { instantOf, localYear, dayNumber, type Span } from '@/domain/clocks/calendar'
import type { Words } from '@/domain/words'
import { wordsOf } from '@/lib/wordsOf'
import type { Desk } from '@/services/desk/desk'
import { ownHours } from '@/services/structure/calendarOf'
import { SLUG } from '@/slugs'

export type CalendarDayView = { id: string; date: string; kind: 'holiday' | 'workday'; name: Words; /** Its own, where it has some. */ hours?: Span[]; seen: string }

/** A year whose list is missing and should be there. `reaching`: open limits that run into it. */
export type YearGap = { year: number; code: ReturnType<typeof calendarGaps>[number]['code']; reaching: number; daysLeft: number }

export type CalendarView = {
  year: number
  years: { year: number; /** Its list is not there, and is wanted. */ missing: boolean }[]
  calendar: Calendar
  days: CalendarDayView[]
  gaps: YearGap[]
  /** Open matters: their limits follow a change of the calendar. */
  open: number
  /** The settings that hold the hours of the week, to be saved with. */
  office: { id: string; seen: string }
}

const DAY = 86_400_000
const firstOf = (year: number, calendar: Calendar): number => instantOf({ day: dayNumber(`${year}-01-01`), minute: 0, calendar })

const openInto = ({ req, model }: Desk, year: number): Promise<number> =>
  countRows(req, SLUG.clocks, { and: [{ office: { equals: model.office.id } }, { state: { in: ['running', 'overdue'] } }, { dueAt: { greater_than_equal: new Date(firstOf(year, model.calendar)).toISOString() } }, { dueAt: { less_than: new Date(firstOf(year + 1, model.calendar)).toISOString() } }] })

const latestDue = async ({ req, model }: Desk): Promise<number | undefined> => {
  const [row] = await findRows(req, SLUG.clocks, { where: { and: [{ office: { equals: model.office.id } }, { state: { in: ['running', 'overdue'] } }, { dueAt: { exists: true } }] }, sort: '-dueAt', limit: 1, select: { dueAt: true } })
  return row?.dueAt ? Date.parse(row.dueAt) : undefined
}

/** Years without their holidays: this one always, the next from 1 November on, any that an open limit reaches into. */
export const yearGaps = async (desk: Desk): Promise<YearGap[]> => {
  const { calendar } = desk.model
  const gaps = calendarGaps({ calendar, now: desk.now, latestDueAt: await latestDue(desk) })
  return Promise.all(gaps.map(async ({ year, code }) => ({ year, code, reaching: await openInto(desk, year), daysLeft: Math.max(0, Math.ceil((firstOf(year, calendar) - desk.now) / DAY)) })))
}

/** The days that the office has listed, in their order. */
export const listedDays = async ({ req, model }: Pick<Desk, 'req' | 'model'>): Promise<CalendarDayView[]> => {
  const rows = await findRows(req, SLUG.calendarDays, { where: { office: { equals: model.office.id } }, sort: 'date' })
  return rows.map(({ id, date, kind, name, hours, updatedAt }) => ({ id, date, kind, name: wordsOf(name), ...ownHours({ kind, hours }), seen: updatedAt }))
}

const MOST_YEARS = 3000
const isYear = (year: number | undefined): year is number => year !== undefined && Number.isInteger(year) && year >= 2000 && year < MOST_YEARS

/** A year of the office's calendar, and what is missing. An unknown year is the present one. */
export const calendarView = async (desk: Desk, asked?: number): Promise<CalendarView> => {
  const { calendar, office } = desk.model
  const present = localYear(desk.now, calendar)
  const year = isYear(asked) ? asked : present
  const [row] = await findRows(desk.req, SLUG.offices, { where: { id: { equals: office.id } } })
  return {
    year, calendar,
    years: [...new Set([...calendar.coveredYears, present, present + 1, year])].sort((a, b) => a - b).map((each) => ({ year: each, missing: each >= present && !calendar.coveredYears.includes(each) })),
    open: await countRows(desk.req, SLUG.matters, { and: [{ office: { equals: office.id } }, { open: { equals: true } }] }),
    days: await listedDays(desk), gaps: await yearGaps(desk), office: { id: office.id, seen: row?.updatedAt ?? '' },
  }
}

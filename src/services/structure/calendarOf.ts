import { spansIn } from '@/domain/clocks/spans'
import type { Calendar } from '@/domain/clocks/types'
import type { CalendarDayRow, OfficeRow } from './rows'

type Span = { from: number; to: number }
type Week = Calendar['week']

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const
const SPANS: Span[] = [{ from: 9 * 60, to: 12 * 60 }, { from: 13 * 60 + 30, to: 17 * 60 + 30 }]

/** Monday to Friday, used until the office says otherwise: a limit in working time needs some. */
const plainWeek = (): Week => ({ 1: SPANS, 2: SPANS, 3: SPANS, 4: SPANS, 5: SPANS, 6: [], 7: [] })

const isSpan = (value: unknown): value is Span =>
  Boolean(value) && typeof value === 'object' && value !== null && 'from' in value && 'to' in value && typeof value.from === 'number' && typeof value.to === 'number' && value.from < value.to

const weekOf = (value: unknown): Week => {
  if (!value || typeof value !== 'object') return plainWeek()
  const given = value as Record<string, unknown>
  const week = plainWeek()
  for (const day of DAYS) {
    const spans = given[String(day)]
    week[day] = Array.isArray(spans) ? spans.filter(isSpan) : []
  }
  return DAYS.some((day) => week[day].length > 0) ? week : plainWeek()
}

const yearsOf = (value: unknown): number[] => (Array.isArray(value) ? value.filter((year): year is number => typeof year === 'number') : [])

/** The hours of a listed day that has its own. */
export const ownHours = ({ kind, hours }: Pick<CalendarDayRow, 'kind' | 'hours'>): { hours?: Span[] } => {
  const spans = kind === 'workday' && hours ? spansIn(hours) : undefined
  return spans ? { hours: spans } : {}
}

/** The office's working calendar, from its settings and its list of days. */
export const calendarOf = (office: Pick<OfficeRow, 'timeZone' | 'week' | 'calendarYears'>, days: CalendarDayRow[]): Calendar => ({
  timeZone: office.timeZone || 'Asia/Shanghai',
  week: weekOf(office.week),
  exceptions: Object.fromEntries(days.map((day) => [day.date, { kind: day.kind, ...(day.name ? { name: day.name.zh } : {}), ...ownHours(day) }])),
  coveredYears: yearsOf(office.calendarYears),
})

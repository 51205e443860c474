import type { Calendar } from '../clocks/types'
import type { Problem } from './problem'
import type { StructurePackage } from './schema'

/** The working calendar of a package, as clocks reckon with it. */
export const calendarOf = (pkg: StructurePackage): Calendar => ({
  timeZone: pkg.office.timeZone,
  week: pkg.week,
  exceptions: Object.fromEntries(pkg.calendarDays.map((day) => [day.date, { kind: day.kind, name: day.name.zh }])),
  coveredYears: pkg.calendarYears,
})

const knowsTimeZone = (timeZone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch (fault) {
    if (fault instanceof RangeError) return false
    throw fault
  }
}

const zone = (pkg: StructurePackage): Problem[] =>
  knowsTimeZone(pkg.office.timeZone) ? [] : [{ path: '/office/timeZone', code: 'badTimeZone', params: { value: pkg.office.timeZone } }]

const spans = (pkg: StructurePackage): Problem[] =>
  Object.entries(pkg.week).flatMap(([weekday, list]) =>
    list.flatMap((span, i) =>
      span.from < span.to && span.from >= (list[i - 1]?.to ?? 0)
        ? []
        : [{ path: `/week/${weekday}/${i}`, code: 'badSpan' as const, params: { from: span.from, to: span.to } }]))

const days = (pkg: StructurePackage): Problem[] =>
  pkg.calendarDays.flatMap((day, i) =>
    pkg.calendarYears.includes(Number(day.date.slice(0, 4)))
      ? []
      : [{ path: `/calendarDays/${i}/date`, code: 'yearNotCovered' as const, params: { value: day.date } }])

/** Time zone, working spans and calendar days that cannot be reckoned with. */
export const calendarProblems = (pkg: StructurePackage): Problem[] => [...zone(pkg), ...spans(pkg), ...days(pkg)]

import type { Calendar } from '../clocks/types'
import type { StructurePackage } from './schema'

/** The working calendar of a package, as clocks reckon with it. */
export const calendarOf = (pkg: StructurePackage): Calendar => ({
  timeZone: pkg.office.timeZone,
  week: pkg.week,
  exceptions: Object.fromEntries(pkg.calendarDays.map((day) => [day.date, { kind: day.kind, name: day.name.zh, ...(day.hours ? { hours: day.hours } : {}) }])),
  coveredYears: pkg.calendarYears,
})

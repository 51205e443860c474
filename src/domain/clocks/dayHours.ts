import type { ExplainRow, ExplainWhy } from './explain'

/** One hour of one day as a cell: how many minutes of it counted, and which part of the hour that was, in percent. */
export type HourCell = { hour: number; minutes: number; from: number; to: number }

/** One local day of a reckoning. `left`: minutes of the limit not used up when the day ends. */
export type DayLine = { date: string; why: ExplainWhy; name?: string; minutes: number; left: number; cells: HourCell[] }

export type HourTable = { /** Hours of the day that have a column. */ hours: number[]; days: DayLine[] }

const HOUR = 60
/** What a day is called when its stretches differ: the first of these that occurs. */
const ORDER: readonly ExplainWhy[] = ['paused', 'makeUp', 'partDay', 'working', 'natural', 'holiday', 'dayOff', 'outsideHours']

const cellsOf = (rows: readonly ExplainRow[], hours: readonly number[]): HourCell[] =>
  hours.map((hour) => {
    const parts = rows.filter(({ minutes }) => minutes > 0).flatMap(({ fromMin, toMin }) => {
      const [from, to] = [Math.max(fromMin, hour * HOUR), Math.min(toMin, (hour + 1) * HOUR)]
      return to > from ? [{ from, to }] : []
    })
    const [from, to] = [Math.min(...parts.map((part) => part.from)), Math.max(...parts.map((part) => part.to))]
    if (parts.length === 0) return { hour, minutes: 0, from: 0, to: 0 }
    const share = (minute: number): number => ((minute - hour * HOUR) / HOUR) * 100
    return { hour, minutes: parts.reduce((sum, part) => sum + part.to - part.from, 0), from: share(from), to: share(to) }
  })

const whyOf = (rows: readonly ExplainRow[]): ExplainWhy => ORDER.find((why) => rows.some((row) => row.why === why)) ?? 'outsideHours'

const hoursOf = (rows: readonly ExplainRow[]): number[] => {
  const counted = rows.filter(({ minutes }) => minutes > 0)
  if (counted.length === 0) return []
  const first = Math.floor(Math.min(...counted.map(({ fromMin }) => fromMin)) / HOUR)
  const last = Math.ceil(Math.max(...counted.map(({ toMin }) => toMin)) / HOUR)
  return Array.from({ length: last - first }, (_, at) => first + at)
}

/** The account of a due date (`explainClock`) as a table: a line for each local day, a cell for each hour in which anything counts. */
export const dayHours = (rows: readonly ExplainRow[]): HourTable => {
  const hours = hoursOf(rows)
  const total = rows.reduce((sum, { minutes }) => sum + minutes, 0)
  let used = 0
  const days = [...new Set(rows.map(({ date }) => date))].map((date): DayLine => {
    const own = rows.filter((row) => row.date === date)
    const minutes = own.reduce((sum, row) => sum + row.minutes, 0)
    const name = own.find((row) => row.name)?.name
    used += minutes
    return { date, why: whyOf(own), minutes, left: total - used, cells: cellsOf(own, hours), ...(name ? { name } : {}) }
  })
  return { hours, days }
}

import { dateText, instantOf, localDay, planOf, weekdayOf, type DayKind } from '../clocks/calendar'
import type { Calendar } from '../clocks/types'
import { DomainError } from '../errors'
import type { Cadence, Shift } from './types'

/** Why a routine is due on just this day. `moved`: the planned day is no working day. `clamped`: the month is shorter than planned. */
export type DueWhy =
  | { kind: 'plain' }
  | { kind: 'moved'; because: DayKind; name?: string }
  | { kind: 'clamped' }
  | { kind: 'holiday'; days: number; name?: string }

/** A moment at which a routine is due: epoch milliseconds, its local date, the date that was planned, and why it is that day. */
export type Due = { at: number; date: string; planned: string; why: DueWhy }

type Planned = { day: number; why: DueWhy }

/** A due day is looked for so far around the planned one; no holiday is longer. */
const REACH = 62
const FIRST_DAY_OFFSET = 1

const works = (day: number, calendar: Calendar): boolean => planOf(day, calendar).spans.length > 0

const partsOf = (day: number): { year: number; month: number; date: number } => {
  const [year = 0, month = 0, date = 0] = dateText(day).split('-').map(Number)
  return { year, month, date }
}

/** First and last day number of the month a day lies in. */
export const monthOf = (day: number): { first: number; last: number } => {
  const { year, month, date } = partsOf(day)
  return { first: day - date + FIRST_DAY_OFFSET, last: day - date + new Date(Date.UTC(year, month, 0)).getUTCDate() }
}

const PLAIN: DueWhy = { kind: 'plain' }

/** Working day `n` of the month of `day`, from its end where negative; a month with fewer takes the outermost it has. */
const workdayOf = (day: number, n: number, calendar: Calendar): Planned | undefined => {
  const { first, last } = monthOf(day)
  const all = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((each) => works(each, calendar))
  const ordered = n > 0 ? all : all.reverse()
  const [found, outermost] = [ordered[Math.abs(n) - 1], ordered.at(-1)]
  if (found !== undefined) return { day: found, why: PLAIN }
  return outermost === undefined ? undefined : { day: outermost, why: { kind: 'clamped' } }
}

/** The days off that follow a day, as many as there are, at most `REACH`. */
const restAfter = (day: number, calendar: Calendar): { days: number; name?: string } => {
  const off = Array.from({ length: REACH }, (_, at) => planOf(day + 1 + at, calendar))
  const end = off.findIndex(({ spans }) => spans.length > 0)
  const rest = end < 0 ? off : off.slice(0, end)
  const name = rest.find((plan) => plan.name)?.name
  return { days: rest.length, ...(name ? { name } : {}) }
}

type Reading<K extends Cadence['kind']> = (cadence: Extract<Cadence, { kind: K }>, day: number, calendar: Calendar) => Planned | undefined

const on = (day: number, planned: boolean): Planned | undefined => (planned ? { day, why: PLAIN } : undefined)

const READINGS: { [K in Cadence['kind']]: Reading<K> } = {
  daily: ({ workdaysOnly }, day, calendar) => on(day, !workdaysOnly || works(day, calendar)),
  weekly: ({ weekday }, day) => on(day, weekdayOf(day) === weekday),
  monthly: ({ day: wanted }, day) => {
    const { first, last } = monthOf(day)
    const planned = Math.min(first + wanted - 1, last)
    if (day !== planned) return undefined
    return { day, why: planned < first + wanted - 1 ? { kind: 'clamped' } : PLAIN }
  },
  workday: ({ n }, day, calendar) => {
    const found = works(day, calendar) ? workdayOf(day, n, calendar) : undefined
    return found?.day === day ? found : undefined
  },
  beforeHoliday: ({ length }, day, calendar) => {
    if (!works(day, calendar) || works(day + 1, calendar)) return undefined
    const rest = restAfter(day, calendar)
    return rest.days >= length ? { day, why: { kind: 'holiday', ...rest } } : undefined
  },
}

const planned = (cadence: Cadence, day: number, calendar: Calendar): Planned | undefined => (READINGS[cadence.kind] as Reading<Cadence['kind']>)(cadence as never, day, calendar)

const STEP: Record<Exclude<Shift, 'none'>, 1 | -1> = { before: -1, after: 1 }

/** Where a planned day goes that is no working day; undefined where no day near it works. */
const shifted = ({ day, why }: Planned, shift: Shift, calendar: Calendar): Planned | undefined => {
  if (shift === 'none' || works(day, calendar)) return { day, why }
  const { kind: because, name } = planOf(day, calendar)
  for (let away = 1; away <= REACH; away += 1) {
    const other = day + STEP[shift] * away
    if (works(other, calendar)) return { day: other, why: { kind: 'moved', because, ...(name ? { name } : {}) } }
  }
  return undefined
}

const shiftOf = (cadence: Cadence): Shift => ('shift' in cadence ? cadence.shift : 'none')

/** Minutes after midnight of "HH:MM". Throws `invalid` for anything else. */
export const minuteOf = (at: string): number => {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(at)
  if (!match) throw new DomainError('invalid', { reason: 'time', at })
  return Number(match[1]) * 60 + Number(match[2])
}

export type DueInput = { cadence: Cadence; /** Local time of day, "HH:MM". */ at: string; calendar: Calendar; /** Epoch milliseconds, included. */ from: number; /** Epoch milliseconds, excluded. */ to: number }

/**
 * Every moment in [from, to) at which a routine is due, in the office's calendar and zone, in order, one a day at most: of two planned days that
 * are moved to the same day, the first counts.
 */
export const dueTimes = ({ cadence, at, calendar, from, to }: DueInput): Due[] => {
  const minute = minuteOf(at)
  const margin = shiftOf(cadence) === 'none' ? 1 : REACH
  const found = new Map<number, Due>()
  for (let day = localDay(from, calendar) - margin; day <= localDay(to, calendar) + margin; day += 1) {
    const plain = planned(cadence, day, calendar)
    const due = plain && shifted(plain, shiftOf(cadence), calendar)
    if (!due || found.has(due.day)) continue
    const moment = instantOf({ day: due.day, minute, calendar })
    if (moment >= from && moment < to) found.set(due.day, { at: moment, date: dateText(due.day), planned: dateText(day), why: due.why })
  }
  return [...found.values()].sort((one, other) => one.at - other.at)
}

const DAY = 86_400_000
const WINDOW = 100 * DAY
/** Somebody who plans looks no further than this. */
const HORIZON = 15

/** The next `count` moments after an instant; fewer where the calendar holds no more within about four years. */
export const nextDues = ({ cadence, at, calendar, after, count }: Omit<DueInput, 'from' | 'to'> & { after: number; count: number }): Due[] => {
  const dues: Due[] = []
  for (let window = 0; window < HORIZON && dues.length < count; window += 1) {
    const from = after + 1 + window * WINDOW
    dues.push(...dueTimes({ cadence, at, calendar, from, to: from + WINDOW }))
  }
  return dues.slice(0, count)
}

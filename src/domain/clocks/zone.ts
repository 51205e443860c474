import { DomainError } from '../errors'

export const MINUTE = 60_000
export const DAY = 86_400_000
const SECOND = 1000
// Two shifts closer than this would be missed; the closest known pair (Ramadan in Morocco) is four weeks apart.
const SAMPLE = 7 * DAY

/** A zone's offset from UTC within one UTC year, in milliseconds: `first` at its start, then one entry per shift. */
type ZoneYear = { first: number; shifts: { at: number; offset: number }[] }

const formatters = new Map<string, Intl.DateTimeFormat>()
const zoneYears = new Map<string, Map<number, ZoneYear>>()

const makeFormatter = (timeZone: string): Intl.DateTimeFormat => {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  } catch {
    throw new DomainError('invalid', { reason: 'timeZone', timeZone })
  }
}

const formatterOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = makeFormatter(timeZone)
  formatters.set(timeZone, made)
  return made
}

/** Offset by asking Intl: slow, so only used to fill the table of a year. */
const askOffset = (timeZone: string, at: number): number => {
  const name = formatterOf(timeZone).formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? ''
  const match = /GMT([+-])(\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(name)
  if (!match) return 0
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0)
  return (match[1] === '-' ? -seconds : seconds) * SECOND
}

/** First whole second in (from, to] at which the offset is no longer `offset`. */
const findShift = (input: { timeZone: string; from: number; to: number; offset: number }): number => {
  let low = Math.floor(input.from / SECOND)
  let high = Math.floor(input.to / SECOND)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (askOffset(input.timeZone, middle * SECOND) === input.offset) low = middle
    else high = middle
  }
  return high * SECOND
}

const buildYear = (timeZone: string, year: number): ZoneYear => {
  const end = Date.UTC(year + 1, 0, 1)
  let at = Date.UTC(year, 0, 1)
  let offset = askOffset(timeZone, at)
  const built: ZoneYear = { first: offset, shifts: [] }
  while (at < end) {
    const next = Math.min(at + SAMPLE, end)
    const then = askOffset(timeZone, next)
    if (then !== offset) {
      built.shifts.push({ at: findShift({ timeZone, from: at, to: next, offset }), offset: then })
      offset = then
    }
    at = next
  }
  return built
}

const zoneYear = (timeZone: string, year: number): ZoneYear => {
  const years = zoneYears.get(timeZone) ?? new Map<number, ZoneYear>()
  zoneYears.set(timeZone, years)
  const known = years.get(year)
  if (known) return known
  const built = buildYear(timeZone, year)
  years.set(year, built)
  return built
}

const utcYear = (at: number): number => {
  const year = new Date(at).getUTCFullYear()
  if (Number.isNaN(year)) throw new DomainError('invalid', { reason: 'instant' })
  return year
}

/** Offset of a zone from UTC at an instant, in milliseconds (east is positive). Throws `invalid` for an unknown zone. */
export const offsetAt = (timeZone: string, at: number): number => {
  const year = zoneYear(timeZone, utcYear(at))
  let offset = year.first
  for (const shift of year.shifts) if (at >= shift.at) offset = shift.offset
  return offset
}

/** The instant whose local clock reads `at` as if that were UTC: 09:00 local is 09:00 "UTC" here. */
export const toLocal = (timeZone: string, at: number): number => at + offsetAt(timeZone, at)

/**
 * The earliest instant at which the local clock reads `local` (milliseconds since 1970-01-01T00:00 local) or later.
 * A time repeated in autumn is its first passing; a time skipped in spring is the moment of the skip.
 */
export const fromLocal = (timeZone: string, local: number): number => {
  const before = offsetAt(timeZone, local - DAY)
  const guess = local - before
  const after = offsetAt(timeZone, guess)
  if (after === before) return guess
  const second = local - after
  if (offsetAt(timeZone, second) === after) return second
  const skip = zoneYear(timeZone, utcYear(guess)).shifts.find((shift) => shift.at > second && shift.at <= guess)
  return skip?.at ?? guess
}

/** Answers whether a zone's clocks may be moved within or next to a local day; keeps the present year at hand. */
export const shiftWatch = (timeZone: string): ((day: number) => boolean) => {
  let from = 0
  let to = 0
  let shifts: number[] = []
  return (day) => {
    const at = day * DAY
    if (at < from || at >= to) {
      const year = utcYear(at)
      from = Date.UTC(year, 0, 1)
      to = Date.UTC(year + 1, 0, 1)
      shifts = [year - 1, year, year + 1].flatMap((y) => zoneYear(timeZone, y).shifts.map((shift) => shift.at))
    }
    return shifts.some((shift) => Math.abs(shift - at) <= 2 * DAY)
  }
}

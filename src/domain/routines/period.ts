import { dateText, dayNumber, instantOf, weekdayOf } from '../clocks/calendar'
import type { Calendar } from '../clocks/types'
import type { Words } from '../words'
import { minuteOf, monthOf, type Due } from './cadence'
import { PERIODS, type Cadence, type Fill, type Period } from './types'

/** A day, week or month: instants [from, to) in epoch milliseconds, and its first and last local date. `running`: it had not ended when the routine was due. */
export type Span = { from: number; to: number; first: string; last: string; running: boolean }

type Days = { first: number; last: number }

const AROUND: Record<Period, (day: number) => Days> = {
  day: (day) => ({ first: day, last: day }),
  week: (day) => ({ first: day - weekdayOf(day) + 1, last: day - weekdayOf(day) + 7 }),
  month: monthOf,
}

const NOON = 12 * 60
const FRIDAY = 5
const MID_MONTH = 15

const isLateInMonth = (cadence: Cadence): boolean => (cadence.kind === 'monthly' && cadence.day > MID_MONTH) || (cadence.kind === 'workday' && cadence.n < 0)

/** Whether a routine comes at the end of its own day, week or month, and so looks back on the one that is ending. */
const looksAtRunning = ({ cadence, at }: { cadence: Cadence; at: string }, period: Period): boolean => {
  if (period === 'day') return cadence.kind === 'daily' && minuteOf(at) >= NOON
  if (period === 'week') return cadence.kind === 'weekly' && cadence.weekday >= FRIDAY
  return isLateInMonth(cadence)
}

type Timing = { cadence: Cadence; at: string; due: Pick<Due, 'at' | 'planned'>; calendar: Calendar }

const spanOf = ({ first, last }: Days, { due, calendar }: Timing): Span => {
  const end = instantOf({ day: last + 1, minute: 0, calendar })
  const running = end > due.at
  return { from: instantOf({ day: first, minute: 0, calendar }), to: running ? due.at : end, first: dateText(first), last: dateText(last), running }
}

/**
 * What a routine's figures are about: yesterday, last week (Monday to Sunday), last month; or, where it comes at the end of its day (from noon), week
 * (from Friday) or month (after the 15th, or counted from its last working day), the one that is ending, up to the moment it is due. Reckoned from
 * the planned day, so that a holiday which moves a routine changes nothing of what it is about.
 */
export const periodOf = (timing: Timing, period: Period): Span => {
  const own = AROUND[period](dayNumber(timing.due.planned))
  return spanOf(looksAtRunning(timing, period) ? own : AROUND[period](own.first - 1), timing)
}

/** The day, week or month a routine is planned in. */
export const ownPeriod = (timing: Timing, period: Period): Span => spanOf(AROUND[period](dayNumber(timing.due.planned)), timing)

/** What `{date}`, `{week}` and `{month}` stand for: what the figures are about where a routine counts any of that length, else the time it is planned in. */
export const namedPeriod = (timing: Timing, period: Period, fills: readonly Pick<Fill, 'period'>[]): Span =>
  fills.some((fill) => fill.period === period) ? periodOf(timing, period) : ownPeriod(timing, period)

const LOCALES = { zh: 'zh-CN', en: 'en-GB' } as const
type Tongue = keyof typeof LOCALES

const formatOf = (lang: Tongue, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(LOCALES[lang], { ...parts, timeZone: 'UTC' })

const midnight = (date: string): Date => new Date(`${date}T00:00:00Z`)

/** A period as people write it, as in 21 November, 16 November – 22 November, November 2026. */
export const periodName = ({ first, last }: Pick<Span, 'first' | 'last'>, period: Period, lang: Tongue): string => {
  const days = formatOf(lang, { month: 'long', day: 'numeric' })
  if (period === 'day') return days.format(midnight(first))
  return period === 'week' ? `${days.format(midnight(first))} – ${days.format(midnight(last))}` : formatOf(lang, { year: 'numeric', month: 'long' }).format(midnight(first))
}

const PLACES: Record<Period, string> = { day: '{date}', week: '{week}', month: '{month}' }

/** A text with its `{date}`, `{week}` and `{month}` put in. */
export const withPeriods = (text: string, timing: Timing, { lang, fills }: { lang: Tongue; fills: readonly Pick<Fill, 'period'>[] }): string =>
  PERIODS.reduce((done, period) => done.replaceAll(PLACES[period], periodName(namedPeriod(timing, period, fills), period, lang)), text)

/** The same for words in both languages. */
export const wordsWithPeriods = (words: Words, timing: Timing, fills: readonly Pick<Fill, 'period'>[]): Words => ({
  zh: withPeriods(words.zh, timing, { lang: 'zh', fills }), ...(words.en ? { en: withPeriods(words.en, timing, { lang: 'en', fills }) } : {}),
})

import { instantOf, localDay, planOf, weekdayOf, type Span } from '../clocks/calendar'
import { spansIn } from '../clocks/spans'
import type { Calendar } from '../clocks/types'

/** When a place is open, by weekday (1 is Monday); `workdays`: on the office's working days, whatever their weekday. */
type Rule = { days: readonly number[] | 'workdays' | 'daily'; spans: Span[] }
export type OpeningHours = readonly Rule[]

const DAY_NAMES: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7, mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 }
const NAME = /(?:(?:周|星期|礼拜)?[一二三四五六日天]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)/.source
const TO = /(?:\s*(?:-|至|到|to)\s*)/.source
const ALSO = /(?:\s*[、,和]\s*)/.source
const ALL_DAYS = /每天|每日|天天|全年|daily|工作日|workdays/.source
const DAYS = new RegExp(`^(${ALL_DAYS}|${NAME}(?:${TO}${NAME})?(?:${ALSO}${NAME}(?:${TO}${NAME})?)*)\\s*`)
const WHOLE_DAY = /^(24 ?小时|全天|round the clock|24 hours|24\/7|00:00-24:00)$/

const dayOf = (name: string): number => DAY_NAMES[name.replace(/^(周|星期|礼拜)/, '').slice(0, /[a-z]/.test(name) ? 3 : 1)] ?? 0

const rangeOf = (text: string): number[] => {
  const [first = 0, last = first] = (text.match(new RegExp(NAME, 'g')) ?? []).map(dayOf)
  return last < first ? [] : Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

const daysOf = (text: string): Rule['days'] | undefined => {
  if (/^(每天|每日|天天|全年|daily)$/.test(text)) return 'daily'
  if (/^(工作日|workdays)$/.test(text)) return 'workdays'
  const ranges = text.split(/[、,和]/).map((part) => rangeOf(part.trim()))
  return ranges.some(({ length }) => length === 0) ? undefined : ranges.flat()
}

const ruleIn = (part: string): Rule | undefined => {
  const [whole = '', named] = DAYS.exec(part) ?? []
  const days = named === undefined ? 'daily' : daysOf(named.trim())
  const times = part.slice(whole.length).trim()
  const spans = WHOLE_DAY.test(times) || (times === '' && /^全年/.test(part)) ? [{ from: 0, to: 1440 }] : spansIn(times)
  return days && spans ? { days, spans } : undefined
}

const ends = /[;；。\n]+/

/** Opening hours as people write them: "周一至周五 9:00-12:00 13:30-17:30；周六 9:00-12:00", "每天 8:00-20:00", "24 小时". Undefined where they cannot be read for sure. */
export const hoursIn = (text: string): OpeningHours | undefined => {
  const plain = text.normalize('NFKC').toLowerCase().replace(/[~～–—―]/g, '-').replace(/\s*([-至到])\s*/g, '$1')
  const parts = plain.split(ends).map((part) => part.trim()).filter(Boolean)
  const rules = parts.map(ruleIn)
  return rules.length > 0 && rules.every((rule) => rule !== undefined) ? rules : undefined
}

/** Undefined: on this day the hours are not known for sure, as those of weekdays on a public holiday. */
const spansOn = (hours: OpeningHours, day: number, calendar: Calendar): Span[] | undefined => {
  const { kind } = planOf(day, calendar)
  if (kind === 'holiday' && hours.some(({ days }) => Array.isArray(days))) return undefined
  const works = kind === 'workday' || kind === 'makeUp' || kind === 'partDay'
  return hours.filter(({ days }) => days === 'daily' || (days === 'workdays' ? works : days.includes(weekdayOf(day)))).flatMap(({ spans }) => spans).sort((one, other) => one.from - other.from)
}

export type OpenState = { open: true; /** When it closes, within this day; midnight goes on. */ until?: number } | { open: false; /** When it opens next, within a week. */ next?: number }

const LOOKS_AHEAD = 7

/** Whether a place is open at an instant by the office's clock, and until or from when (epoch milliseconds). Undefined where that cannot be said for sure. */
export const openState = (hours: OpeningHours, at: number, calendar: Calendar): OpenState | undefined => {
  const today = localDay(at, calendar)
  const instant = (day: number, minute: number): number => instantOf({ day, minute, calendar })
  const spans = spansOn(hours, today, calendar)
  if (!spans) return undefined
  const now = spans.find(({ from, to }) => instant(today, from) <= at && at < instant(today, to))
  if (now) return { open: true, ...(now.to < 1440 ? { until: instant(today, now.to) } : {}) }
  for (let day = today; day <= today + LOOKS_AHEAD; day += 1) {
    const next = (spansOn(hours, day, calendar) ?? []).find(({ from }) => instant(day, from) > at)
    if (next) return { open: false, next: instant(day, next.from) }
  }
  return { open: false }
}

import type { LimitUnit } from '../../domain/clocks/types'
import type { Desk } from './words'

/** What a time is said in. */
export type TimeFrame = Pick<Desk, 'now' | 'timeZone' | 'say'>

export type LocalParts = { year: number; month: number; day: number; hour: number; minute: number; weekday: number }

const formats = new Map<string, Intl.DateTimeFormat>()

/** Numbers only: names of months differ between versions of ICU, and the server's must equal the browser's. */
const formatFor = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  })
  formats.set(timeZone, made)
  return made
}

const DAY = 86_400_000

/** The wall clock of a zone at an instant (epoch ms). `weekday` 0 is Sunday. */
export const localParts = (at: number, timeZone: string): LocalParts => {
  const found: Record<string, number> = {}
  for (const { type, value } of formatFor(timeZone).formatToParts(at)) found[type] = Number(value)
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0 } = found
  return { year, month, day, hour, minute, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() }
}

const dayNumber = ({ year, month, day }: LocalParts): number => Date.UTC(year, month - 1, day) / DAY

const two = (value: number): string => String(value).padStart(2, '0')

/** The instant (epoch ms) of a local day and time; in a gap of summer time the hour after it. */
export const instantOf = (day: string, hour: number, minute: number, timeZone: string): number => {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  const wanted = Date.UTC(year, month - 1, date, hour, minute)
  const offsetAt = (at: number) => {
    const local = localParts(at, timeZone)
    return Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute) - Math.floor(at / 60_000) * 60_000
  }
  const first = wanted - offsetAt(wanted)
  return wanted - offsetAt(first)
}

/** "YYYY-MM-DD" of an instant. */
export const localDay = (at: number, timeZone: string): string => {
  const { year, month, day } = localParts(at, timeZone)
  return `${year}-${two(month)}-${two(day)}`
}

export const timeWord = (at: number, { timeZone }: TimeFrame): string => {
  const { hour, minute } = localParts(at, timeZone)
  return `${two(hour)}:${two(minute)}`
}

const NEAR_DAYS = { '-1': 'time.yesterday', '0': 'time.today', '1': 'time.tomorrow' } as const

/** "今天", "昨天", "明天", "11月20日", and with the year when it is another one. */
export const dayWord = (at: number, frame: TimeFrame): string => {
  const there = localParts(at, frame.timeZone)
  const here = localParts(frame.now, frame.timeZone)
  const near = NEAR_DAYS[String(dayNumber(there) - dayNumber(here)) as keyof typeof NEAR_DAYS]
  if (near) return frame.say(near)
  const params = { month: monthWord(there.month, frame), day: there.day, year: there.year }
  return frame.say(there.year === here.year ? 'time.monthDay' : 'time.yearMonthDay', params)
}

const monthWord = (month: number, { say }: TimeFrame): string => say('time.months').split(' ')[month - 1] ?? String(month)

/** "今天 14:30". */
export const whenWord = (at: number, frame: TimeFrame): string => frame.say('time.dayTime', { day: dayWord(at, frame), time: timeWord(at, frame) })

/** The full date for titles: "2026年11月24日 周二 14:30". */
export const exactWord = (at: number, frame: TimeFrame): string => {
  const local = localParts(at, frame.timeZone)
  return frame.say('time.exact', {
    year: local.year, month: monthWord(local.month, frame), day: local.day,
    weekday: frame.say('time.weekdays').split(' ')[local.weekday] ?? '', time: timeWord(at, frame),
  })
}

/** For the column of updates: "刚刚", "6 分钟前", "09:40", "昨天 16:40", "11月20日". */
export const agoWord = (at: number, frame: TimeFrame): string => {
  const minutes = Math.floor((frame.now - at) / 60_000)
  if (minutes >= 0 && minutes < 1) return frame.say('time.justNow')
  if (minutes >= 0 && minutes < 60) return frame.say('time.minutesAgo', { n: minutes })
  const days = dayNumber(localParts(frame.now, frame.timeZone)) - dayNumber(localParts(at, frame.timeZone))
  if (days === 0) return timeWord(at, frame)
  return days === 1 ? whenWord(at, frame) : dayWord(at, frame)
}

const MINUTES_BELOW = 120

/** Half hours while they matter, whole ones above ten. */
const halfHours = (minutes: number): number => (minutes < 600 ? Math.round(minutes / 30) / 2 : Math.round(minutes / 60))

/** For narrow columns: days alone, and the shortest words a language has. */
const briefWorkingSpan = (minutes: number, workday: number, say: TimeFrame['say']): string =>
  minutes < workday * 2 ? say('time.brief.workHours', { n: halfHours(minutes) }) : say('time.brief.workDays', { n: Math.floor(Math.round(minutes / 60) / (workday / 60)) })

type SpanFrame = Pick<TimeFrame, 'say'> & { brief?: boolean }

const workingSpan = (minutes: number, workday: number, { say, brief }: SpanFrame): string => {
  if (brief) return briefWorkingSpan(minutes, workday, say)
  if (minutes < workday * 2) return say('time.workHours', { n: halfHours(minutes) })
  // Half an hour left of a day is no hour more than the limit that was set: "5 days" of 6.5 hours are 32.5 hours.
  const whole = Math.floor(minutes / workday)
  const rest = Math.round((minutes - whole * workday) / 60)
  const [days, hours] = rest * 60 >= workday ? [whole + 1, 0] : [whole, rest]
  return hours > 0 ? say('time.workDaysHours', { d: days, h: hours }) : say('time.workDays', { n: days })
}

const naturalSpan = (minutes: number, { say, brief }: SpanFrame): string => {
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  if (days >= 2) return hours > 0 && !brief ? say('time.daysHours', { d: days, h: hours }) : say('time.days', { n: days })
  const rest = minutes % 60
  const all = Math.floor(minutes / 60)
  return rest > 0 ? say('time.hoursMinutes', { h: all, m: two(rest) }) : say('time.hours', { n: all })
}

/** A length in words: "50 分钟", "3 工作时", "2 工作日 3 时", "4 时 38 分", "3 天". The sign is dropped; `brief` drops the hours beside days. */
export const spanWord = (minutes: number, clock: { unit: LimitUnit; workdayMinutes?: number }, { say }: Pick<TimeFrame, 'say'>, brief = false): string => {
  const size = Math.round(Math.abs(minutes))
  const working = clock.unit === 'workingHours' || clock.unit === 'workingDays'
  if (size < (working ? MINUTES_BELOW : 60)) return say('time.minutes', { n: size })
  return working ? workingSpan(size, clock.workdayMinutes ?? 480, { say, brief }) : naturalSpan(size, { say, brief })
}

const TWO_WEEKS_OF_HOURS = 80

/** A share of a limit in one unit: "35.4 / 40 工作时". Minutes for short limits, hours up to some days, then days. */
export const shareWord = (used: number, limit: number, clock: { unit: LimitUnit; workdayMinutes?: number }, { say }: Pick<TimeFrame, 'say'>): string => {
  const working = clock.unit === 'workingHours' || clock.unit === 'workingDays'
  const part = (size: number) => Math.round((used / size) * 10) / 10
  if (limit < MINUTES_BELOW) return say('time.share', { used: Math.round(used), limit: say('time.minutes', { n: limit }) })
  if (limit <= TWO_WEEKS_OF_HOURS * 60) return say('time.share', { used: part(60), limit: say(working ? 'time.workHours' : 'time.hours', { n: Math.round(limit / 6) / 10 }) })
  const day = working ? clock.workdayMinutes ?? 480 : 1440
  return say('time.share', { used: part(day), limit: say(working ? 'time.workDays' : 'time.days', { n: Math.round((limit / day) * 10) / 10 }) })
}

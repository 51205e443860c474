import { standardDayMinutes, type Calendar, type ClockReading, type Limit, type LimitUnit } from '@/domain/clocks'
import type { Lang } from '@/domain/words'
import { t } from '@/i18n'

const isWorking = (unit: LimitUnit): boolean => unit === 'workingHours' || unit === 'workingDays'

/** Minutes of a day, as people mean it: a working day's, or all. */
const dayMinutes = (calendar: Calendar, working: boolean): number => (working ? standardDayMinutes(calendar) : 1440)

/** A span in the largest unit that fits: "3个工作日", "12个工作时", "40分钟". Rounded down: nobody is promised more time than there is. */
export const spanWords = (lang: Lang, minutes: number, unit: LimitUnit, calendar: Calendar): string => {
  const working = isWorking(unit)
  const size = Math.max(0, Math.abs(minutes))
  const days = size / dayMinutes(calendar, working)
  if (days >= 1 && (unit === 'workingDays' || unit === 'naturalDays' || days >= 5)) return t(lang, working ? 'resident.span.workingDays' : 'resident.span.days', { count: Math.floor(days) })
  if (size >= 60) return t(lang, working ? 'resident.span.workingHours' : 'resident.span.hours', { count: Math.floor(size / 60) })
  return t(lang, 'resident.span.minutes', { count: Math.max(1, Math.floor(size)) })
}

/** "4个工作时内", as a limit says. */
export const limitWords = (lang: Lang, { amount, unit }: Pick<Limit, 'amount' | 'unit'>): string => t(lang, 'resident.span.within', { span: t(lang, `resident.span.${SPANS[unit]}`, { count: amount }) })

const SPANS = { workingHours: 'workingHours', workingDays: 'workingDays', naturalHours: 'hours', naturalDays: 'days' } as const

export type ClockState = Exclude<ClockReading['state'], 'notStarted' | 'ended'>

/** How a clock stands: "还剩3个工作日", "已超期2个工作时". */
export const clockWords = (lang: Lang, reading: ClockReading & { state: ClockState }, unit: LimitUnit, calendar: Calendar): string => {
  const words = { running: 'left', paused: 'paused', met: 'met', overdue: 'overdue', missed: 'missed' } as const
  return t(lang, `resident.clock.${words[reading.state]}`, { span: spanWords(lang, reading.leftMinutes, unit, calendar) })
}

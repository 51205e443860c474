import type { Lang } from '../../../domain/words'
import type { Say } from './labels'

const LOCALE: Record<Lang, string> = { zh: 'zh-CN', en: 'en-GB' }

/** A moment as it is read out: 5月11日周一 9:10. */
export const momentText = (at: number, { lang, timeZone }: { lang: Lang; timeZone: string }): string =>
  new Date(at).toLocaleString(LOCALE[lang], { timeZone, month: 'long', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** A local date: 8日 周五; with its month where asked. */
export const dateWords = (date: string, lang: Lang, month: boolean): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString(LOCALE[lang], { timeZone: 'UTC', day: 'numeric', weekday: 'short', ...(month ? { month: 'long' as const } : {}) })

export const dayAndMonth = (date: string, lang: Lang): string => new Date(`${date}T00:00:00Z`).toLocaleDateString(LOCALE[lang], { timeZone: 'UTC', day: 'numeric', month: 'long' })

/** What is left of a limit, to the minute. */
export const leftText = (minutes: number, say: Say): string => {
  const whole = Math.round(minutes)
  return whole >= 60 ? say('left.hours', { hours: Math.floor(whole / 60), minutes: whole % 60 }) : say('left.minutes', { minutes: whole })
}

/** A month of the year by its name. */
export const monthName = (month: number, lang: Lang): string => new Date(Date.UTC(2001, month - 1, 1)).toLocaleDateString(LOCALE[lang], { timeZone: 'UTC', month: 'long' })

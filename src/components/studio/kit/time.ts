import type { Lang } from '../../../domain/words'

const LOCALE: Record<Lang, string> = { zh: 'zh-CN', en: 'en-GB' }

type When = { lang: Lang; timeZone: string }

/** A day as people say it: 11月22日, 22 November; with the year where it is another than `now`'s. */
export const dayText = (at: string | number, { lang, timeZone, now }: When & { now: number }): string => {
  const year = (time: string | number) => new Date(time).toLocaleDateString('en-CA', { timeZone, year: 'numeric' })
  return new Date(at).toLocaleDateString(LOCALE[lang], { timeZone, month: 'long', day: 'numeric', ...(year(at) === year(now) ? {} : { year: 'numeric' }) })
}

/** A moment to the minute. */
export const minuteText = (at: string | number, { lang, timeZone }: When): string =>
  new Date(at).toLocaleString(LOCALE[lang], { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

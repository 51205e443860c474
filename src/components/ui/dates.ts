import { t } from '../../i18n'
import type { Lang } from '../../domain/words'

/** Where and when the reader is: for wording instants. */
export type DateContext = { lang: Lang; timeZone: string; now: number }

type Parts = 'day' | 'dayOfYear' | 'time' | 'weekday' | 'iso'

const OPTIONS: Record<Parts, Intl.DateTimeFormatOptions> = {
  day: { month: 'long', day: 'numeric' },
  dayOfYear: { year: 'numeric', month: 'long', day: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  weekday: { weekday: 'long' },
  iso: { year: 'numeric', month: '2-digit', day: '2-digit' },
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Formats are dear to make and few: one of each is kept. */
const formatOf = (parts: Parts, lang: Lang, timeZone: string): Intl.DateTimeFormat => {
  const locale = parts === 'iso' ? 'en-CA' : lang === 'zh' ? 'zh-CN' : 'en-GB'
  const key = `${parts} ${locale} ${timeZone}`
  const kept = formats.get(key)
  if (kept) return kept
  const made = new Intl.DateTimeFormat(locale, { ...OPTIONS[parts], timeZone })
  formats.set(key, made)
  return made
}

const part = (at: number, parts: Parts, { lang, timeZone }: DateContext): string => formatOf(parts, lang, timeZone).format(at)

/** Local calendar day as "2026-11-20". */
export const isoDay = (at: number, ctx: DateContext): string => part(at, 'iso', ctx)

/** "11月20日", with the year when it is not the present one. */
export const day = (at: number, ctx: DateContext): string => part(at, isoDay(at, ctx).slice(0, 4) === isoDay(ctx.now, ctx).slice(0, 4) ? 'day' : 'dayOfYear', ctx)

/** "星期三". */
export const weekday = (at: number, ctx: DateContext): string => part(at, 'weekday', ctx)

/** "2026年11月20日". */
export const fullDay = (at: number, ctx: DateContext): string => part(at, 'dayOfYear', ctx)

/** "14:46". */
export const clockTime = (at: number, ctx: DateContext): string => part(at, 'time', ctx)

const DAY = 86_400_000

/** "今天 14:30", "昨天 09:05", else "11月20日 14:46". */
export const nearDayTime = (at: number, ctx: DateContext): string => {
  const iso = isoDay(at, ctx)
  const names = { [isoDay(ctx.now - DAY, ctx)]: 'yesterday', [isoDay(ctx.now + DAY, ctx)]: 'tomorrow', [isoDay(ctx.now, ctx)]: 'today' } as const
  const name = names[iso]
  return t(ctx.lang, 'common.date.dayTime', { date: name ? t(ctx.lang, `common.date.${name}`) : day(at, ctx), time: clockTime(at, ctx) })
}

/** "11月20日 14:46", the same on every day it is read: for pages that are cached. */
export const dayTime = (at: number, ctx: DateContext): string => t(ctx.lang, 'common.date.dayTime', { date: day(at, ctx), time: clockTime(at, ctx) })

/** "11月25日（星期三）17:30", for promises. */
export const promiseTime = (at: number, ctx: DateContext): string =>
  t(ctx.lang, 'common.date.promise', { date: day(at, ctx), weekday: part(at, 'weekday', ctx), time: clockTime(at, ctx) })

/** "11月1日—19日", "11月20日—12月3日"; in English the first day is the short one: "1–19 November". */
export const dayRange = (from: number, until: number, ctx: DateContext): string => {
  const sameMonth = isoDay(from, ctx).slice(0, 7) === isoDay(until, ctx).slice(0, 7)
  const short = (at: number): string => t(ctx.lang, 'resident.dayOfMonth', { day: Number(isoDay(at, ctx).slice(8)) })
  if (!sameMonth) return t(ctx.lang, 'common.date.range', { from: day(from, ctx), until: day(until, ctx) })
  return t(ctx.lang, 'common.date.range', ctx.lang === 'zh' ? { from: day(from, ctx), until: short(until) } : { from: short(from), until: day(until, ctx) })
}

/** The exact instant, for hovering. */
export const exactTime = (at: number, ctx: DateContext): string => t(ctx.lang, 'common.date.dayTime', { date: fullDay(at, ctx), time: clockTime(at, ctx) })

import { t } from '../../i18n'
import type { Lang } from '../../domain/words'

/** A span of whole days in the largest unit that fits: 1095 → "3年", 90 → "90天". */
export const duration = (lang: Lang, days: number): string =>
  days >= 365 && days % 365 === 0 ? t(lang, 'common.duration.years', { count: days / 365 }) : t(lang, 'common.duration.days', { count: days })

/** A wait in seconds, rounded up: 45 → "1分钟", 4000 → "2小时". */
export const wait = (lang: Lang, seconds: number): string => {
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  return minutes < 60 ? t(lang, 'common.duration.minutes', { count: minutes }) : t(lang, 'common.duration.hours', { count: Math.ceil(minutes / 60) })
}

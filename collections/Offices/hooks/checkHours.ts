import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { z } from 'zod'
import { lintCalendar } from '@/domain/clocks'
import { week as weekShape } from '@/domain/package/office'
import type { Lang } from '@/domain/words'
import { t, tMaybe } from '@/i18n'
import { langOf } from '@/lib/langOf'
import { SLUG } from '@/slugs'

const yearsShape = z.array(z.int().min(2000).max(2999)).max(50)

type Fault = { path: string; message: string }

const faultsOf = (data: Record<string, unknown>, lang: Lang): Fault[] => {
  const week = weekShape.safeParse(data.week)
  const years = yearsShape.safeParse(data.calendarYears ?? [])
  if (!week.success) return [{ path: 'week', message: t(lang, 'structure.hooks.hours.week') }]
  if (!years.success) return [{ path: 'calendarYears', message: t(lang, 'structure.hooks.hours.years') }]
  return lintCalendar({ timeZone: String(data.timeZone), week: week.data, exceptions: {}, coveredYears: years.data })
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => ({ path: code === 'timeZoneUnknown' ? 'timeZone' : 'week', message: tMaybe(lang, `structure.hooks.hours.${code}`) ?? code }))
}

/** Every limit is reckoned in these hours: what the engine could not reckon in is not saved. */
export const checkHours: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const errors = faultsOf({ ...originalDoc, ...data }, langOf(req))
  if (errors.length > 0) throw new ValidationError({ collection: SLUG.offices, errors }, req.t)
  return data
}

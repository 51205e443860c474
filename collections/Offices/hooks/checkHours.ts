import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { z } from 'zod'
import { lintCalendar } from '@/domain/clocks'
import { week as weekShape } from '@/domain/package/office'

const yearsShape = z.array(z.int().min(2000).max(2999)).max(50)

const WORDS: Record<string, string> = {
  timeZoneUnknown: '没有这个时区，例如写 Asia/Shanghai',
  spanInvalid: '每一段都要从早到晚，结束晚于开始',
  spansOverlap: '同一天的几段时间不能重叠',
  noWorkingTime: '一周里至少要有一段工作时间，否则时限算不出来',
}

type Fault = { path: string; message: string }

const faultsOf = (data: Record<string, unknown>): Fault[] => {
  const week = weekShape.safeParse(data.week)
  const years = yearsShape.safeParse(data.calendarYears ?? [])
  if (!week.success) return [{ path: 'week', message: '每天写成几段从几点到几点' }]
  if (!years.success) return [{ path: 'calendarYears', message: '只写年份，例如 2026 2027' }]
  return lintCalendar({ timeZone: String(data.timeZone), week: week.data, exceptions: {}, coveredYears: years.data })
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => ({ path: code === 'timeZoneUnknown' ? 'timeZone' : 'week', message: WORDS[code] ?? code }))
}

/** Every limit is reckoned in these hours: what the engine could not reckon in is not saved. */
export const checkHours: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const errors = faultsOf({ ...originalDoc, ...data })
  if (errors.length > 0) throw new ValidationError({ collection: 'offices', errors }, req.t)
  return data
}

import type { Payload } from 'payload'
import type { Lang } from '@/domain/words'
import { t } from '@/i18n'
import { now } from '@/lib/clock'
import { alertsOn } from '@/services/publishing/alerts/row'
import { minuteIn } from '@/domain/clocks/dayIn'
import type { OfficeModel } from '@/services/structure/load'

export type CurrentAlert = { id: string; title: string; text: string; until: string; lang?: 'zh'; link?: { path: string; text: string } }

/** What stands above every page now, the newest first. Where nobody wrote English the Chinese words are shown, and marked as such. */
export const currentAlerts = async (payload: Payload, model: OfficeModel, lang: Lang): Promise<CurrentAlert[]> => {
  const rows = await alertsOn({ payload }, model.office.id, now())
  return rows.map(({ id, zh, en, path, until }) => ({
    id, title: t(lang, 'publishing.site.alert'), text: lang === 'en' ? (en ?? zh) : zh, until: t(lang, 'publishing.site.alertUntil', { at: minuteIn(model.calendar.timeZone, until) }),
    ...(lang === 'en' && !en ? { lang: 'zh' as const } : {}), ...(path ? { link: { path, text: t(lang, 'resident.alertMore') } } : {}),
  }))
}

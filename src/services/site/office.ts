import { say, type Lang } from '@/domain/words'
import type { OfficeModel } from '@/services/structure/load'
import { phoneOf } from './phones'

const lines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean)

/** The office as its settings describe it; what is not set is not there. */
export const officeFacts = ({ office }: OfficeModel, lang: Lang) => {
  const name = say(office.name, lang)
  const host = say(office.footerHost ?? undefined, lang)
  const address = say(office.address ?? undefined, lang)
  const hours = lines(say(office.hours ?? undefined, lang))
  const dutyPhone = phoneOf(office.dutyPhone)
  const legal = {
    ...(host ? { sponsor: host } : {}),
    ...(office.footerSiteCode ? { siteId: office.footerSiteCode } : {}),
    ...(office.footerIcp ? { icp: office.footerIcp } : {}),
    ...(office.footerPolice ? { policeFiling: office.footerPolice } : {}),
  }
  return {
    name,
    ...(host && host !== name ? { fullName: host } : {}),
    seal: office.seal || [...office.name.zh].slice(0, 1).join(''),
    ...(address ? { address } : {}),
    ...(hours.length > 0 ? { openingHours: hours } : {}),
    ...(dutyPhone ? { dutyPhone } : {}),
    ...(Object.keys(legal).length > 0 ? { legal } : {}),
  }
}

export const timeZoneOf = ({ office }: OfficeModel): string => office.timeZone || 'Asia/Shanghai'

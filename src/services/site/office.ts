import { say, type Lang, type Words } from '@/domain/words'
import type { OfficeModel } from '@/services/structure/load'
import { phoneOf } from './phones'
import { withoutNone } from './withoutNone'

const lines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean)

/** Nothing, where nothing is in it. */
const unlessEmpty = <T extends object>(value: T): T | undefined => (Object.keys(value).length > 0 ? value : undefined)

const words = (text: Words | null | undefined, lang: Lang): string => say(text ?? undefined, lang)

const legalOf = ({ office }: OfficeModel, host: string) =>
  unlessEmpty(withoutNone({ sponsor: host, siteId: office.footerSiteCode, icp: office.footerIcp, policeFiling: office.footerPolice }))

/** The office as its settings describe it; what is not set is not there. */
export const officeFacts = (model: OfficeModel, lang: Lang) => {
  const { office } = model
  const [name, host] = [say(office.name, lang), words(office.footerHost, lang)]
  return {
    name,
    seal: office.seal || [...office.name.zh].slice(0, 1).join(''),
    ...withoutNone({
      fullName: host === name ? undefined : host,
      address: words(office.address, lang),
      openingHours: unlessEmpty(lines(words(office.hours, lang))),
      dutyPhone: phoneOf(office.dutyPhone),
      legal: legalOf(model, host),
    }),
  }
}

export const timeZoneOf = ({ office }: OfficeModel): string => office.timeZone || 'Asia/Shanghai'

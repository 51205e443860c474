import { isMail } from '@/domain/site/filings'
import { say, type Lang, type Words } from '@/domain/words'
import type { OfficeModel } from '@/services/structure/load'
import { phoneOf } from './phones'
import { withoutNone } from './withoutNone'

const lines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean)

/** Nothing, where nothing is in it. */
const unlessEmpty = <T extends object>(value: T): T | undefined => (Object.keys(value).length > 0 ? value : undefined)

const words = (text: Words | null | undefined, lang: Lang): string => say(text ?? undefined, lang)

const legalOf = ({ office }: OfficeModel, { host, lang }: { host: string; lang: Lang }) =>
  unlessEmpty(withoutNone({ sponsor: host, supportedBy: words(office.footerSupport, lang), siteId: office.footerSiteCode, icp: office.footerIcp, policeFiling: office.footerPolice }))

/** Where somebody who found a mistake on the site is led: to a report, unless the office says otherwise; nowhere while it takes none. */
const faultPath = ({ office }: OfficeModel): string | undefined => {
  if (office.footerFault === 'mail') return office.footerFaultMail && isMail(office.footerFaultMail) ? `mailto:${office.footerFaultMail}` : undefined
  return office.footerFault === 'none' || office.reportDoor === 'closed' ? undefined : '/report'
}

/** The office's own words where there is no page, and where one failed. */
const errorWordsOf = ({ office }: OfficeModel, lang: Lang) => unlessEmpty(withoutNone({ notFound: words(office.notFoundWords, lang), failed: words(office.failedWords, lang) }))

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
      legal: legalOf(model, { host, lang }),
      siteContact: unlessEmpty(lines(words(office.footerContact, lang))),
      faultPath: faultPath(model),
      errorWords: errorWordsOf(model, lang),
    }),
  }
}

export const timeZoneOf = ({ office }: OfficeModel): string => office.timeZone || 'Asia/Shanghai'

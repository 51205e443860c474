import type { CodePattern } from '@/domain/grid/codes'
import type { Calendar } from '@/domain/clocks/types'
import type { RetentionMode } from '@/domain/privacy/retention'
import type { Corner, Face } from '@/domain/site/look'
import { readNavigation, type NavigationEntry } from '@/domain/site/navigation'
import type { Words } from '@/domain/words'
import type { Desk } from '@/services/desk/desk'
import { pageLinks } from '@/services/site/content/pages'
import type { OfficeRow } from '@/services/structure/rows'

/** The office's settings as their page edits them: nothing is undefined, so that what was emptied is kept as empty. */
export type OfficeForm = {
  name: Words; shortName: Words; seal: string; phone: string; dutyPhone: string; address: Words; hours: Words; brand: string
  footerHost: Words; footerIcp: string; footerPolice: string; footerSiteCode: string
  footerSupport: Words; footerContact: Words; footerFault: 'report' | 'mail' | 'none'; footerFaultMail: string; notFoundWords: Words; failedWords: Words
  accent: string; corner: Corner | ''; headingFace: Face | ''; /** Null: the portal's own order. */ navigation: NavigationEntry[] | null
  retentionDays: number | null; retentionMode: RetentionMode; retentionOn: boolean; erasureReplyDays: number
  contactRetentionDays: number; draftHours: number; nearBoundaryMetres: number; codePattern: CodePattern
  reportDoor: 'open' | 'closed'; reportClosedWords: Words
}

export type OfficeView = { id: string; seen: string; form: OfficeForm; calendar: Calendar; /** Published pages a link may lead to. */ pages: { code: string; title: string }[] }

const wordsOr = (words: Words | null | undefined): Words => (words ? { zh: words.zh ?? '', ...(words.en ? { en: words.en } : {}) } : { zh: '' })
const text = (value: string | null | undefined): string => value ?? ''

const names = ({ name, shortName, seal, address, hours }: OfficeRow) => ({ name: wordsOr(name), shortName: wordsOr(shortName), seal: text(seal), address: wordsOr(address), hours: wordsOr(hours) })

const keeping = ({ retentionDays, retentionMode, retentionOn, erasureReplyDays }: OfficeRow) =>
  ({ retentionDays: retentionDays ?? null, retentionMode: retentionMode ?? ('anonymise' as const), retentionOn: retentionOn === true, erasureReplyDays: erasureReplyDays ?? 15 })

const figures = ({ contactRetentionDays, draftHours, nearBoundaryMetres, codePattern }: OfficeRow) =>
  ({ contactRetentionDays: contactRetentionDays ?? 90, draftHours: draftHours ?? 24, nearBoundaryMetres: nearBoundaryMetres ?? 30, codePattern: codePattern ?? ('free' as const) })

const footer = (row: OfficeRow) => ({
  footerHost: wordsOr(row.footerHost), footerIcp: text(row.footerIcp), footerPolice: text(row.footerPolice), footerSiteCode: text(row.footerSiteCode), footerSupport: wordsOr(row.footerSupport), footerContact: wordsOr(row.footerContact),
  footerFault: row.footerFault ?? ('report' as const), footerFaultMail: text(row.footerFaultMail), notFoundWords: wordsOr(row.notFoundWords), failedWords: wordsOr(row.failedWords),
})

const look = ({ brand, accent, corner, headingFace, navigation }: OfficeRow) =>
  ({ brand: text(brand), accent: text(accent), corner: corner ?? ('' as const), headingFace: headingFace ?? ('' as const), navigation: readNavigation(navigation) ?? null })

/** The settings of the office with the hours of its week. */
export const officeView = async ({ payload, lang, model }: Pick<Desk, 'payload' | 'lang' | 'model'>): Promise<OfficeView> => {
  const { office, calendar } = model
  const pages = (await pageLinks(payload, model, lang)).map(({ code, text: title }) => ({ code, title }))
  return {
    pages, id: office.id, seen: (office as OfficeRow & { updatedAt?: string }).updatedAt ?? '', calendar,
    form: {
      ...names(office), ...figures(office), ...keeping(office), ...footer(office), ...look(office), phone: text(office.phone), dutyPhone: text(office.dutyPhone),
      reportDoor: office.reportDoor === 'closed' ? 'closed' : 'open', reportClosedWords: wordsOr(office.reportClosedWords),
    },
  }
}

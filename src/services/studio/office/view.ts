import type { CodePattern } from '@/domain/grid/codes'
import type { Calendar } from '@/domain/clocks/types'
import type { RetentionMode } from '@/domain/privacy/retention'
import type { Words } from '@/domain/words'
import type { Desk } from '@/services/desk/desk'
import type { OfficeRow } from '@/services/structure/rows'

/** The office's settings as their page edits them: nothing is undefined, so that what was emptied is kept as empty. */
export type OfficeForm = {
  name: Words; shortName: Words; seal: string; phone: string; dutyPhone: string; address: Words; hours: Words; brand: string
  footerHost: Words; footerIcp: string; footerPolice: string; footerSiteCode: string
  retentionDays: number | null; retentionMode: RetentionMode; retentionOn: boolean; erasureReplyDays: number
  contactRetentionDays: number; draftHours: number; nearBoundaryMetres: number; codePattern: CodePattern
  reportDoor: 'open' | 'closed'; reportClosedWords: Words
}

export type OfficeView = { id: string; seen: string; form: OfficeForm; calendar: Calendar }

const wordsOr = (words: Words | null | undefined): Words => (words ? { zh: words.zh ?? '', ...(words.en ? { en: words.en } : {}) } : { zh: '' })
const text = (value: string | null | undefined): string => value ?? ''

const names = ({ name, shortName, seal, address, hours }: OfficeRow) => ({ name: wordsOr(name), shortName: wordsOr(shortName), seal: text(seal), address: wordsOr(address), hours: wordsOr(hours) })

const keeping = ({ retentionDays, retentionMode, retentionOn, erasureReplyDays }: OfficeRow) =>
  ({ retentionDays: retentionDays ?? null, retentionMode: retentionMode ?? ('anonymise' as const), retentionOn: retentionOn === true, erasureReplyDays: erasureReplyDays ?? 15 })

const figures = ({ contactRetentionDays, draftHours, nearBoundaryMetres, codePattern }: OfficeRow) =>
  ({ contactRetentionDays: contactRetentionDays ?? 90, draftHours: draftHours ?? 24, nearBoundaryMetres: nearBoundaryMetres ?? 30, codePattern: codePattern ?? ('free' as const) })

const footer = ({ footerHost, footerIcp, footerPolice, footerSiteCode }: OfficeRow) =>
  ({ footerHost: wordsOr(footerHost), footerIcp: text(footerIcp), footerPolice: text(footerPolice), footerSiteCode: text(footerSiteCode) })

/** The settings of the office with the hours of its week. */
export const officeView = ({ model: { office, calendar } }: Pick<Desk, 'model'>): OfficeView => ({
  id: office.id, seen: (office as OfficeRow & { updatedAt?: string }).updatedAt ?? '', calendar,
  form: {
    ...names(office), ...figures(office), ...keeping(office), ...footer(office), phone: text(office.phone), dutyPhone: text(office.dutyPhone), brand: text(office.brand),
    reportDoor: office.reportDoor === 'closed' ? 'closed' : 'open', reportClosedWords: wordsOr(office.reportClosedWords),
  },
})

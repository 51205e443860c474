import { t } from '../../../i18n'
import type { Lang } from '../../../domain/words'
import type { ContactField, PrivacyView } from '../types'

export type CollectedRow = { what: string; why: string; keeps: string; must: string }

const CONTACT_WORDS = { name: 'site.privacy.contactName', phone: 'site.privacy.contactPhone', email: 'site.privacy.contactEmail' } as const

const contactRow = (lang: Lang, fields: ContactField[], days: number): Omit<CollectedRow, 'must'> => ({
  what: t(lang, 'site.privacy.contact', { fields: fields.map((field) => t(lang, CONTACT_WORDS[field])).join(t(lang, 'common.list.pause')) }),
  why: t(lang, 'site.privacy.contactWhy'),
  keeps: t(lang, 'site.privacy.contactKeeps', { days }),
})

/** The rows of "what is collected", from the configuration. */
export const collected = (lang: Lang, view: PrivacyView): CollectedRow[] => {
  const yes = t(lang, 'site.privacy.yes')
  const no = t(lang, 'site.privacy.no')
  const withMatter = t(lang, 'site.privacy.withMatter')
  return [
    { what: t(lang, 'site.privacy.text'), why: t(lang, 'site.privacy.textWhy'), keeps: withMatter, must: yes },
    { what: t(lang, 'site.privacy.place'), why: t(lang, 'site.privacy.placeWhy'), keeps: withMatter, must: yes },
    ...(view.photoLimit > 0
      ? [{ what: t(lang, 'site.privacy.photos', { count: view.photoLimit }), why: t(lang, 'site.privacy.photosWhy'), keeps: t(lang, 'site.privacy.photosKeeps'), must: no }]
      : []),
    ...(view.contactFields.length > 0 ? [{ ...contactRow(lang, view.contactFields, view.contactErasedAfterDays), must: no }] : []),
    { what: t(lang, 'site.privacy.draft'), why: t(lang, 'site.privacy.draftWhy'), keeps: t(lang, 'site.privacy.draftKeeps', { hours: view.draftHours }), must: no },
    { what: t(lang, 'site.privacy.address'), why: t(lang, 'site.privacy.addressWhy'), keeps: t(lang, 'site.privacy.addressKeeps'), must: t(lang, 'site.privacy.auto') },
    { what: t(lang, 'resident.privacy.log'), why: t(lang, 'resident.privacy.logWhy'), keeps: t(lang, 'resident.privacy.logKeeps', { days: view.logDays }), must: t(lang, 'site.privacy.auto') },
  ]
}

import { say, type Lang, type Words } from '@/domain/words'
import { t, tMaybe } from '@/i18n'
import { isRecord } from '../../package/values'

type Row = Record<string, unknown>

const ofLanguages = (value: unknown): value is Record<'zh' | 'en', unknown> => isRecord(value) && Object.keys(value).length > 0 && Object.keys(value).every((key) => key === 'zh' || key === 'en')

const isWords = (value: unknown): value is Words => ofLanguages(value) && typeof value.zh === 'string'

/** The database keeps words nobody wrote as empty ones of each language. */
export const isUnwritten = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0) || (ofLanguages(value) && Object.values(value).every((word) => !word))

const LONGEST = 300

const clipped = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

/** What an object goes by, where it goes by anything. */
export const nameAt = (value: unknown): Words | undefined => (isRecord(value) ? [value.name, value.label, value.title, value.heading].find(isWords) : undefined)

const objectSaid = (value: Row, lang: Lang): string => {
  if (isWords(value)) return clipped(say(value, lang))
  const words = nameAt(value) ?? [value.text, value.value].find(isWords)
  const kind = typeof value.type === 'string' ? tMaybe(lang, `packages.of.block.${value.type}`) : undefined
  const text = words ? clipped(say(words, lang)) : ''
  return [kind, text].filter(Boolean).join(t(lang, 'packages.value.colon')) || t(lang, 'packages.value.things', { count: Object.keys(value).length })
}

const listSaid = (value: unknown[], field: string, lang: Lang): string => {
  const shown = value.slice(0, 12).map((item) => valueSaid(item, field, lang)).join(t(lang, 'packages.value.listJoint'))
  return value.length > 12 ? t(lang, 'packages.value.andMore', { shown, count: value.length }) : shown
}

/** What a chosen value is called: by its field, or by those who know permissions. */
export const choiceSaid = (field: string, value: string, lang: Lang): string | undefined =>
  tMaybe(lang, `packages.of.${field}.${value}`) ?? (field === 'permissions' ? tMaybe(lang, `studioRoles.permission.${value}`) : undefined)

const plainSaid = (value: unknown, field: string, lang: Lang): string => {
  if (typeof value === 'boolean') return t(lang, value ? 'packages.value.yes' : 'packages.value.no')
  return choiceSaid(field, String(value), lang) ?? clipped(String(value))
}

/** A value in words; `field` says what it is a value of. */
export const valueSaid = (value: unknown, field: string, lang: Lang): string => {
  if (isUnwritten(value)) return t(lang, 'packages.value.none')
  if (Array.isArray(value)) return listSaid(value, field, lang)
  return isRecord(value) ? objectSaid(value, lang) : plainSaid(value, field, lang)
}

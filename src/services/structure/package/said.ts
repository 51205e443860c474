import type { ValueChange } from '@/domain/package/diff'
import type { Section } from '@/domain/package/sections'
import { say, type Lang, type Words } from '@/domain/words'
import { t, tMaybe } from '@/i18n'
import { isRecord } from './values'

/** One difference in the reader's words. */
export type Said = { label: string; before: string; after: string }

const ofLanguages = (value: unknown): value is Record<'zh' | 'en', unknown> => isRecord(value) && Object.keys(value).length > 0 && Object.keys(value).every((key) => key === 'zh' || key === 'en')

const isWords = (value: unknown): value is Words => ofLanguages(value) && typeof value.zh === 'string'

/** The database keeps words nobody wrote as empty ones of each language. */
const isUnwritten = (value: unknown): boolean => value === undefined || value === null || value === '' || (ofLanguages(value) && Object.values(value).every((word) => !word))

const clipped = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text)

/** What an object goes by, where it goes by anything. */
const nameOf = (value: Record<string, unknown>, lang: Lang): string | undefined => {
  const name = [value.name, value.label, value.title, value.heading].find(isWords)
  return name ? say(name, lang) : undefined
}

const objectSaid = (value: Record<string, unknown>, lang: Lang): string => {
  if (isWords(value)) return clipped(say(value, lang))
  if (value.long === true) return t(lang, 'packages.value.long')
  return nameOf(value, lang) ?? t(lang, 'packages.value.things', { count: Object.keys(value).length })
}

const listSaid = (value: unknown[], field: string, lang: Lang): string => {
  if (value.length === 0) return t(lang, 'packages.value.none')
  const shown = value.slice(0, 12).map((item) => valueSaid(item, field, lang)).join(t(lang, 'packages.value.listJoint'))
  return value.length > 12 ? `${shown}…` : shown
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

const stepSaid = (step: string | Words, lang: Lang): string => {
  if (typeof step !== 'string') return t(lang, 'packages.value.quoted', { text: say(step, lang) })
  if (/^\d+$/.test(step)) return t(lang, 'packages.path.item', { number: step })
  return tMaybe(lang, `packages.field.${step}`) ?? t(lang, 'packages.value.quoted', { text: step })
}

const BY_ITSELF = ['zh', '#order']

/** Where a difference lies, in words; Chinese is what is meant where no language is named. */
const labelSaid = (trail: readonly (string | Words)[], lang: Lang): string =>
  trail.filter((step) => typeof step !== 'string' || !BY_ITSELF.includes(step)).map((step) => stepSaid(step, lang)).join(' · ')

/** Field by field what differs, in the reader's words. */
export const changeSaid = ({ path, trail = path, ...change }: ValueChange & { trail?: readonly (string | Words)[] }, lang: Lang): Said => {
  const last = path.at(-1) ?? ''
  const field = [...path].reverse().find((step) => tMaybe('zh', `packages.field.${step}`) !== undefined && step !== 'zh' && step !== 'en') ?? last
  const value = (one: unknown): string => (last === '#order' ? t(lang, 'packages.value.order', { items: valueSaid(one, field, lang) }) : valueSaid(one, field, lang))
  return { label: labelSaid(trail, lang) || t(lang, 'packages.field.other'), before: value(change.before), after: value(change.after) }
}

export const sectionSaid = (section: Section, lang: Lang): string => t(lang, `packages.section.${section}`)

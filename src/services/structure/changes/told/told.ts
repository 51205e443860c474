import { canonical } from '@/domain/canonical'
import type { Lang, Words } from '@/domain/words'
import { say } from '@/domain/words'
import { t, type KeyUnder } from '@/i18n'
import type { Params } from '@/i18n/fill'
import type { OfficeModel } from '../../load'

/** One difference in the reader's words. Without a side: the label says all of it. */
export type Told = { label: string; before?: string; after?: string }

/** Who reads it, and the names of what is referred to. */
export type Teller = { lang: Lang; model: OfficeModel }

export const saying = ({ lang }: Teller) => (key: KeyUnder<'studio.told'>, params?: Params): string => t(lang, `studio.told.${key}`, params)

/** A label with what stood and what stands; without either where both read the same, as nobody could tell what changed. */
export const sides = (label: string, [before, after]: readonly [string, string], teller: Teller): Told => {
  const none = t(teller.lang, 'packages.value.none')
  if (before === after) return { label: saying(teller)('touched', { what: label }) }
  return { label, before: before || none, after: after || none }
}

/** How a value is read. Undefined: too much to be read, it is only said that it changed. */
export type Speaker<T> = (of: T) => string | undefined

/** Part by part what differs, each by its reader. */
export const partsTold = <T extends object>({ before, after, speak, label, teller }: { before: T; after: T; speak: { [K in keyof T]?: Speaker<T> }; label: (part: keyof T & string) => string; teller: Teller }): Told[] =>
  (Object.keys(speak) as (keyof T & string)[]).filter((part) => canonical(before[part] ?? null) !== canonical(after[part] ?? null))
    .map((part) => sides(label(part), [speak[part]?.(before) ?? '', speak[part]?.(after) ?? ''], teller))

export const wordsOf = ({ lang }: Teller) => (words: Words | undefined): string => say(words, lang)

export const joinedBy = ({ lang }: Teller) => (items: readonly string[]): string => items.join(t(lang, 'packages.value.listJoint'))

/** A name by its code; what is gone has none, and its code would tell nobody anything. */
export const namedIn = (table: { byCode: ReadonlyMap<string, { name: Words }> }, code: string | undefined, teller: Teller): string => {
  if (!code) return ''
  const row = table.byCode.get(code)
  return row ? say(row.name, teller.lang) : saying(teller)('gone')
}

import { canonical } from '@/domain/canonical'
import type { ListSection } from '@/domain/package/sections'
import type { Lang, Words } from '@/domain/words'
import { say } from '@/domain/words'
import { t, type KeyUnder } from '@/i18n'
import type { Params } from '@/i18n/fill'
import type { Book } from './book'

/** One difference in the reader's words. Without a side: the label says all of it. */
export type Told = { label: string; before?: string; after?: string }

/** In which language it is told, and the names of what is referred to. */
export type Teller = { lang: Lang; book: Book }

export const saying = ({ lang }: Pick<Teller, 'lang'>) => (key: KeyUnder<'studio.told'>, params?: Params): string => t(lang, `studio.told.${key}`, params)

/** A label with what stood and what stands; without either where both read the same, as nobody could tell what changed. */
export const sides = (label: string, [before, after]: readonly [string, string], teller: Pick<Teller, 'lang'>): Told => {
  const none = t(teller.lang, 'packages.value.none')
  if (before === after) return { label: saying(teller)('touched', { what: label }) }
  return { label, before: before || none, after: after || none }
}

/** Longer lists tell what came and what went, not everything that stood there. */
const SHORT = 6

/** What came to a list and what went, where both are too long to be read side by side; else both sides. */
export const listSides = (label: string, [before, after]: readonly [readonly string[], readonly string[]], { teller, joint }: { teller: Pick<Teller, 'lang'>; joint?: string }): Told[] => {
  const [say, between] = [saying(teller), joint ?? t(teller.lang, 'packages.value.listJoint')]
  if (before.length === 0 || after.length === 0 || before.length + after.length <= SHORT) return [sides(label, [before.join(between), after.join(between)], teller)]
  const [went, came] = [before.filter((item) => !after.includes(item)), after.filter((item) => !before.includes(item))]
  const told = [
    ...(went.length > 0 ? [{ label: say('listLeft', { what: label }), before: went.join(between) }] : []),
    ...(came.length > 0 ? [{ label: say('listNew', { what: label }), after: came.join(between) }] : []),
  ]
  return told.length > 0 ? told : [{ label: say('reordered', { what: label }) }]
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
export const namedIn = (section: ListSection, code: string | undefined, teller: Teller): string => {
  if (!code) return ''
  const name = teller.book.name(section, code)
  return name ? say(name, teller.lang) : saying(teller)('gone')
}

/** A document or a clause of one, as the editors name it. */
export const clauseIn = (cites: string | undefined, teller: Teller): string => {
  if (!cites) return ''
  const found = teller.book.clause(cites)
  if (!found) return saying(teller)('gone')
  const title = say(found.title, teller.lang)
  return found.heading ? saying(teller)('clause', { title, heading: say(found.heading, teller.lang) }) : title
}

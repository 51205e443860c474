import type { Words } from '@/domain/words'
import { say, type Lang } from '@/domain/words'
import { t, tMaybe } from '@/i18n'
import { nameAt } from './value'

/** Said by their own row already, or by the value itself. */
const BY_ITSELF = ['zh', '#order']

type Step = { text: string; /** The list a row stands in: its place says the list already. */ item: boolean }

const inList = (list: readonly unknown[], step: string): number => {
  const at = list.findIndex((item) => typeof item === 'object' && item !== null && ((item as { code?: unknown }).code === step || (item as { key?: unknown }).key === step))
  return at >= 0 ? at : Number(step) - 1
}

const quoted = (words: Words, lang: Lang): string => t(lang, 'packages.value.quoted', { text: say(words, lang) })

const itemSaid = (list: string, { at, item }: { at: number; item: unknown }, lang: Lang): string => {
  const name = nameAt(item)
  const place = tMaybe(lang, `packages.path.of.${list}`, { number: at + 1 })
  if (name && (place || !Number.isNaN(at))) return place ? t(lang, 'packages.path.placed', { place, name: quoted(name, lang) }) : quoted(name, lang)
  return place ?? t(lang, 'packages.path.item', { number: at + 1 })
}

const fieldSaid = (step: string, lang: Lang): string => tMaybe(lang, `packages.field.${step}`) ?? t(lang, 'packages.field.other')

const stepsOf = (path: readonly string[], row: unknown, lang: Lang): Step[] => {
  let [at, list] = [row, '']
  return path.flatMap((step): Step[] => {
    const here = at
    if (Array.isArray(here)) {
      const place = inList(here, step)
      at = here[place] as unknown
      return [{ text: itemSaid(list, { at: place, item: at }, lang), item: true }]
    }
    at = typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[step] : undefined
    list = step
    return BY_ITSELF.includes(step) ? [] : [{ text: fieldSaid(step, lang), item: false }]
  })
}

/** Where a difference lies, in words: rows of lists by their place and name; Chinese is what is meant where no language is named. */
export const trailSaid = (path: readonly string[], row: unknown, lang: Lang): string => {
  const steps = stepsOf(path, row, lang)
  return steps.filter((_, at) => !steps[at + 1]?.item).map(({ text }) => text).join(' · ')
}

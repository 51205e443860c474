import { normaliseText } from '@/domain/matter/text'
import type { Lang } from '@/domain/words'
import { t } from '@/i18n'
import type { OfficeModel } from '@/services/structure/load'
import type { UnitRow } from '@/services/structure/rows'
import { unitHolder } from '../holder'
import { searchUnits, unitTrail } from '../units'
import { officePhones } from './about'
import { holdsAll, type Found } from './found'
import { unitPath } from './grid'

/** Numbers listed at once when somebody asks for phones and names no place. */
const MOST_PHONES = 20

/** Words that ask for a telephone, longest first, taken out of what is left to name a place. */
const phoneWords = (lang: Lang): string[] => t(lang, 'resident.search.phoneWords').split(' ').map(normaliseText)

const placeIn = (lang: Lang, query: string): { asks: boolean; place: string } => {
  const place = phoneWords(lang).reduce((rest, word) => rest.replaceAll(word, ' '), query).replace(/\s+/g, ' ').trim()
  return { asks: place !== query, place }
}

const digits = (text: string): string => text.replace(/\D/g, '')

/** Enough of a number to know it by. */
const KNOWN_BY = 4

const isNumber = (query: string, number: string): boolean => /^[\d\s+-]+$/.test(query) && digits(query).length >= KNOWN_BY && digits(number).includes(digits(query))

const depth = (model: OfficeModel, unit: UnitRow): number => unitTrail(model, unit).length

/** The nearest unit upwards with a telephone: a door has none of its own. */
const answering = (model: OfficeModel, unit: UnitRow): UnitRow | undefined => unitTrail(model, unit).reverse().find((row) => row.active !== false && row.publicPhone)

const unitsMeant = (model: OfficeModel, query: string, asked: { asks: boolean; place: string }): UnitRow[] => {
  const open = model.units.all.filter((unit) => unit.active !== false && unit.publicPhone)
  const byNumber = open.filter((unit) => isNumber(query, unit.publicPhone ?? ''))
  if (byNumber.length > 0 || !asked.asks) return byNumber
  if (asked.place) return [...new Set(searchUnits(model, asked.place).hits.flatMap((unit) => answering(model, unit) ?? []))]
  return [...open].sort((one, other) => depth(model, one) - depth(model, other))
}

/** Telephones of the office and of its units, by name, by number, or all of them when only a telephone was asked for. Only what was made public. */
export const findPhones = (model: OfficeModel, lang: Lang, query: string): Found[] => {
  const asked = placeIn(lang, query)
  const wanted = (name: string, number: string) => (asked.asks && !asked.place) || holdsAll(name, asked.place) || isNumber(query, number)
  const office = officePhones(model, lang)
    .filter(({ name, phone }) => wanted(name, phone.text))
    .map(({ name, phone }) => ({ path: '/about', title: name, excerpt: [phone.text, phone.hours].filter(Boolean).join(' · ') }))
  const units = unitsMeant(model, query, asked).flatMap((unit) => {
    const { name, phone } = unitHolder(unit, lang)
    return phone ? [{ path: unitPath(unit), title: name, excerpt: [phone.text, phone.hours].filter(Boolean).join(' · ') }] : []
  })
  return [...office, ...units.slice(0, MOST_PHONES)]
}

import type { Span } from '@/domain/clocks/calendar'
import { spansText } from '@/domain/clocks/spans'
import type { StaffingRule } from '@/domain/grid/types'
import type { Words } from '@/domain/words'
import { t, type KeyUnder } from '@/i18n'
import { joinedBy, namedIn, saying, wordsOf, type Teller } from './told'
import { valueSaid } from './value'

type Bounds = { min?: number | null; max?: number | null }
type Seat = Bounds & { name: Words; leads?: Bounds | null }

const rangeText = ({ min, max }: Bounds, { lang }: Teller): string => {
  const say = (key: KeyUnder<'studioTerritory.rules'>, params?: Record<string, number>) => t(lang, `studioTerritory.rules.${key}`, params)
  const [least, most] = [min ?? undefined, max ?? undefined]
  if (least === undefined) return most === undefined ? '' : say('atMost', { max: most })
  if (most === undefined) return say('atLeast', { min: least })
  return least === most ? String(least) : say('range', { min: least, max: most })
}

const ruleText = (rule: StaffingRule, teller: Teller): string => {
  const { lang } = teller
  if (rule.kind === 'leadRequired') return t(lang, 'studioTerritory.rules.leadRequired')
  const range = rangeText(rule, teller)
  if (rule.post === undefined) return t(lang, `studioTerritory.rules.${rule.kind}All`, { range })
  return t(lang, `studioTerritory.rules.${rule.kind}`, { range, post: namedIn('posts', rule.post, teller) })
}

const seatText = ({ name, leads, ...people }: Seat, teller: Teller): string => {
  const say = saying(teller)
  const [range, led] = [rangeText(people, teller), leads ? rangeText(leads, teller) : '']
  const asked = [...(range ? [say('seatPeople', { range })] : []), ...(led ? [say('seatLeads', { range: led })] : [])]
  return asked.length > 0 ? say('seat', { name: wordsOf(teller)(name), asked: joinedBy(teller)(asked) }) : wordsOf(teller)(name)
}

const listOf = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : [])

const hoursText = (value: unknown, teller: Teller): string => spansText(listOf<Span>(value)) || saying(teller)('restDay')

type Speak = (value: unknown, teller: Teller) => string

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const

/** Fields that are read as a whole, as their editor says them. */
export const SPEAK: Record<string, Speak> = {
  ...Object.fromEntries(WEEKDAYS.map((day) => [`weekday${day}`, hoursText])),
  active: (value, { lang }) => t(lang, value === false ? 'packages.value.no' : 'packages.value.yes'),
  boundary: (value, teller) => (value ? saying(teller)('drawn') : ''),
  brand: (value, teller) => (typeof value === 'string' && value ? value : saying(teller)('ownBrand')),
}

/** What a value refers to is called; undefined for one that refers to nothing. */
export type Naming = (value: string, field: string) => Words | string | undefined

/** Fields that are lists of things to be read one by one. */
export const SPEAK_LISTS: Record<string, (value: unknown, teller: Teller, naming: Naming) => string[]> = {
  staffing: (value, teller) => listOf<StaffingRule>(value).map((rule) => ruleText(rule, teller)),
  seats: (value, teller) => listOf<Seat>(value).map((seat) => seatText(seat, teller)),
  // a team that names none serves them all
  teamUnits: (value, teller, naming) => {
    const names = listOf<string>(value).map((unit) => valueSaid(naming(unit, 'units') ?? unit, 'units', teller.lang))
    return names.length > 0 ? names : [t(teller.lang, 'studioPeople.allUnits')]
  },
}

/** What the field of a row is called. */
export const fieldName = (field: string, { lang }: Teller): string => {
  if (field === 'teamUnits') return t(lang, 'studioPeople.units')
  const day = WEEKDAYS.find((one) => field === `weekday${one}`)
  return day ? t(lang, 'packages.path.weekday', { day: t(lang, `routines.weekday.${day}`) }) : ''
}

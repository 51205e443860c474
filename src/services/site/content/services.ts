import type { Payload, Where } from 'payload'
import { findRows } from '@/db/rows'
import { localDate } from '@/domain/clocks'
import { DomainError } from '@/domain/errors'
import { normaliseText } from '@/domain/matter/text'
import { queryScore, type Weighed } from '@/domain/services/match'
import { isValidOn } from '@/domain/services/validity'
import { say, type Lang } from '@/domain/words'
import { idOf } from '@/lib/idOf'
import { now } from '@/lib/clock'
import { wordsOf } from '@/lib/wordsOf'
import type { ServiceItem } from '@/payload-types'
import { keywordsIn } from '@/services/structure/package/values'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import type { Found } from './found'
import { guideOf, type GuideView } from './guide'
import { spell } from './spelling'

export type Here = { payload: Payload; model: OfficeModel; lang: Lang }

export { openServiceCount as serviceCount } from './serviceCount'

export const servicePath = (code: string): string => `/services/${encodeURIComponent(code)}`
const groupPath = (code: string): string => `/services?event=${encodeURIComponent(code)}`

/** A guide as lists show it. */
export type ServiceCard = { code: string; path: string; name: string; summary?: string; /** Names of the life events it stands under. */ events: string[]; bookable: boolean; agent: boolean; online: boolean }
/** A life event with guides under it. */
export type ServiceGroup = { code: string; path: string; name: string; hint?: string; count: number }
export type ServiceListView = { groups: ServiceGroup[]; items: ServiceCard[]; total: number; /** The group chosen. */ group?: ServiceGroup; query?: string }

type EventRow = { id: string; code: string; name: string; hint?: string }

/** More guides than any street office has. */
const MOST = 1000

const eventsOf = async ({ payload, model, lang }: Here): Promise<EventRow[]> => {
  const rows = await findRows({ payload }, SLUG.lifeEvents, { where: { and: [{ office: { equals: model.office.id } }, { active: { not_equals: false } }] }, sort: ['order', 'code'] })
  return rows.map(({ id, code, name, hint }) => ({ id, code, name: say(wordsOf(name), lang), ...(hint ? { hint: say(wordsOf(hint), lang) } : {}) }))
}

/** Published guides that hold today, in their order. */
export const openServices = async ({ payload, model, lang }: Here, more?: Where): Promise<ServiceItem[]> => {
  const { docs } = await payload.find({
    collection: SLUG.services, where: { and: [{ office: { equals: model.office.id } }, { _status: { equals: 'published' } }, ...(more ? [more] : [])] }, sort: ['order', 'code'], limit: MOST, pagination: false, depth: 0, locale: lang,
    overrideAccess: false, draft: false,
  })
  const today = localDate(now(), model.calendar)
  return docs.filter((row) => isValidOn(row, today))
}

const cardOf = (row: ServiceItem, events: readonly EventRow[]): ServiceCard => ({
  code: row.code, path: servicePath(row.code), name: row.name, ...(row.summary ? { summary: row.summary } : {}),
  events: (row.lifeEvents ?? []).flatMap((event) => events.find(({ id }) => id === idOf(event))?.name ?? []),
  bookable: (row.counters ?? []).length > 0, agent: Boolean(row.agentType), online: Boolean((row.online === 'matter' && row.onlineType) || (row.online === 'link' && row.onlineHref)),
})

const isUnder = (row: ServiceItem, event: EventRow): boolean => (row.lifeEvents ?? []).some((each) => idOf(each) === event.id)

const groupsOf = (rows: readonly ServiceItem[], events: readonly EventRow[]): ServiceGroup[] =>
  events
    .map((event): ServiceGroup => ({ code: event.code, path: groupPath(event.code), name: event.name, ...(event.hint ? { hint: event.hint } : {}), count: rows.filter((row) => isUnder(row, event)).length }))
    .filter(({ count }) => count > 0)

const textsOf = (row: ServiceItem, events: readonly EventRow[]): Weighed[] => [
  { spelled: spell(row.name), weight: 1 },
  ...keywordsIn(row.aliases).map((word) => ({ spelled: spell(word), weight: 1 })),
  ...events.filter((event) => isUnder(row, event)).map((event) => ({ spelled: spell(event.name), weight: 0.6 })),
  ...(row.officialCode ? [{ spelled: spell(row.officialCode), weight: 1 }] : []),
  ...(row.summary ? [{ spelled: { ...spell(row.summary), full: [], initials: [] }, weight: 0.3 }] : []),
]

/** Rows that a query finds, the best first: by everyday words, pinyin, initials, and with one slip. `query` is normalised. */
const ranked = (rows: readonly ServiceItem[], events: readonly EventRow[], query: string): ServiceItem[] => {
  const words = query.split(' ').filter(Boolean)
  const scored = (slips: boolean) => rows.map((row, at) => ({ row, at, score: queryScore(textsOf(row, events), words, slips) })).filter(({ score }) => score > 0)
  // Slips are forgiven where nothing fits as it was typed: else "dibao" would bring "yibao" along.
  const exact = scored(false)
  return (exact.length > 0 ? exact : scored(true))
    .sort((one, other) => other.score - one.score || one.at - other.at)
    .map(({ row }) => row)
}

const QUERY_MAX = 60

/** The published guides: all of them, those of one life event, or those that a few words find; with the life events that have any. */
export const serviceList = async (here: Here, asked: { event?: string | undefined; q?: string | undefined } = {}): Promise<ServiceListView> => {
  const [events, rows] = [await eventsOf(here), await openServices(here)]
  const groups = groupsOf(rows, events)
  const query = normaliseText(asked.q ?? '').slice(0, QUERY_MAX).trim()
  const event = query ? undefined : events.find(({ code }) => code === asked.event)
  const shown = query ? ranked(rows, events, query) : rows.filter((row) => !event || isUnder(row, event))
  const group = event && groups.find(({ code }) => code === event.code)
  return { groups, items: shown.map((row) => cardOf(row, events)), total: rows.length, ...(group ? { group } : {}), ...(query ? { query: (asked.q ?? '').trim().slice(0, QUERY_MAX) } : {}) }
}

/** One published guide by its code, with all it says. Errors: `notFound`, also before and after the days it holds. */
export const serviceByCode = async (here: Here, code: string): Promise<GuideView> => {
  const [row] = await openServices(here, { code: { equals: code } })
  if (!row) throw new DomainError('notFound')
  const events = await eventsOf(here)
  return guideOf(here, row, events.filter((event) => isUnder(row, event)).map((event) => ({ text: event.name, path: groupPath(event.code) })))
}

/** A guide that residents do by a matter of this portal, with the code of its type. */
export const serviceToApply = async (here: Here, code: string): Promise<{ code: string; name: string; type: string } | undefined> => {
  const [row] = await openServices(here, { code: { equals: code } })
  const type = row?.online === 'matter' ? here.model.types.byId.get(idOf(row.onlineType) ?? '') : undefined
  return row && type && type.active !== false && type.openBy.includes('resident') ? { code: row.code, name: row.name, type: type.code } : undefined
}

/** Guides that can be done in a unit: those of the whole office, and those of the unit or of one above it. */
export const servicesIn = async (here: Here, units: readonly string[]): Promise<ServiceCard[]> => {
  const [events, rows] = [await eventsOf(here), await openServices(here)]
  return rows.filter((row) => (row.units ?? []).some((unit) => units.includes(idOf(unit) ?? ''))).map((row) => cardOf(row, events))
}

const MOST_FOUND = 20

/** Guides for the search of the whole site. `query` is normalised. */
export const searchServices = async (here: Here, query: string): Promise<Found[]> => {
  const [events, rows] = [await eventsOf(here), await openServices(here)]
  return ranked(rows, events, query).slice(0, MOST_FOUND).map((row) => ({ path: servicePath(row.code), title: row.name, ...(row.summary ? { excerpt: row.summary } : {}) }))
}

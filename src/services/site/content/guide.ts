import type { Payload } from 'payload'
import { missingElements, type GuideElement } from '@/domain/services/completeness'
import type { MaterialForm } from '@/domain/services/types'
import { say, type Lang } from '@/domain/words'
import { idOf } from '@/lib/idOf'
import type { ServiceItem } from '@/payload-types'
import { openCounters } from '@/services/booking/counters'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { phoneOf, type Phone } from '../phones'

type Here = { payload: Payload; model: OfficeModel; lang: Lang }

export type MaterialView = { name: string; form: MaterialForm; copies: number; note?: string; from?: string; sample?: { src: string; alt: string } }
export type OnlineView = { way: 'matter'; path: string } | { way: 'link'; href: string } | { way: 'none' }

/** A guide as its page shows it. What the office has not written is absent; `missing` names the elements the law asks for. */
export type GuideView = {
  code: string
  name: string
  summary?: string
  groups: { text: string; path: string }[]
  audience: ('person' | 'organisation')[]
  basis?: string
  conditions: string[]
  materials: MaterialView[]
  place?: string
  body?: string
  fee?: string
  legalLimit?: string
  promisedLimit?: string
  visits?: number
  hours?: string
  phone?: Phone
  steps: { title: string; text?: string }[]
  forms: { name: string; href: string }[]
  remedy?: string
  units: { text: string; path: string }[]
  counters: { name: string; path: string }[]
  online: OnlineView
  agent: boolean
  officialCode?: string
  validUntil?: string
  updatedAt: number
  missing: GuideElement[]
}

const WORDS = ['summary', 'basis', 'place', 'body', 'fee', 'legalLimit', 'promisedLimit', 'hours', 'remedy', 'officialCode', 'validUntil'] as const

const wordsIn = (row: ServiceItem): Partial<Record<(typeof WORDS)[number], string>> => Object.fromEntries(WORDS.flatMap((field) => (row[field] ? [[field, row[field]] as const] : [])))

const linesOf = (text: string | null | undefined): string[] => (text ?? '').split('\n').map((line) => line.trim()).filter(Boolean)

/** Pictures of filled-in samples that residents may see. */
const samplesOf = async ({ payload, lang }: Here, row: ServiceItem): Promise<Map<string, { src: string; alt: string }>> => {
  const ids = (row.materials ?? []).flatMap(({ sample }) => idOf(sample) ?? [])
  if (ids.length === 0) return new Map()
  const { docs } = await payload.find({ collection: SLUG.media, where: { id: { in: ids } }, limit: ids.length, pagination: false, depth: 0, locale: lang, overrideAccess: false })
  return new Map(docs.flatMap(({ id, url, alt }) => (url ? [[id, { src: url, alt }] as const] : [])))
}

const materialsOf = async (here: Here, row: ServiceItem): Promise<MaterialView[]> => {
  const samples = await samplesOf(here, row)
  return (row.materials ?? []).map(({ name, form, copies, note, from, sample }) => {
    const picture = samples.get(idOf(sample) ?? '')
    return { name, form, copies: copies ?? 1, ...(note ? { note } : {}), ...(from ? { from } : {}), ...(picture ? { sample: picture } : {}) }
  })
}

const onlineOf = ({ model }: Here, row: ServiceItem): OnlineView => {
  const type = row.online === 'matter' ? model.types.byId.get(idOf(row.onlineType) ?? '') : undefined
  if (type && type.active !== false && type.openBy.includes('resident')) return { way: 'matter', path: `/report?s=${encodeURIComponent(row.code)}` }
  return row.online === 'link' && row.onlineHref ? { way: 'link', href: row.onlineHref } : { way: 'none' }
}

const unitsOf = ({ model, lang }: Here, row: ServiceItem): GuideView['units'] =>
  (row.units ?? []).flatMap((unit) => model.units.byId.get(idOf(unit) ?? '') ?? []).filter(({ active }) => active !== false).map((unit) => ({ text: say(unit.name, lang), path: `/grid/${encodeURIComponent(unit.code)}` }))

const agentOf = ({ model }: Here, row: ServiceItem): boolean => {
  const type = model.types.byId.get(idOf(row.agentType) ?? '')
  return Boolean(type && type.active !== false && type.openBy.includes('staff'))
}

const countersOf = async (here: Here, row: ServiceItem): Promise<GuideView['counters']> => {
  const ids = (row.counters ?? []).flatMap((counter) => idOf(counter) ?? [])
  const open = ids.length > 0 ? await openCounters(here) : []
  return open.filter(({ id }) => ids.includes(id)).map(({ code, name }) => ({ name, path: `/book/${encodeURIComponent(code)}?item=${encodeURIComponent(row.code)}` }))
}

/** Everything a guide says. */
export const guideOf = async (here: Here, row: ServiceItem, groups: GuideView['groups']): Promise<GuideView> => {
  const phone = phoneOf(row.phone)
  return {
    code: row.code, name: row.name, groups, ...wordsIn(row), audience: row.audience ?? [], conditions: linesOf(row.conditions), materials: await materialsOf(here, row),
    ...(phone ? { phone } : {}), ...(typeof row.visits === 'number' ? { visits: row.visits } : {}),
    steps: (row.steps ?? []).map(({ title, text }) => ({ title, ...(text ? { text } : {}) })), forms: (row.forms ?? []).map(({ name, href }) => ({ name, href })),
    units: unitsOf(here, row), counters: await countersOf(here, row), online: onlineOf(here, row), agent: agentOf(here, row), updatedAt: Date.parse(row.updatedAt), missing: missingElements(row as never),
  }
}

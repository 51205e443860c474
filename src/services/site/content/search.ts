import type { Payload } from 'payload'
import { normaliseText } from '@/domain/matter/text'
import { say, type Lang } from '@/domain/words'
import type { OfficeModel } from '@/services/structure/load'
import { unitHolder } from '../holder'
import { searchUnits, withinNames } from '../units'
import { findPages } from './findPages'
import { findPhones } from './findPhones'
import type { Found } from './found'
import { unitPath } from './grid'
import { searchNotices } from './notices'
import { searchRules } from './rules'
import { searchServices } from './services'

/** What is found stands in groups, in this order. */
export const FOUND_GROUPS = ['phones', 'services', 'units', 'pages', 'notices', 'rules'] as const
export type FoundGroups = Record<(typeof FOUND_GROUPS)[number], Found[]>

const QUERY_MAX = 60

const findUnits = (model: OfficeModel, lang: Lang, query: string): Found[] =>
  searchUnits(model, query).hits.map((unit) => {
    const phone = unitHolder(unit, lang).phone
    return { path: unitPath(unit), title: say(unit.name, lang), excerpt: [withinNames(model, unit, lang).join(' › '), phone?.text].filter(Boolean).join(' · ') }
  })

/** What a visitor may find: telephones, guides, units, pages, notices, public rules with their clauses. Nothing of matters. */
export const searchSite = async (payload: Payload, model: OfficeModel, lang: Lang, text: string): Promise<FoundGroups> => {
  const query = normaliseText(text).slice(0, QUERY_MAX).trim()
  if (!query) return { phones: [], services: [], units: [], pages: [], notices: [], rules: [] }
  const phones = findPhones(model, lang, query)
  return {
    phones,
    services: await searchServices({ payload, model, lang }, query),
    units: findUnits(model, lang, query).filter(({ path }) => !phones.some((phone) => phone.path === path)),
    pages: await findPages(payload, model, lang, query),
    notices: await searchNotices(payload, model, lang, query),
    rules: await searchRules(payload, model, lang, query),
  }
}

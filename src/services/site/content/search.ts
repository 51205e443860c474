import type { Payload } from 'payload'
import { normaliseText } from '@/domain/matter/text'
import { say, type Lang } from '@/domain/words'
import type { OfficeModel } from '@/services/structure/load'
import { unitHolder } from '../holder'
import { searchUnits, withinNames } from '../units'
import { unitPath } from './grid'
import { searchNotices } from './notices'
import { ruleList } from './rules'

export type Found = { path: string; title: string; excerpt?: string }
export type FoundGroups = Record<'notices' | 'rules' | 'units', Found[]>

const QUERY_MAX = 60

/** What a visitor may find: notices, public rules, units with their phones. Nothing of matters. */
export const searchSite = async (payload: Payload, model: OfficeModel, lang: Lang, text: string): Promise<FoundGroups> => {
  const query = normaliseText(text).slice(0, QUERY_MAX)
  if (!query) return { notices: [], rules: [], units: [] }
  const rules = (await ruleList(payload, model, lang)).flatMap(({ items }) => items)
  const { hits } = searchUnits(model, query)
  return {
    notices: await searchNotices(payload, model, lang, query),
    rules: rules.filter(({ title, number, summary }) => normaliseText([title, number, summary ?? ''].join(' ')).includes(query)).map(({ path, title, summary }) => ({ path, title, ...(summary ? { excerpt: summary } : {}) })),
    units: hits.map((unit) => {
      const phone = unitHolder(unit, lang).phone
      return { path: unitPath(unit), title: say(unit.name, lang), excerpt: [withinNames(model, unit, lang).join(' › '), phone?.text].filter(Boolean).join(' · ') }
    }),
  }
}

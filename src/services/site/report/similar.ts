import { createHash } from 'node:crypto'
import type { Payload, Where } from 'payload'
import { findRows } from '@/db/rows'
import { pathIds, pathRange } from '@/domain/grid'
import { findSimilar, type ComparableMatter } from '@/domain/matter/similar'
import { say, type Lang } from '@/domain/words'
import { now } from '@/lib/clock'
import { iso, ms, type MatterRow } from '@/services/matters/row'
import type { OfficeModel } from '@/services/structure/load'
import type { UnitRow } from '@/services/structure/rows'
import { SLUG } from '@/slugs'
import { holderOf } from '../holder'
import { unitsBelow } from '../units'
import { categoryName } from './describe'
import type { Draft } from './draft'
import { placedOf } from './type'

const DAYS = 30
const CANDIDATES = 60
const SHOWN = 3

/** Of an open report nearby: its category, the group of houses, dates, who has it. Never its words, never the very door. */
export type SimilarReport = { key: string; title: string; place: string; receivedAt: number; holder: string; dueAt?: number }

type Found = SimilarReport & { matter: string }

/** What the office lets the public know of: the type and the category both say so, and nothing is restricted. */
const isPublic = (model: OfficeModel, row: Pick<MatterRow, 'type' | 'category' | 'confidentiality'>): boolean =>
  row.confidentiality === 'normal' && model.types.byId.get(row.type)?.publicity === 'public' && model.categories.byId.get(row.category ?? '')?.publicity === 'public'

/** The unit a report is shown at: one above the smallest, so that nobody's door stands there. */
const shownAt = (model: OfficeModel, unit: UnitRow): UnitRow => {
  const above = unit.parent ? model.units.byId.get(unit.parent) : undefined
  return above && unitsBelow(model, unit.id).length === 0 ? above : unit
}

const codes = (path: string, rows: Map<string, { code: string }>): string[] => pathIds(path).flatMap((id) => rows.get(id)?.code ?? [])

type Comparable = ComparableMatter & { row: MatterRow }

const comparable = (model: OfficeModel, row: MatterRow): Comparable => ({
  row, text: [row.title, row.text].join('\n'), categoryCodes: codes(row.categoryPath, model.categories.byId), unitCodes: codes(row.path, model.units.byId), receivedAt: Date.parse(row.receivedAt),
})

/** Tells nothing of the matter, and is another one for every draft. */
const keyOf = (draft: Draft, matter: string): string => createHash('sha256').update(`${draft.key}|${matter}`).digest('base64url').slice(0, 16)

const near = async (payload: Payload, model: OfficeModel, around: UnitRow): Promise<MatterRow[]> => {
  const range = pathRange(around.path)
  const where: Where = {
    and: [
      { office: { equals: model.office.id } }, { open: { equals: true } }, { confidentiality: { equals: 'normal' } },
      { path: { greater_than_equal: range.from } }, { path: { less_than: range.below } }, { receivedAt: { greater_than: iso(now() - DAYS * 86_400_000) } },
    ],
  }
  const rows = (await findRows({ payload }, SLUG.matters, { where, sort: '-receivedAt', limit: CANDIDATES })) as unknown as MatterRow[]
  return rows.filter((row) => isPublic(model, row))
}

const viewOf = (model: OfficeModel, draft: Draft, row: MatterRow, lang: Lang): Found[] => {
  const category = model.categories.byId.get(row.category ?? '')
  const unit = model.units.byId.get(row.unit ?? '')
  if (!category || !unit) return []
  const dueAt = row.nextClock === 'resolve' ? ms(row.dueAt) : undefined
  return [{
    key: keyOf(draft, row.id), matter: row.id, title: categoryName(model, category, lang), place: say(shownAt(model, unit).name, lang),
    receivedAt: Date.parse(row.receivedAt), holder: holderOf(model, row, lang).name, ...(dueAt === undefined ? {} : { dueAt }),
  }]
}

/** Open reports nearby that read much like the draft and are public by their type and category; none for a draft that would not be. */
export const similarReports = async (payload: Payload, model: OfficeModel, draft: Draft, lang: Lang): Promise<Found[]> => {
  const { type, category, unit } = placedOf(model, draft)
  if (!category || !unit?.parent || !isPublic(model, { type: type.id, category: category.id, confidentiality: 'normal' })) return []
  const rows = await near(payload, model, shownAt(model, unit))
  const matter: ComparableMatter = { text: draft.text, categoryCodes: codes(category.path, model.categories.byId), unitCodes: codes(unit.path, model.units.byId), receivedAt: now() }
  return findSimilar({ matter, candidates: rows.map((row) => comparable(model, row)), limit: SHOWN }).flatMap(({ candidate }) => viewOf(model, draft, candidate.row, lang))
}

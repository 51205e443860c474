import { queueCounts, queuePage } from '@/db/queue'
import { findRows } from '@/db/rows'
import { findSimilar, POSSIBLY_SAME, type ComparableMatter, type Similarity } from '@/domain/matter/similar'
import { pathIds } from '@/domain/grid/path'
import { factsOf, type MatterRow } from '@/services/matters/row'
import { workflowVersion } from '@/services/structure/versions'
import { SLUG } from '@/slugs'
import type { Where } from 'payload'
import type { Desk } from '../desk'
import { matterHref, ownerOf, shareName } from '../names'
import { rowVMs } from '../rows'
import type { MatterVM, NearVM } from '../view'
import type { EventRow } from './load'

const DAY = 86_400_000
const CANDIDATES = 120
const SHOWN = 4

type Facts = { id?: string; text: string; title?: string; categoryPath: string; path: string; unit?: string | null; category?: string | null; receivedAt: number; restricted?: boolean }

const codes = (path: string, rows: Map<string, { code: string }>): string[] => pathIds(path).flatMap((id) => rows.get(id)?.code ?? [])

const comparable = (desk: Desk, facts: Pick<Facts, 'text' | 'title' | 'categoryPath' | 'path' | 'receivedAt'>): ComparableMatter => ({
  text: [facts.title, facts.text].filter(Boolean).join('\n'),
  categoryCodes: codes(facts.categoryPath, desk.model.categories.byId),
  unitCodes: codes(facts.path, desk.model.units.byId),
  receivedAt: facts.receivedAt,
})

const candidatesWhere = (desk: Desk, { id, unit, category, receivedAt }: Facts): Where => ({
  and: [
    { office: { equals: desk.viewer.office } }, { open: { equals: true } },
    { receivedAt: { greater_than: new Date(receivedAt - 30 * DAY).toISOString() } },
    { or: [...(unit ? [{ unit: { equals: unit } }] : []), ...(category ? [{ category: { equals: category } }] : [])] },
    ...(id ? [{ id: { not_equals: id } }] : []),
  ],
})

const whyOf = ({ phrases, parts }: Similarity, { t }: Desk): string =>
  [...(parts.unit === 1 ? [t('near.sameUnit')] : []), t('near.shared', { words: phrases.slice(0, 3).map((word) => `「${word}」`).join('') })].join(' · ')

type Found = { row: MatterRow; similarity: Similarity; apart: boolean }

const nearVM = async ({ row, similarity, apart }: Found, desk: Desk): Promise<NearVM> => {
  const { steps } = await workflowVersion(desk.payload, row.workflowVersion)
  const owner = shareName(desk, { unit: row.ownerUnit, team: row.ownerTeam, person: row.ownerPerson })
  return {
    id: row.id, number: row.number, title: row.title, href: matterHref(row.id), why: whyOf(similarity, desk), phase: row.phase, receivedAt: Date.parse(row.receivedAt),
    stepName: desk.say(steps.find(({ code }) => code === row.step)?.name), ...(owner ? { owner } : {}), ...(apart ? { notSame: true } : {}),
  }
}

/** Those that somebody told apart from this one; the last word counts. */
export const toldApart = (events: readonly EventRow[]): Set<string> => {
  const apart = new Set<string>()
  for (const { action, data } of events) {
    if (action === 'notSame') apart.add(String(data?.other))
    if (action === 'perhapsSame') apart.delete(String(data?.other))
  }
  return apart
}

/** Recent open matters of the same unit or category that read alike, among those the viewer may see. */
export const nearVMs = async (desk: Desk, facts: Facts, apart: ReadonlySet<string> = new Set()): Promise<NearVM[]> => {
  if (!facts.unit && !facts.category) return []
  const rows = (await findRows({ payload: desk.payload }, SLUG.matters, { where: candidatesWhere(desk, facts), sort: '-receivedAt', limit: CANDIDATES })) as unknown as MatterRow[]
  const seen = rows.filter((row) => desk.may('matter.view', factsOf(row)))
  const candidates = seen.map((row) => ({ row, ...comparable(desk, { ...row, text: row.text ?? '', receivedAt: Date.parse(row.receivedAt) }) }))
  const found = findSimilar({ matter: comparable(desk, facts), candidates, threshold: POSSIBLY_SAME, limit: SHOWN + apart.size })
  return Promise.all(found.map(({ candidate: { row }, similarity }) => nearVM({ row, similarity, apart: apart.has(row.id) }, desk)))
}

/** What else came from the same smallest unit within a year. Places have a history here; people do not. */
export const placeOf = async (desk: Desk, matter: MatterRow): Promise<MatterVM['place']> => {
  const unit = matter.unit ? desk.model.units.byId.get(matter.unit) : undefined
  if (!unit || desk.model.units.all.some(({ parent }) => parent === unit.id)) return undefined
  const { payload, viewer, now } = desk
  const question = { payload, viewer, now, filters: { unitPaths: [unit.path], closed: true, receivedFrom: new Date(now - 365 * DAY).toISOString() } }
  const { rows } = await queuePage({ ...question, sort: 'received', limit: SHOWN + 1 })
  const others = rows.filter(({ id }) => id !== matter.id).slice(0, SHOWN)
  if (others.length === 0) return undefined
  const { all } = await queueCounts(question)
  return { count: all, rows: (await rowVMs(others, desk)).map(({ id, title, href, receivedAt, step }) => ({ id, title, href, at: receivedAt, stepName: step })) }
}

export const ownerVM = (desk: Desk, row: MatterRow) => ownerOf(desk, { unit: row.ownerUnit, team: row.ownerTeam, person: row.ownerPerson })

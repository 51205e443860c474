import { countRows, findRows } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { repathOne } from '@/domain/grid'
import { t } from '@/i18n'
import type { Desk } from '@/services/desk/desk'
import { queueTask } from '@/services/structure/tasks'
import { rangeOf } from '@/access/range'
import type { RiskCategory } from '@/payload-types'
import { SLUG } from '@/slugs'
import { putRow, restructure, type Restructuring } from '../territory/restructure'

const because = (desk: Desk, reason: unknown): string => {
  const text = typeof reason === 'string' ? reason.trim() : ''
  if (text.length < 2) throw new DomainError('invalid', { said: [{ path: 'reason', text: t(desk.lang, 'studioTerritory.why.missing') }] })
  return text
}

/** A category and all below it, parents first. Errors: `notFound`. */
const branchOf = async ({ req, office }: Restructuring, id: string): Promise<[RiskCategory, ...RiskCategory[]]> => {
  const [top] = await findRows(req, SLUG.categories, { where: { and: [{ id: { equals: id } }, { office: { equals: office } }] } })
  if (!top) throw new DomainError('notFound')
  const { from, below } = rangeOf(top.path ?? '')
  const rows = await findRows(req, SLUG.categories, { where: { and: [{ path: { greater_than: from } }, { path: { less_than: below } }, { office: { equals: office } }] }, sort: 'path' })
  return [top, ...rows]
}

const labelOf = (desk: Desk, id: string): string => desk.model.categories.byId.get(id)?.name.zh ?? id

/** Closes a category with all below it, as one change. Matters that have it go on. */
export const closeCategory = async (desk: Desk, { category, reason }: { category: string; reason: unknown }): Promise<void> => {
  const why = because(desk, reason)
  await restructure(desk, { label: labelOf(desk, category), reason: why, work: async (on) => {
    for (const row of await branchOf(on, category)) if (row.active !== false) await putRow(on, SLUG.categories, { id: row.id, data: { active: false } })
  } })
}

/** Hangs a category elsewhere (at the top without a parent), with all below it; its open matters follow in a task. */
export const moveCategory = async (desk: Desk, { category, parent, reason }: { category: string; parent?: string; reason: unknown }): Promise<void> => {
  const why = because(desk, reason)
  await restructure(desk, { label: labelOf(desk, category), reason: why, work: async (on) => {
    const { req, office } = on
    const [top, ...below] = await branchOf(on, category)
    req.context.movesBranch = true
    await putRow(on, SLUG.categories, { id: category, data: { parent: parent ?? null } })
    const [moved] = await findRows(req, SLUG.categories, { where: { id: { equals: category } } })
    const [from, to] = [top.path ?? '', moved?.path ?? '']
    if (from === to) return
    for (const row of below) await req.payload.db.updateOne({ collection: SLUG.categories, id: row.id, data: { path: repathOne(row.path ?? '', from, to) }, req, returning: false })
    const range = rangeOf(from)
    const total = await countRows(req, SLUG.matters, { and: [{ categoryPath: { greater_than_equal: range.from } }, { categoryPath: { less_than: range.below } }, { open: { equals: true } }] })
    await queueTask(req, { office, kind: 'repath', subject: category, input: { from, to, tree: SLUG.categories }, total })
  } })
}

import type { Where } from 'payload'
import { countRows, findRows, type RowRequest } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { containsPoint, isBoundary } from '@/domain/grid'
import type { Desk } from '@/services/desk/desk'
import { within } from '@/services/structure/placeUnit'
import { relationUses } from '@/services/structure/uses/relations'
import { useWords } from '@/services/structure/uses'
import { SLUG, type Slug } from '@/slugs'

/** What a change of a unit takes along, leaves, and does not touch, as it is shown before. */
export type Effect = {
  /** Open units below, at any depth. */
  below: number
  /** Open matters in the unit and below; how many stand in the unit itself. */
  open: number
  here: number
  /** Matters that are done: they stay as they were. */
  done: number
  /** People and teams whose coverage passes to the successors. */
  coverage: number
  /** What goes on pointing to the unit and is not changed, in words. */
  others: string[]
}

/** Passed on, or history, or told apart. */
const TOLD: readonly Slug[] = [SLUG.units, SLUG.matters, SLUG.assignments, SLUG.memberships, SLUG.teams, SLUG.tasks, SLUG.imports, SLUG.changes, SLUG.events]

const unitOf = (desk: Desk, id: string) => {
  const unit = desk.model.units.byId.get(id)
  if (!unit) throw new DomainError('notFound')
  return unit
}

/** What closing, merging, splitting or moving a unit would come to. */
export const effectOf = async (desk: Desk, id: string): Promise<Effect> => {
  const unit = unitOf(desk, id)
  const req: RowRequest = { payload: desk.payload }
  const matters = (open: boolean): Where => ({ and: [within(unit.path), { open: { equals: open } }] })
  const covering: Where = { units: { equals: id } }
  const uses = (await relationUses(desk.req, SLUG.units, id)).filter(({ collection }) => !TOLD.includes(collection))
  return {
    below: desk.model.units.all.filter(({ path, active }) => path !== unit.path && path.startsWith(unit.path) && active !== false).length,
    open: await countRows(req, SLUG.matters, matters(true)), done: await countRows(req, SLUG.matters, matters(false)),
    here: await countRows(req, SLUG.matters, { and: [{ unit: { equals: id } }, { open: { equals: true } }] }),
    coverage: (await countRows(req, SLUG.memberships, covering)) + (await countRows(req, SLUG.teams, covering)),
    others: uses.map((use) => useWords(desk.req, use, desk.lang)),
  }
}

/** Of the open matters that stand in the unit itself: how many lie on the ground of each part, and how many go to the first for want of a point. */
export const splitCounts = async (desk: Desk, id: string, boundaries: readonly unknown[]): Promise<{ parts: number[]; elsewhere: number }> => {
  unitOf(desk, id)
  const rows = await findRows({ payload: desk.payload }, SLUG.matters, { where: { and: [{ unit: { equals: id } }, { open: { equals: true } }] }, select: { lng: true, lat: true } })
  const grounds = boundaries.map((boundary) => (isBoundary(boundary) ? boundary : undefined))
  const parts = grounds.map(() => 0)
  let elsewhere = 0
  for (const { lng, lat } of rows) {
    const at = typeof lng === 'number' && typeof lat === 'number' ? grounds.findIndex((ground) => ground && containsPoint(ground, { lng, lat })) : -1
    if (at < 0) elsewhere += 1
    else parts[at] = (parts[at] ?? 0) + 1
  }
  return { parts, elsewhere }
}

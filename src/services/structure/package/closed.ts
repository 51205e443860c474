import { findRows } from '@/db/rows'
import type { Section } from '@/domain/package/sections'
import type { Desk } from '@/services/desk/desk'
import { SLUG } from '@/slugs'
import { closedTo } from './allowed'

/**
 * Sections that an import leaves alone: those its bearer may not change, and the notices once any column of the office is reviewed: what a file
 * brings nobody has reviewed.
 */
export const closedSections = async (desk: Pick<Desk, 'payload' | 'holds' | 'model'>): Promise<Section[]> => {
  const closed = closedTo(desk.holds)
  if (closed.includes('notices')) return closed
  const columns = await findRows({ payload: desk.payload }, SLUG.columns, { where: { office: { equals: desk.model.office.id } } })
  return columns.some(({ reviews }) => (reviews ?? []).length > 0) ? [...closed, 'notices'] : closed
}

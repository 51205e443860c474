import type { PayloadRequest } from 'payload'
import { countRows } from '@/db/rows'
import { SLUG, type Slug } from '@/slugs'
import type { Use } from './relations'

type Text = { as: NonNullable<Use['as']>; field: string; marked: (id: string) => string }

/** Lists of ids that matters keep as one text. Ids are long and random: finding one in it is finding it. */
const KEPT: Partial<Record<Slug, Text>> = {
  [SLUG.units]: { as: 'below', field: 'path', marked: (id) => `/${id}/` },
  [SLUG.categories]: { as: 'below', field: 'categoryPath', marked: (id) => `/${id}/` },
  [SLUG.tags]: { as: 'labels', field: 'tags', marked: (id) => id },
}

/** Matters that name a row in a text of theirs: below a unit or category, or tagged. */
export const textUses = async (req: PayloadRequest, target: Slug, id: string): Promise<Use[]> => {
  const kept = KEPT[target]
  if (!kept) return []
  const count = await countRows(req, SLUG.matters, { [kept.field]: { contains: kept.marked(id) } })
  return count > 0 ? [{ collection: SLUG.matters, as: kept.as, count }] : []
}

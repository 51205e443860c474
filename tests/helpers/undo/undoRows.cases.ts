import type { UndoCase } from './undoCase'
import { EDITED } from '@/app/(studio)/admin/structure/api/rows/_slug'
import { another, smallChange } from './rows'
import type { World } from './world'
import { SLUG, type Slug } from '@/slugs'

const made = async (world: World, slug: Slug, code: string): Promise<Record<string, string>> => {
  const { id } = await world.studio('POST rows/[slug]', { params: { slug }, body: { data: await another(world, slug, code) } })
  return { id: String(id) }
}

const gone = (world: World, slug: Slug, { id = '' }: Record<string, string>) => world.studio('DELETE rows/[slug]/[id]', { params: { slug, id } })

const office = (why: string): UndoCase => ({
  door: 'PATCH rows/[slug]/[id]', what: SLUG.offices,
  act: async (world) => world.studio('PATCH rows/[slug]/[id]', { params: { slug: SLUG.offices, id: (await world.model()).office.id }, body: { data: { name: { zh: '改过的街道', en: 'Changed' }, dutyPhone: '010 1234 5678' }, reason: why } }),
})

/** Rows that the editors keep, of each kind: made, changed, removed. */
export const rowCases = (why: string): UndoCase[] => [office(why), ...EDITED.filter((slug) => slug !== SLUG.offices).flatMap((slug, at): UndoCase[] => [
  { door: 'POST rows/[slug]', what: slug, act: async (world) => world.studio('POST rows/[slug]', { params: { slug }, body: { data: await another(world, slug, `undo-a${at}`), reason: why } }) },
  {
    door: 'PATCH rows/[slug]/[id]', what: slug, set: (world) => made(world, slug, `undo-b${at}`), clear: (world, row) => gone(world, slug, row),
    act: async (world, { id = '' }) => world.studio('PATCH rows/[slug]/[id]', { params: { slug, id }, body: { data: (await smallChange(world, slug, id)).studio, reason: why } }),
  },
  {
    door: 'DELETE rows/[slug]/[id]', what: slug, set: (world) => made(world, slug, `undo-c${at}`), clear: (world, row) => gone(world, slug, row),
    act: (world, { id = '' }) => world.studio('DELETE rows/[slug]/[id]', { params: { slug, id }, body: { reason: why } }),
  },
])]

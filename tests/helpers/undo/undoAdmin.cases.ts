import type { UndoCase } from './undoCase'
import { another, inChinese, ROWS, smallChange } from './rows'
import type { World } from './world'
import { SLUG, type Slug } from '@/slugs'

const CONTENT: readonly Slug[] = [SLUG.rules, SLUG.notices, SLUG.pages, SLUG.services]

const fresh = async (world: World, slug: Slug, code: string) => inChinese(world, slug, await another(world, slug, code))

const made = async (world: World, slug: Slug, code: string): Promise<Record<string, string>> => {
  const { doc } = await world.admin('POST', `/${slug}?depth=0`, await fresh(world, slug, code))
  return { id: (doc as { id: string }).id }
}

/** What was public once is not deleted by any door of people's. */
const goneNotice = async ({ portal: { payload } }: World, id: string): Promise<Record<string, unknown>> => {
  await payload.delete({ collection: SLUG.notices, id, overrideAccess: true })
  return {}
}

const gone = (world: World, slug: Slug, { id = '' }: Record<string, string>) => (slug === SLUG.notices ? goneNotice(world, id) : world.admin('DELETE', `/${slug}/${id}`))

const whole = (why: string) => (slug: Slug, at: number): UndoCase[] => [
  { door: `CREATE ${slug}`, act: async (world) => world.admin('POST', `/${slug}?depth=0`, { ...(await fresh(world, slug, `adm-a${at}`)), changeReason: why }) },
  {
    door: `UPDATE ${slug}`, set: (world) => made(world, slug, `adm-b${at}`), clear: (world, row) => gone(world, slug, row),
    act: async (world, { id = '' }) => world.admin('PATCH', `/${slug}/${id}?depth=0`, { ...(await smallChange(world, slug, id)).admin, changeReason: why }),
  },
  ...(slug === SLUG.notices ? [] : [{ door: `DELETE ${slug}`, silent: true as const, set: (world: World) => made(world, slug, `adm-d${at}`), clear: (world: World, row: Record<string, string>) => gone(world, slug, row), act: (world: World, row: Record<string, string>) => gone(world, slug, row) }]),
]

const inEnglish = (why: string): UndoCase => ({
  door: `UPDATE ${SLUG.notices}`, what: 'in English', set: (world) => made(world, SLUG.notices, 'adm-f'), clear: (world, row) => gone(world, SLUG.notices, row),
  act: (world, { id = '' }) => world.admin('PATCH', `/${SLUG.notices}/${id}?depth=0&locale=en`, { title: 'Another title', changeReason: why }),
})

/** A draft that differs from what is in force is published through Payload's own door. */
const published = (why: string) => (slug: Slug): UndoCase => ({
  door: `POST /${slug}/:id/publish`, drafted: true,
  set: async (world) => {
    const { id, definition } = await world.first(slug)
    const { admin } = await smallChange(world, slug, id)
    await world.admin('PATCH', `/${slug}/${id}?depth=0`, admin)
    return { id, definition: JSON.stringify(definition) }
  },
  act: (world, { id = '' }) => world.admin('POST', `/${slug}/${id}/publish`, { reason: why }),
  clear: (world, { id = '', definition = '{}' }) => world.admin('PATCH', `/${slug}/${id}?depth=0`, { definition: JSON.parse(definition) as unknown }),
})

/** Content is published, taken down and put back to an earlier text. */
const content = (why: string) => (slug: Slug, at: number): UndoCase[] => [
  // A notice is taken in by withdrawing it (tests/int/notices-chain.spec.ts).
  ...(slug === SLUG.notices ? [] : [{
    door: `UPDATE ${slug}`, what: 'taken down', set: (world: World) => made(world, slug, `adm-e${at}`), clear: (world: World, row: Record<string, string>) => gone(world, slug, row),
    act: (world: World, { id = '' }: Record<string, string>) => world.admin('PATCH', `/${slug}/${id}?depth=0`, { _status: 'draft', changeReason: why }),
  } satisfies UndoCase]),
  ...(slug === SLUG.notices ? [inEnglish(why)] : []),
  {
    door: `RESTORE ${slug}`, silent: true, clear: (world, row) => gone(world, slug, row),
    set: async (world) => {
      const { id = '' } = await made(world, slug, `adm-g${at}`)
      const { docs } = await world.admin('GET', `/${slug}/versions?depth=0&where[parent][equals]=${id}`)
      await world.admin('PATCH', `/${slug}/${id}?depth=0`, (await smallChange(world, slug, id)).admin)
      return { id, version: (docs as { id: string }[])[0]!.id }
    },
    act: (world, { version = '' }) => world.admin('POST', `/${slug}/versions/${version}?depth=0`),
  },
]

const DEFINED: Slug[] = [SLUG.limits, SLUG.routing]

/** The only one of its kind: changed as it is. */
const single = (why: string) => (slug: Slug): UndoCase => ({
  door: `UPDATE ${slug}`,
  act: async (world) => {
    const { id } = await world.first(slug)
    return world.admin('PATCH', `/${slug}/${id}?depth=0`, { ...(await smallChange(world, slug, id)).admin, changeReason: why })
  },
})

/** Payload's own doors, for every collection that holds structure. */
export const adminCases = (why: string): UndoCase[] => [
  ...ROWS.flatMap(whole(why)), ...CONTENT.flatMap(content(why)), ...DEFINED.map(single(why)), ...[SLUG.forms, SLUG.workflows, SLUG.registers, ...DEFINED].map(published(why)),
  ...DEFINED.flatMap((slug): UndoCase[] => whole(why)(slug, 90 + DEFINED.indexOf(slug)).filter(({ door }) => !door.startsWith('UPDATE'))),
  { door: `UPDATE ${SLUG.offices}`, act: async (world) => world.admin('PATCH', `/${SLUG.offices}/${(await world.model()).office.id}?depth=0`, { shortName: '改名', dutyPhone: '010 8888 8888', changeReason: why }) },
]

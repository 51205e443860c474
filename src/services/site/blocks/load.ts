import { findRow } from '@/db/rows'
import { say } from '@/domain/words'
import { idOf } from '@/lib/idOf'
import { now } from '@/lib/clock'
import type { Page } from '@/payload-types'
import { SLUG } from '@/slugs'
import { noticeList } from '../content/notices'
import { ruleList } from '../content/rules'
import { pagePath } from '../content/pages'
import { serviceCount, serviceList } from '../content/services'
import { solvedHere, solvedThisMonth } from '../content/solved'
import { walkTops } from '../content/grid'
import { arrivedThisMonth } from './tally'
import { contacts, unitMap } from './units'
import type { BlockData, BlockOf, BlockType, Here, Loaded, PageBlock, Picture } from './types'

/** Rows that several blocks of a page point at, read at once. `inner`: within another page, where no third one is put in. */
type Reading = Here & { pictures: Map<string, Picture>; pages: Map<string, Page>; inner: boolean; notices: Map<string, Promise<BlockData<'noticeList'>>> }

type Loader<T extends BlockType> = (here: Reading, block: BlockOf<T>) => BlockData<T> | Promise<BlockData<T>>

const COUNT = 5

const noticesOf = async ({ payload, model, lang }: Here, column: unknown): Promise<BlockData<'noticeList'>> => {
  const id = idOf(column)
  const code = id && (await findRow({ payload }, SLUG.columns, { where: { id: { equals: id } }, select: { code: true } }))?.code
  // a column that is gone has no notices; all of them would be another list than the one that was chosen
  if (id && !code) return { items: [], path: '/notices' }
  const { items } = await noticeList(payload, model, lang, code ? { column: code } : {})
  return { items, path: code ? `/notices?column=${encodeURIComponent(code)}` : '/notices' }
}

const noticesOnce = (here: Reading, column: unknown): Promise<BlockData<'noticeList'>> => {
  const key = idOf(column) ?? ''
  const known = here.notices.get(key) ?? noticesOf(here, column)
  here.notices.set(key, known)
  return known
}

const servicesOf = async (here: Here, { lifeEvent, count }: BlockOf<'services'>): Promise<BlockData<'services'>> => {
  const id = idOf(lifeEvent)
  const code = id && (await findRow({ payload: here.payload }, SLUG.lifeEvents, { where: { id: { equals: id } }, select: { code: true } }))?.code
  const { items } = await serviceList(here, code ? { event: code } : {})
  // a life event that is gone has no guides; all of them would be another list than the one that was chosen
  return { items: id && !code ? [] : items.slice(0, count ?? COUNT), path: code ? `/services?event=${encodeURIComponent(code)}` : '/services' }
}

const rulesOf = async ({ payload, model, lang }: Here, { kind, count }: BlockOf<'ruleList'>): Promise<BlockData<'ruleList'>> => {
  const groups = await ruleList(payload, model, lang)
  return { items: groups.filter((group) => kind === 'all' || group.kind === kind).flatMap(({ items }) => items).slice(0, count ?? COUNT) }
}

const figuresOf = async ({ payload, model, lang }: Here, { unit: given }: BlockOf<'figures'>): Promise<BlockData<'figures'>> => {
  const id = idOf(given)
  if (!id) return { solved: await solvedThisMonth(payload, model, lang) }
  const unit = model.units.byId.get(id)
  return { solved: unit && unit.active !== false ? await solvedHere(payload, model, unit, lang) : undefined }
}

const chartOf = async (here: Here, { source, items }: BlockOf<'chart'>): Promise<BlockData<'chart'>> =>
  source === 'typed' ? { rows: (items ?? []).flatMap(({ label, value }) => (label ? [{ label, value: value ?? 0 }] : [])) } : arrivedThisMonth(here, source)

const embedded = async (here: Reading, { page: given }: BlockOf<'embed'>): Promise<BlockData<'embed'>> => {
  const page = here.inner ? undefined : here.pages.get(idOf(given) ?? '')
  if (!page) return undefined
  return { title: page.title, path: pagePath(page.code), blocks: await loadWithin(here, page.blocks, true) }
}

const none = () => undefined
const grid = ({ model }: Here) => ({ noUnits: walkTops(model).length === 0 })

const LOADERS: { [T in BlockType]: Loader<T> } = {
  hero: async (here) => ({ ...grid(here), services: await serviceCount(here) }),
  reportEntry: none,
  trackEntry: none,
  myGrid: grid,
  services: servicesOf,
  noticeList: async (here, { column, count }) => {
    const { items, path } = await noticesOnce(here, column)
    return { items: items.slice(0, count ?? COUNT), path }
  },
  alertBanner: (_here, { until }) => ({ current: Boolean(until) && Date.parse(until) > now(), until: until ? Date.parse(until) : 0 }),
  richText: none,
  callout: none,
  steps: none,
  accordion: none,
  facts: none,
  figures: figuresOf,
  chart: chartOf,
  unitMap,
  people: ({ model, lang }, { items }) => ({
    items: (items ?? []).flatMap(({ id, post, text }) => {
      const row = model.posts.byId.get(idOf(post) ?? '')
      return row ? [{ key: id ?? row.id, name: say(row.name, lang), ...(text ? { text } : {}) }] : []
    }),
  }),
  contacts,
  ruleList: rulesOf,
  links: none,
  downloads: none,
  gallery: ({ pictures }, { items }) => ({
    pictures: (items ?? []).flatMap(({ picture, caption }) => {
      const found = pictures.get(idOf(picture) ?? '')
      return found ? [{ ...found, ...(caption ? { caption } : {}) }] : []
    }),
  }),
  honours: none,
  embed: embedded,
}

const loadOne = async <T extends BlockType>(here: Reading, block: BlockOf<T>): Promise<Loaded> => {
  const loader = LOADERS[block.blockType as T]
  return { type: block.blockType, block, data: await loader(here, block) } as unknown as Loaded
}

async function loadWithin(here: Reading, blocks: Page['blocks'], inner: boolean): Promise<Loaded[]> {
  const loaded: Loaded[] = []
  const reading = { ...here, inner }
  for (const block of blocks ?? []) loaded.push(await loadOne(reading, block))
  return loaded
}

const idsOf = <T extends BlockType>(blocks: readonly PageBlock[], type: T, pick: (block: BlockOf<T>) => unknown[]): string[] =>
  [...new Set(blocks.flatMap((block) => (block.blockType === type ? pick(block as BlockOf<T>).flatMap((each) => idOf(each) ?? []) : [])))]

const pagesFor = async ({ payload, model, lang, staff }: Here, blocks: readonly PageBlock[]): Promise<Map<string, Page>> => {
  const ids = idsOf(blocks, 'embed', ({ page }) => [page])
  if (ids.length === 0) return new Map()
  const { docs } = await payload.find({
    collection: SLUG.pages, where: { and: [{ office: { equals: model.office.id } }, { id: { in: ids } }] }, limit: ids.length, pagination: false, depth: 0, locale: lang, overrideAccess: staff === true, draft: false,
  })
  return new Map(docs.map((page) => [page.id, page]))
}

const picturesFor = async ({ payload, model, lang, staff }: Here, blocks: readonly PageBlock[]): Promise<Map<string, Picture>> => {
  const ids = idsOf(blocks, 'gallery', ({ items }) => (items ?? []).map(({ picture }) => picture))
  if (ids.length === 0) return new Map()
  const { docs } = await payload.find({
    collection: SLUG.media, where: { and: [{ office: { equals: model.office.id } }, { id: { in: ids } }] }, limit: ids.length, pagination: false, depth: 0, locale: lang, overrideAccess: staff === true,
  })
  return new Map(docs.flatMap(({ id, url, alt, width, height }) => (url ? [[id, { src: url, alt, ...(width ? { width } : {}), ...(height ? { height } : {}) }] as const] : [])))
}

/**
 * What the blocks of a page show: structure from the model, all pictures and all pages that are put in by one question each, the lists once for each column.
 * Residents are shown what is public only; whoever may see drafts (`staff`) also what waits.
 */
export const loadBlocks = async (here: Here, blocks: Page['blocks']): Promise<Loaded[]> => {
  const pages = await pagesFor(here, blocks ?? [])
  const all = [...(blocks ?? []), ...[...pages.values()].flatMap((page) => page.blocks ?? [])]
  return loadWithin({ ...here, pages, pictures: await picturesFor(here, all), inner: false, notices: new Map() }, blocks, false)
}

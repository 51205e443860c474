import type { Payload } from 'payload'
import type { Schematic } from '@/domain/grid/schematic'
import type { Lang } from '@/domain/words'
import type { Page } from '@/payload-types'
import type { OfficeModel } from '@/services/structure/load'
import type { NoticeItem } from '../content/notices'
import type { ServiceCard } from '../content/services'
import type { ruleList } from '../content/rules'
import type { solvedThisMonth } from '../content/solved'
import type { Phone } from '../phones'

export type PageBlock = NonNullable<Page['blocks']>[number]
export type BlockType = PageBlock['blockType']
export type BlockOf<T extends BlockType> = Extract<PageBlock, { blockType: T }>

/** For whom blocks are filled. `staff`: for somebody who may see drafts, who is shown pictures and pages that are not public yet. */
export type Here = { payload: Payload; model: OfficeModel; lang: Lang; staff?: boolean }

export type Picture = { src: string; alt: string; width?: number; height?: number; caption?: string }
export type ContactRow = { key: string; name: string; phone: Phone; note?: string }
export type MapUnit = { code: string; name: string; path: string; figure?: string }
export type ChartRow = { label: string; /** Null: too few to be public. */ value: number | null }

/** What the portal itself puts into a block, besides what is written there. Blocks that are not named need nothing. */
type Given = {
  hero: { noUnits: boolean; /** Guides residents can read. */ services: number }
  myGrid: { noUnits: boolean }
  services: { items: ServiceCard[]; path: string }
  noticeList: { items: NoticeItem[]; path: string }
  alertBanner: { current: boolean; until: number }
  ruleList: { items: Awaited<ReturnType<typeof ruleList>>[number]['items'] }
  figures: { solved: Awaited<ReturnType<typeof solvedThisMonth>> }
  chart: { rows: ChartRow[]; /** Of what the portal counted. */ from?: number; until?: number }
  unitMap: { units: MapUnit[]; drawing?: Schematic; undrawn: boolean }
  people: { items: { key: string; name: string; text?: string }[] }
  contacts: { rows: ContactRow[] }
  gallery: { pictures: Picture[] }
  embed: { title: string; path: string; blocks: Loaded[] } | undefined
}

export type BlockData<T extends BlockType> = T extends keyof Given ? Given[T] : undefined

export type LoadedOf<T extends BlockType> = { [K in T]: { type: K; block: BlockOf<K>; data: BlockData<K> } }[T]

/** A block with what it shows. */
export type Loaded = LoadedOf<BlockType>

import { safeHref } from '@/domain/href'
import { plainText } from '../content/plainText'
import type { BlockType, Loaded, LoadedOf } from './types'

type Rows = readonly unknown[] | null | undefined

const noRows = ({ block }: { block: { items?: Rows } }): boolean => (block.items ?? []).length === 0
const noLinks = ({ block }: { block: { items?: readonly { href?: string | null }[] | null } }): boolean => !(block.items ?? []).some(({ href }) => safeHref(href ?? ''))
const never = (): boolean => false

const holdsUpload = (node: unknown): boolean =>
  typeof node === 'object' && node !== null && (('type' in node && node.type === 'upload') || Object.values(node).some((inner) => typeof inner === 'object' && holdsUpload(inner)))

const EMPTY: { [T in BlockType]: (one: LoadedOf<T>) => boolean } = {
  hero: never,
  reportEntry: never,
  trackEntry: never,
  myGrid: ({ data }) => data.noUnits,
  services: ({ data }) => data.items.length === 0,
  noticeList: ({ data }) => data.items.length === 0,
  alertBanner: ({ block, data }) => !data.current || !block.heading || !block.text,
  richText: ({ block }) => plainText(block.body).trim() === '' && !holdsUpload(block.body),
  callout: ({ block }) => !block.text,
  steps: noRows,
  accordion: noRows,
  facts: noRows,
  figures: ({ data }) => !data.solved,
  chart: ({ data }) => data.rows.length === 0,
  unitMap: ({ data }) => data.units.length === 0,
  people: ({ data }) => data.items.length === 0,
  contacts: ({ data }) => data.rows.length === 0,
  ruleList: ({ data }) => data.items.length === 0,
  links: noLinks,
  downloads: noLinks,
  gallery: ({ data }) => data.pictures.length === 0,
  honours: noRows,
  embed: ({ data }) => !data || data.blocks.every((inner) => isEmptyBlock(inner)),
}

const ask = <T extends BlockType>(one: LoadedOf<T>): boolean => (EMPTY[one.type as T] as (one: LoadedOf<T>) => boolean)(one)

/** Whether a block has nothing to show: residents see no hole in its place, whoever writes the page is told what is missing. */
export function isEmptyBlock(one: Loaded): boolean {
  return ask(one)
}

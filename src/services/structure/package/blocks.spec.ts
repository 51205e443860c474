import { describe, expect, it } from 'vitest'
import { block, type PackageBlock } from '@/domain/package/blocks'
import { fieldsOf } from './fields'
import { blockOf } from './readBlocks'
import type { Source } from './source'
import type { Target } from './target'

const w = (zh: string) => ({ zh, en: `en ${zh}` })

/** One of each, with everything it can carry. */
const BLOCKS: PackageBlock[] = [
  { type: 'richText', heading: w('文'), paragraphs: [w('一')] },
  { type: 'facts', items: [{ value: w('1'), label: w('甲'), note: w('注') }] },
  { type: 'steps', items: [{ title: w('先'), text: w('做') }] },
  { type: 'people', items: [{ post: 'p1', text: w('帮') }] },
  { type: 'links', items: [{ label: w('看'), href: '/about', note: w('注') }] },
  { type: 'callout', tone: 'warn', text: w('小心') },
  { type: 'hero', heading: w('办'), text: w('一句') },
  { type: 'reportEntry', text: w('说') },
  { type: 'trackEntry', heading: w('查') },
  { type: 'myGrid' },
  { type: 'services', lifeEvent: 'birth', count: 3 },
  { type: 'noticeList', column: 'col', count: 7 },
  { type: 'alertBanner', heading: w('风'), tone: 'emergency', text: w('收好'), until: '2026-12-30T00:00:00.000Z', label: w('怎么办'), href: 'https://example.gov.cn/a' },
  { type: 'ruleList', kind: 'plan', count: 2 },
  { type: 'figures', unit: 'u1' },
  { type: 'chart', source: 'typed', period: w('上月'), unitName: w('件'), origin: w('统计'), items: [{ label: w('甲'), value: 3 }] },
  { type: 'chart', source: 'units' },
  { type: 'unitMap', shows: 'places', unit: 'u1' },
  { type: 'accordion', items: [{ title: w('问'), text: w('答') }] },
  { type: 'contacts', source: 'units', unit: 'u1', items: [{ name: w('窗口'), phone: '010-5550-0100', hours: w('全天'), note: w('证明') }] },
  { type: 'downloads', items: [{ label: w('表'), href: '/api/media/file/a.pdf', size: '1 MB', note: w('注') }] },
  { type: 'honours', items: [{ title: w('奖'), holder: w('队'), giver: w('区'), year: '2026' }] },
  { type: 'embed', heading: w('页'), page: 'other' },
]

/** Ids are the codes with a mark, both ways. */
const target = { id: (slug: string, code: string) => `${slug}/${code}` } as unknown as Target
const source = { byId: (slug: string, id: string) => (id.startsWith(`${slug}/`) ? { id, code: id.slice(slug.length + 1) } : undefined) } as unknown as Source

const stored = (given: PackageBlock) => (fieldsOf('pages', { code: 'x', slug: 'x', title: w('页'), blocks: [given] }, target).blocks as Record<string, unknown>[])[0] ?? {}

describe('a block of a package', () => {
  it('has one here of every kind', () => {
    expect([...new Set(BLOCKS.map(({ type }) => type))].sort()).toEqual(block.options.map(({ shape }) => shape.type.value).sort())
  })

  it.each(BLOCKS.map((given) => [given.type, given] as const))('%s comes back as it went', (_type, given) => {
    expect(block.safeParse(given).success).toBe(true)
    expect(blockOf(source, stored(given))).toEqual(given)
  })

  it('names rows by their ids once it is stored', () => {
    expect(stored({ type: 'noticeList', column: 'col' })).toMatchObject({ blockType: 'noticeList', column: 'notice-columns/col' })
    expect(stored({ type: 'embed', page: 'other' })).toMatchObject({ page: 'pages/other' })
  })

  it('is left behind where it says nothing without what no package carries', () => {
    expect(blockOf(source, { blockType: 'gallery', items: [{ picture: 'x' }] })).toBeUndefined()
    expect(blockOf(source, { blockType: 'embed', page: 'gone' })).toBeUndefined()
    expect(blockOf(source, { blockType: 'steps', items: [] })).toBeUndefined()
  })
})

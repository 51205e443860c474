import { readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { makeHref } from '@/components/site/href'
import type { SiteContext } from '@/components/site/types'
import { DICTIONARIES } from '@/i18n'
import { BLOCK_TYPES, exampleOf } from '@/services/site/blocks/examples'
import type { Loaded } from '@/services/site/blocks/types'
import { catalogue } from '@/services/studio/blocks/catalogue'
import { pageBlocks } from './index'
import { RenderBlocks } from './RenderBlocks'

const ctx = (lang: 'zh' | 'en' = 'zh'): SiteContext => ({ lang, mode: 'plain', path: '/', href: makeHref({ lang, mode: 'plain' }), now: Date.UTC(2026, 4, 1), timeZone: 'Asia/Shanghai' })
const drawn = (blocks: Loaded[], { staff = false, lang = 'zh' as 'zh' | 'en' } = {}) => renderToStaticMarkup(<RenderBlocks blocks={blocks} ctx={ctx(lang)} staff={staff} />)

const example = (type: string, lang: 'zh' | 'en' = 'zh'): Loaded => {
  const made = exampleOf(type, lang)
  if (!made) throw new Error(`${type} has no example`)
  return made
}

/** The same block with nothing in it, as one is that somebody only just put into a page. */
const EMPTY_DATA: Record<string, unknown> = {
  hero: { noUnits: true, services: 0 }, myGrid: { noUnits: true }, services: { items: [], path: '/services' }, noticeList: { items: [], path: '/notices' }, alertBanner: { current: false, until: 0 }, figures: { solved: undefined }, chart: { rows: [] }, unitMap: { units: [], undrawn: false },
  people: { items: [] }, contacts: { rows: [] }, ruleList: { items: [] }, gallery: { pictures: [] }, embed: undefined,
}
const bare = (type: string): Loaded => ({ type, block: { blockType: type }, data: EMPTY_DATA[type] }) as unknown as Loaded
const ALWAYS = ['hero', 'reportEntry', 'trackEntry']

const long = (value: unknown): unknown => {
  if (Array.isArray(value)) return Array.from({ length: 40 }, () => value.map(long)).flat()
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, ['root', 'blockType', 'href', 'path', 'src', 'drawing', 'code', 'tone', 'source', 'blocks', 'figures', 'type'].includes(key) ? inner : long(inner)]))
  return typeof value === 'string' ? `${value}${'很长很长的名字'.repeat(40)}` : value
}

describe('the catalogue', () => {
  it('has every block there is, with name, use, empty state and an example in both languages', () => {
    expect([...BLOCK_TYPES].sort()).toEqual(pageBlocks.map(({ slug }) => slug).sort())
    for (const lang of ['zh', 'en'] as const) {
      for (const part of ['name', 'about', 'empty']) expect(BLOCK_TYPES.filter((type) => !DICTIONARIES[lang].has(`blocks.${part}.${type}`)), `${lang} ${part}`).toEqual([])
      expect(catalogue({ lang, holds: () => true }).entries.map(({ type }) => type)).toEqual(BLOCK_TYPES)
    }
  })
})

describe.each(pageBlocks.map(({ slug }) => slug))('the block %s', (type) => {
  it.each(['zh', 'en'] as const)('shows its example in %s, with nothing that runs, and under unlike names', (lang) => {
    const html = drawn([example(type, lang), example(type, lang)], { lang })
    expect(html).toContain('class="block"')
    expect(html).not.toMatch(/<script|javascript:|undefined|\[object/)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('leaves residents no hole where it is empty, and tells whoever writes the page what is missing', () => {
    const [residents, writers] = [drawn([bare(type)]), drawn([bare(type)], { staff: true })]
    if (ALWAYS.includes(type)) return expect(residents).toContain('class="block"')
    expect(residents).toBe('')
    expect(writers).toContain('block-hole')
    expect(writers).toContain(DICTIONARIES.zh.get(`blocks.empty.${type}`))
  })

  it('bears words that are very long and lists that do not end', () => {
    const full = example(type)
    const html = drawn([{ ...full, block: { ...(long(full.block) as object), blockType: type }, data: long(full.data) } as Loaded])
    expect(html).toContain('class="block"')
    expect(html).not.toContain('undefined')
  })
})

describe('a page of blocks', () => {
  it('has one filled red surface, the first', () => {
    expect(drawn([example('reportEntry'), example('reportEntry')]).match(/button-main/g)).toHaveLength(1)
    const withHero = drawn([example('hero'), example('reportEntry')])
    expect([withHero.match(/task-main/g)?.length, withHero.includes('button-main')]).toEqual([1, false])
  })

  it('keeps its links within its language, and leaves out addresses that run', () => {
    expect(drawn([example('links', 'en')], { lang: 'en' })).toContain('href="/en/about"')
    const links = { type: 'links', block: { blockType: 'links', items: [{ label: 'x', href: 'javascript:alert(1)' }, { label: 'y', href: '/about' }] }, data: undefined } as unknown as Loaded
    expect(drawn([links])).not.toContain('javascript')
  })

  it('says figures that are too few in words, and draws no bar for them', () => {
    const html = drawn([example('chart')])
    expect(html).toContain(DICTIONARIES.zh.get('blocks.site.few'))
    expect(html.match(/<rect width="0"/g)).toHaveLength(1)
    expect(html).toContain('<table')
  })

  it('is drawn by components that send the browser no script', () => {
    for (const { slug } of pageBlocks) {
      const folder = slug.charAt(0).toUpperCase() + slug.slice(1)
      expect(readFileSync(`blocks/${folder}/Component.tsx`, 'utf8')).not.toContain('use client')
    }
  })
})

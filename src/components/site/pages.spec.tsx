import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { DICTIONARIES } from '../../i18n'
import { office, siteContext } from './fixtures/common.fixture'
import { SAMPLES, type Sample } from './fixtures/gallery.fixture'
import { MODES, prefixOf } from './href'
import { SiteFrame } from './SiteFrame'

const all = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map((match) => match[1] ?? '')

/** One sample in each language and mode. */
const variants = (sample: Sample) =>
  (['zh', 'en'] as const).flatMap((lang) =>
    MODES.map((mode) => {
      const ctx = siteContext(lang, mode, '/somewhere?q=1')
      const html = renderToStaticMarkup(
        <SiteFrame office={office} {...sample.frame} ctx={ctx}>
          {sample.page(ctx)}
        </SiteFrame>,
      )
      return { prefix: prefixOf({ lang, mode }), html }
    }),
  )

const formsOf = (html: string): string[] => html.split('<form').slice(1).map((form) => form.slice(0, form.indexOf('</form>')))

describe.each(SAMPLES)('$name', (sample) => {
  const pages = variants(sample)

  it('leaves no slot unfilled and shows no key', () => {
    for (const { html } of pages) {
      expect(all(html, /(\{\w+(?:\|[^}]*)?\})/g)).toEqual([])
      expect(all(html, />([a-z]+(?:\.\w+)+)</g).filter((text) => DICTIONARIES.zh.has(text))).toEqual([])
    }
  })

  it('has one title, and headings that skip no level', () => {
    const above = sample.frame.kind === 'home' ? 1 : 0
    for (const { html } of pages) {
      expect(all(html, /<h(1)[ >]/g)).toHaveLength(1)
      const levels = all(html.slice(html.indexOf('<main')), /<h([1-6])[ >]/g).map(Number)
      expect(levels.filter((level, index) => level > (levels[index - 1] ?? above) + 1)).toEqual([])
    }
  })

  it(`has ${sample.main} filled red surface`, () => {
    for (const { html } of pages) expect(all(html, /class="([^"]*\b(?:button-main|task-main)\b[^"]*)"/g)).toHaveLength(sample.main)
  })

  it('has each id once, and a target for each label, description and jump', () => {
    for (const { html } of pages) {
      const ids = all(html, / id="([^"]+)"/g)
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
      const wanted = [
        ...all(html, / for="([^"]+)"/g),
        ...all(html, / aria-(?:labelledby|describedby)="([^"]+)"/g).flatMap((list) => list.split(' ')),
        ...all(html, / href="#([^"]+)"/g),
      ]
      expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
    }
  })

  it('names every input and picture', () => {
    for (const { html } of pages) {
      const inputs = all(html, /<((?:input|textarea|select)[^>]*)>/g).filter((tag) => !/type="(hidden|radio|checkbox)"/.test(tag))
      const labelled = new Set(all(html, / for="([^"]+)"/g))
      expect(inputs.filter((tag) => !labelled.has(/ id="([^"]+)"/.exec(tag)?.[1] ?? ''))).toEqual([])
      expect(all(html, /<(img[^>]*)>/g).filter((tag) => !/ alt="[^"]+"/.test(tag))).toEqual([])
    }
  })

  it('keeps language and mode on every link and form of the site', () => {
    for (const { html, prefix } of pages) {
      const switches = html.slice(html.indexOf('class="switches"'), html.indexOf('class="wrap masthead'))
      const targets = all(html.replace(switches, ''), / (?:href|action)="(\/[^"]*)"/g)
      expect(targets.length).toBeGreaterThan(0)
      const stray = prefix ? (target: string) => !new RegExp(`^${prefix}([/?#]|$)`).test(target) : (target: string) => /^\/(en|elder|contrast)(\/|$)/.test(target)
      expect(targets.filter(stray)).toEqual([])
    }
  })

  it('loads nothing from elsewhere and styles nothing in place', () => {
    for (const { html } of pages) {
      expect(all(html, / src="([^"]+)"/g).filter((address) => !/^(data:|\/)/.test(address))).toEqual([])
      expect(html).not.toMatch(/style="|<script|<style/)
    }
  })

  it('has forms that carry their hidden fields, files as parts, and a way to send', () => {
    for (const form of pages.flatMap(({ html }) => formsOf(html))) {
      expect(form).toContain('type="submit"')
      if (form.includes('method="post"')) expect(form).toContain('name="csrf"')
      if (form.includes('type="file"')) expect(form).toMatch(/enctype="multipart\/form-data"/i)
    }
  })
})

describe('equal answers', () => {
  it('gives both answers of the reporter the same look', () => {
    const sample = SAMPLES.find(({ name }) => name === 'track')
    const html = sample ? (variants(sample)[0]?.html ?? '') : ''
    const pair = html.slice(html.indexOf('class="pair"'))
    const looks = all(pair.slice(0, pair.indexOf('</div>')), /<button class="([^"]+)"/g)
    expect(looks).toHaveLength(2)
    expect(new Set(looks).size).toBe(1)
  })
})

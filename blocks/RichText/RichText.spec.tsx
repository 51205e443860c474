import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { RichText } from './Component'

const text = (words: string) => ({ type: 'text', text: words, format: 0, detail: 0, mode: 'normal', style: '', version: 1 })
const body = (...children: unknown[]) => ({ root: { type: 'root', version: 1, format: '', indent: 0, direction: null, children: [{ type: 'paragraph', version: 1, format: '', indent: 0, direction: null, children }] } }) as unknown as SerializedEditorState
const link = (url: unknown, type = 'link', more: object = {}) => ({ type, version: 3, format: '', indent: 0, direction: null, fields: { linkType: 'custom', newTab: false, url, ...more }, children: [text('看这里')] })
const drawn = (...children: unknown[]) => renderToStaticMarkup(<RichText body={body(...children)} />)

describe('rich text', () => {
  it.each(['https://example.org/a?b=c', '/notices/heat', 'tel:010-12345678'])('links to %s', (url) => expect(drawn(link(url))).toContain(`<a href="${url}">看这里</a>`))

  it.each([
    'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)', 'java\nscript:alert(1)', '\u0001javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'vbscript:x', 'file:///etc/passwd',
    'blob:x', '//evil.example', '/\\evil.example', '\\\\evil.example', 'https:evil.example', 'http://a b', 'https://x"onclick="y', '', null, undefined, 1, { toString: () => 'javascript:alert(1)' },
  ])('keeps the words and drops the address %j', (url) => {
    for (const type of ['link', 'autolink']) {
      const html = drawn(link(url, type))
      expect(html).toContain('看这里')
      expect(html).not.toMatch(/<a|href|script|evil/)
    }
  })

  it('opens another window without handing it this one', () => {
    expect(drawn(link('https://example.org', 'link', { newTab: true }))).toContain('<a href="https://example.org" target="_blank" rel="noopener noreferrer">')
  })

  it('is text where it is text', () => {
    const html = drawn(text('<img src=x onerror=alert(1)></script><script>alert(2)</script>\u2028'))
    expect(html).not.toMatch(/<img|<script/)
    expect(html).toContain('&lt;script&gt;')
  })
})

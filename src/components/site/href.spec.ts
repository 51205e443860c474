import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeHref, MODES, splitPath } from './href'

describe('makeHref', () => {
  it.each([
    ['zh', 'plain', '/', '/'],
    ['zh', 'plain', '/track', '/track'],
    ['en', 'plain', '/', '/en'],
    ['en', 'plain', '/track?code=1', '/en/track?code=1'],
    ['zh', 'elder', '/', '/elder'],
    ['zh', 'elder', '/notices/a', '/elder/notices/a'],
    ['zh', 'contrast', '/grid', '/contrast/grid'],
    ['en', 'elder', '/grid#map', '/en/elder/grid#map'],
    ['en', 'elder', '/?q=1', '/en/elder?q=1'],
    ['en', 'elder', '/#menu', '/en/elder#menu'],
  ] as const)('%s %s %s → %s', (lang, mode, path, expected) => {
    expect(makeHref({ lang, mode })(path)).toBe(expected)
  })

  it.each(['#main', 'tel:110', 'https://example.org/x', '//example.org', '/api/photo/1', 'mailto:a@example.org'])('leaves %s alone', (path) => {
    expect(makeHref({ lang: 'en', mode: 'elder' })(path)).toBe(path)
  })
})

describe('splitPath', () => {
  it.each([
    ['/', 'zh', 'plain', '/'],
    ['/en', 'en', 'plain', '/'],
    ['/elder/', 'zh', 'elder', '/'],
    ['/en/contrast/track', 'en', 'contrast', '/track'],
    ['/english', 'zh', 'plain', '/english'],
    ['/elderly/care', 'zh', 'plain', '/elderly/care'],
    ['/elder/en', 'zh', 'elder', '/en'],
    ['/en?q=1', 'en', 'plain', '/?q=1'],
  ] as const)('%s', (pathname, lang, mode, path) => {
    expect(splitPath(pathname)).toEqual({ lang, mode, path })
  })

  it('undoes makeHref', () => {
    const segment = fc.stringMatching(/^[a-z0-9-]{1,12}$/).filter((text) => !['en', 'elder', 'contrast', 'api'].includes(text))
    const path = fc.array(segment, { maxLength: 4 }).map((parts) => `/${parts.join('/')}`)
    fc.assert(
      fc.property(fc.constantFrom('zh' as const, 'en' as const), fc.constantFrom(...MODES), path, (lang, mode, own) => {
        expect(splitPath(makeHref({ lang, mode })(own))).toEqual({ lang, mode, path: own })
      }),
    )
  })
})

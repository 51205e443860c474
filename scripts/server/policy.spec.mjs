import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { framingOf, inlineHashes, policy, safetyHeaders } from './policy.mjs'

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

describe('inline scripts', () => {
  it.each([
    ['none', '<p>a</p>', []],
    ['one', '<script>a()</script>', ['a()']],
    ['several, each once', '<script>a()</script><script>b()</script><SCRIPT>a()</SCRIPT >', ['a()', 'b()']],
    ['with attributes', '<script id="x" async data-a=\'>\'>a > b</script>', ['a > b']],
    ['not those with a source', '<script src="/a.js">a()</script><script async src=/b.js></script><script src>c()</script>', []],
    ['a name that only ends like src', '<script data-src="/a.js">a()</script>', ['a()']],
    ['modules and import maps run', '<script type="module">a()</script><script type="importmap">{}</script>', ['a()', '{}']],
    ['old names of the type run', '<script type="text/javascript">a()</script>', ['a()']],
    ['data does not run', '<script type="application/json">{"a":1}</script><script type="application/ld+json">{}</script>', []],
    ['words outside of ASCII', '<script>say("网格")</script>', ['say("网格")']],
    ['line ends as the parser sees them', '<script>a()\r\nb()\rc()</script>', ['a()\nb()\nc()']],
    ['an empty one', '<script></script>', ['']],
  ])('%s', (_name, html, expected) => expect(inlineHashes(html)).toEqual(expected.map(hash)))

  it('are found whatever stands around them', () => {
    const text = fc.string().filter((value) => !/[<\r]/.test(value))
    fc.assert(
      fc.property(text, text, text, (before, code, behind) => {
        expect(inlineHashes(`<p>${before}</p><script>${code}</script><p>${behind}</p>`)).toEqual([hash(code)])
      }),
    )
  })
})

describe('policy', () => {
  it('lets nobody else in', () => {
    expect(policy()).toBe(
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; " +
        "connect-src 'self'; worker-src 'self'; manifest-src 'self'; media-src 'self'; frame-src 'none'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'",
    )
  })

  it.each([
    ['/', false, false], ['/pages/x', false, false], ['/desk', false, false], ['/administration', false, false], ['/preview/zh/plain/pages/01ABC', false, false],
    ['/admin', false, true], ['/admin?x=1', false, true], ['/admin/collections/pages/01ABC', false, true], ['/admin/structure/blocks', false, true],
    ['/admin/preview/zh/plain/pages/01ABC', true, false], ['/admin/preview/en/elder/notices/01ABC?x=1', true, false], ['/admin/preview/zh/contrast/blocks/hero', true, false],
    ['/admin/preview', false, true], ['/admin/preview/zh/plain/pages/01ABC/..', false, true], ['/admin/preview/zh/plain/users/01ABC', false, true], ['/admin/preview/zh/plain/pages/%2e%2e', false, true], ['/admin/preview/fr/plain/pages/01ABC', false, true],
    ['//admin/preview/zh/plain/pages/01ABC', false, false], ['/x?/admin/preview/zh/plain/pages/01ABC', false, false], [undefined, false, false],
  ])('lets %s stand in a frame of this portal: %s, and hold one: %s', (url, framed, frames) => {
    expect(framingOf(url)).toEqual({ framed, frames })
    expect(policy([], framingOf(url))).toContain(`frame-src ${frames ? "'self'" : "'none'"}; frame-ancestors ${framed ? "'self'" : "'none'"};`)
  })

  it('names the scripts of a page and never allows all of them', () => {
    expect(policy([hash('a()'), hash('b()')])).toContain(`script-src 'self' ${hash('a()')} ${hash('b()')};`)
    expect(policy([hash('a()')])).not.toMatch(/script-src[^;]*unsafe/)
  })

  it('asks for https only where the portal has it', () => {
    expect(safetyHeaders({ https: false })).not.toHaveProperty('Strict-Transport-Security')
    expect(safetyHeaders({ https: true })).toHaveProperty('Strict-Transport-Security', 'max-age=31536000')
    expect(safetyHeaders({ https: true, subdomains: true })).toHaveProperty('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
    expect(safetyHeaders({ https: false, subdomains: true })).not.toHaveProperty('Strict-Transport-Security')
  })
})

import { describe, expect, it } from 'vitest'
import { plain } from './plain.mjs'

const META = '<meta name="portal-page" content="plain"/>'
const page = (inside, meta = META) => `<html><head>${meta}</head><body>${inside}</body></html>`

describe('a page that says it is plain', () => {
  it.each([
    ['scripts of chunks', '<p>a</p><script src="/_next/static/chunks/a.js" async=""></script>', '<p>a</p>'],
    ['scripts in the page', '<p>a</p><script>self.__next_f.push([1,"</p>"])</script><script id="_R_">a<b</script>', '<p>a</p>'],
    ['hints at scripts', '<link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/><link rel="modulepreload" href="/a.js"/>', ''],
  ])('loses %s', (_what, given, expected) => {
    expect(plain(page(given))).toBe(page(expected))
  })

  it.each([
    ['its own small script', '<script src="/light.js" defer=""></script>'],
    ['what it says to search engines', '<script type="application/ld+json">{"a":1}</script>'],
    ['style sheets and pictures', '<link rel="stylesheet" href="/a.css" data-precedence="next"/><link rel="preload" as="image" href="/a.jpg"/>'],
    ['what people wrote', '<p>&lt;script&gt;a()&lt;/script&gt;</p>'],
  ])('keeps %s', (_what, given) => {
    expect(plain(page(given))).toBe(page(given))
  })

  it.each([
    ['says nothing', page('<script>a()</script>', '')],
    ['only quotes it', page('&lt;meta name="portal-page" content="plain"/>', '')],
    ['has a part that comes late', page('<template id="B:0"></template><div hidden id="S:0">late</div><script>$RC("B:0","S:0")</script>')],
  ])('is not one that %s', (_what, given) => {
    expect(plain(given)).toBeUndefined()
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownPath, safeHref } from './href'

/** Addresses that lead elsewhere, as people who try it write them. */
const ELSEWHERE = [
  '//evil.example', '///evil.example', '/\\evil.example', '\\\\evil.example', '/\t/evil.example', '/\n/evil.example', '\t//evil.example', '/%09/evil.example\r\nX: y', 'https://evil.example', 'https:evil.example', 'http:/evil.example',
  'javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', '/..//evil.example', '/desk/..//evil.example', '/./\\evil.example', '//desk@evil.example', '/desk\r\nSet-Cookie: a=b', '', 'desk', '?x', '#x', '//', '/ /evil.example', '/\u0000/evil.example',
]

const leadsTo = (path: string): string => new URL(path, 'https://portal.example/a/b?c').host

/** Letters that hide, turn, end or break something. */
const odd = fc.string({ unit: fc.constantFrom(...'a灯/\\:*?"<>|. \t\r\n\u0000\u007F\u200B\u202E\u2066\uFEFF\uFFFE-_%=;\'()', '\uD800', '\uDC00', '😀', 'é'), maxLength: 24 })

describe('a path of our own', () => {
  it.each(ELSEWHERE)('is not %j', (given) => expect(ownPath(given)).toBeUndefined())

  it.each([['/desk', '/desk'], ['/desk/queue?x=1#y', '/desk/queue?x=1#y'], ['/查/进度?词=灯', '/%E6%9F%A5/%E8%BF%9B%E5%BA%A6?%E8%AF%8D=%E7%81%AF'], ['/a/../b', '/b'], ['/%2F%2Fevil.example', '/%2F%2Fevil.example'], ['/a//b', '/a//b'], ['/a%0d%0ab', '/a%0d%0ab']])('%s is written %s', (given, expected) =>
    expect(ownPath(given)).toBe(expected))

  it('leads nowhere else and fits into a header, whatever is given', () => {
    const piece = fc.constantFrom('/', '\\', '//', '..', '.', '@', ':', 'evil.example', 'desk', '\t', '\r\n', '%09', '%5c', 'javascript:', 'https:', '灯', '?', '#', ' ', '\u0000', '\uD800')
    fc.assert(fc.property(fc.oneof(fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')), odd, fc.constantFrom(...ELSEWHERE)), (given) => {
      const path = ownPath(given) ?? '/desk'
      expect(leadsTo(path)).toBe('portal.example')
      expect(new Headers({ location: path }).get('location')).toBe(path)
      expect(ownPath(path)).toBe(path)
    }), { numRuns: 100 })
  })
})

describe('an address a link may have', () => {
  it.each([...ELSEWHERE.filter((each) => !/^https:\/\/evil/.test(each) && !/%09|\.\.|^\/desk/.test(each)), 'mailto:a@b', 'ftp://a', 'vbscript:x', '/a b', 'tel:1;2'])('is not %j', (given) => expect(safeHref(given)).toBe(false))
  it.each(['/notices', 'https://example.org/a?b=c#d', 'http://example.org', 'tel:010-12345678'])('may be %s', (given) => expect(safeHref(given)).toBe(true))
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localPath } from './paths'

describe('where a sign-in or a switch of language leads', () => {
  it.each([['/desk/queue?text=灯', '/desk/queue?text=%E7%81%AF'], ['/admin/structure/forms/a', '/admin/structure/forms/a'], ['/desk', '/desk'], ['/admin?x', '/admin?x']])('%s is kept', (given, expected) => expect(localPath(given)).toBe(expected))

  it.each(['//evil.example', '/desk/..//evil.example', '/desk/../track', '/deskevil', '/\\desk', '/desk\\..\\x', '/desk/\r\nX: y', '/desk\t', 'https://evil.example/desk', 'javascript:/desk', '/desk/sign-out', '/desk/sign-in', '/desk/x/../sign-out', '/admin/login', '/zh/desk', '', null, undefined])(
    '%j is not', (given) => expect(localPath(given)).toBe('/desk'))

  it('is always a page of staff on this host', () => {
    const piece = fc.constantFrom('/desk', '/admin', '/', '\\', '..', '@', 'evil.example', ':', '\t', '\n', '?', '#', '%2f', '灯', 'sign-out')
    fc.assert(fc.property(fc.array(piece, { maxLength: 7 }).map((parts) => parts.join('')), (given) => {
      const to = new URL(localPath(given), 'https://portal.example/desk/sign-in')
      expect(to.host).toBe('portal.example')
      expect(to.pathname).toMatch(/^\/(?:desk|admin)(?:\/|$)/)
    }), { numRuns: 150 })
  })
})

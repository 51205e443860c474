import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../errors'
import { ancestorPaths, isWithin, makePath, parentPath, pathDepth, pathIds, pathRange, repath, repathOne } from './path'

const id = fc.stringMatching(/^[0-9A-Za-z_-]{1,6}$/)
const path = fc.array(id, { minLength: 1, maxLength: 6 }).map((ids) => `/${ids.join('/')}/`)

describe('paths', () => {
  it.each([
    [undefined, 'a', '/a/'],
    ['/a/', 'b', '/a/b/'],
    ['/a/b/', '01J', '/a/b/01J/'],
  ])('%s + %s is %s', (parent, own, expected) => {
    expect(makePath(parent, own)).toBe(expected)
    expect(parentPath(expected)).toBe(parent)
  })

  it.each([[undefined, ''], [undefined, 'a/b'], [undefined, '站'], ['a', 'b'], ['/a', 'b'], ['', 'b'], ['//', 'b']])(
    'refuses %s + "%s"', (parent, own) => {
      expect(() => makePath(parent, own)).toThrow(DomainError)
    })

  it('lists ids and ancestors, top first', () => {
    expect(pathIds('/a/b/c/')).toEqual(['a', 'b', 'c'])
    expect(ancestorPaths('/a/b/c/')).toEqual(['/a/', '/a/b/'])
    expect(ancestorPaths('/a/')).toEqual([])
    expect(pathDepth('/a/b/c/')).toBe(3)
  })

  it.each([['/a/b/', '/a/b/', true], ['/a/b/c/', '/a/b/', true], ['/a/', '/a/b/', false], ['/a/bc/', '/a/b/', false]])(
    '%s within %s: %s', (one, other, within) => {
      expect(isWithin(one, other)).toBe(within)
    })
})

describe('pathRange', () => {
  it('is the bounds of a range scan', () => {
    expect(pathRange('/a/b/')).toEqual({ from: '/a/b/', below: '/a/b0' })
  })

  it.each(['', '/', 'a', '/a', 'a/', '//'])('refuses "%s"', (text) => {
    expect(() => pathRange(text)).toThrow(DomainError)
  })

  it('holds exactly the subtree', () => {
    const pairs = fc.oneof(fc.tuple(path, path), fc.tuple(path, id).map(([top, own]): [string, string] => [makePath(top, own), top]),
      fc.tuple(path, id).map(([top, own]): [string, string] => [`${top.slice(0, -1)}${own}/`, top]))
    fc.assert(fc.property(pairs, ([one, top]) => {
      const { from, below } = pathRange(top)
      expect(one >= from && one < below).toBe(isWithin(one, top))
    }), { numRuns: 500 })
  })
})

describe('repath', () => {
  it('moves a subtree and leaves out what is not in it', () => {
    const rows = [{ id: 1, path: '/a/b/' }, { id: 2, path: '/a/b/c/' }, { id: 3, path: '/a/bc/' }, { id: 4, path: '/a/' }]
    expect(repath(rows, '/a/b/', '/x/b/')).toEqual([{ id: 1, path: '/x/b/' }, { id: 2, path: '/x/b/c/' }])
    expect(repathOne('/a/bc/', '/a/b/', '/x/b/')).toBe('/a/bc/')
  })

  it('refuses to hang a subtree below itself', () => {
    expect(() => repath([{ path: '/a/b/' }], '/a/b/', '/a/b/c/b/')).toThrow(DomainError)
  })

  it('keeps who is within whom, and is undone by the way back', () => {
    fc.assert(fc.property(path, path, fc.array(fc.array(id, { maxLength: 3 }), { minLength: 2, maxLength: 6 }), (from, to, tails) => {
      fc.pre(!isWithin(to, from) && !isWithin(from, to))
      const before = tails.map((tail) => ({ path: from + tail.map((own) => `${own}/`).join('') }))
      const after = repath(before, from, to)
      expect(repath(after, to, from)).toEqual(before)
      before.forEach((a, i) => before.forEach((b, j) => {
        expect(isWithin(after[i]!.path, after[j]!.path)).toBe(isWithin(a.path, b.path))
      }))
      expect(after.every((row) => isWithin(row.path, to))).toBe(true)
    }))
  })
})

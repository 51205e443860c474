import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assertModest, MAX_SELECTIONS, MAX_TOKENS } from './graphQLSize'

/** Fragments of which each uses the next twice: 2 to the power of `depth` fields in some hundred characters. */
const doubling = (depth: number): string =>
  `{...f0} ${Array.from({ length: depth }, (_, at) => `fragment f${at} on Query{...f${at + 1} ...f${at + 1}}`).join(' ')} fragment f${depth} on Query{Access{canAccessAdmin}}`

describe('a question', () => {
  it.each(['{ Notices { totalDocs docs { id } } }', 'query A { a: Notices { ...n } b: Pages { totalDocs } } fragment n on Notices { totalDocs docs { id ...{ title } } }', doubling(5)])('that a page may ask is taken: %s', (query) => {
    expect(() => assertModest(query)).not.toThrow()
  })

  it.each([12, 25, 60, 200])('whose fragments double %i times over is refused as soon as it is read', (depth) => {
    expect(() => assertModest(doubling(depth))).toThrow(/at most 2000/)
  })

  it.each(['{...f} fragment f on Query{...f}', '{...a} fragment a on Query{...b} fragment b on Query{...a}', '{ id } fragment unused on Query{ x { ...unused } }'])('whose fragments contain themselves is refused: %s', (query) => {
    expect(() => assertModest(query)).toThrow(/contains itself/)
  })

  it('of very many words is not read to its end', () => {
    expect(() => assertModest(`{ ${'a '.repeat(MAX_TOKENS)} }`)).toThrow(/token/i)
  })

  it('is measured as if every fragment stood in its place', () => {
    const count = fc.integer({ min: 1, max: 60 })
    fc.assert(fc.property(count, count, (uses, fields) => {
      const query = `{ ${'...f '.repeat(uses)} } fragment f on Query { ${Array.from({ length: fields }, (_, at) => `a${at}: x`).join(' ')} }`
      const size = uses * (1 + fields) + fields
      if (size > MAX_SELECTIONS) expect(() => assertModest(query)).toThrow(String(size))
      else expect(() => assertModest(query)).not.toThrow()
    }))
  })
})

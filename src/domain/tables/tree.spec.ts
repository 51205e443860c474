import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planTree, type KnownNode, type TreeRow } from './tree'

const known: KnownNode[] = [{ id: '1', code: 'a', name: '甲' }, { id: '2', code: 'a-01', name: '甲一', parent: '1' }, { id: '3', code: 'b', name: '乙' }, { id: '4', code: 'b-01', name: '同名', parent: '3' }, { id: '5', code: 'a-02', name: '同名', parent: '1' }]
const columns = { code: 0, name: 1, parent: 2 }
const propose = (parent: string | undefined, siblings: string[]) => `${parent ?? 'top'}-${String(siblings.length + 1).padStart(2, '0')}`
const planned = (rows: TreeRow[]) => planTree({ rows, known, columns, propose })
const faults = (rows: TreeRow[]) => planned(rows).faults.map(({ row, column, code }) => [row, column, code])

describe('a tree out of a file', () => {
  it('finds what stands by code, or by name below its parent', () => {
    expect(planned([{ line: 2, code: 'a-01', name: '新名' }, { line: 3, name: '甲一', parent: '甲' }]).faults.map(({ code }) => code)).toEqual(['rowTwice'])
    expect(planned([{ line: 2, code: 'a-01', name: '新名' }]).nodes).toEqual([{ row: 0, line: 2, code: 'a-01', known: '2' }])
    expect(planned([{ line: 2, name: '同名', parent: 'b' }]).nodes).toEqual([{ row: 0, line: 2, code: 'b-01', known: '4', parent: { known: '3' } }])
  })
  it('hangs new rows below rows of the file and below what stands, and gives codes', () => {
    const { nodes, faults: none } = planned([{ line: 2, name: '甲三一', parent: '甲三' }, { line: 3, name: '甲三', parent: 'a' }, { line: 4, name: '丙' }])
    expect(none).toEqual([])
    expect(nodes).toEqual([
      { row: 1, line: 3, code: 'a-03', parent: { known: '1' } },
      { row: 0, line: 2, code: 'a-03-01', parent: { row: 1 } },
      { row: 2, line: 4, code: 'top-03' },
    ])
  })
  it.each<[string, TreeRow[], unknown[]]>([
    ['an unknown parent', [{ line: 2, name: '丁', parent: '没有' }], [[2, 2, 'parentUnknown']]],
    ['a parent of two', [{ line: 2, name: '丁', parent: '同名' }], [[2, 2, 'parentAmbiguous']]],
    ['two of a name in the file', [{ line: 2, name: '丁', code: 'x' }, { line: 3, name: '丁', code: 'y' }, { line: 4, name: '戊', parent: '丁' }], [[4, 2, 'parentAmbiguous']]],
    ['a code twice', [{ line: 2, name: '丁', code: 'x' }, { line: 3, name: '戊', code: 'x' }], [[3, 0, 'codeTwice']]],
    ['a row twice', [{ line: 2, name: '丁' }, { line: 3, name: '丁' }], [[3, 1, 'rowTwice']]],
    ['a circle', [{ line: 2, name: '丁', code: 'x', parent: 'y' }, { line: 3, name: '戊', code: 'y', parent: 'x' }], [[2, 2, 'circle'], [3, 2, 'circle']]],
    ['its own parent', [{ line: 2, name: '丁', code: 'x', parent: 'x' }], [[2, 2, 'circle']]],
    ['below its own child', [{ line: 2, code: 'a', parent: 'a-01' }], [[2, 2, 'circle']]],
    ['no name', [{ line: 2, code: 'x' }], [[2, 1, 'required']]],
  ])('refuses %s', (_, rows, expected) => expect(faults(rows)).toEqual(expected))

  it('puts parents first and gives no code twice, whatever the order of the lines', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.infiniteStream(fc.nat()), (count, numbers) => {
      const rows: TreeRow[] = Array.from({ length: count }, (_, i) => ({ line: i + 2, name: `n${i}`, ...(i > 0 && (numbers.next().value ?? 0) % 3 ? { parent: `n${(numbers.next().value ?? 0) % i}` } : {}) }))
      const shuffled = [...rows].sort((a, b) => ((a.line * 7919) % 31) - ((b.line * 7919) % 31))
      const { nodes, faults: none } = planned(shuffled)
      expect(none).toEqual([])
      const place = new Map(nodes.map(({ row }, at) => [row, at]))
      for (const [at, { parent }] of nodes.entries()) if (parent && 'row' in parent) expect(place.get(parent.row)).toBeLessThan(at)
      expect(new Set(nodes.map(({ code }) => code)).size).toBe(count)
    }))
  })
})

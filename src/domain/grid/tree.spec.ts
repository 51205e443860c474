import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levels, makeUnit, territory } from './grid.fixture'
import { buildTree, hangFault, walkTree } from './tree'
import type { Unit } from './types'

const ids = (units: Unit[]) => [...walkTree(buildTree({ units, levels }).roots)].map(({ unit }) => unit.id)
const issues = (units: Unit[]) => buildTree({ units, levels }).issues.map(({ code, unit }) => `${code} ${unit}`)

describe('buildTree', () => {
  it('orders siblings by code, numbers as numbers, parents first', () => {
    expect(ids(territory)).toEqual(['c', 's1', 'g1', 'g2', 's2'])
    expect(issues(territory)).toEqual([])
  })

  it('knows depths', () => {
    const { byId } = buildTree({ units: territory, levels })
    expect(['c', 's1', 'g1'].map((id) => byId.get(id)?.depth)).toEqual([1, 2, 3])
  })

  it.each<[string, Unit[], string[]]>([
    ['an id twice', [...territory, makeUnit({ id: 'c', code: 'C2' })], ['idTwice c']],
    ['a code twice', [...territory, makeUnit({ id: 's3', code: 's1', level: 'two', parent: 'c', path: '/c/s3/' })], ['codeTwice s3']],
    ['an orphan', [...territory, makeUnit({ id: 'x', level: 'two', parent: 'gone', path: '/gone/x/' })], ['orphan x']],
    ['a level nobody knows', [...territory, makeUnit({ id: 'x', level: 'nine', parent: 'c', path: '/c/x/' })], ['levelUnknown x']],
    ['that level’s children are not judged by it', [...territory, makeUnit({ id: 'x', level: 'nine', parent: 'c', path: '/c/x/' }),
      makeUnit({ id: 'y', level: 'four', parent: 'x', path: '/c/x/y/' })], ['levelUnknown x']],
    ['a top of a lower level', [...territory, makeUnit({ id: 'x', level: 'two' })], ['topLevel x']],
    ['a unit below its own level', [...territory, makeUnit({ id: 'x', level: 'two', parent: 's1', path: '/c/s1/x/' })], ['levelOrder x']],
    ['a unit below a lower one', [...territory, makeUnit({ id: 'x', level: 'two', parent: 'g1', path: '/c/s1/g1/x/' })], ['levelOrder x']],
    ['a skipped level', [...territory, makeUnit({ id: 'x', level: 'four', parent: 's1', path: '/c/s1/x/' })], ['levelSkipped x']],
    ['a wrong path', [...territory, makeUnit({ id: 'x', level: 'two', parent: 'c', path: '/x/' })], ['pathWrong x']],
    ['an open unit in a closed one', [...territory, makeUnit({ id: 'x', level: 'two', parent: 'c', path: '/c/x/', active: false }),
      makeUnit({ id: 'y', level: 'three', parent: 'x', path: '/c/x/y/' })], ['parentClosed y']],
    ['its own parent', [...territory, makeUnit({ id: 'x', parent: 'x' })], ['cycle x']],
    ['a circle with a tail, once', [...territory, makeUnit({ id: 'z', parent: 'y' }), makeUnit({ id: 'x', parent: 'y' }), makeUnit({ id: 'y', parent: 'x' })], ['cycle x']],
    ['two circles', [makeUnit({ id: 'a', parent: 'b' }), makeUnit({ id: 'b', parent: 'a' }), makeUnit({ id: 'x', parent: 'x' })], ['cycle a', 'cycle x']],
  ])('finds %s', (_, units, expected) => {
    expect(issues(units)).toEqual(expected)
  })

  it('shows an orphan as a top, and leaves a circle out', () => {
    expect(ids([makeUnit({ id: 'x', parent: 'gone' }), makeUnit({ id: 'a', parent: 'b' }), makeUnit({ id: 'b', parent: 'a' })])).toEqual(['x'])
  })

  it('names the codes of a circle', () => {
    const found = buildTree({ units: [makeUnit({ id: 'a', code: 'A', parent: 'b' }), makeUnit({ id: 'b', code: 'B', parent: 'a' })], levels })
    expect(found.issues).toEqual([{ severity: 'error', code: 'cycle', unit: 'a', params: { codes: 'A B' } }])
  })

  it('carries a chain far deeper than any call stack', () => {
    const units = Array.from({ length: 30_000 }, (_, i) => makeUnit({ id: `u${i}`, parent: i > 0 ? `u${i - 1}` : undefined, path: '/x/' }))
    expect(buildTree({ units, levels }).byId.get('u29999')?.depth).toBe(30_000)
  })

  it('places every unit once, or reports it in or below a circle, whatever the parents are', () => {
    const parents = fc.array(fc.option(fc.nat(14), { nil: undefined }), { minLength: 1, maxLength: 12 })
    fc.assert(fc.property(parents, (rows) => {
      const units = rows.map((parent, i) => makeUnit({ id: `u${i}`, parent: parent === undefined ? undefined : `u${parent}` }))
      const { roots, byId, issues: found } = buildTree({ units, levels })
      const placed = [...walkTree(roots)].map(({ unit }) => unit.id)
      expect(new Set(placed).size).toBe(placed.length)
      const lost = units.filter(({ id }) => !placed.includes(id))
      expect(lost.length > 0).toBe(found.some(({ code }) => code === 'cycle'))
      for (const { id } of units) expect(byId.get(id)?.depth === 0).toBe(!placed.includes(id))
      for (const node of walkTree(roots)) for (const child of node.children) expect(child.depth).toBe(node.depth + 1)
    }), { numRuns: 300 })
  })
})

describe('hangFault', () => {
  const tree = buildTree({ units: territory, levels })
  it.each([
    ['g1', 's2', undefined],
    ['s1', 'g1', 'cycle'],
    ['s1', 's1', 'cycle'],
    ['s1', 's2', 'levelOrder'],
    ['s1', 'nowhere', 'orphan'],
    ['g1', 'c', undefined],
  ])('%s below %s: %s', (unit, parent, fault) => {
    expect(hangFault({ tree, levels, unit, parent })).toBe(fault)
  })

  it('does not turn in a circle', () => {
    const units = [makeUnit({ id: 'x', level: 'two' }), makeUnit({ id: 'a', parent: 'b' }), makeUnit({ id: 'b', parent: 'a' })]
    expect(hangFault({ tree: buildTree({ units, levels }), levels, unit: 'x', parent: 'a' })).toBeUndefined()
  })
})

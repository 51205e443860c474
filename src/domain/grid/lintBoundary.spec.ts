import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ell, polygon, rect, withHole } from './boundary.fixture'
import { POSITIONS_MAX, isBoundary, lintBoundary, ringCrosses } from './lintBoundary'
import type { Position } from './types'

const found = (value: unknown) => lintBoundary(value).map(({ code, polygon: p, ring }) => [code, p, ring].filter((part) => part !== undefined).join(' '))
const ringOf = (...positions: Position[]) => polygon(positions)

describe('lintBoundary', () => {
  it.each<[string, unknown, string[]]>([
    ['a polygon with a hole', withHole, []],
    ['an L', ell, []],
    ['clockwise', polygon([...rect(0, 0, 1, 1)].reverse()), []],
    ['a corner typed twice', ringOf([0, 0], [1, 0], [1, 0], [1, 1], [0, 0]), []],
    ['a corner on a straight edge', ringOf([0, 0], [1, 0], [2, 0], [2, 2], [0, 0]), []],
    ['with heights', ringOf([0, 0, 5], [1, 0, 5], [1, 1, 5], [0, 0, 5]), []],
    ['a point', { type: 'Point', coordinates: [0, 0] }, ['typeUnknown']],
    ['another kind with rings', { type: 'MultiLine', coordinates: [[rect(0, 0, 1, 1)]] }, ['typeUnknown']],
    ['nothing', null, ['typeUnknown']],
    ['text', 'POLYGON((0 0))', ['typeUnknown']],
    ['coordinates of another depth', { type: 'Polygon', coordinates: [[0, 0]] }, ['typeUnknown']],
    ['a position of one number', { type: 'Polygon', coordinates: [[[0], [1], [2], [0]]] }, ['typeUnknown']],
    ['words for numbers', { type: 'Polygon', coordinates: [[['0', '0']]] }, ['typeUnknown']],
    ['no polygon', { type: 'MultiPolygon', coordinates: [] }, ['empty']],
    ['no ring', polygon(), ['empty']],
    ['too short', ringOf([0, 0], [1, 1], [0, 0]), ['ringShort 0 0']],
    ['open', ringOf([0, 0], [1, 0], [1, 1], [0, 1]), ['ringOpen 0 0']],
    ['off the earth', polygon(rect(0, 0, 181, 1)), ['positionInvalid 0 0']],
    ['latitude and longitude exchanged', polygon(rect(39.9, 116.4, 39.91, 116.41)), ['positionInvalid 0 0']],
    ['no number', ringOf([0, 0], [1, Number.NaN], [1, 1], [0, 0]), ['positionInvalid 0 0']],
    ['one place only', ringOf([1, 1], [1, 1], [1, 1], [1, 1]), ['ringFlat 0 0']],
    ['a bow tie', ringOf([0, 0], [2, 2], [2, 0], [0, 2], [0, 0]), ['ringCrosses 0 0']],
    ['touching itself at a corner', ringOf([0, 0], [4, 0], [2, 2], [4, 4], [0, 4], [2, 2], [0, 0]), ['ringCrosses 0 0']],
    ['a corner on a far edge', ringOf([0, 0], [4, 0], [4, 4], [2, 0], [0, 4], [0, 0]), ['ringCrosses 0 0']],
    ['there and back', ringOf([0, 0], [2, 0], [1, 0], [0, 0]), ['ringCrosses 0 0']],
    ['a spike', ringOf([0, 0], [2, 0], [2, 2], [2, 5], [2, 2], [0, 2], [0, 0]), ['ringCrosses 0 0']],
    ['a hole that sticks out', polygon(rect(0, 0, 4, 4), rect(3, 3, 5, 5)), ['holeOutside 0 1']],
    ['the second hole of the second polygon', { type: 'MultiPolygon', coordinates: [[rect(0, 0, 1, 1)], [rect(2, 2, 9, 9), rect(3, 3, 4, 4), rect(8, 8, 10, 10)]] }, ['holeOutside 1 2']],
    ['two faults', polygon([[0, 0], [1, 1], [0, 0]], [[0, 0], [1, 0], [1, 1], [0, 1]]), ['ringShort 0 0', 'ringOpen 0 1']],
  ])('%s', (_, value, expected) => {
    expect(found(value)).toEqual(expected)
  })

  it('bounds the number of positions', () => {
    const ring = (count: number) => {
      const open = Array.from({ length: count - 1 }, (_, i): Position => [Math.cos((i / count) * 6.28), Math.sin((i / count) * 6.28)])
      return [...open, open[0]!]
    }
    expect(found(polygon(ring(POSITIONS_MAX)))).toEqual([])
    expect(lintBoundary(polygon(ring(POSITIONS_MAX + 1)))).toEqual([{ code: 'tooManyPositions', params: { count: POSITIONS_MAX + 1, max: POSITIONS_MAX } }])
  })
})

describe('ringCrosses', () => {
  it('is the same from any first corner, in either direction, anywhere', () => {
    const position = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
    const corners = fc.uniqueArray(position, { minLength: 3, maxLength: 7, selector: ([x, y]) => `${x} ${y}` })
    fc.assert(fc.property(corners, fc.nat(6), fc.boolean(), fc.integer({ min: -50, max: 50 }), (open, shift, back, by) => {
      const start = shift % open.length
      const turned = [...open.slice(start), ...open.slice(0, start)].map(([x, y]): Position => [x + by, y - by])
      const ring = [...turned, turned[0]!]
      expect(ringCrosses(back ? ring.reverse() : ring)).toBe(ringCrosses([...open, open[0]!]))
    }), { numRuns: 500 })
  })

  it('never finds fault with a star-shaped outline', () => {
    const reach = fc.array(fc.double({ min: 0.2, max: 5, noNaN: true }), { minLength: 3, maxLength: 40 })
    fc.assert(fc.property(reach, (radii) => {
      const open = radii.map((r, i): Position => [r * Math.cos((i / radii.length) * 2 * Math.PI), r * Math.sin((i / radii.length) * 2 * Math.PI)])
      expect(ringCrosses([...open, open[0]!])).toBe(false)
    }))
  })
})

describe('isBoundary', () => {
  it('never throws and never lets through what lintBoundary calls unknown', () => {
    fc.assert(fc.property(fc.anything(), (value) => isBoundary(value) === !lintBoundary(value).some(({ code }) => code === 'typeUnknown')))
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Point, boundaryBox, containsPoint, metresToEdge, nearBoundary, nearBox, polygonsOf } from './boundary'
import { ell, polygon, rect, withHole } from './boundary.fixture'
import type { Boundary, Position } from './types'

const two: Boundary = { type: 'MultiPolygon', coordinates: [[rect(0, 0, 1, 1)], [rect(5, 5, 6, 6)]] }
const at = (lng: number, lat: number): Point => ({ lng, lat })
const METRE = 1 / 111_195 // of latitude, in degrees

const move = (boundary: Boundary, dx: number, dy: number): Boundary => {
  const rings = (list: Position[][]) => list.map((ring) => ring.map(([lng = 0, lat = 0]): Position => [lng + dx, lat + dy]))
  return boundary.type === 'Polygon'
    ? { type: 'Polygon', coordinates: rings(boundary.coordinates) }
    : { type: 'MultiPolygon', coordinates: boundary.coordinates.map(rings) }
}

describe('containsPoint', () => {
  it.each<[string, Boundary, [number, number], boolean]>([
    ['inside', withHole, [2, 2], true],
    ['outside', withHole, [11, 5], false],
    ['outside, level with a corner', withHole, [-1, 10], false],
    ['outside, level with an edge', withHole, [-1, 0], false],
    ['in the hole', withHole, [5, 5], false],
    ['on the hole’s edge', withHole, [4, 5], true],
    ['on the hole’s corner', withHole, [6, 6], true],
    ['on an edge', withHole, [10, 3], true],
    ['on a corner', withHole, [0, 0], true],
    ['in the foot of an L', ell, [8, 2], true],
    ['in the missing quarter', ell, [8, 8], false],
    ['on the inner corner', ell, [5, 5], true],
    ['level with the inner corner', ell, [2, 5], true],
    ['in the first of two', two, [0.5, 0.5], true],
    ['in the second of two', two, [5.5, 5.5], true],
    ['between two', two, [3, 3], false],
    ['in nothing', { type: 'MultiPolygon', coordinates: [] }, [0, 0], false],
    ['in a polygon without rings', polygon(), [0, 0], false],
  ])('%s', (_, boundary, [lng, lat], inside) => {
    expect(containsPoint(boundary, at(lng, lat))).toBe(inside)
  })

  const grid = fc.integer({ min: -3, max: 13 })
  const shapes = fc.constantFrom(withHole, ell, two)

  it('does not depend on where the shape lies', () => {
    fc.assert(fc.property(shapes, grid, grid, fc.integer({ min: -60, max: 60 }), fc.integer({ min: -60, max: 60 }), (shape, lng, lat, dx, dy) =>
      containsPoint(move(shape, dx, dy), at(lng + dx, lat + dy)) === containsPoint(shape, at(lng, lat))), { numRuns: 400 })
  })

  it('does not depend on a ring’s direction or first corner', () => {
    const turned = (boundary: Boundary, by: number): Boundary => {
      const ring = (positions: Position[]): Position[] => {
        const open = positions.slice(1)
        const shift = by % open.length
        const rotated = [...open.slice(shift), ...open.slice(0, shift)]
        return [...rotated, rotated[0]!].reverse()
      }
      return { type: 'MultiPolygon', coordinates: polygonsOf(boundary).map((rings) => rings.map(ring)) }
    }
    fc.assert(fc.property(shapes, grid, grid, fc.nat(9), (shape, lng, lat, by) =>
      containsPoint(turned(shape, by), at(lng, lat)) === containsPoint(shape, at(lng, lat))), { numRuns: 400 })
  })

  it('agrees with the sides of a convex shape', () => {
    const corner = fc.double({ min: -1, max: 1, noNaN: true })
    fc.assert(fc.property(fc.integer({ min: 3, max: 12 }), corner, corner, (sides, lng, lat) => {
      const ring = Array.from({ length: sides + 1 }, (_, i): Position => {
        const angle = ((i % sides) / sides) * 2 * Math.PI
        return [Math.cos(angle), Math.sin(angle)]
      })
      const left = ring.slice(1).map(([bx = 0, by = 0], i) => {
        const [ax = 0, ay = 0] = ring[i] ?? []
        return (bx - ax) * (lat - ay) - (by - ay) * (lng - ax)
      })
      fc.pre(left.every((side) => Math.abs(side) > 1e-9))
      expect(containsPoint(polygon(ring), at(lng, lat))).toBe(left.every((side) => side > 0))
    }), { numRuns: 300 })
  })
})

describe('distances', () => {
  const square = polygon(rect(116.44, 39.9, 116.45, 39.91))

  it.each<[string, number, number, number]>([
    ['outside, to the north', 116.445, 39.91 + 25 * METRE, 25],
    ['inside, from the north', 116.445, 39.91 - 25 * METRE, 25],
    ['to the east, where a degree is shorter', 116.45 + (40 * METRE) / Math.cos((39.905 * Math.PI) / 180), 39.905, 40],
    ['from a corner, aslant', 116.45 + (30 * METRE) / Math.cos((39.91 * Math.PI) / 180), 39.91 + 40 * METRE, 50],
    ['on the edge', 116.445, 39.91, 0],
  ])('%s', (_, lng, lat, metres) => {
    expect(metresToEdge(square, at(lng, lat))).toBeCloseTo(metres, 0)
  })

  it('also measures to the edges of holes', () => {
    expect(metresToEdge(withHole, at(5, 5))).toBeCloseTo(metresToEdge(polygon(rect(4, 4, 6, 6)), at(5, 5)), 6)
  })

  it('is endless without an edge', () => {
    expect(metresToEdge(polygon(), at(0, 0))).toBe(Infinity)
  })

  it.each([[29, undefined, true], [31, undefined, false], [31, 40, true], [-29, undefined, true], [-31, undefined, false]])(
    '%i m from the edge, near within %s: %s', (out, metres, near) => {
      expect(nearBoundary(square, at(116.445, 39.91 + out * METRE), metres)).toBe(near)
    })

  it('never leaves a near point out of the widened box', () => {
    const lng = fc.double({ min: 116.438, max: 116.452, noNaN: true })
    const lat = fc.double({ min: 39.898, max: 39.912, noNaN: true })
    fc.assert(fc.property(lng, lat, fc.integer({ min: 1, max: 150 }), (x, y, metres) => {
      const box = boundaryBox(square)
      if (box && nearBoundary(square, at(x, y), metres)) expect(nearBox(box, at(x, y), metres + 0.001)).toBe(true)
    }), { numRuns: 400 })
  })
})

describe('boundaryBox', () => {
  it('is the smallest box around all polygons', () => {
    expect(boundaryBox(two)).toEqual({ west: 0, south: 0, east: 6, north: 6 })
    expect(boundaryBox(polygon())).toBeUndefined()
  })
})

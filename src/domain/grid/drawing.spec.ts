import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCorner, drawnBoundary, eachCorner, joinBoundaries, moveCorner, removeCorner } from './editBoundary'
import { lintBoundary } from './lintBoundary'
import { lintPlace } from './lintPlace'
import { readBoundaryText } from './readBoundary'
import type { Boundary } from './types'

/** A rectangle in steps of about 100 metres. */
const box = (west: number, south: number, width = 2, height = 2): Boundary => {
  const [w, s, e, n] = [116 + west / 1000, 40 + south / 1000, 116 + (west + width) / 1000, 40 + (south + height) / 1000]
  return { type: 'Polygon', coordinates: [[[w, s], [e, s], [e, n], [w, n], [w, s]]] }
}
/** The ground beside the first, with a tongue two metres wide and a hundred long across the line between them. */
const tongue: Boundary = { type: 'Polygon', coordinates: [[[116.002, 40], [116.004, 40], [116.004, 40.002], [116.002, 40.002], [116.002, 40.00102], [116.001, 40.00101], [116.002, 40.001], [116.002, 40]]] }
const codes = (boundary: Boundary, siblings: Boundary[], parent?: Boundary) =>
  lintPlace({ boundary, siblings: siblings.map((each, i) => ({ id: `s${i}`, boundary: each })), ...(parent ? { parent: { id: 'p', boundary: parent } } : {}) }).map(({ code, unit }) => `${code} ${unit}`)

describe('how a boundary fits the others', () => {
  it.each<[string, Boundary, Boundary[], Boundary | undefined, string[]]>([
    ['side by side', box(0, 0), [box(2, 0)], box(0, 0, 4, 2), []],
    ['far apart', box(0, 0), [box(9, 9)], undefined, []],
    ['over half of it', box(0, 0), [box(1, 0)], undefined, ['overlaps s0']],
    ['the very same', box(0, 0), [box(0, 0)], undefined, ['overlaps s0']],
    ['inside of it', box(1, 1, 1, 1), [box(0, 0, 4, 4)], undefined, ['overlaps s0']],
    ['around it', box(0, 0, 4, 4), [box(1, 1, 1, 1)], undefined, ['overlaps s0']],
    ['across like an L, with a corner in common', box(0, 0, 1, 4), [box(0, 0, 4, 1)], undefined, ['overlaps s0']],
    ['across like a plus', box(0, 2, 6, 2), [box(2, 0, 2, 6)], undefined, ['overlaps s0']],
    ['a metre over', box(0, 0, 2.01, 2), [box(2, 0)], box(0, 0, 4, 2), []],
    ['a thin tongue of the other', box(0, 0), [tongue], undefined, ['overlaps s0']],
    ['beyond the parent', box(0, 0, 5, 2), [], box(0, 0, 4, 2), ['outsideParent p']],
    ['quite outside', box(9, 9), [], box(0, 0, 4, 2), ['outsideParent p']],
    ['both', box(1, 0, 5, 2), [box(0, 0)], box(0, 0, 4, 2), ['outsideParent p', 'overlaps s0']],
  ])('%s', (_, boundary, siblings, parent, expected) => expect(codes(boundary, siblings, parent)).toEqual(expected))

  it('says how far', () => {
    expect(lintPlace({ boundary: box(0, 0, 2.3, 2), siblings: [{ id: 's', boundary: box(2, 0) }] })[0]?.metres).toBeGreaterThan(20)
    expect(lintPlace({ boundary: box(0, 0, 2, 2.5), siblings: [], parent: { id: 'p', boundary: box(0, 0) } })[0]?.metres).toBe(56)
  })
  it('finds that two overlap from either side', () => {
    const any = fc.record({ w: fc.integer({ min: 0, max: 6 }), s: fc.integer({ min: 0, max: 6 }), e: fc.integer({ min: 1, max: 5 }), n: fc.integer({ min: 1, max: 5 }) })
    fc.assert(fc.property(any, any, (a, b) => {
      const [one, other] = [box(a.w, a.s, a.e, a.n), box(b.w, b.s, b.e, b.n)]
      const meet = Math.min(a.w + a.e, b.w + b.e) > Math.max(a.w, b.w) && Math.min(a.s + a.n, b.s + b.n) > Math.max(a.s, b.s)
      expect(codes(one, [other]).length > 0).toBe(meet)
      expect(codes(other, [one]).length > 0).toBe(meet)
    }))
  })
})

describe('boundaries as text', () => {
  const ring = [[116, 40, 12], [116.1, 40], [116.1, 40.1]]
  it.each<[string, unknown, unknown]>([
    ['a polygon', { type: 'Polygon', coordinates: [[[116, 40], [116.1, 40], [116.1, 40.1], [116, 40]]] }, { boundary: { type: 'Polygon', coordinates: [[[116, 40], [116.1, 40], [116.1, 40.1], [116, 40]]] } }],
    ['an open ring with heights', { type: 'Polygon', coordinates: [ring] }, { boundary: { type: 'Polygon', coordinates: [[[116, 40], [116.1, 40], [116.1, 40.1], [116, 40]]] } }],
    ['a feature', { type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates: [[ring]] } }, { boundary: { type: 'MultiPolygon', coordinates: [[[[116, 40], [116.1, 40], [116.1, 40.1], [116, 40]]]] } }],
    ['one of a collection', { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] } }] }, { boundary: expect.objectContaining({ type: 'Polygon' }) }],
    ['two of a collection', { type: 'FeatureCollection', features: [{}, {}] }, { fault: 'manyFeatures' }],
    ['none of a collection', { type: 'FeatureCollection', features: [] }, { fault: 'noGeometry' }],
    ['a corner without a number', { type: 'Polygon', coordinates: [[[0, 0], [1, null], [1, 1], [0, 0]]] }, { fault: 'numbersUnreadable' }],
    ['more corners than a boundary may have', { type: 'Polygon', coordinates: [Array.from({ length: 5001 }, (_, i) => [i / 1e5, 0])] }, { fault: 'tooManyPositions' }],
    ['a line', { type: 'LineString', coordinates: ring }, { fault: 'typeUnknown' }],
    ['a feature of nothing', { type: 'Feature', geometry: null }, { fault: 'noGeometry' }],
    ['a list', [1], { fault: 'noGeometry' }],
  ])('takes %s as it is', (_, value, expected) => expect(readBoundaryText(JSON.stringify(value))).toEqual(expected))
  it('knows what is no text of it', () => expect(readBoundaryText('{"type":')).toEqual({ fault: 'textUnreadable' }))
})

describe('drawing', () => {
  const drawn = drawnBoundary([[0, 0], [2, 0], [2, 2], [0, 2]])!
  it('needs three points', () => expect(drawnBoundary([[0, 0], [1, 1]])).toBeUndefined())
  it('moves, adds and removes corners, and keeps rings closed', () => {
    expect(moveCorner(drawn, { polygon: 0, ring: 0, at: 0 }, [-1, 0])).toEqual({ type: 'Polygon', coordinates: [[[-1, 0], [2, 0], [2, 2], [0, 2], [-1, 0]]] })
    expect(addCorner(drawn, { polygon: 0, ring: 0, at: 3 }, [-1, 1])).toEqual({ type: 'Polygon', coordinates: [[[0, 0], [2, 0], [2, 2], [0, 2], [-1, 1], [0, 0]]] })
    expect(removeCorner(drawn, { polygon: 0, ring: 0, at: 0 })).toEqual({ type: 'Polygon', coordinates: [[[2, 0], [2, 2], [0, 2], [2, 0]]] })
    expect(eachCorner(drawn)).toHaveLength(4)
  })
  it('takes a triangle away whole, and the polygon of an edge with its holes', () => {
    const triangle = drawnBoundary([[0, 0], [1, 0], [0, 1]])!
    expect(removeCorner(triangle, { polygon: 0, ring: 0, at: 1 })).toBeUndefined()
    const two = joinBoundaries([drawn, triangle])!
    expect(removeCorner(two, { polygon: 1, ring: 0, at: 0 })).toEqual(drawn)
    const holed: Boundary = { type: 'Polygon', coordinates: [[[0, 0], [9, 0], [0, 9], [0, 0]], [[1, 1], [2, 1], [1, 2], [1, 1]]] }
    expect(removeCorner(holed, { polygon: 0, ring: 1, at: 0 })).toEqual({ type: 'Polygon', coordinates: [[[0, 0], [9, 0], [0, 9], [0, 0]]] })
    expect(removeCorner(holed, { polygon: 0, ring: 0, at: 0 })).toBeUndefined()
  })
  it('stays of one shape whatever is done to it', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(6), fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), { maxLength: 12 }), (acts) => {
      let boundary: Boundary | undefined = drawn
      for (const [what, at, lng, lat] of acts) {
        const corner = { polygon: 0, ring: 0, at }
        if (boundary) boundary = [moveCorner, addCorner, removeCorner][what]!(boundary, corner, [lng, lat])
      }
      if (boundary) expect(lintBoundary(boundary).every(({ code }) => code !== 'typeUnknown' && code !== 'ringOpen' && code !== 'ringShort' && code !== 'empty')).toBe(true)
    }))
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { schematicOf } from './schematic'
import type { Boundary } from './types'

const box = (west: number, south: number, size = 1): Boundary => ({ type: 'Polygon', coordinates: [[[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]] })

describe('a schematic of units', () => {
  it('is not drawn of nothing, nor of a line', () => {
    expect(schematicOf([])).toBeUndefined()
    expect(schematicOf([{ code: 'a', boundary: { type: 'Polygon', coordinates: [[[1, 1], [1, 1], [1, 1], [1, 1]]] } }])).toBeUndefined()
  })

  it('puts north above and east to the right', () => {
    const [west, east, north] = schematicOf([{ code: 'w', boundary: box(0, 0) }, { code: 'e', boundary: box(1, 0) }, { code: 'n', boundary: box(0, 1) }])?.shapes ?? []
    expect(east!.x).toBeGreaterThan(west!.x)
    expect(north!.y).toBeLessThan(west!.y)
  })

  it('makes a degree of longitude as short as it is there', () => {
    const { width = 0, height = 0 } = schematicOf([{ code: 'a', boundary: box(100, 59.5) }]) ?? {}
    expect(width / height).toBeCloseTo(0.5, 1)
  })

  it('keeps within its frame, with holes and islands, and draws no more corners than a page can bear', () => {
    const many: Boundary = { type: 'MultiPolygon', coordinates: [[Array.from({ length: 5000 }, (_, at) => [116 + Math.cos(at) / 100, 40 + Math.sin(at) / 100])], box(116.1, 40.1).coordinates as number[][][]] }
    const drawn = schematicOf([{ code: 'a', boundary: many }])
    expect(drawn?.shapes[0]?.path.length).toBeLessThan(2000)
    fc.assert(fc.property(fc.array(fc.tuple(fc.double({ min: -170, max: 170, noNaN: true }), fc.double({ min: -80, max: 80, noNaN: true })), { minLength: 1, maxLength: 20 }), (corners) => {
      const made = schematicOf(corners.map(([lng, lat], at) => ({ code: String(at), boundary: box(lng, lat) })))
      for (const { path } of made?.shapes ?? []) {
        const numbers = path.split(/[MLZ ]+/).filter(Boolean).map(Number)
        numbers.forEach((value, at) => {
          expect(value).toBeGreaterThanOrEqual(-0.1)
          expect(value).toBeLessThanOrEqual((at % 2 === 0 ? made!.width : made!.height) + 1)
        })
      }
    }))
  })
})

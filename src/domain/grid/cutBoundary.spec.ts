import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutBoundary, groundOf, readLineText } from './cutBoundary'
import { lintBoundary } from './lintBoundary'
import { lintPlace } from './lintPlace'
import type { Boundary, Position } from './types'

const ring = (west: number, south: number, east: number, north: number): Position[] => [[west, south], [east, south], [east, north], [west, north], [west, south]]
const square: Boundary = { type: 'Polygon', coordinates: [ring(116, 40, 116.01, 40.01)] }
const holed: Boundary = { type: 'Polygon', coordinates: [ring(116, 40, 116.01, 40.01), ring(116.006, 40.004, 116.008, 40.006)] }
/** An open mouth to the east. */
const cShape: Boundary = { type: 'Polygon', coordinates: [[[116, 40], [116.01, 40], [116.01, 40.003], [116.003, 40.003], [116.003, 40.007], [116.01, 40.007], [116.01, 40.01], [116, 40.01], [116, 40]]] }
const two: Boundary = { type: 'MultiPolygon', coordinates: [[ring(116, 40, 116.01, 40.01)], [ring(116.02, 40, 116.03, 40.01)]] }
const pieces = (boundary: Boundary, line: Position[]): Boundary[] => {
  const cut = cutBoundary(boundary, line)
  if ('fault' in cut) throw new Error(cut.fault)
  return cut.pieces
}
const whole = (parts: readonly Boundary[]): number => parts.reduce((sum, part) => sum + groundOf(part), 0)

describe('cutting a boundary along a line', () => {
  it.each<[string, Boundary, Position[], number]>([
    ['straight through', square, [[115.99, 40.005], [116.02, 40.005]], 2],
    ['with bends', square, [[116.005, 39.99], [116.005, 40.004], [116.002, 40.006], [116.002, 40.02]], 2],
    ['from corner to corner', square, [[115.99, 39.99], [116.02, 40.02]], 2],
    ['two points inside go on to the edge', square, [[116.004, 40.004], [116.006, 40.005]], 2],
    ['ends on the edge', square, [[116, 40.005], [116.01, 40.005]], 2],
    ['in and out of one edge', square, [[116.002, 39.99], [116.002, 40.004], [116.008, 40.004], [116.008, 39.99]], 2],
    ['beside a hole', holed, [[116.003, 39.99], [116.003, 40.02]], 2],
    ['one arm of a bent one', cShape, [[116.006, 39.99], [116.006, 40.005]], 2],
    ['one of two grounds', two, [[116.025, 39.99], [116.025, 40.02]], 3],
    ['both of two grounds', two, [[115.99, 40.005], [116.04, 40.005]], 4],
  ])('%s', (_, boundary, line, count) => {
    const parts = pieces(boundary, line)
    expect(parts).toHaveLength(count)
    expect(parts.flatMap(lintBoundary)).toEqual([])
    expect(Math.abs(whole(parts) / groundOf(boundary) - 1)).toBeLessThan(1e-4)
    for (const [i, part] of parts.entries()) {
      expect(lintPlace({ boundary: part, parent: { id: 'whole', boundary }, siblings: parts.filter((_other, at) => at !== i).map((other, at) => ({ id: String(at), boundary: other })) })).toEqual([])
    }
  })
  it.each<[string, Boundary, Position[], string]>([
    ['no line', square, [[116.005, 40.005]], 'lineShort'],
    ['a point twice', square, [[116.005, 40.005], [116.005, 40.005]], 'lineShort'],
    ['past it', square, [[117, 40], [117, 41]], 'cutMisses'],
    ['a touched corner', square, [[115.99, 40.02], [116.01, 40.0]].map(([lng = 0, lat = 0]): Position => [lng - 0.01, lat - 0.01]), 'cutMisses'],
    ['both arms', cShape, [[116.006, 39.99], [116.006, 40.02]], 'cutOften'],
    ['through a hole', holed, [[116.007, 39.99], [116.007, 40.02]], 'cutHole'],
    ['a line over itself', square, [[115.99, 40.005], [116.008, 40.005], [116.008, 40.008], [116.004, 40.008], [116.004, 40.002], [116.02, 40.002]], 'cutUnsound'],
  ])('says why not: %s', (_, boundary, line, fault) => expect(cutBoundary(boundary, line)).toEqual({ fault }))

  it('loses and doubles no ground, wherever a line runs', () => {
    const part = fc.double({ min: 0.05, max: 0.95, noNaN: true })
    fc.assert(fc.property(part, part, part, part, (a, b, c, d) => {
      fc.pre(Math.hypot(a - c, b - d) > 0.01)
      const parts = pieces(square, [[116 + a / 100, 40 + b / 100], [116 + c / 100, 40 + d / 100]])
      expect(parts).toHaveLength(2)
      expect(Math.abs(whole(parts) / groundOf(square) - 1)).toBeLessThan(1e-4)
    }))
  })
})

describe('a line out of a text', () => {
  it.each<[string, Position[] | undefined]>([
    ['116.1,40.1\n116.2,40.2', [[116.1, 40.1], [116.2, 40.2]]], ['116.1 40.1\n\n116.2，40.2\n', [[116.1, 40.1], [116.2, 40.2]]],
    ['{"type":"LineString","coordinates":[[1,2,9],[3,4]]}', [[1, 2], [3, 4]]], ['{"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}}', [[1, 2], [3, 4]]],
    ['116.1,40.1', undefined], ['甲,乙\n1,2', undefined], ['{"type":"Point","coordinates":[1,2]}', undefined], ['{oops', undefined], ['', undefined],
  ])('%s', (text, line) => expect(readLineText(text)).toEqual(line))
})

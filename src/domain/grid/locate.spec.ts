import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { containsPoint, metresToEdge } from './boundary'
import { polygon, rect } from './boundary.fixture'
import { type LocatableUnit, locatePoint } from './locate'

// About 85 m to 0.001 degrees of longitude here, 111 m of latitude.
const W = 116.44
const S = 39.9
const box = (west: number, south: number, east: number, north: number) =>
  polygon(rect(W + west / 1000, S + south / 1000, W + east / 1000, S + north / 1000))
const unit = (path: string, boundary?: LocatableUnit['boundary'], active = true): LocatableUnit => ({ id: path.split('/').at(-2) ?? '', path, active, boundary })

const units = [
  unit('/c/', box(0, 0, 20, 10)),
  unit('/c/s1/', box(0, 0, 10, 10)),
  unit('/c/s2/', box(10, 0, 20, 10)),
  unit('/c/s1/g1/', box(0, 0, 10, 5)),
  unit('/c/s1/g2/', box(0, 5, 10, 8)), // the strip above belongs to s1 alone
  unit('/c/s2/g3/', box(10, 0, 20, 10)),
  unit('/c/s1/old/', box(0, 0, 10, 10), false),
  unit('/c/s1/drawn-never/'),
]
const find = (x: number, y: number, metres?: number) => locatePoint({ point: { lng: W + x / 1000, lat: S + y / 1000 }, units, metres })
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)

describe('locatePoint', () => {
  it.each<[string, number, number, number | undefined, string[], string[]]>([
    ['deep inside', 5, 2, undefined, ['g1'], []],
    ['near the side of a sibling', 5, 4.9, undefined, ['g1'], ['g2']],
    ['near another station: its deepest unit only', 9.9, 2, undefined, ['g1'], ['g3']],
    ['where three meet, nearest first', 9.7, 4.9, undefined, ['g1'], ['g2', 'g3']],
    ['where only the upper unit is drawn', 5, 9.5, undefined, ['s1'], []],
    ['there, near a unit below', 5, 8.1, undefined, ['s1'], ['g2']],
    ['on the line itself', 5, 5, undefined, ['g1', 'g2'], []],
    ['just outside everything', -0.1, 2, undefined, [], ['g1']],
    ['far outside', -5, 2, undefined, [], []],
    ['a wider look', 5, 4, 200, ['g1'], ['g2']],
    ['a narrower look', 5, 4.9, 5, ['g1'], []],
  ])('%s', (_, x, y, metres, inside, near) => {
    const found = find(x, y, metres)
    expect(ids(found.units)).toEqual(inside)
    expect(ids(found.neighbours.map(({ unit: neighbour }) => neighbour))).toEqual(near)
    expect(found.ask).toBe(inside.length > 1 || near.length > 0)
  })

  it('never asks whether the unit above is meant, even where its outline was drawn too small', () => {
    const found = locatePoint({
      point: { lng: W + 0.0101, lat: S + 0.002 },
      units: [unit('/c/', box(0, 0, 10, 10)), unit('/c/s1/', box(0, 0, 11, 10))],
    })
    expect([ids(found.units), found.neighbours]).toEqual([['s1'], []])
  })

  it('finds only active units that hold the point, deepest first of all, and misses none', () => {
    const coordinate = fc.double({ min: -2, max: 22, noNaN: true })
    fc.assert(fc.property(coordinate, coordinate, (x, y) => {
      const point = { lng: W + x / 1000, lat: S + y / 1000 }
      const found = find(x, y)
      const holding = units.filter((u) => u.active && u.boundary && containsPoint(u.boundary, point))
      expect(found.units.length > 0).toBe(holding.length > 0)
      for (const u of found.units) {
        expect(holding).toContain(u)
        expect(holding.some((other) => other !== u && other.path.startsWith(u.path))).toBe(false)
      }
      for (const { unit: u, metres } of found.neighbours) {
        expect(holding).not.toContain(u)
        expect(metres).toBeLessThanOrEqual(30)
        expect(u.boundary && metresToEdge(u.boundary, point)).toBe(metres)
      }
    }), { numRuns: 400 })
  })
})

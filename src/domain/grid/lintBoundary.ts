import { containsPoint, polygonsOf, turn, x, y } from './boundary'
import type { Boundary, Position } from './types'

/** More positions than this in one boundary make every look-up slow and no street outline better. */
export const POSITIONS_MAX = 5000

export type BoundaryIssueCode =
  | 'typeUnknown' | 'empty' | 'tooManyPositions' | 'positionInvalid' | 'ringShort' | 'ringOpen' | 'ringFlat' | 'ringCrosses'
  | 'holeOutside'

/** `polygon` and `ring` count from 0; ring 0 is the outer edge. */
export type BoundaryIssue = { code: BoundaryIssueCode; polygon?: number; ring?: number; params?: Record<string, number> }

const isList = (value: unknown): value is unknown[] => Array.isArray(value)
const isPosition = (value: unknown): boolean => isList(value) && value.length >= 2 && value.every((n) => typeof n === 'number')
const isRings = (value: unknown): boolean => isList(value) && value.every((ring) => isList(ring) && ring.every(isPosition))

/** Whether a value read from outside has the shape of a boundary; `lintBoundary` then says whether it is a sound one. */
export const isBoundary = (value: unknown): value is Boundary => {
  if (typeof value !== 'object' || value === null || !('type' in value) || !('coordinates' in value)) return false
  if (value.type === 'Polygon') return isRings(value.coordinates)
  return value.type === 'MultiPolygon' && isList(value.coordinates) && value.coordinates.every(isRings)
}

const onEarth = (p: Position): boolean => Math.abs(x(p)) <= 180 && Math.abs(y(p)) <= 90

const samePlace = (a: Position | undefined, b: Position | undefined): boolean => x(a) === x(b) && y(a) === y(b)

/** Whether c, known to lie on the line through a and b, lies between them. */
const between = (a: Position, b: Position, c: Position): boolean =>
  Math.min(x(a), x(b)) <= x(c) && x(c) <= Math.max(x(a), x(b)) && Math.min(y(a), y(b)) <= y(c) && y(c) <= Math.max(y(a), y(b))

type Edge = { a: Position; b: Position; index: number; west: number; east: number }

const touch = (p: Edge, q: Edge): boolean => {
  const [qa, qb, pa, pb] = [turn(p.a, p.b, q.a), turn(p.a, p.b, q.b), turn(q.a, q.b, p.a), turn(q.a, q.b, p.b)].map(Math.sign)
  if (qa !== qb && pa !== pb) return true
  return (
    (qa === 0 && between(p.a, p.b, q.a)) || (qb === 0 && between(p.a, p.b, q.b)) ||
    (pa === 0 && between(q.a, q.b, p.a)) || (pb === 0 && between(q.a, q.b, p.b))
  )
}

/** Neighbours share a corner by right; they only clash when one runs back over the other. */
const foldsBack = (p: Edge, q: Edge): boolean =>
  turn(p.a, p.b, q.b) === 0 && (x(p.b) - x(p.a)) * (x(q.b) - x(q.a)) + (y(p.b) - y(p.a)) * (y(q.b) - y(q.a)) < 0

const edgesOf = (ring: Position[]): Edge[] =>
  ring
    .flatMap((b, i) => {
      const a = ring[i - 1]
      return a && !samePlace(a, b) ? [{ a, b, west: Math.min(x(a), x(b)), east: Math.max(x(a), x(b)) }] : []
    })
    .map((edge, index) => ({ ...edge, index }))

const clash = (p: Edge, q: Edge, count: number): boolean => {
  if ((p.index + 1) % count === q.index) return foldsBack(p, q)
  if ((q.index + 1) % count === p.index) return foldsBack(q, p)
  return touch(p, q)
}

/** Whether a closed ring crosses, touches or runs over itself. Edges are met in order from west to east. */
export const ringCrosses = (ring: Position[]): boolean => {
  const edges = edgesOf(ring)
  let open: Edge[] = []
  for (const edge of [...edges].sort((a, b) => a.west - b.west)) {
    open = open.filter((other) => other.east >= edge.west)
    if (open.some((other) => clash(other, edge, edges.length))) return true
    open.push(edge)
  }
  return false
}

const doubleArea = (ring: Position[]): number => {
  const origin = ring[0]
  return origin ? Math.abs(ring.reduce((sum, p, i) => sum + turn(origin, ring[i - 1] ?? origin, p), 0)) : 0
}

/** The first fault of one ring: each later check only makes sense when the earlier ones pass. */
const ringFault = (ring: Position[]): BoundaryIssueCode | undefined => {
  if (!ring.every(onEarth)) return 'positionInvalid'
  if (ring.length < 4) return 'ringShort'
  if (!samePlace(ring[0], ring.at(-1))) return 'ringOpen'
  if (ringCrosses(ring)) return 'ringCrosses'
  return doubleArea(ring) === 0 ? 'ringFlat' : undefined
}

const lintPolygon = (rings: Position[][], polygon: number): BoundaryIssue[] => {
  const faults = rings.flatMap((ring, i): BoundaryIssue[] => {
    const code = ringFault(ring)
    return code ? [{ code, polygon, ring: i }] : []
  })
  const [outer, ...holes] = rings
  if (faults.length > 0 || !outer) return faults
  const edge: Boundary = { type: 'Polygon', coordinates: [outer] }
  return holes.flatMap((hole, i): BoundaryIssue[] =>
    hole.every((p) => containsPoint(edge, { lng: x(p), lat: y(p) })) ? [] : [{ code: 'holeOutside', polygon, ring: i + 1 }])
}

/**
 * What is wrong with a boundary as it came from a map or a file: rings closed, at least four positions, not crossing
 * themselves, on earth, holes inside. Anything of another shape gives the one issue `typeUnknown`.
 */
export const lintBoundary = (value: unknown): BoundaryIssue[] => {
  if (!isBoundary(value)) return [{ code: 'typeUnknown' }]
  const polygons = polygonsOf(value)
  const count = polygons.flat(2).length
  if (polygons.length === 0 || polygons.some((rings) => rings.length === 0)) return [{ code: 'empty' }]
  if (count > POSITIONS_MAX) return [{ code: 'tooManyPositions', params: { count, max: POSITIONS_MAX } }]
  return polygons.flatMap(lintPolygon)
}

import type { Boundary, Position } from './types'

export type Point = { lng: number; lat: number }
export type Box = { west: number; south: number; east: number; north: number }

/** Within this many metres of an edge a reporter is asked which side (domain.md §6). */
export const NEAR_METRES = 30

// Mean earth radius; over a street's few kilometres the plane reckoning below errs by centimetres.
const METRES_PER_DEGREE = (Math.PI / 180) * 6_371_008.8

/** A boundary as a list of polygons, each a list of rings. */
export const polygonsOf = (boundary: Boundary): Position[][][] =>
  boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates

export const x = (position: Position | undefined): number => position?.[0] ?? Number.NaN
export const y = (position: Position | undefined): number => position?.[1] ?? Number.NaN

/** Calls `visit` with every edge of a ring. */
const eachEdge = (ring: Position[], visit: (a: Position, b: Position) => void): void => {
  ring.forEach((b, i) => {
    const a = ring[i - 1]
    if (a) visit(a, b)
  })
}

/** Twice the area of a triangle, positive when c lies left of a→b. */
export const turn = (a: Position, b: Position, c: Position): number => (x(b) - x(a)) * (y(c) - y(a)) - (y(b) - y(a)) * (x(c) - x(a))

const onEdge = (p: Position, a: Position, b: Position): boolean =>
  turn(a, b, p) === 0 &&
  Math.min(x(a), x(b)) <= x(p) && x(p) <= Math.max(x(a), x(b)) &&
  Math.min(y(a), y(b)) <= y(p) && y(p) <= Math.max(y(a), y(b))

type Side = 'inside' | 'edge' | 'outside'

/** Even-odd rule: how often a ray to the east crosses the ring. */
const sideOf = (p: Position, ring: Position[]): Side => {
  let inside = false
  let edge = false
  eachEdge(ring, (a, b) => {
    if (onEdge(p, a, b)) edge = true
    const upwards = y(b) > y(a)
    if (y(a) > y(p) !== y(b) > y(p) && turn(a, b, p) > 0 === upwards) inside = !inside
  })
  if (edge) return 'edge'
  return inside ? 'inside' : 'outside'
}

const inPolygon = (p: Position, rings: Position[][]): boolean => {
  const [outer, ...holes] = rings
  return outer !== undefined && sideOf(p, outer) !== 'outside' && holes.every((hole) => sideOf(p, hole) !== 'inside')
}

/** Whether a point lies in a boundary. Its edges, those of holes too, belong to it. */
export const containsPoint = (boundary: Boundary, point: Point): boolean =>
  polygonsOf(boundary).some((rings) => inPolygon([point.lng, point.lat], rings))

/** The smallest box around a boundary, for a first quick look; undefined for one without positions. */
export const boundaryBox = (boundary: Boundary): Box | undefined => {
  const box: Box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const position of polygonsOf(boundary).flat(2)) {
    box.west = Math.min(box.west, x(position))
    box.east = Math.max(box.east, x(position))
    box.south = Math.min(box.south, y(position))
    box.north = Math.max(box.north, y(position))
  }
  return box.west <= box.east ? box : undefined
}

/** Whether a point lies in a box widened by some metres on every side. */
export const nearBox = (box: Box, point: Point, metres: number): boolean => {
  const lat = metres / METRES_PER_DEGREE
  const lng = lat / Math.max(0.01, Math.cos((point.lat * Math.PI) / 180))
  return (
    point.lng >= box.west - lng && point.lng <= box.east + lng &&
    point.lat >= box.south - lat && point.lat <= box.north + lat
  )
}

/** Distance in metres from the origin to the segment between two points given in metres. */
const toSegment = (ax: number, ay: number, bx: number, by: number): number => {
  const dx = bx - ax
  const dy = by - ay
  const length = dx * dx + dy * dy
  const along = length > 0 ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length)) : 0
  return Math.hypot(ax + along * dx, ay + along * dy)
}

/** Metres from a point to the nearest edge of a boundary, from inside or outside; Infinity for one without edges. */
export const metresToEdge = (boundary: Boundary, point: Point): number => {
  const north = METRES_PER_DEGREE
  const east = METRES_PER_DEGREE * Math.cos((point.lat * Math.PI) / 180)
  let nearest = Infinity
  for (const ring of polygonsOf(boundary).flat())
    eachEdge(ring, (a, b) => {
      const metres = toSegment((x(a) - point.lng) * east, (y(a) - point.lat) * north, (x(b) - point.lng) * east, (y(b) - point.lat) * north)
      nearest = Math.min(nearest, metres)
    })
  return nearest
}

/** Whether a point lies within some metres (30 unless told) of a boundary's edge, on either side. */
export const nearBoundary = (boundary: Boundary, point: Point, metres: number = NEAR_METRES): boolean =>
  metresToEdge(boundary, point) <= metres

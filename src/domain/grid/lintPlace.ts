import { boundaryBox, containsPoint, metresToEdge, polygonsOf, x, y, type Box, type Point } from './boundary'
import type { Boundary, Position } from './types'

/** Two neighbours drawn by hand never share a line to the metre: what lies within so many metres of an edge is neither outside nor an overlap. */
export const TOLERANCE_METRES = 3

export type PlaceIssue = { code: 'outsideParent' | 'overlaps'; /** The unit it concerns: the parent, or the neighbour. */ unit: string; /** How far, in whole metres. */ metres: number }

export type Neighbour = { id: string; boundary: Boundary }

const PARTS = [0, 0.25, 0.5, 0.75]

type Edge = readonly [Position | undefined, Position | undefined]

const edgesOf = (boundary: Boundary): Edge[] => polygonsOf(boundary).flat().flatMap((ring) => ring.slice(1).map((b, i): Edge => [ring[i], b]))

/** Far below a metre, in degrees times degrees: what is smaller counts as parallel, or as lying on the line. */
const FLAT = 1e-14

/** Where an edge meets another one, as parts of its length strictly between its ends; for edges on one line, where the other begins and ends. */
const meets = ([a, b]: Edge, [c, d]: Edge): number[] => {
  const [ex, ey, fx, fy, gx, gy] = [x(b) - x(a), y(b) - y(a), x(d) - x(c), y(d) - y(c), x(c) - x(a), y(c) - y(a)]
  const [across, length] = [ex * fy - ey * fx, ex * ex + ey * ey]
  if (Math.abs(across) > FLAT) {
    const other = (gx * ey - gy * ex) / across
    return other >= 0 && other <= 1 ? [(gx * fy - gy * fx) / across] : []
  }
  return Math.abs(gx * ey - gy * ex) > FLAT || length === 0 ? [] : [(gx * ex + gy * ey) / length, ((gx + fx) * ex + (gy + fy) * ey) / length]
}

/** Corners of a boundary, points along its edges, and one in every stretch between two meetings with the other: no overlap lies between them unseen. */
const along = (boundary: Boundary, other: Boundary): Point[] => {
  const others = edgesOf(other)
  return edgesOf(boundary).flatMap((edge) => {
    const cuts = [0, ...others.flatMap((one) => meets(edge, one)).filter((part) => part > 0 && part < 1), 1].sort((one, next) => one - next)
    const between = cuts.slice(1).map((cut, i) => ((cuts[i] ?? 0) + cut) / 2)
    const [a, b] = edge
    return [...PARTS, ...between].map((part) => ({ lng: x(a) + (x(b) - x(a)) * part, lat: y(a) + (y(b) - y(a)) * part }))
  })
}

/** A point inside each polygon that is not on its edge, found on the line through the middle of its height. */
const withinEach = (boundary: Boundary): Point[] =>
  polygonsOf(boundary).flatMap((rings): Point[] => {
    const only: Boundary = { type: 'Polygon', coordinates: rings }
    const box = boundaryBox(only)
    if (!box) return []
    const lat = (box.south + box.north) / 2 + (box.north - box.south) * 1e-4
    const cuts = rings.flatMap((ring) => ring.slice(1).flatMap((b, i) => cutAt(ring[i], b, lat))).sort((one, other) => one - other)
    return cuts.slice(1).flatMap((cut, i) => ({ lng: ((cuts[i] ?? cut) + cut) / 2, lat })).filter((point) => containsPoint(only, point)).slice(0, 1)
  })

const cutAt = (a: Position | undefined, b: Position, lat: number): number[] =>
  y(a) > lat === y(b) > lat ? [] : [x(a) + ((lat - y(a)) / (y(b) - y(a))) * (x(b) - x(a))]

const apart = (a: Box | undefined, b: Box | undefined): boolean => !a || !b || a.east < b.west || b.east < a.west || a.north < b.south || b.north < a.south

/** How deep the points that fit lie beyond the edge of a boundary; 0 where none does by more than the tolerance. */
const deepest = (points: readonly Point[], boundary: Boundary, fits: (point: Point) => boolean): number => {
  const deep = points.filter(fits).map((point) => metresToEdge(boundary, point))
  const most = Math.max(0, ...deep)
  return most > TOLERANCE_METRES ? Math.round(most) : 0
}

const overlap = (one: Boundary, other: Boundary): number => {
  if (apart(boundaryBox(one), boundaryBox(other))) return 0
  const into = (points: readonly Point[], boundary: Boundary) => deepest(points, boundary, (point) => containsPoint(boundary, point))
  const edges = Math.max(into(along(one, other), other), into(along(other, one), one))
  return edges > 0 ? edges : Math.max(into(withinEach(one), other), into(withinEach(other), one))
}

/**
 * Where a sound boundary does not fit the others: outside its parent's, or over a neighbour's, each with how many metres. Edges that lie within
 * `TOLERANCE_METRES` of each other fit.
 */
export const lintPlace = ({ boundary, parent, siblings }: { boundary: Boundary; parent?: Neighbour; siblings: readonly Neighbour[] }): PlaceIssue[] => {
  const beyond = parent ? deepest(along(boundary, parent.boundary), parent.boundary, (point) => !containsPoint(parent.boundary, point)) : 0
  const outside: PlaceIssue[] = parent && beyond > 0 ? [{ code: 'outsideParent', unit: parent.id, metres: beyond }] : []
  return [...outside, ...siblings.flatMap((sibling): PlaceIssue[] => {
    const metres = overlap(boundary, sibling.boundary)
    return metres > 0 ? [{ code: 'overlaps', unit: sibling.id, metres }] : []
  })]
}

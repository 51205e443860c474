import { polygonsOf } from './boundary'
import type { Boundary, Position } from './types'

/** A corner of a boundary: polygon, ring and place in it, counted from 0. The last position of a ring is its first and no corner of its own. */
export type Corner = { polygon: number; ring: number; at: number }

/** A polygon alone is one, several are several, none is nothing. */
export const boundaryOf = (polygons: Position[][][]): Boundary | undefined => {
  const [only] = polygons
  if (!only) return undefined
  return polygons.length === 1 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: polygons }
}

const cornersOf = (ring: readonly Position[]): Position[] => ring.slice(0, -1)
const ringOf = (corners: readonly Position[]): Position[] => (corners[0] ? [...corners, corners[0]] : [])

const withRing = (boundary: Boundary, { polygon, ring }: Pick<Corner, 'polygon' | 'ring'>, change: (corners: Position[]) => Position[]): Boundary | undefined => {
  const polygons = polygonsOf(boundary).map((rings, p) =>
    rings.map((each, r) => (p === polygon && r === ring ? ringOf(change(cornersOf(each))) : each)).filter(({ length }) => length > 0))
  return boundaryOf(polygons.filter((rings, p) => rings.length > 0 && !(p === polygon && ring === 0 && polygons[p]?.length !== polygonsOf(boundary)[p]?.length)))
}

/** The boundary with one corner elsewhere. */
export const moveCorner = (boundary: Boundary, corner: Corner, to: Position): Boundary | undefined =>
  withRing(boundary, corner, (corners) => corners.map((position, at) => (at === corner.at ? to : position)))

/** The boundary with a new corner after the one named. */
export const addCorner = (boundary: Boundary, corner: Corner, position: Position): Boundary | undefined =>
  withRing(boundary, corner, (corners) => [...corners.slice(0, corner.at + 1), position, ...corners.slice(corner.at + 1)])

/** The boundary without a corner; a ring of three goes whole, and its polygon with it where it was the edge. */
export const removeCorner = (boundary: Boundary, corner: Corner): Boundary | undefined =>
  withRing(boundary, corner, (corners) => (corners.length <= 3 ? [] : corners.filter((_, at) => at !== corner.at)))

/** Points clicked one after the other, as a boundary of one polygon; undefined below three. */
export const drawnBoundary = (corners: readonly Position[]): Boundary | undefined =>
  corners.length < 3 ? undefined : { type: 'Polygon', coordinates: [ringOf(corners)] }

/** Several boundaries as one, side by side. */
export const joinBoundaries = (boundaries: readonly Boundary[]): Boundary | undefined => boundaryOf(boundaries.flatMap(polygonsOf))

/** Every corner with its place. */
export const eachCorner = (boundary: Boundary): { corner: Corner; position: Position }[] =>
  polygonsOf(boundary).flatMap((rings, polygon) => rings.flatMap((positions, ring) => cornersOf(positions).map((position, at) => ({ corner: { polygon, ring, at }, position }))))

import type { Boundary, Position } from './types'

/** A rectangle as a closed ring. */
export const rect = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south], [east, south], [east, north], [west, north], [west, south],
]

export const polygon = (...rings: Position[][]): Boundary => ({ type: 'Polygon', coordinates: rings })

/** 10 × 10 with a hole of 2 × 2 in its middle. */
export const withHole = polygon(rect(0, 0, 10, 10), rect(4, 4, 6, 6))

/** An L: the upper right quarter of 10 × 10 is missing. */
export const ell = polygon([[0, 0], [10, 0], [10, 5], [5, 5], [5, 10], [0, 10], [0, 0]])

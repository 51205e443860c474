import { NEAR_METRES, type Point, boundaryBox, containsPoint, metresToEdge, nearBox } from './boundary'
import { isWithin } from './path'
import type { Boundary, Unit } from './types'

export type LocatableUnit = Pick<Unit, 'id' | 'path' | 'active'> & { boundary?: Boundary }

export type Located<U extends LocatableUnit> = {
  /** Deepest active units that contain the point: one as a rule, several where boundaries overlap, none outside. */
  units: U[]
  /** Other deepest active units whose edge is near, nearest first. */
  neighbours: { unit: U; metres: number }[]
  /** Whether the reporter should be asked which unit is meant. */
  ask: boolean
}

/** Units without those that have a unit below them in the same list. */
const deepest = <U extends LocatableUnit>(units: U[]): U[] =>
  units.filter((unit) => !units.some((other) => other.path !== unit.path && isWithin(other.path, unit.path)))

/** How a unit lies to a point, or undefined when it is closed, has no boundary or is too far away to matter. */
const look = (unit: LocatableUnit, point: Point, metres: number): { inside: boolean; metres: number } | undefined => {
  const box = unit.active && unit.boundary ? boundaryBox(unit.boundary) : undefined
  if (!unit.boundary || !box || !nearBox(box, point, metres)) return undefined
  const inside = containsPoint(unit.boundary, point)
  const distance = metresToEdge(unit.boundary, point)
  return inside || distance <= metres ? { inside, metres: distance } : undefined
}

/**
 * Finds the units at a point: the deepest active ones that contain it, and others near enough (30 m unless told) that the
 * reporter is asked which side (domain.md §6). Units without a boundary are never found here; walking down the tree finds them.
 */
export const locatePoint = <U extends LocatableUnit>(input: { point: Point; units: U[]; metres?: number }): Located<U> => {
  const { point, metres = NEAR_METRES } = input
  const containing: U[] = []
  const near: { unit: U; metres: number }[] = []
  for (const unit of input.units) {
    const seen = look(unit, point, metres)
    if (seen?.inside) containing.push(unit)
    else if (seen) near.push({ unit, metres: seen.metres })
  }
  const units = deepest(containing)
  // A unit above the one found cannot be meant instead of it, nor one above a nearer neighbour.
  const others = new Set(deepest(near.map(({ unit }) => unit)).filter((unit) => !units.some((found) => isWithin(found.path, unit.path))))
  const neighbours = near.filter(({ unit }) => others.has(unit)).sort((a, b) => a.metres - b.metres)
  return { units, neighbours, ask: units.length > 1 || neighbours.length > 0 }
}

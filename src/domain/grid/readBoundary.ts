import { isBoundary, POSITIONS_MAX } from './lintBoundary'
import type { Boundary, Position } from './types'

export type BoundaryTextFault = 'textUnreadable' | 'noGeometry' | 'manyFeatures' | 'typeUnknown' | 'numbersUnreadable' | 'tooManyPositions'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const flatPosition = (position: Position): Position => position.slice(0, 2)

const same = (a: Position | undefined, b: Position | undefined): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1]

/** A ring whose last position is its first. */
export const closedRing = (ring: readonly Position[]): Position[] => {
  const [first] = ring
  return first && !same(first, ring.at(-1)) ? [...ring, first] : [...ring]
}

const cleaned = (boundary: Boundary): Boundary =>
  boundary.type === 'Polygon'
    ? { type: 'Polygon', coordinates: boundary.coordinates.map((ring) => closedRing(ring.map(flatPosition))) }
    : { type: 'MultiPolygon', coordinates: boundary.coordinates.map((rings) => rings.map((ring) => closedRing(ring.map(flatPosition)))) }

const geometryOf = (value: unknown): { geometry: unknown } | { fault: BoundaryTextFault } => {
  if (!isRecord(value)) return { fault: 'noGeometry' }
  if (value.type === 'Feature') return { geometry: value.geometry }
  if (value.type !== 'FeatureCollection') return { geometry: value }
  const features: unknown[] = Array.isArray(value.features) ? value.features : []
  if (features.length > 1) return { fault: 'manyFeatures' }
  return isRecord(features[0]) ? { geometry: features[0].geometry } : { fault: 'noGeometry' }
}

const parsed = (text: string): { value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

const isArea = (geometry: unknown): boolean => isRecord(geometry) && (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon')

/** Of a boundary without heights. */
const positionsOf = ({ coordinates }: Boundary): number => (coordinates as unknown[]).flat(Infinity).length / 2

/**
 * A boundary out of pasted GeoJSON (RFC 7946): a polygon or several, a feature, or a collection of one feature. Heights are left out and
 * rings closed; whether it is a sound boundary, `lintBoundary` says.
 */
export const readBoundaryText = (text: string): { boundary: Boundary } | { fault: BoundaryTextFault } => {
  const read = parsed(text.trim())
  if (!read) return { fault: 'textUnreadable' }
  const found = geometryOf(read.value)
  if ('fault' in found) return found
  if (found.geometry === null || found.geometry === undefined) return { fault: 'noGeometry' }
  if (!isBoundary(found.geometry)) return { fault: isArea(found.geometry) ? 'numbersUnreadable' : 'typeUnknown' }
  // Not drawn to be refused afterwards: a browser stands still over the corners of a whole province.
  const boundary = cleaned(found.geometry)
  return positionsOf(boundary) > POSITIONS_MAX ? { fault: 'tooManyPositions' } : { boundary }
}

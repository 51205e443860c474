import { boundaryBox, containsPoint, polygonsOf, x, y } from './boundary'
import { lintBoundary } from './lintBoundary'
import type { Boundary, Position } from './types'

export type CutFault = 'lineShort' | 'cutMisses' | 'cutOften' | 'cutHole' | 'cutUnsound'

/** The pieces of a boundary, each a polygon of its own, or why a line does not cut it. */
export type Cut = { pieces: Boundary[] } | { fault: CutFault }

/** A meeting of the line with the edge: how far along the line, and after which corner of the ring. */
type Hit = { along: number; edge: number; at: Position }

const SAME = 1e-9

const near = (a: Position | undefined, b: Position | undefined): boolean => Math.abs(x(a) - x(b)) < SAME && Math.abs(y(a) - y(b)) < SAME

/** Where two segments meet, as parts of the first and of the second; undefined where they do not, or run side by side. */
const meeting = (a: Position, b: Position, c: Position, d: Position): { first: number; at: Position } | undefined => {
  const [ex, ey, fx, fy] = [x(b) - x(a), y(b) - y(a), x(d) - x(c), y(d) - y(c)]
  const across = ex * fy - ey * fx
  if (across === 0) return undefined
  const first = ((x(c) - x(a)) * fy - (y(c) - y(a)) * fx) / across
  const second = ((x(c) - x(a)) * ey - (y(c) - y(a)) * ex) / across
  return first >= 0 && first <= 1 && second >= 0 && second <= 1 ? { first, at: [x(c) + second * fx, y(c) + second * fy] } : undefined
}

const edgesOf = (ring: readonly Position[]): [Position, Position][] => ring.slice(1).map((b, i) => [ring[i] ?? b, b])

/** Every meeting of a line with a ring, in the order of the line; one in a corner counts once. */
const hitsOf = (line: readonly Position[], ring: readonly Position[]): Hit[] => {
  const hits = edgesOf(line).flatMap(([a, b], i) => edgesOf(ring).flatMap(([c, d], edge): Hit[] => {
    const met = meeting(a, b, c, d)
    return met ? [{ along: i + met.first, edge, at: met.at }] : []
  }))
  return hits.sort((one, other) => one.along - other.along || one.edge - other.edge).filter((hit, i, all) => i === 0 || !near(hit.at, all[i - 1]?.at))
}

/** A little beyond where it meets the edge: so that rounding does not leave it short. */
const BEYOND = 1.0001

/** An end that lies inside goes on straight until it meets the edge. */
const extended = (from: Position, end: Position, polygon: Boundary): Position => {
  const box = boundaryBox(polygon)
  if (!box || !containsPoint(polygon, { lng: x(end), lat: y(end) })) return end
  const [dx, dy] = [x(end) - x(from), y(end) - y(from)]
  const reach = (2 * Math.hypot(box.east - box.west, box.north - box.south)) / (Math.hypot(dx, dy) || 1)
  const far: Position = [x(end) + dx * reach, y(end) + dy * reach]
  const [hit] = polygonsOf(polygon).flatMap(([outer = []]) => hitsOf([end, far], outer)).sort((one, other) => one.along - other.along)
  return hit ? [x(end) + (x(hit.at) - x(end)) * BEYOND + dx * SAME, y(end) + (y(hit.at) - y(end)) * BEYOND + dy * SAME] : far
}

const reaching = (line: readonly Position[], polygon: Boundary): Position[] => {
  const [first, second, last, before] = [line[0], line[1], line.at(-1), line.at(-2)]
  if (!first || !second || !last || !before) return [...line]
  return [extended(second, first, polygon), ...line.slice(1, -1), extended(before, last, polygon)]
}

const distinct = (ring: readonly Position[]): Position[] => {
  const corners = ring.filter((position, i) => i === 0 || !near(position, ring[i - 1]))
  const open = corners.length > 1 && near(corners[0], corners.at(-1)) ? corners.slice(0, -1) : corners
  return open[0] ? [...open, open[0]] : []
}

/** Corners of a ring from after one edge to the beginning of another, forwards. */
const stretch = (ring: readonly Position[], from: number, to: number): Position[] => {
  const corners = ring.slice(0, -1)
  const positions: Position[] = []
  for (let at = (from + 1) % corners.length; ; at = (at + 1) % corners.length) {
    const corner = corners[at]
    if (corner) positions.push(corner)
    if (at === to || !corner) return positions
  }
}

const sides = (ring: readonly Position[], line: readonly Position[], [p, q]: [Hit, Hit]): [Position[], Position[]] => {
  const path = [p.at, ...line.filter((_, i) => i > p.along && i < q.along), q.at]
  if (p.edge === q.edge) {
    // Both ends on one edge: a bite out of it, and the rest.
    const corner = ring[p.edge]
    const nearer = Math.hypot(x(p.at) - x(corner), y(p.at) - y(corner)) < Math.hypot(x(q.at) - x(corner), y(q.at) - y(corner))
    const forwards = nearer ? path : [...path].reverse()
    return [distinct([...path, p.at]), distinct([...stretch(ring, p.edge, p.edge), ...forwards])]
  }
  return [distinct([...stretch(ring, q.edge, p.edge), ...path]), distinct([...stretch(ring, p.edge, q.edge), ...[...path].reverse()])]
}

const inside = (ring: readonly Position[], edge: readonly Position[]): boolean =>
  ring.every((position) => containsPoint({ type: 'Polygon', coordinates: [[...edge]] }, { lng: x(position), lat: y(position) }))

const cutPolygon = (rings: readonly Position[][], given: readonly Position[]): Cut => {
  const polygon: Boundary = { type: 'Polygon', coordinates: [...rings] }
  const [outer = [], ...holes] = rings
  const line = reaching(given, { type: 'Polygon', coordinates: [outer] })
  const hits = hitsOf(line, outer)
  const [p, q] = hits
  // A line that only touches the edge in one corner leaves it whole.
  if (!p || !q) return { pieces: [polygon] }
  if (hits.length > 2) return { fault: 'cutOften' }
  if (holes.some((hole) => hitsOf(line, hole).length > 0)) return { fault: 'cutHole' }
  const pieces = sides(outer, line, [p, q]).map((ring): Boundary => ({ type: 'Polygon', coordinates: [ring, ...holes.filter((hole) => inside(hole, ring))] }))
  return pieces.some((piece) => lintBoundary(piece).length > 0) ? { fault: 'cutUnsound' } : { pieces }
}

/**
 * Cuts a sound boundary along a line, polygon by polygon. Ends of the line that lie inside go on straight to the edge. Both sides of a cut share its
 * positions, so that nothing is lost or doubled between them.
 */
export const cutBoundary = (boundary: Boundary, line: readonly Position[]): Cut => {
  if (line.length < 2 || near(line[0], line[1])) return { fault: 'lineShort' }
  const pieces: Boundary[] = []
  for (const rings of polygonsOf(boundary)) {
    const cut = cutPolygon(rings, line)
    if ('fault' in cut) return cut
    pieces.push(...cut.pieces)
  }
  return pieces.length > polygonsOf(boundary).length ? { pieces } : { fault: 'cutMisses' }
}

const numbersIn = (line: string): Position | undefined => {
  const numbers = line.split(/[\s,，;；]+/).filter(Boolean).map(Number)
  return numbers.length === 2 && numbers.every(Number.isFinite) ? numbers : undefined
}

const ofGeometry = (text: string): Position[] | undefined => {
  try {
    const value = JSON.parse(text) as { type?: unknown; coordinates?: unknown; geometry?: { type?: unknown; coordinates?: unknown } }
    const geometry = value.type === 'Feature' ? value.geometry : value
    const positions: unknown = geometry?.type === 'LineString' ? geometry.coordinates : undefined
    return Array.isArray(positions) && positions.every((each) => Array.isArray(each) && each.length >= 2 && each.every((n) => typeof n === 'number')) ? positions.map((each: Position) => each.slice(0, 2)) : undefined
  } catch {
    return undefined
  }
}

/** A line as it is pasted: a GeoJSON LineString, or a longitude and a latitude on each row. Undefined for anything else. */
export const readLineText = (text: string): Position[] | undefined => {
  const trimmed = text.trim()
  if (trimmed.startsWith('{')) return ofGeometry(trimmed)
  const rows = trimmed.split('\n').filter((row) => row.trim()).map(numbersIn)
  return rows.length >= 2 && rows.every((row) => row !== undefined) ? rows.flatMap((row) => (row ? [row] : [])) : undefined
}

/** Ground in square metres, for comparing pieces of one office: the plane reckoning errs by far less than a drawing does. */
export const groundOf = (boundary: Boundary): number => {
  const box = boundaryBox(boundary)
  if (!box) return 0
  const north = (Math.PI / 180) * 6_371_008.8
  const east = north * Math.cos((((box.south + box.north) / 2) * Math.PI) / 180)
  const ring = (positions: readonly Position[]): number =>
    Math.abs(edgesOf(positions).reduce((sum, [a, b]) => sum + (x(a) - box.west) * (y(b) - box.south) - (x(b) - box.west) * (y(a) - box.south), 0) / 2)
  return polygonsOf(boundary).reduce((sum, [outer = [], ...holes]) => sum + ring(outer) - holes.reduce((less, hole) => less + ring(hole), 0), 0) * north * east
}

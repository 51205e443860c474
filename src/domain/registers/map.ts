import { boundaryBox, polygonsOf, type Box, type Point } from '../grid/boundary'
import type { Boundary } from '../grid/types'

/** A drawing of part of the earth: `width` × `height` units, north up. */
export type Drawing = { box: Box; width: number; height: number; x: (lng: number) => number; y: (lat: number) => number }

const MARGIN = 0.06
/** Some 200 metres: a single point must not fill the whole drawing. */
const LEAST = 0.002

const widened = ({ west, south, east, north }: Box): Box => {
  const [lng, lat] = [Math.max((east - west) * MARGIN, (LEAST - (east - west)) / 2, 0), Math.max((north - south) * MARGIN, (LEAST - (north - south)) / 2, 0)]
  return { west: west - lng, south: south - lat, east: east + lng, north: north + lat }
}

const joined = (boxes: readonly Box[]): Box | undefined => {
  if (boxes.length === 0) return undefined
  return {
    west: Math.min(...boxes.map((box) => box.west)), south: Math.min(...boxes.map((box) => box.south)),
    east: Math.max(...boxes.map((box) => box.east)), north: Math.max(...boxes.map((box) => box.north)),
  }
}

const HEIGHTS = { least: 0.4, most: 1.4 } as const

/** A drawing that holds all outlines and points, over a street's few kilometres true to shape. Undefined where there is nothing to draw. */
export const drawingOf = ({ boundaries, points, width }: { boundaries: readonly Boundary[]; points: readonly Point[]; width: number }): Drawing | undefined => {
  const boxes = [...boundaries.flatMap((boundary) => boundaryBox(boundary) ?? []), ...points.map(({ lng, lat }): Box => ({ west: lng, east: lng, south: lat, north: lat }))]
  const whole = joined(boxes)
  if (!whole) return undefined
  const box = widened(whole)
  const narrowing = Math.max(0.01, Math.cos((((box.south + box.north) / 2) * Math.PI) / 180))
  const tall = (box.north - box.south) / ((box.east - box.west) * narrowing)
  const height = Math.round(width * Math.min(HEIGHTS.most, Math.max(HEIGHTS.least, tall)))
  const scale = Math.min(width / ((box.east - box.west) * narrowing), height / (box.north - box.south))
  const [left, top] = [(width - (box.east - box.west) * narrowing * scale) / 2, (height - (box.north - box.south) * scale) / 2]
  return { box, width, height, x: (lng) => left + (lng - box.west) * narrowing * scale, y: (lat) => top + (box.north - lat) * scale }
}

const tenth = (value: number): number => Math.round(value * 10) / 10

/** An outline as the path of an SVG. */
export const outlinePath = (boundary: Boundary, { x, y }: Pick<Drawing, 'x' | 'y'>): string =>
  polygonsOf(boundary).flat().map((ring) => `${ring.map(([lng = 0, lat = 0], at) => `${at === 0 ? 'M' : 'L'}${tenth(x(lng))} ${tenth(y(lat))}`).join('')}Z`).join('')

/** The middle of an outline's box: where an entry without a point of its own is drawn. */
export const centreOf = (boundary: Boundary): Point | undefined => {
  const box = boundaryBox(boundary)
  return box && { lng: (box.west + box.east) / 2, lat: (box.south + box.north) / 2 }
}

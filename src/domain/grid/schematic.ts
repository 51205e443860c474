import type { Boundary, Position } from './types'

type Outlined = { code: string; boundary: Boundary }
export type Schematic = { width: number; height: number; shapes: { code: string; path: string; x: number; y: number }[] }

/** Width of the drawing, in its own units; its height follows from the ground. */
const WIDTH = 600
const TALLEST = 900
/** Corners drawn of one ring: enough for its form, few enough for a page. */
const CORNERS = 48

const ringsOf = (boundary: Boundary): readonly Position[][] => (boundary.type === 'Polygon' ? boundary.coordinates : boundary.coordinates.flat())

const thinned = (ring: readonly Position[]): Position[] => {
  const step = Math.max(1, Math.ceil(ring.length / CORNERS))
  return ring.filter((_, at) => at % step === 0)
}

type Frame = { west: number; north: number; scale: number; stretch: number; width: number; height: number }

/** Degrees of longitude are shorter than those of latitude, by the cosine of the latitude; that is exact enough for a street. */
const frameOf = (positions: readonly Position[]): Frame | undefined => {
  const [lngs, lats] = [positions.map(([lng = 0]) => lng), positions.map(([, lat = 0]) => lat)]
  const bounds = (values: number[]): [number, number] => values.reduce<[number, number]>(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity])
  const [[west, east], [south, north]] = [bounds(lngs), bounds(lats)]
  const stretch = Math.cos((((north + south) / 2) * Math.PI) / 180)
  const [wide, tall] = [(east - west) * stretch, north - south]
  if (!(wide > 0 && tall > 0)) return undefined
  const scale = Math.min(WIDTH / wide, TALLEST / tall)
  return { west, north, scale, stretch, width: Math.round(wide * scale), height: Math.round(tall * scale) }
}

const short = (value: number): number => Math.round(value * 10) / 10

const placed = ([lng = 0, lat = 0]: Position, { west, north, scale, stretch }: Frame): [number, number] => [short((lng - west) * stretch * scale), short((north - lat) * scale)]

/** A drawing of how units lie to each other: no map, no tiles, nothing asked of anybody. Undefined where there is nothing to draw. */
export const schematicOf = (units: readonly Outlined[]): Schematic | undefined => {
  const drawn = units.map(({ code, boundary }) => ({ code, rings: ringsOf(boundary).map(thinned).filter((ring) => ring.length > 2) })).filter(({ rings }) => rings.length > 0)
  const frame = frameOf(drawn.flatMap(({ rings }) => rings.flat()))
  if (!frame) return undefined
  const shapes = drawn.map(({ code, rings }) => {
    const lines = rings.map((ring) => ring.map((position) => placed(position, frame)))
    const [outer = []] = lines
    const middle = (axis: 0 | 1): number => short(outer.reduce((sum, point) => sum + point[axis], 0) / Math.max(1, outer.length))
    return { code, path: lines.map((line) => `M${line.map((point) => point.join(' ')).join('L')}Z`).join(''), x: middle(0), y: middle(1) }
  })
  return { width: frame.width, height: frame.height, shapes }
}

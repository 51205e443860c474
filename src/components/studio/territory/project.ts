import { boundaryBox, groundOf, type Boundary, type Box, type Position } from '../../../domain/grid'

export const WIDTH = 490
export const HEIGHT = 420
/** Room for what stands on the map: the buttons above, the scale below. In drawing units. */
const MARGIN = 50

/** Metres of a degree of latitude. */
const DEGREE = 111_195

/** How ground is laid onto the drawing: units of the drawing per metre, and the place in its middle. */
export type Frame = { lng: number; lat: number; scale: number }

const cosine = (lat: number): number => Math.max(0.01, Math.cos((lat * Math.PI) / 180))

const around = (boxes: readonly Box[]): Box | undefined =>
  boxes.reduce<Box | undefined>((all, box) => (all ? { west: Math.min(all.west, box.west), south: Math.min(all.south, box.south), east: Math.max(all.east, box.east), north: Math.max(all.north, box.north) } : box), undefined)

/** A frame that shows all boundaries whole; undefined where there is none. A single point gets some ground around it. */
export const frameOf = (boundaries: readonly Boundary[]): Frame | undefined => {
  const box = around(boundaries.flatMap((boundary) => boundaryBox(boundary) ?? []))
  if (!box) return undefined
  const [lng, lat] = [(box.west + box.east) / 2, (box.south + box.north) / 2]
  const wide = Math.max(60, (box.east - box.west) * DEGREE * cosine(lat))
  const high = Math.max(60, (box.north - box.south) * DEGREE)
  return { lng, lat, scale: Math.min((WIDTH - 2 * MARGIN) / wide, (HEIGHT - 2 * MARGIN) / high) }
}

/** Where a position stands on the drawing. */
export const toDrawing = ({ lng, lat, scale }: Frame, [x = 0, y = 0]: Position): { x: number; y: number } => ({
  x: WIDTH / 2 + (x - lng) * DEGREE * cosine(lat) * scale, y: HEIGHT / 2 - (y - lat) * DEGREE * scale,
})

/** Degrees to the decimetre: more than anybody draws. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

/** Which position a place on the drawing stands for. */
export const toPosition = ({ lng, lat, scale }: Frame, { x, y }: { x: number; y: number }): Position => [
  rounded(lng + (x - WIDTH / 2) / (DEGREE * cosine(lat) * scale)), rounded(lat - (y - HEIGHT / 2) / (DEGREE * scale)),
]

/** A round number of metres that is about a fifth of the drawing wide. */
export const scaleBar = ({ scale }: Frame): { metres: number; width: number } => {
  const wanted = WIDTH / 5 / scale
  const power = 10 ** Math.floor(Math.log10(wanted))
  const metres = [5, 2, 1].map((step) => step * power).find((step) => step <= wanted) ?? power
  return { metres, width: metres * scale }
}

/** An outline as the `d` of a path. */
export const pathOf = (frame: Frame, rings: readonly (readonly Position[])[]): string =>
  rings.map((ring) => `M${ring.map((position) => { const { x, y } = toDrawing(frame, position); return `${x.toFixed(1)} ${y.toFixed(1)}` }).join('L')}Z`).join('')

/** Hectares of a boundary, roughly; holes are left out. */
export const hectares = (boundary: Boundary): number => Math.round(groundOf(boundary) / 1000) / 10

import type { Cell } from './layoutRows'
import type { Route } from './layoutRoutes'

const STEP = 8
const LEVEL = [0, 10, -10, 20, -20, 30, -30]
const LEAST = 44
const MARGIN = 8

/** One end of a line at a box. `toward`: where it goes to, in rows, the middle of row n being n + 0.5 and the channel above it n. */
type End = { route: Route; end: 'exit' | 'entry'; toward: number }

/** Distances from the middle of its box at which each line leaves and comes in. */
export type Ports = { exit: Map<Route, number>; entry: Map<Route, number>; heightOf: (cell: Cell) => number }

const keyOf = ({ column, row }: Cell, side: -1 | 1): string => `${column} ${row} ${side}`

const towardOf = (route: Route, other: Cell): number => (route.kind === 'far' ? route.channel : other.row + 0.5)

const endsOf = (route: Route): { cell: Cell; side: -1 | 1; end: End }[] => [
  { cell: route.from, side: route.exit, end: { route, end: 'exit', toward: towardOf(route, route.to) } },
  { cell: route.to, side: route.entry, end: { route, end: 'entry', toward: towardOf(route, route.from) } },
]

const levelOffset = (slot: number): number => LEVEL[slot] ?? slot * STEP

type Side = { row: number; side: -1 | 1; ends: End[] }

/** Lines that climb leave above those along the row, lines that fall below; the farther they go, the farther out. */
const offsetsOf = ({ ends, row, side }: Side): Map<End, number> => {
  const level = ends.filter(({ route }) => route.kind === 'level')
  const taken = level.map(({ route }) => levelOffset(route.slot))
  const middle = row + 0.5
  const sorted = ends.filter(({ route }) => route.kind !== 'level').sort((one, other) => one.toward - other.toward)
  const ups = sorted.filter(({ toward }) => toward < middle).reverse()
  const downs = sorted.filter(({ toward }) => toward >= middle)
  const [top, bottom] = taken.length > 0 ? [Math.min(...taken), Math.max(...taken)] : [2, -2]
  // Boxes face each other across a gutter: lines of the one and the other must not meet at one height.
  const shift = side > 0 ? 6 : 10
  return new Map([
    ...level.map((end): [End, number] => [end, levelOffset(end.route.slot)]),
    ...ups.map((end, at): [End, number] => [end, top - shift - STEP * at]),
    ...downs.map((end, at): [End, number] => [end, bottom + shift + STEP * at]),
  ])
}

/** Where lines touch their boxes, and how tall these must be for it. */
export const portsOf = (routes: readonly Route[]): Ports => {
  const sides = new Map<string, Side>()
  for (const { cell, side, end } of routes.filter(({ kind }) => kind !== 'upright').flatMap(endsOf)) {
    const found = sides.get(keyOf(cell, side)) ?? { row: cell.row, side, ends: [] }
    found.ends.push(end)
    sides.set(keyOf(cell, side), found)
  }
  const ports = { exit: new Map<Route, number>(), entry: new Map<Route, number>() }
  const heights = new Map<string, number>()
  for (const [key, side] of sides) {
    const offsets = offsetsOf(side)
    for (const [{ route, end }, offset] of offsets) ports[end].set(route, offset)
    heights.set(key, 2 * (Math.max(...[...offsets.values()].map(Math.abs)) + MARGIN))
  }
  const heightOf = (cell: Cell): number => Math.max(LEAST, heights.get(keyOf(cell, -1)) ?? 0, heights.get(keyOf(cell, 1)) ?? 0)
  return { ...ports, heightOf }
}

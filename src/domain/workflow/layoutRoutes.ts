import type { Cell, Pair } from './layoutRows'

/**
 * How a line runs. `level`: along its row. `upright`: straight to the box above or below. `near`: through one gutter between two lanes.
 * `far`: through a gutter, along a channel between rows, and through another gutter.
 */
export type Route = {
  pair: Pair
  from: Cell
  to: Cell
  kind: 'level' | 'upright' | 'near' | 'far'
  back: boolean
  /** Sides of the boxes: -1 left, 1 right. Nothing for `upright`. */
  exit: -1 | 1
  entry: -1 | 1
  /** Gutter before lane 0 is 0. `near` uses `out` alone. */
  out: number
  in: number
  /** The channel above row n is n. `far` only. */
  channel: number
  /** Place among the lines that run along the same row. `level` only. */
  slot: number
}

const isFree = (cells: readonly Cell[], { column: a, row }: Cell, { column: b }: Cell): boolean =>
  !cells.some((cell) => cell.row === row && cell.column > Math.min(a, b) && cell.column < Math.max(a, b))

const isBack = (from: Cell, to: Cell): boolean => to.column < from.column || (to.column === from.column && to.row < from.row)

const kindOf = (from: Cell, to: Cell, cells: readonly Cell[]): Route['kind'] => {
  if (from.column === to.column) return Math.abs(from.row - to.row) === 1 ? 'upright' : 'near'
  if (from.row === to.row && isFree(cells, from, to)) return 'level'
  return Math.abs(from.column - to.column) === 1 ? 'near' : 'far'
}

/** Forward lines leave on the right and come in on the left, lines back the other way round; within a lane they stay on one side. */
const sidesOf = (from: Cell, to: Cell, back: boolean): Pick<Route, 'exit' | 'entry' | 'out' | 'in'> => {
  if (from.column === to.column) {
    const gutter = back ? from.column : from.column + 1
    return { exit: back ? -1 : 1, entry: back ? -1 : 1, out: gutter, in: gutter }
  }
  return back ? { exit: -1, entry: 1, out: from.column, in: to.column + 1 } : { exit: 1, entry: -1, out: from.column + 1, in: to.column }
}

const channelsFor = ({ row: a }: Cell, { row: b }: Cell, back: boolean): number[] => {
  if (a === b) return back ? [a, a + 1] : [a + 1, a]
  const [low, high] = [Math.min(a, b) + 1, Math.max(a, b)]
  return Array.from({ length: high - low + 1 }, (_, at) => low + at)
}

const spanOf = ({ out, in: into }: Pick<Route, 'out' | 'in'>): [number, number] => [Math.min(out, into), Math.max(out, into)]

const overlap = ([a, b]: [number, number], [c, d]: [number, number]): boolean => a <= d && c <= b

const channelOf = (route: Route, others: readonly Route[]): number => {
  const crowd = (channel: number): number => others.filter((other) => other.kind === 'far' && other.channel === channel && overlap(spanOf(other), spanOf(route))).length
  const [first = 0, ...rest] = channelsFor(route.from, route.to, route.back)
  return rest.reduce((best, channel) => (crowd(channel) < crowd(best) ? channel : best), first)
}

const columnsOf = ({ from, to }: Route): [number, number] => [Math.min(from.column, to.column), Math.max(from.column, to.column)]

/** Lines that run along one row beside each other; those that follow upon each other share a place. */
const slotOf = (route: Route, others: readonly Route[]): number => {
  const [a, b] = columnsOf(route)
  const taken = others.filter((other) => other.kind === 'level' && other.from.row === route.from.row && columnsOf(other)[0] < b && a < columnsOf(other)[1]).map(({ slot }) => slot)
  let slot = 0
  while (taken.includes(slot)) slot += 1
  return slot
}

/** A way for every line, in their order. */
export const routesOf = (pairs: readonly Pair[], cells: ReadonlyMap<string, Cell>): Route[] => {
  const all = [...cells.values()]
  return pairs.reduce<Route[]>((routes, pair) => {
    const [from, to] = [cells.get(pair.from), cells.get(pair.to)]
    if (!from || !to) return routes
    const back = isBack(from, to)
    const route: Route = { pair, from, to, back, kind: kindOf(from, to, all), ...sidesOf(from, to, back), channel: 0, slot: 0 }
    if (route.kind === 'far') route.channel = channelOf(route, routes)
    if (route.kind === 'level') route.slot = slotOf(route, routes)
    return [...routes, route]
  }, [])
}

/** Tracks of the lines in one channel: lines that would touch run beside each other. */
export const tracksOf = (routes: readonly Route[]): Map<Route, number> => {
  const tracks = new Map<Route, number>()
  for (const route of [...routes].sort((one, other) => spanOf(one)[0] - spanOf(other)[0] || spanOf(one)[1] - spanOf(other)[1])) {
    const taken = [...tracks].filter(([other]) => overlap(spanOf(other), spanOf(route))).map(([, track]) => track)
    let track = 0
    while (taken.includes(track)) track += 1
    tracks.set(route, track)
  }
  return tracks
}

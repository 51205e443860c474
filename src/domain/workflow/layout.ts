import { say, type Lang } from '../words'
import { diagramOf, type DiagramNode } from './diagram'
import { orderOf, type Rise } from './layoutGutters'
import { LABEL_SIZE, labelsOf, shortened, textWidth, type Box, type Label, type Point } from './layoutLabels'
import { portsOf, type Ports } from './layoutPorts'
import { routesOf, tracksOf, type Route } from './layoutRoutes'
import { rowsOf, type Cell, type Pair } from './layoutRows'
import { PHASES, type Phase, type TransitionDef, type WorkflowDef } from './types'

const BOX = 112
const HEAD = 44
const TRACK = 18
const RISE = 8
const FOOT = 12
const LABEL_MOST = 92

export type LayoutNode = DiagramNode & Box
/** A line from box to box; `transitions` are all that run along it, the main one first. */
export type LayoutLine = { key: string; from: string; to: string; transitions: string[]; back: boolean; points: Point[]; label?: Label }
export type LayoutLane = { phase: Phase; skipped: boolean; x: number; width: number }

/** A drawing in pixels: six lanes, boxes, lines with right angles, words where they have room. `stays`: transitions that are no line. */
export type Layout = { width: number; height: number; lanes: LayoutLane[]; nodes: LayoutNode[]; lines: LayoutLine[]; stays: { step: string; transitions: string[] }[] }

const RANK: Record<TransitionDef['tone'], number> = { main: 0, normal: 1, careful: 2 }

const rankOf = (workflow: WorkflowDef, code: string): number => RANK[workflow.transitions.find((each) => each.code === code)?.tone ?? 'careful']

type Found = { pairs: Pair[]; stays: Layout['stays'] }

const added = (list: { transitions: string[] } | undefined, code: string): boolean => {
  if (list && !list.transitions.includes(code)) list.transitions.push(code)
  return list !== undefined
}

/** One line for all transitions between the same two boxes; what stays, or goes back to where a merge was made, is no line. */
const pairsOf = (workflow: WorkflowDef): Found => {
  const found: Found = { pairs: [], stays: [] }
  const restores = new Set(workflow.transitions.filter(({ to, effects }) => to === 'previous' && effects.includes('restore')).map(({ code }) => code))
  for (const { transition, from, to, loop } of diagramOf(workflow).edges) {
    if (loop || restores.has(transition)) {
      if (!added(found.stays.find(({ step }) => step === from), transition)) found.stays.push({ step: from, transitions: [transition] })
    } else if (!added(found.pairs.find((pair) => pair.from === from && pair.to === to), transition)) found.pairs.push({ from, to, transitions: [transition] })
  }
  const first = (one: string, other: string): number => rankOf(workflow, one) - rankOf(workflow, other)
  return { ...found, pairs: found.pairs.map((pair) => ({ ...pair, transitions: [...pair.transitions].sort(first) })) }
}

type Heights = { rowMiddle: (row: number) => number; channelY: (route: Route) => number; height: number }

const heightsOf = (cells: readonly Cell[], routes: readonly Route[], ports: Ports): Heights => {
  const rows = Math.max(0, ...cells.map(({ row }) => row)) + 1
  const far = routes.filter(({ kind }) => kind === 'far')
  const [middles, tops, tracks]: [number[], number[], Map<Route, number>] = [[], [], new Map()]
  let y = HEAD
  for (let row = 0; row <= rows; row += 1) {
    const here = tracksOf(far.filter(({ channel }) => channel === row))
    for (const [route, track] of here) tracks.set(route, track)
    tops.push(y)
    y += Math.max(row === rows ? FOOT : 22, (Math.max(-1, ...here.values()) + 1) * TRACK + 12)
    if (row === rows) break
    const tall = Math.max(0, ...cells.filter((cell) => cell.row === row).map(ports.heightOf))
    middles.push(y + tall / 2)
    y += tall
  }
  return { rowMiddle: (row) => middles[row] ?? 0, channelY: (route) => (tops[route.channel] ?? 0) + 15 + (tracks.get(route) ?? 0) * TRACK, height: y }
}

type Ends = { start: number; end: number; along: number }

const endsOf = (route: Route, ports: Ports, { rowMiddle, channelY }: Heights): Ends => {
  const start = rowMiddle(route.from.row) + (ports.exit.get(route) ?? 0)
  const end = rowMiddle(route.to.row) + (ports.entry.get(route) ?? 0)
  return { start, end, along: route.kind === 'far' ? channelY(route) : end }
}

const risesOf = (route: Route, { start, end, along }: Ends): { gutter: number; rise: Rise }[] => {
  if (route.kind === 'level' || route.kind === 'upright') return []
  const rise = (at: 'out' | 'in', [y, side]: [number, -1 | 1], [to, onward]: [number, -1 | 1]): Rise => ({
    route, end: at, low: Math.min(y, to), high: Math.max(y, to), left: [...(side < 0 ? [y] : []), ...(onward < 0 ? [to] : [])], right: [...(side > 0 ? [y] : []), ...(onward > 0 ? [to] : [])],
  })
  // A box on whose right a line leaves stands to the left of the gutter.
  const [fromSide, toSide] = [route.exit > 0 ? -1 : 1, route.entry > 0 ? -1 : 1] as const
  if (route.kind === 'near') return [{ gutter: route.out, rise: rise('out', [start, fromSide], [end, toSide]) }]
  const onward = route.in > route.out ? 1 : -1
  return [
    { gutter: route.out, rise: rise('out', [start, fromSide], [along, onward]) },
    { gutter: route.in, rise: rise('in', [along, onward > 0 ? -1 : 1], [end, toSide]) },
  ]
}

type Widths = { boxX: (column: number) => number; riseX: (route: Route, end: 'out' | 'in') => number; edges: number[]; width: number }

/** `room`: pixels that words in a gutter ask for. */
const widthsOf = (rises: readonly { gutter: number; rise: Rise }[], room: (gutter: number) => number): Widths => {
  const xs = new Map<string, Map<Route, number>>([['out', new Map()], ['in', new Map()]])
  const [boxes, edges]: [number[], number[]] = [[], []]
  let x = 0
  for (let gutter = 0; gutter <= PHASES.length; gutter += 1) {
    const order = orderOf(rises.filter((each) => each.gutter === gutter).map(({ rise }) => rise))
    const outer = gutter === 0 || gutter === PHASES.length
    const width = Math.max(outer ? 14 : 48, (order.length - 1) * RISE + 30, room(gutter))
    const first = x + (width - (order.length - 1) * RISE) / 2
    for (const [at, { route, end }] of order.entries()) xs.get(end)?.set(route, first + at * RISE)
    edges.push(gutter === 0 ? 0 : gutter === PHASES.length ? x + width : x + width / 2)
    x += width
    boxes.push(x)
    if (gutter < PHASES.length) x += BOX
  }
  return { boxX: (column) => boxes[column] ?? 0, riseX: (route, end) => xs.get(end)?.get(route) ?? 0, edges, width: x }
}

type Frame = { ports: Ports; heights: Heights; widths: Widths }

const uprightPoints = ({ from, to }: Route, { ports, heights, widths }: Frame): Point[] => {
  const down = to.row > from.row ? 1 : -1
  const x = widths.boxX(from.column) + BOX / 2 - down * 22
  return [{ x, y: heights.rowMiddle(from.row) + (down * ports.heightOf(from)) / 2 }, { x, y: heights.rowMiddle(to.row) - (down * ports.heightOf(to)) / 2 }]
}

const pointsOf = (route: Route, frame: Frame): Point[] => {
  const { kind, from, to, exit, entry } = route
  if (kind === 'upright') return uprightPoints(route, frame)
  const { ports, heights, widths } = frame
  const { start, end, along } = endsOf(route, ports, heights)
  const sideX = (cell: Cell, side: -1 | 1): number => widths.boxX(cell.column) + (side > 0 ? BOX : 0)
  const [first, last] = [{ x: sideX(from, exit), y: start }, { x: sideX(to, entry), y: end }]
  if (kind === 'level') return [first, last]
  const out = widths.riseX(route, 'out')
  if (kind === 'near') return [first, { x: out, y: start }, { x: out, y: end }, last]
  const into = widths.riseX(route, 'in')
  return [first, { x: out, y: start }, { x: out, y: along }, { x: into, y: along }, { x: into, y: end }, last]
}

const labelText = (workflow: WorkflowDef, codes: readonly string[], lang: Lang): string => {
  const name = say(workflow.transitions.find(({ code }) => code === codes[0])?.name, lang)
  return shortened(codes.length > 1 ? `${name} +${codes.length - 1}` : name, LABEL_MOST, LABEL_SIZE)
}

/** Words of lines that cross one gutter only need room in it. */
const roomFor = (routes: readonly Route[], textOf: (codes: readonly string[]) => string) => (gutter: number): number =>
  Math.max(0, ...routes.filter(({ kind, out, in: into }) => kind === 'level' && out === into && out === gutter).map(({ pair }) => textWidth(textOf(pair.transitions), LABEL_SIZE) + 24))

/**
 * Draws a workflow: lanes are the six phases in their order, boxes their steps, and lines go round boxes. The same workflow always gives the
 * same drawing, and nothing of it is stored. `lang`: whose words stand beside the lines.
 */
export const layoutOf = (workflow: WorkflowDef, lang: Lang): Layout => {
  const diagram = diagramOf(workflow)
  const { pairs, stays } = pairsOf(workflow)
  const cells = rowsOf(workflow, diagram.nodes, pairs)
  const routes = routesOf(pairs, cells)
  const ports = portsOf(routes)
  const heights = heightsOf([...cells.values()], routes, ports)
  const textOf = (codes: readonly string[]): string => labelText(workflow, codes, lang)
  const widths = widthsOf(routes.flatMap((route) => risesOf(route, endsOf(route, ports, heights))), roomFor(routes, textOf))
  const frame = { ports, heights, widths }
  const nodes = diagram.nodes.map((node): LayoutNode => {
    const cell = cells.get(node.code) ?? { column: node.column, row: 0 }
    const height = ports.heightOf(cell)
    return { ...node, row: cell.row, x: widths.boxX(cell.column), y: heights.rowMiddle(cell.row) - height / 2, width: BOX, height }
  })
  const bare = routes.map((route): LayoutLine => ({ key: `${route.pair.from} ${route.pair.to}`, ...route.pair, back: route.back, points: pointsOf(route, frame) }))
  const labels = labelsOf(
    bare.map(({ key, points, transitions }) => ({ key, points, text: textOf(transitions), rank: rankOf(workflow, transitions[0] ?? '') })),
    nodes, { x: 0, y: HEAD - 8, width: widths.width, height: heights.height - HEAD + 8 },
  )
  const lines = bare.map((line) => ({ ...line, ...(labels.has(line.key) ? { label: labels.get(line.key) } : {}) }))
  const lanes = diagram.columns.map(({ phase, skipped }, at) => ({ phase, skipped, x: widths.edges[at] ?? 0, width: (widths.edges[at + 1] ?? 0) - (widths.edges[at] ?? 0) }))
  return { width: widths.width, height: heights.height, lanes, nodes, lines, stays }
}

import type { DiagramNode } from './diagram'
import { PHASES, type WorkflowDef } from './types'

/** Two boxes that a line joins, whatever transitions run along it. */
export type Pair = { from: string; to: string; transitions: string[] }

/** Where a box stands: its lane and its row from 0. */
export type Cell = { column: number; row: number }

const PASSES = 8
const CROSSING = 3

/** Where most matters go from a step: by its main button, else by what leads on. */
const onward = ({ steps, transitions }: WorkflowDef, here: string): string | undefined => {
  const orderOf = (code: string): number => PHASES.indexOf(steps.find((step) => step.code === code)?.phase ?? 'intake')
  const leaving = transitions.filter(({ from, to }) => from.includes(here) && steps.some(({ code }) => code === to))
  const on = leaving.find(({ tone, to }) => tone !== 'careful' && orderOf(to) > orderOf(here))
  return (leaving.find(({ tone }) => tone === 'main') ?? on)?.to
}

/** The way most matters go, each step once. */
const mainPath = (workflow: WorkflowDef): string[] => {
  const path: string[] = []
  let at = workflow.steps.find(({ kind }) => kind === 'start')?.code
  while (at !== undefined && !path.includes(at)) {
    path.push(at)
    at = onward(workflow, at)
  }
  return path
}

const cross = (one: [Cell, Cell], other: [Cell, Cell]): boolean => {
  const [a, b] = one
  const [c, d] = other
  if (a.column === b.column || c.column === d.column) return false
  const from = Math.max(Math.min(a.column, b.column), Math.min(c.column, d.column))
  const to = Math.min(Math.max(a.column, b.column), Math.max(c.column, d.column))
  if (from >= to) return false
  const rowAt = ([start, end]: [Cell, Cell], column: number): number => start.row + ((end.row - start.row) * (column - start.column)) / (end.column - start.column)
  return (rowAt(one, from) - rowAt(other, from)) * (rowAt(one, to) - rowAt(other, to)) < 0
}

const costOf = (cells: ReadonlyMap<string, Cell>, pairs: readonly Pair[]): number => {
  const lines = pairs.flatMap(({ from, to }): [Cell, Cell][] => {
    const [a, b] = [cells.get(from), cells.get(to)]
    return a && b ? [[a, b]] : []
  })
  const climbs = lines.reduce((sum, [a, b]) => sum + Math.abs(a.row - b.row), 0)
  const crossings = lines.reduce((sum, line, at) => sum + lines.slice(0, at).filter((before) => cross(line, before)).length, 0)
  return climbs + CROSSING * crossings
}

type Lane = { codes: string[]; first: number; pinned: boolean }

const laneOf = (nodes: readonly DiagramNode[], column: number, main: readonly string[]): Lane => {
  const codes = nodes.filter((node) => node.column === column).map(({ code }) => code)
  const pin = main.find((code) => codes.includes(code))
  return pin === undefined ? { codes, first: 1, pinned: false } : { codes: [pin, ...codes.filter((code) => code !== pin)], first: 0, pinned: true }
}

const cellsOf = (lanes: readonly Lane[]): Map<string, Cell> =>
  new Map(lanes.flatMap(({ codes, first }, column) => codes.map((code, at): [string, Cell] => [code, { column, row: first + at }])))

const swapped = (lanes: readonly Lane[], column: number, at: number): Lane[] =>
  lanes.map((lane, index) => {
    if (index !== column) return lane
    const codes = [...lane.codes]
    codes.splice(at, 2, ...codes.slice(at, at + 2).reverse())
    return { ...lane, codes }
  })

const improved = (lanes: Lane[], pairs: readonly Pair[]): Lane[] => {
  let best = lanes
  let cost = costOf(cellsOf(best), pairs)
  for (const [column, lane] of lanes.entries()) {
    for (let at = lane.pinned ? 1 : 0; at + 1 < lane.codes.length; at += 1) {
      const tried = swapped(best, column, at)
      const price = costOf(cellsOf(tried), pairs)
      if (price < cost) [best, cost] = [tried, price]
    }
  }
  return best
}

/**
 * A row for every box within its lane: the main way runs along the top, lanes it passes by leave their first row free for it, and the
 * others stand where their lines climb and cross least.
 */
export const rowsOf = (workflow: WorkflowDef, nodes: readonly DiagramNode[], pairs: readonly Pair[]): Map<string, Cell> => {
  const main = mainPath(workflow)
  const columns = Math.max(-1, ...nodes.map(({ column }) => column)) + 1
  let lanes = Array.from({ length: columns }, (_, column) => laneOf(nodes, column, main))
  for (let pass = 0; pass < PASSES; pass += 1) {
    const next = improved(lanes, pairs)
    if (next === lanes) break
    lanes = next
  }
  return cellsOf(lanes)
}

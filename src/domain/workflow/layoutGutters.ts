import type { Route } from './layoutRoutes'

/** A line's upright stretch within one gutter. `left`, `right`: heights at which it goes off to that side. */
export type Rise = { route: Route; end: 'out' | 'in'; low: number; high: number; left: number[]; right: number[] }

const PASSES = 12

const within = (y: number, { low, high }: Rise): boolean => y > low && y < high

/** How often two stretches cross when the first stands to the left. */
const crossings = (first: Rise, second: Rise): number =>
  first.right.filter((y) => within(y, second)).length + second.left.filter((y) => within(y, first)).length

/** Stretches that share a height where one ends and the other begins would run into each other. */
const gain = (first: Rise, second: Rise): number => crossings(first, second) - crossings(second, first)

/** The stretches of one gutter from left to right, so that they cross little: neighbours change places while that helps. */
export const orderOf = (rises: readonly Rise[]): Rise[] => {
  const order = [...rises].sort((one, other) => one.low - other.low || one.high - other.high)
  for (let pass = 0; pass < PASSES; pass += 1) {
    let changed = false
    for (let at = 0; at + 1 < order.length; at += 1) {
      const [first, second] = order.slice(at, at + 2)
      if (!first || !second || gain(first, second) <= 0) continue
      order.splice(at, 2, second, first)
      changed = true
    }
    if (!changed) break
  }
  return order
}

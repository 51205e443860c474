/**
 * When a door of residents asks a browser for a little work, and for how much (ALTCHA's proof of work). Counts are uses of one door by
 * one address within the window of its limit. The hard limit stands above all of this.
 */

/** A limit below this is so strict that nothing more is asked. */
const STRICT = 8

/** Uses after which the next one costs work: a quarter of the limit; never where the limit is strict. */
export const asksFrom = (limit: number): number => (limit < STRICT ? Infinity : Math.floor(limit / 4))

/** Uses after which nobody passes without work done: half of the limit. Up to then, browsers that cannot do it pass slowly. */
export const needsFrom = (limit: number): number => (limit < STRICT ? Infinity : Math.floor(limit / 2))

/** How long a form must have been open before it is believed without work, in milliseconds. */
export const SLOW_MS = 3000

/** How long a task can be handed in, in milliseconds: as long as somebody may sit over a form. */
export const TASK_MS = 30 * 60_000

/** Iterations of each try. */
export const COST = 1500
const TRIES = 150
const MOST = 4

/** The range of tries a task takes: it grows with every quarter of the limit, to four times. About half a second on a phone of today at first. */
export const triesAt = ({ uses, limit }: { uses: number; limit: number }): { min: number; max: number } => {
  const times = Math.min(MOST, Math.max(1, Math.floor(uses / asksFrom(limit))))
  return { min: TRIES * times, max: TRIES * 2 * times }
}

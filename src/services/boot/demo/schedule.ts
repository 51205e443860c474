import { withClock } from '@/lib/clock'
import type { Life } from './types'

type Due = { at: number; life: Life }

const insert = (queue: Due[], due: Due): void => {
  const later = queue.findIndex((other) => other.at > due.at)
  queue.splice(later < 0 ? queue.length : later, 0, due)
}

/**
 * Lives many lives at once in the order of their instants, each step by a clock set to its own (epoch ms). Whatever would
 * happen after `until` does not happen.
 */
export const live = async (lives: Due[], until: number): Promise<void> => {
  const queue: Due[] = []
  for (const due of lives) insert(queue, due)
  for (let next = queue.shift(); next && next.at <= until; next = queue.shift()) {
    const { at, life } = next
    const step = await withClock(at, () => life.next())
    // Nobody does two things in the same instant.
    if (!step.done) insert(queue, { at: Math.max(step.value, at + 1), life })
  }
}

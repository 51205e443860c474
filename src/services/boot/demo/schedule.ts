import { withClock } from '@/lib/clock'
import type { Life } from './types'

type Due = { at: number; life: Life }

const insert = (queue: Due[], due: Due): void => {
  const later = queue.findIndex((other) => other.at > due.at)
  queue.splice(later < 0 ? queue.length : later, 0, due)
}

type Living = {
  lives: Due[]
  /** Whatever would happen after this instant (epoch ms) does not happen. */
  until: number
  /** Runs a stretch of some steps, in one transaction or however the caller likes. */
  stretch?: (body: () => Promise<void>) => Promise<void>
}

const STEPS = 40

/** Lives many lives at once in the order of their instants, each step by a clock set to its own (epoch ms). */
export const live = async ({ lives, until, stretch = (body) => body() }: Living): Promise<void> => {
  const queue: Due[] = []
  for (const due of lives) insert(queue, due)
  const isOver = (): boolean => (queue[0]?.at ?? Infinity) > until
  const step = async (): Promise<void> => {
    const next = queue.shift()
    if (!next) return
    const { value, done } = await withClock(next.at, () => next.life.next())
    // Nobody does two things in the same instant.
    if (!done) insert(queue, { at: Math.max(value, next.at + 1), life: next.life })
  }
  while (!isOver()) {
    await stretch(async () => {
      for (let count = 0; count < STEPS && !isOver(); count += 1) await step()
    })
  }
}

import type { Effect } from '../../../services/studio/territory/effect'

const NOTHING: Effect = { below: 0, open: 0, here: 0, done: 0, coverage: 0, others: [] }

/** What a change of several units comes to: their counts added up, everything else that points to one of them named once. */
export const together = (effects: readonly Effect[]): Effect =>
  effects.reduce((sum, one) => ({
    below: sum.below + one.below, open: sum.open + one.open, here: sum.here + one.here, done: sum.done + one.done, coverage: sum.coverage + one.coverage,
    others: [...new Set([...sum.others, ...one.others])],
  }), NOTHING)

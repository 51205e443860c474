const DAY = 86_400_000

/** An alert stands for seven days at most; whoever needs it longer says so again. */
export const LONGEST = 7 * DAY

/** Words of an alert: short enough to be read in passing. */
export const MOST_WORDS = 200

/** All times are epoch milliseconds. */
export type Window = { from: number; until: number; endedAt?: number }

export type AlertState = 'coming' | 'on' | 'over'

/** Where an alert stands at `now`: it begins with `from`, is over with `until`, and at once when somebody ended it. */
export const alertState = ({ from, until, endedAt }: Window, now: number): AlertState => {
  if (endedAt !== undefined && endedAt <= now) return 'over'
  if (now < from) return 'coming'
  return now < until ? 'on' : 'over'
}

export type WindowFault = 'untilMissing' | 'untilPast' | 'untilBeforeFrom' | 'tooLong'

/** What is wrong with the time an alert is to stand; undefined when nothing is. Counted from its beginning, or from now where it runs already (`extends`). */
export const windowFault = ({ from, until }: { from: number; until: number | undefined }, now: number): WindowFault | undefined => {
  if (until === undefined || Number.isNaN(until)) return 'untilMissing'
  if (until <= now) return 'untilPast'
  if (until <= from) return 'untilBeforeFrom'
  return until - Math.max(from, now) > LONGEST ? 'tooLong' : undefined
}

/** Until when an alert of an older portal, that knew no end, stands on. */
export const movedUntil = (until: number | undefined, now: number): number => Math.min(until ?? Infinity, now + LONGEST)

import type { Limit } from './types'

type Subject = {
  /** Codes of the matter's category and its ancestors, nearest first. */
  categories: string[]
  matterType?: string
}

/** Lower is more specific; undefined when the limit is not for this matter at all. */
const rankOf = (limit: Limit, subject: Subject): number | undefined => {
  if (limit.matterType !== undefined && limit.matterType !== subject.matterType) return undefined
  const byType = limit.matterType === undefined ? 1 : 0
  if (limit.category === undefined) return subject.categories.length * 2 + byType
  const nearness = subject.categories.indexOf(limit.category)
  return nearness < 0 ? undefined : nearness * 2 + byType
}

/**
 * The limit that applies to a matter for one clock: the nearest category's, then the matter type's, then the office
 * default (domain.md §4). A limit naming both category and type counts as its category's, before one naming the category
 * alone. Undefined when the office sets none. Of two equally specific ones the first holds; `lintLimits` reports them.
 */
export const pickLimit = (input: Subject & { limits: Limit[]; clock: string }): Limit | undefined => {
  let best: { rank: number; limit: Limit } | undefined
  for (const limit of input.limits) {
    const rank = limit.clock === input.clock ? rankOf(limit, input) : undefined
    if (rank !== undefined && (!best || rank < best.rank)) best = { rank, limit }
  }
  return best?.limit
}

/** The applying limit of every clock, in the order in which the set first names the clocks. */
export const pickLimits = (input: Subject & { limits: Limit[] }): Limit[] =>
  [...new Set(input.limits.map((limit) => limit.clock))].flatMap((clock) => pickLimit({ ...input, clock }) ?? [])

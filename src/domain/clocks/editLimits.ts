import { canonical } from '../canonical'
import type { Words } from '../words'
import { STANDARD_CLOCKS } from './lintLimits'
import { pickLimit } from './pickLimit'
import type { Limit, LimitSet } from './types'

/** What is done to a set of limits in its editor. Nothing here checks: `lintLimits` does. */

const freeCode = (limits: readonly Limit[]): string => {
  const taken = new Set(limits.map(({ code }) => code))
  let number = limits.length + 1
  while (taken.has(`limit-${number}`)) number += 1
  return `limit-${number}`
}

/** What a clock usually listens to: as the office's own default of it does, else from receipt to the archive. */
const listening = (limits: readonly Limit[], clock: string): Pick<Limit, 'start' | 'stop' | 'cancel' | 'pause' | 'thresholds'> => {
  const like = limits.find((limit) => limit.clock === clock && !limit.category && !limit.matterType) ?? limits.find((limit) => limit.clock === clock)
  if (like) return structuredClone({ start: like.start, stop: like.stop, cancel: like.cancel ?? [], pause: like.pause, thresholds: like.thresholds })
  return { start: ['created'], stop: ['archived'], cancel: ['dismissed', 'withdrawn'], pause: [], thresholds: [{ percent: 80, act: 'remindOwner' }, { percent: 100, act: 'tellLead' }] }
}

/** A limit to be filled in, not yet part of the set. */
export const newLimit = (set: LimitSet, clock: string = STANDARD_CLOCKS[2]): Limit => ({ code: freeCode(set.limits), clock, name: { zh: '' }, amount: 5, unit: 'workingDays', ...listening(set.limits, clock) })

/** The set with a limit put in its place, or added at the end. */
export const putLimit = (set: LimitSet, limit: Limit): LimitSet => {
  const known = set.limits.some(({ code }) => code === limit.code)
  return { ...set, limits: known ? set.limits.map((each) => (each.code === limit.code ? limit : each)) : [...set.limits, limit] }
}

export const removeLimit = (set: LimitSet, code: string): LimitSet => ({ ...set, limits: set.limits.filter((limit) => limit.code !== code) })

export type LimitChange = { kind: 'added' | 'removed' | 'changed'; code: string; name: Words }

/** What one set of limits changes of another. Their order means nothing. */
export const changedLimits = (before: readonly Limit[], after: readonly Limit[]): LimitChange[] => {
  const old = new Map(before.map((limit) => [limit.code, limit]))
  const next = new Set(after.map(({ code }) => code))
  const later = after.flatMap((limit): LimitChange[] => {
    const was = old.get(limit.code)
    if (was && canonical(was) === canonical(limit)) return []
    return [{ kind: was ? 'changed' : 'added', code: limit.code, name: limit.name }]
  })
  return [...later, ...before.filter(({ code }) => !next.has(code)).map(({ code, name }): LimitChange => ({ kind: 'removed', code, name }))]
}

/** The clocks of a set: those the portal knows by itself first, then the office's own as they come. */
export const clocksOf = (limits: readonly Limit[]): string[] => [...new Set([...STANDARD_CLOCKS, ...limits.map(({ clock }) => clock)])]

const width = ({ category, matterType }: Limit): number => (category === undefined ? 0 : 2) + (matterType === undefined ? 0 : 1)

/** Limits in the order in which they are read: clock by clock, the widest first, the most specific last. */
export const inReadingOrder = (limits: readonly Limit[]): Limit[] => {
  const clocks = clocksOf(limits)
  return [...limits].sort((one, other) => clocks.indexOf(one.clock) - clocks.indexOf(other.clock) || width(one) - width(other))
}

/** Whose limit applies: the category's own, one above it, the matter type's, or the office's. */
export type Applies = { limit: Limit; by: 'category' | 'above' | 'type' | 'office' }

/** The limit of a clock for matters of a category (`line`: its codes, nearest first) and type, and why it is that one. */
export const applying = ({ limits, clock, line, matterType }: { limits: Limit[]; clock: string; line: string[]; matterType?: string }): Applies | undefined => {
  const limit = pickLimit({ limits, clock, categories: line, matterType })
  if (!limit) return undefined
  if (limit.category !== undefined) return { limit, by: limit.category === line[0] ? 'category' : 'above' }
  return { limit, by: limit.matterType === undefined ? 'office' : 'type' }
}

/** The next name for a clock of the office's own. */
export const ownClock = (limits: readonly Limit[]): string => {
  const taken = new Set(limits.map(({ clock }) => clock))
  let number = 1
  while (taken.has(`own${number}`)) number += 1
  return `own${number}`
}

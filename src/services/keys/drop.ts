import type { KeyState } from './word'

/** How fresh the portal's word must be, in milliseconds: it speaks every half minute. */
export const FRESH_MS = 3 * 60_000

export type DropRefusal = 'notRunning' | 'otherRing' | 'inUse' | 'unknownKeys' | 'nothing'

/**
 * Why the older keys of a ring may not be dropped now; undefined when they may. Only the portal's own and recent word counts: that it has the very ring of the file, and
 * that no row needs any key but the newest.
 */
export const dropRefusal = ({ ring, state, now }: { ring: readonly string[]; state: KeyState | undefined; now: number }): DropRefusal | undefined => {
  if (ring.length < 2) return 'nothing'
  if (!state || now - state.at > FRESH_MS) return 'notRunning'
  if (state.ring.join(' ') !== ring.join(' ')) return 'otherRing'
  if (state.unknown > 0) return 'unknownKeys'
  return ring.slice(0, -1).some((id) => (state.uses[id] ?? 0) > 0) ? 'inUse' : undefined
}

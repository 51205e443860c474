import type { Payload } from 'payload'
import { portalOf } from '@/db/portal'
import { now } from '@/lib/clock'

const HOLDER = 'test'

/** Turns of the portal's sweeps as if jobs ran, by the clock that is set. */
export const sweepsOf = (payload: () => Payload) => {
  const shared = () => portalOf(payload()).shared.sweeps
  const begin = (name: string, every = 0) => shared().begin({ name, every, holder: HOLDER, at: now(), until: now() + 60_000 })
  return {
    begin,
    turn: async (name: string, { every = 0, failed = false } = {}) => {
      await begin(name, every)
      await shared().end({ name, holder: HOLDER, at: now(), outcome: failed ? 'failed' : 'done' })
    },
    forget: () => shared().plan([]),
  }
}

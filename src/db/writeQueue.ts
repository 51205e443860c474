import type { Payload } from 'payload'
import { portalOf } from './portal'
import type { Engine } from './sqlite/engine'

/** How the only writer of SQLite is asked for: who waits now, how many turns there were and how long they were waited for (seconds). Undefined on MongoDB. */
export const writeQueueOf = (payload: Payload): { waiting: number; turns: number; seconds: number } | undefined => {
  const portal: object = portalOf(payload)
  if (!('sqlite' in portal)) return undefined
  const { queue } = portal.sqlite as Engine
  return { waiting: queue.waiting(), ...queue.waited() }
}

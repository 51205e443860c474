import { createHmac, randomBytes } from 'node:crypto'
import { DomainError } from '@/domain/errors'
import { env } from '@/lib/env'
import { now } from '@/lib/clock'
import type { DEFAULT_LIMITS } from '@/lib/rateLimits'

export type LimitedDoor = keyof typeof DEFAULT_LIMITS

type Window = { count: number; resetAt: number }
const KEY = Symbol.for('portal.rateLimits')
type State = { salt: Buffer; day: number; windows: Map<string, Window> }
const holder = globalThis as typeof globalThis & { [KEY]?: State }

const DAY = 86_400_000
const MOST = 50_000

/** Addresses are only ever kept as digests under a salt of the day, in memory (decisions.md 17). */
const stateAt = (at: number): State => {
  const day = Math.floor(at / DAY)
  if (!holder[KEY] || holder[KEY].day !== day) holder[KEY] = { salt: randomBytes(32), day, windows: new Map() }
  return holder[KEY]
}

const sweep = (state: State, at: number): void => {
  if (state.windows.size < MOST) return
  for (const [key, window] of state.windows) if (window.resetAt <= at) state.windows.delete(key)
}

const keyOf = ({ salt }: State, door: LimitedDoor, address: string): string => createHmac('sha256', salt).update(`${door}|${address}`).digest('base64')

/** Counts one use of a door by an address. Errors: `tooMany` with `detail.retryAfter` in seconds. */
export const takeToken = (door: LimitedDoor, address: string): void => {
  const limit = env().RATE_LIMITS[door]
  if (!limit) return
  const at = now()
  const state = stateAt(at)
  const key = keyOf(state, door, address)
  const window = state.windows.get(key)
  if (!window || window.resetAt <= at) {
    sweep(state, at)
    state.windows.set(key, { count: 1, resetAt: at + limit.seconds * 1000 })
    return
  }
  if (window.count >= limit.count) throw new DomainError('tooMany', { retryAfter: Math.max(1, Math.ceil((window.resetAt - at) / 1000)) })
  window.count += 1
}

/** Gives back the use that was counted last: it was none of those the limit is there for. */
export const giveToken = (door: LimitedDoor, address: string): void => {
  const state = stateAt(now())
  const window = state.windows.get(keyOf(state, door, address))
  if (window) window.count = Math.max(0, window.count - 1)
}

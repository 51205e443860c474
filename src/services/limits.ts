import { createHmac } from 'node:crypto'
import type { Payload } from 'payload'
import { portalOf } from '@/db/portal'
import { DomainError } from '@/domain/errors'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { secret } from '@/lib/keys'
import type { LimitName } from '@/lib/rateLimits'

export type LimitedDoor = LimitName

/** A use of a door by an address (of a machine; never kept). */
export type DoorUse = { payload: Payload; door: LimitedDoor; address: string }

const DAY = 86_400_000

type Moment = { at: number; /** When this day ends, and with it every window. */ midnight: number; key: string }

/** Addresses are only ever kept as digests under a salt of the day, which is thrown away with the day (decisions.md 17), and under a key of ours. */
const momentOf = async ({ payload, door, address }: DoorUse): Promise<Moment> => {
  const at = now()
  const day = Math.floor(at / DAY)
  const midnight = (day + 1) * DAY
  const salt = await portalOf(payload).shared.windows.salt(day, midnight)
  const key = createHmac('sha256', Buffer.concat([secret('address-salt'), salt])).update(`${door}|${address}`).digest('base64')
  return { at, midnight, key }
}

/** Counts one use of a door by an address, in whichever process of the portal. Errors: `tooMany` with `detail.retryAfter` in seconds. */
export const takeToken = async (use: DoorUse): Promise<void> => {
  const limit = env().RATE_LIMITS[use.door]
  if (!limit) return
  const { at, midnight, key } = await momentOf(use)
  const { taken, until } = await portalOf(use.payload).shared.windows.take({ key, at, most: limit.count, until: Math.min(midnight, at + limit.seconds * 1000) })
  if (!taken) throw new DomainError('tooMany', { retryAfter: Math.max(1, Math.ceil((until - at) / 1000)) })
}

/** Gives back the use that was counted last: it was none of those the limit is there for. */
export const giveToken = async (use: DoorUse): Promise<void> => {
  const { at, key } = await momentOf(use)
  await portalOf(use.payload).shared.windows.give(key, at)
}

/** How many uses of a door an address has had in its present window; 0 for a door without a limit. Counts nothing itself. */
export const countTokens = async (use: DoorUse): Promise<number> => {
  if (!env().RATE_LIMITS[use.door]) return 0
  const { at, key } = await momentOf(use)
  return portalOf(use.payload).shared.windows.count(key, at)
}

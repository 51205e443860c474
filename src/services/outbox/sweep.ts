import type { Payload, Where } from 'payload'
import { countRows, deleteRows } from '@/db/rows'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { SLUG } from '@/slugs'
import { iso } from './due'

const DAY = 86_400_000

/** Removes messages that were sent, or let go, more than OUTBOX_KEEP_DAYS ago. What was given up stays until a person decides. Returns how many went. */
export const sweepOutbox = async (payload: Payload): Promise<number> => {
  const before = iso(now() - env().OUTBOX_KEEP_DAYS * DAY)
  const over: Where = { or: [{ sentAt: { less_than: before } }, { endedAt: { less_than: before } }] }
  const n = await countRows({ payload }, SLUG.outbox, over)
  if (n > 0) await deleteRows({ payload }, SLUG.outbox, over)
  return n
}

import type { Payload, Where } from 'payload'
import { findRows, updateRowIf } from '@/db/rows'
import { newId } from '@/db/ids'
import { deliver } from '@/channels'
import { now } from '@/lib/clock'
import { logger } from '@/lib/logger'
import { SLUG } from '@/slugs'

const BATCH = 100
const STALE = 60_000
const FIRST_PAUSE = 30_000
const LONGEST_PAUSE = 6 * 3_600_000

const iso = (at: number) => new Date(at).toISOString()

/** Sends what acts have queued: claims each row, hands it to the channels, tries again later when one fails. */
export const sendOutbox = async (payload: Payload): Promise<number> => {
  const at = now()
  const free: Where = { or: [{ claim: { exists: false } }, { claimedAt: { less_than: iso(at - STALE) } }] }
  const due: Where = { and: [{ sentAt: { exists: false } }, { dueAt: { less_than_equal: iso(at) } }, free] }
  const rows = await findRows({ payload }, SLUG.outbox, { where: due, sort: 'id', limit: BATCH })
  for (const row of rows) {
    const claim = newId()
    if ((await updateRowIf({ payload }, SLUG.outbox, { and: [{ id: { equals: row.id } }, due] }, { claim, claimedAt: iso(at) })) !== 1) continue
    const mine: Where = { and: [{ id: { equals: row.id } }, { claim: { equals: claim } }] }
    try {
      await deliver({ id: row.id, kind: row.kind, payload: row.payload })
      await updateRowIf({ payload }, SLUG.outbox, mine, { sentAt: iso(now()) })
    } catch (error) {
      const tries = (row.tries ?? 0) + 1
      logger.warn({ err: error, outbox: row.id, tries }, 'a message could not be sent; it is tried again')
      await updateRowIf({ payload }, SLUG.outbox, mine, { tries, claim: null, dueAt: iso(at + Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** tries)), error: error instanceof Error ? error.message.slice(0, 300) : 'failed' })
    }
  }
  return rows.length
}

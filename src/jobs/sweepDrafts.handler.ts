import type { Payload, Where } from 'payload'
import { deleteRows, findRows } from '@/db/rows'
import { now } from '@/lib/clock'
import { removeBytes } from '@/services/photos/store'
import { SLUG } from '@/slugs'

const DAY = 86_400_000
const BATCH = 200

/** Removes drafts whose life is over, and photos that were taken in and belong to no matter after a day. */
export const sweepDrafts = async (payload: Payload): Promise<number> => {
  const at = now()
  await deleteRows({ payload }, SLUG.drafts, { expiresAt: { less_than: new Date(at).toISOString() } })
  const orphans: Where = { and: [{ matter: { exists: false } }, { addedAt: { less_than: new Date(at - 7 * DAY).toISOString() } }] }
  const rows = await findRows({ payload }, SLUG.attachments, { where: orphans, limit: BATCH })
  for (const row of rows) {
    // The row goes first: a file without a row is never shown, a row without a file would be.
    await deleteRows({ payload }, SLUG.attachments, { and: [{ id: { equals: row.id } }, { matter: { exists: false } }] })
    await removeBytes(row.id)
  }
  return rows.length
}

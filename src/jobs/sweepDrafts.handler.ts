import type { Payload, Where } from 'payload'
import { deleteRows, findRow, findRows } from '@/db/rows'
import { now } from '@/lib/clock'
import { removeBytes } from '@/services/photos/store'
import { removeStrays } from '@/services/photos/strays'
import { notOfChecks } from '@/services/routines/rounds/photoMark'
import { SLUG } from '@/slugs'

const DAY = 86_400_000
const BATCH = 200
/** The folders of photos are gone through once a day, a part at each turn. */
const TURN = 10 * 60_000
const TURNS = DAY / TURN

/** A draft lives on while somebody fills it in; its photos live with it. */
const isWaitedFor = async (payload: Payload, draft: string | null | undefined): Promise<boolean> =>
  Boolean(draft) && (await findRow({ payload }, SLUG.drafts, { where: { token: { equals: draft } } })) !== undefined

/**
 * Removes drafts whose life is over, and photos that were taken in and after a day belong neither to a matter nor to a draft
 * that lives. Those of a check stay with it. Files that no row speaks of go too, a part of the folders at a time. Returns how many photos went.
 */
export const sweepDrafts = async (payload: Payload): Promise<number> => {
  const at = now()
  await deleteRows({ payload }, SLUG.drafts, { expiresAt: { less_than: new Date(at).toISOString() } })
  const orphans: Where = { and: [{ matter: { exists: false } }, { addedAt: { less_than: new Date(at - DAY).toISOString() } }, notOfChecks] }
  const rows = await findRows({ payload }, SLUG.attachments, { where: orphans, sort: 'id', limit: BATCH })
  let removed = await removeStrays(payload, { turn: Math.floor(at / TURN), of: TURNS })
  for (const row of rows) {
    if (await isWaitedFor(payload, row.draft)) continue
    // The row goes first: a file without a row is never shown, a row without a file would be.
    await deleteRows({ payload }, SLUG.attachments, { and: [{ id: { equals: row.id } }, { matter: { exists: false } }] })
    await removeBytes(row.id)
    removed += 1
  }
  return removed
}

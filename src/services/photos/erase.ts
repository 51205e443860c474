import type { PayloadRequest, Where } from 'payload'
import { deleteRows, findRows, updateRowIf } from '@/db/rows'
import { now } from '@/lib/clock'
import { SLUG } from '@/slugs'
import { removeBytes } from './store'

/**
 * Erases photos with every file of theirs and returns how many there were. Files go first, inside the transaction: should it fail, the rows are found
 * again and the rest is done at the next turn; a file without a row would be found by nobody. `drop`: the rows go too, else they stay and say when.
 */
export const eraseAttachments = async (req: PayloadRequest, where: Where, { drop }: { drop: boolean }): Promise<number> => {
  const at = new Date(now()).toISOString()
  const rows = await findRows(req, SLUG.attachments, { where, sort: 'id', select: { erasedAt: true } })
  for (const { id, erasedAt } of rows) {
    await removeBytes(id)
    if (drop) await deleteRows(req, SLUG.attachments, { id: { equals: id } })
    else await updateRowIf(req, SLUG.attachments, { id: { equals: id } }, { erasedAt: erasedAt ?? at, file: null, sha256: null, boxes: null, draft: null })
  }
  return rows.length
}

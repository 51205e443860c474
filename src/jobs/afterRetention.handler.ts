import type { Payload, Where } from 'payload'
import { findRows, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { now } from '@/lib/clock'
import { idOf } from '@/lib/idOf'
import { appendAudit } from '@/services/audit/append'
import { SLUG } from '@/slugs'

const BATCH = 200

/** Erases contact details whose time is over: cipher, masked form and key id go, the row stays and says when (domain.md §8). */
export const afterRetention = async (payload: Payload): Promise<number> => {
  const at = new Date(now()).toISOString()
  const due: Where = { and: [{ eraseAfter: { less_than_equal: at } }, { erasedAt: { exists: false } }] }
  const rows = await findRows({ payload }, SLUG.contacts, { where: due, limit: BATCH })
  for (const row of rows) {
    await withTransaction(payload, async (req) => {
      const erased = await updateRowIf(req, SLUG.contacts, { and: [{ id: { equals: row.id } }, due] }, { cipher: null, masked: null, keyId: null, erasedAt: at })
      if (erased !== 1) return
      await req.payload.db.updateOne({ collection: SLUG.matters, id: idOf(row.matter) ?? '', data: { hasContact: false, updatedAt: at }, req, returning: false })
      await appendAudit(req, { office: idOf(row.office) ?? '', action: 'contact.erase', actor: { kind: 'system', id: 'afterRetention' }, targetKind: SLUG.matters, target: idOf(row.matter) })
    })
  }
  return rows.length
}

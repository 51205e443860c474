import type { Payload, Where } from 'payload'
import { findRows, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { now } from '@/lib/clock'
import { idOf } from '@/lib/idOf'
import { logger } from '@/lib/logger'
import type { Contact } from '@/payload-types'
import { appendAudit } from '@/services/audit/append'
import { heldMatters, holdOn } from '@/services/forget/holds'
import { SLUG } from '@/slugs'
import { eraseAnswers } from './eraseAnswers'

const BATCH = 200

const erase = async (payload: Payload, row: Contact, due: Where, at: string): Promise<boolean> =>
  withTransaction(payload, async (req) => {
    if (await holdOn(req, { kind: 'matter', id: idOf(row.matter) ?? '' })) return false
    const erased = await updateRowIf(req, SLUG.contacts, { and: [{ id: { equals: row.id } }, due] }, { cipher: null, masked: null, keyId: null, consent: null, erasedAt: at })
    if (erased !== 1) return false
    await req.payload.db.updateOne({ collection: SLUG.matters, id: idOf(row.matter) ?? '', data: { hasContact: false, updatedAt: at }, req, returning: false })
    await appendAudit(req, { office: idOf(row.office) ?? '', action: 'contact.erase', actor: { kind: 'system', id: 'afterRetention' }, targetKind: SLUG.matters, target: idOf(row.matter) })
    return true
  })

/** Contact details whose time is over: cipher, masked form and key id go, the row stays and says when (domain.md §8). */
const eraseContacts = async (payload: Payload): Promise<number> => {
  const at = new Date(now()).toISOString()
  const due: Where = { and: [{ eraseAfter: { less_than_equal: at } }, { erasedAt: { exists: false } }] }
  let erased = 0
  // What is held stays due: left in, it would stand before the others for as long as it is held.
  const held = await heldMatters({ payload })
  const free: Where = held.length > 0 ? { and: [due, { matter: { not_in: held } }] } : due
  for (const row of await findRows({ payload }, SLUG.contacts, { where: free, limit: BATCH })) {
    try {
      if (await erase(payload, row, due, at)) erased += 1
    } catch (error) {
      // One row that cannot be erased keeps no other from it.
      logger.error({ err: error, contact: row.id }, 'contact details could not be erased; they are tried again at the next turn')
    }
  }
  return erased
}

/** Erases what may be kept no longer: contact details, and answers that go before their matter. Returns of how many matters something was erased. */
export const afterRetention = async (payload: Payload, stopping: () => boolean = () => false): Promise<number> =>
  (await eraseContacts(payload)) + (await eraseAnswers(payload, stopping))

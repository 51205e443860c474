import { findRow } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { SLUG } from '@/slugs'
import { decryptContact, type ContactCipher } from '../contact'
import { textInput, type Act } from './types'

/** A look at contact details is explained in words, not with a sign. */
export const REVEAL_REASON_MIN = 4

/** Shows the reporter's contact details once. Asks for a reason; the event keeps who looked and why, the audit log who and when (domain.md §8). */
export const reveal: Act = {
  permission: 'contact.reveal',
  frozen: true,
  run: async ({ req, matter, input }) => {
    const reason = textInput(input, 'reason', { min: REVEAL_REASON_MIN, max: 500 })
    const row = await findRow(req, SLUG.contacts, { where: { matter: { equals: matter.id } } })
    if (!row || row.erasedAt || !row.keyId) throw new DomainError('notFound')
    const contact = decryptContact(matter.id, { keyId: row.keyId, cipher: (row.cipher ?? {}) as ContactCipher })
    return { event: { kind: 'act', action: 'reveal', texts: [{ role: 'reason', text: reason, readers: 'staff' }] }, result: { contact } }
  },
}

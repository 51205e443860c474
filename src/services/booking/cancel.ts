import { findRow, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { idOf } from '@/lib/idOf'
import { SLUG } from '@/slugs'
import type { Here } from './counters'
import { countOne } from './tally'

/** What stands in the place of a seat that was given back: another may have it now. */
const givenBack = (id: string): string => `free ${id}`

/**
 * Gives a place back: the contact details go at once, and the place is free for others in the same moment. A booking that was cancelled before stays as it is. Errors: `notFound`;
 * `conflict` when it was called or has ended meanwhile.
 */
export const cancelBooking = ({ payload }: Pick<Here, 'payload'>, id: string): Promise<void> =>
  withTransaction(payload, async (req) => {
    const row = await findRow(req, SLUG.bookings, { where: { id: { equals: id } } })
    if (!row) throw new DomainError('notFound')
    if (row.state === 'cancelled') return
    const changed = await updateRowIf(req, SLUG.bookings, { and: [{ id: { equals: id } }, { state: { equals: 'booked' } }] }, {
      state: 'cancelled', seat: givenBack(id), cipher: null, masked: null, keyId: null, revision: row.revision + 1,
    })
    if (changed !== 1) throw new DomainError('conflict')
    await countOne(req, { office: idOf(row.office) ?? '', counter: idOf(row.counter) ?? '', date: row.date }, 'cancelled')
  })

import type { Payload } from 'payload'
import { deleteRows, findRows, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { dateText, localDay } from '@/domain/clocks/calendar'
import { now } from '@/lib/clock'
import { logger } from '@/lib/logger'
import type { Booking } from '@/payload-types'
import { remind } from '@/services/booking/messages'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'

const BATCH = 200

/** Claims the reminder of one booking and queues it in the same transaction: however often this runs, it goes once. */
const remindOne = (payload: Payload, row: Booking): Promise<boolean> =>
  withTransaction(payload, async (req) => {
    const claimed = await updateRowIf(req, SLUG.bookings, { and: [{ id: { equals: row.id } }, { revision: { equals: row.revision } }, { state: { equals: 'booked' } }, { remindedAt: { exists: false } }] }, { remindedAt: new Date(now()).toISOString() })
    return claimed === 1 && remind(req, row)
  })

/** Bookings of tomorrow whose people left a contact and were not reminded. After a standstill those of today are caught up. */
const dueReminders = async (payload: Payload): Promise<Booking[]> => {
  const { calendar } = await needModel(payload)
  const today = localDay(now(), calendar)
  return findRows({ payload }, SLUG.bookings, {
    where: { and: [{ date: { in: [dateText(today), dateText(today + 1)] } }, { state: { equals: 'booked' } }, { keyId: { exists: true } }, { remindedAt: { exists: false } }] }, sort: ['date', 'minute', 'id'], limit: BATCH,
  })
}

/** Reminds of bookings the day before. Returns of how many. */
const sendReminders = async (payload: Payload): Promise<number> => {
  let sent = 0
  for (const row of await dueReminders(payload)) {
    try {
      if (await remindOne(payload, row)) sent += 1
    } catch (error) {
      logger.error({ err: error, booking: row.id }, 'a reminder could not be queued; it is tried again at the next turn')
    }
  }
  return sent
}

/** Deletes bookings whose days are over, contact and all; the numbers of the day stay. Returns how many were due. */
const eraseOld = async (payload: Payload): Promise<number> => {
  const due = await findRows({ payload }, SLUG.bookings, { where: { eraseAfter: { less_than_equal: new Date(now()).toISOString() } }, sort: 'eraseAfter', limit: BATCH, select: { date: true } })
  if (due.length > 0) await deleteRows({ payload }, SLUG.bookings, { id: { in: due.map(({ id }) => id) } })
  return due.length
}

/** Reminds the day before, and forgets soon after the day. */
export const bookings = async (payload: Payload): Promise<number> => (await sendReminders(payload)) + (await eraseOld(payload))

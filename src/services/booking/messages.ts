import type { PayloadRequest } from 'payload'
import { now } from '@/lib/clock'
import { idOf } from '@/lib/idOf'
import type { Booking } from '@/payload-types'
import { queueMessage } from '@/services/outbox/queue'

/** What a message says of a booking: ids and times. Who left which number is looked up by whoever delivers it, never written here. */
const about = (row: Booking) => ({ booking: row.id, counter: idOf(row.counter), date: row.date, minute: row.minute, lang: row.lang })

type Kind = 'booking.reminder' | 'booking.closed'

const tell = async (req: PayloadRequest, row: Booking, { kind, key }: { kind: Kind; key: string }): Promise<boolean> => {
  if (!row.keyId) return false
  await queueMessage(req, { office: idOf(row.office) ?? '', kind, key, payload: about(row), at: now(), told: { event: kind, body: { booking: about(row) } } })
  return true
}

/** Queues the reminder of a booking, once for its time. Whoever left no contact is not reminded. */
export const remind = (req: PayloadRequest, row: Booking): Promise<boolean> => tell(req, row, { kind: 'booking.reminder', key: `${row.id}.r${row.revision}` })

/** Queues word that the counter is closed then. */
export const tellClosed = (req: PayloadRequest, row: Booking, closing: string): Promise<boolean> => tell(req, row, { kind: 'booking.closed', key: `${row.id}.${closing}` })

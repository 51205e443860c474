import type { PayloadRequest, Where } from 'payload'
import { findRow, insertRow, updateRowIf } from '@/db/rows'
import { SLUG } from '@/slugs'

export type TallyField = 'came' | 'missed' | 'cancelled'

type Day = { office: string; counter: string; date: string }

/** Counts one more of a counter's day, inside the transaction of the act. Numbers only. */
export const countOne = async (req: PayloadRequest, { office, counter, date }: Day, field: TallyField): Promise<void> => {
  const where: Where = { and: [{ counter: { equals: counter } }, { date: { equals: date } }] }
  const row = await findRow(req, SLUG.bookingDays, { where })
  if (row) {
    await updateRowIf(req, SLUG.bookingDays, { id: { equals: row.id } }, { [field]: row[field] + 1 })
    return
  }
  await insertRow(req, SLUG.bookingDays, { office, counter, date, came: 0, missed: 0, cancelled: 0, [field]: 1 })
}

import type { Payload, Where } from 'payload'
import { countRows } from '@/db/rows'
import { now } from '@/lib/clock'
import { forgetPages } from '@/services/site/pages/forget'
import { SLUG } from '@/slugs'

/** When pages were last looked after, of each database in this process. */
const LOOKED = new WeakMap<Payload, number>()

/** Times that pages show the coming of: pins and validity that end, alerts that begin or end, notices dated ahead. */
const TIMES = [[SLUG.notices, 'pinnedUntil'], [SLUG.notices, 'validUntil'], [SLUG.notices, 'publishedAt'], [SLUG.alerts, 'from'], [SLUG.alerts, 'until']] as const

const passed = (office: string, field: string, { from, to }: { from: number; to: number }): Where =>
  ({ and: [{ office: { equals: office } }, { [field]: { greater_than: new Date(from).toISOString() } }, { [field]: { less_than_equal: new Date(to).toISOString() } }] })

/** Has residents' pages made anew when one of these times has come since the last look. The first look of a process only takes the time: nothing was kept yet. */
export const turnPages = async (payload: Payload, office: string): Promise<boolean> => {
  const [from, to] = [LOOKED.get(payload), now()]
  LOOKED.set(payload, to)
  if (from === undefined) return false
  for (const [collection, field] of TIMES) {
    if ((await countRows({ payload }, collection, passed(office, field, { from, to }))) > 0) {
      forgetPages()
      return true
    }
  }
  return false
}

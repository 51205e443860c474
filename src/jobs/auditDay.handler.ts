import type { Payload } from 'payload'
import { findRows } from '@/db/rows'
import { anchorToday, exportAnchors } from '@/services/audit/anchors'
import { cutExpired } from '@/services/audit/cut'
import { tellHeldRefusals } from '@/services/audit/refusals'
import { SLUG } from '@/slugs'

/** The audit log's daily round: signs where each chain stands, writes that outside, removes what is kept long enough. Returns how many chains were anchored. */
export const auditDay = async (payload: Payload, stopping: () => boolean = () => false): Promise<number> => {
  let anchored = 0
  await tellHeldRefusals(payload)
  for (const office of await findRows({ payload }, SLUG.offices, { select: { code: true } })) {
    if (stopping()) break
    if (await anchorToday(payload, office.id)) anchored += 1
    await exportAnchors(payload, office)
    await cutExpired(payload, office.id)
  }
  return anchored
}

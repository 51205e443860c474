import type { Payload } from 'payload'
import { deleteRows, findRow, findRows, insertRow } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { logger } from '@/lib/logger'
import { verifyOffice } from '@/services/health/verifyAudit'
import { SLUG } from '@/slugs'
import { appendAudit } from './append'

const DAY = 86_400_000

type Due = { fromSeq: number; seq: number; hash: string; line: string; at: string }

/** The longest stretch whose every entry is older than it must be kept: up to the newest anchor that is. */
const dueOf = async (payload: Payload, office: string, days: number): Promise<Due | undefined> => {
  const before = new Date(now() - days * DAY).toISOString()
  const anchor = await findRow({ payload }, SLUG.auditAnchors, { where: { and: [{ office: { equals: office } }, { at: { less_than_equal: before } }] }, sort: '-seq' })
  const [last] = await findRows({ payload }, SLUG.auditSegments, { where: { office: { equals: office } }, sort: '-toSeq', limit: 1 })
  const floor = last?.toSeq ?? 0
  return anchor && anchor.seq > floor ? { fromSeq: floor + 1, seq: anchor.seq, hash: anchor.hash, line: anchor.line, at: anchor.at } : undefined
}

/**
 * Removes of an office's audit log what is older than AUDIT_DAYS, as far as an anchor covers it; a record of the stretch stays, from which the chain
 * is verified on. Nothing is removed from a chain that does not hold. Returns how many entries went.
 */
export const cutExpired = async (payload: Payload, office: string): Promise<number> => {
  const days = env().AUDIT_DAYS
  const due = await dueOf(payload, office, days)
  if (!due) return 0
  const verdict = await verifyOffice(payload, office)
  if (!verdict || verdict.fault) {
    logger.error({ fault: verdict?.fault?.kind }, 'expired audit entries stay: their chain does not hold')
    return 0
  }
  return withTransaction(payload, async (req) => {
    const first = await findRow(req, SLUG.audit, { where: { and: [{ office: { equals: office } }, { seq: { equals: due.fromSeq } }] } })
    // Another process of this portal removed it meanwhile.
    if (!first) return 0
    await insertRow(req, SLUG.auditSegments, {
      office, fromSeq: due.fromSeq, toSeq: due.seq, firstHash: first.hash ?? '', lastHash: due.hash, anchorLine: due.line, anchoredAt: due.at, cutAt: new Date(now()).toISOString(), cutBy: 'retention', days,
    })
    await appendAudit(req, {
      office, action: 'audit.cut', actor: { kind: 'system', id: 'retention' }, targetKind: SLUG.auditSegments, detail: { from: due.fromSeq, to: due.seq, last: due.hash, days },
    })
    await deleteRows(req, SLUG.audit, { and: [{ office: { equals: office } }, { seq: { less_than_equal: due.seq } }] })
    return due.seq - due.fromSeq + 1
  })
}

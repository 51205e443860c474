import type { Payload } from 'payload'
import { findRow, findRows, updateRowIf } from '@/db/rows'
import { now } from '@/lib/clock'
import { idOf } from '@/lib/idOf'
import { logger } from '@/lib/logger'
import type { AuditHead, AuditLog } from '@/payload-types'
import { GENESIS, isBroken } from '@/services/audit/chain'
import { SLUG } from '@/slugs'

const CHUNK = 500

type Checked = { seq: number; hash: string; fault?: number }

const stretch = (payload: Payload, office: string, { seq }: Checked): Promise<AuditLog[]> =>
  findRows({ payload }, SLUG.audit, { where: { and: [{ office: { equals: office } }, { seq: { greater_than: seq } }] }, sort: 'seq', limit: CHUNK })

/** Reckons every link of an office's chain anew, up to where its head stood when the look began. Returns how far, and the first fault. */
const verify = async (payload: Payload, head: AuditHead, stopping: () => boolean): Promise<Checked | undefined> => {
  let checked: Checked = { seq: 0, hash: GENESIS }
  while (checked.seq < head.seq) {
    if (stopping()) return undefined
    const rows = (await stretch(payload, idOf(head.office) ?? '', checked)).filter(({ seq }) => seq <= head.seq)
    if (rows.length === 0) return { ...checked, fault: checked.seq + 1 }
    for (const row of rows) {
      if (isBroken(row, checked)) return { ...checked, fault: checked.seq + 1 }
      checked = { seq: row.seq, hash: row.hash ?? '' }
    }
  }
  return checked.hash === head.hash ? checked : { ...checked, fault: checked.seq }
}

/**
 * Verifies the audit chain of every office and keeps the result with its head (decisions.md 17). Returns how many chains are broken.
 * `stopping`: asked between two stretches; what was not finished is begun again at the next turn.
 */
export const verifyAudit = async (payload: Payload, stopping: () => boolean = () => false): Promise<number> => {
  let broken = 0
  for (const { id } of await findRows({ payload }, SLUG.auditHeads, { select: { seq: true } })) {
    const head = await findRow({ payload }, SLUG.auditHeads, { where: { id: { equals: id } } })
    const checked = head && (await verify(payload, head, stopping))
    if (!checked) continue
    if (checked.fault !== undefined) {
      broken += 1
      logger.error({ seq: checked.fault }, 'the audit chain is broken')
    }
    await updateRowIf({ payload }, SLUG.auditHeads, { id: { equals: id } }, { verifiedSeq: checked.seq, verifiedAt: new Date(now()).toISOString(), faultSeq: checked.fault ?? null })
  }
  return broken
}

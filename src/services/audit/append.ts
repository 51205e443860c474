import type { PayloadRequest } from 'payload'
import { newId } from '@/db/ids'
import { findRow, insertRow, insertRows } from '@/db/rows'
import { now } from '@/lib/clock'
import { SLUG } from '@/slugs'
import { GENESIS, linkHash } from './chain'

export type AuditEntry = {
  office: string
  action: string
  actor: { kind: 'staff' | 'reporter' | 'system' | 'rule'; id?: string; name?: string }
  targetKind?: string
  target?: string
  detail?: Record<string, unknown>
  /** Only of staff (decisions.md 17). */
  address?: string
}

export { linkHash }

type Head = { id: string; seq: number; hash: string }

const headOf = async (req: PayloadRequest, office: string): Promise<Head> => {
  const head = await findRow(req, SLUG.auditHeads, { where: { office: { equals: office } } })
  if (head) return head
  const fresh = { id: newId(), office, seq: 0, hash: GENESIS, ...stamps() }
  await insertRow(req, SLUG.auditHeads, fresh)
  return fresh
}

const stamps = () => {
  const at = new Date(now()).toISOString()
  return { createdAt: at, updatedAt: at }
}

/**
 * Appends entries to the office's chain inside the caller's transaction; the head moves with them. A failure fails the act.
 */
export const appendAudit = async (req: PayloadRequest, ...entries: AuditEntry[]): Promise<void> => {
  const office = entries[0]?.office
  if (!office) return
  const head = await headOf(req, office)
  let { seq, hash } = head
  const rows = entries.map((entry) => {
    seq += 1
    const at = new Date(now()).toISOString()
    const facts = { seq, at, action: entry.action, actor: entry.actor.id ?? null, actorKind: entry.actor.kind, target: entry.target ?? null, detail: entry.detail ?? null, address: entry.address ?? null }
    const previous = hash
    hash = linkHash(previous, facts)
    return {
      id: newId(), office, ...facts, actor: entry.actor.kind === 'staff' ? entry.actor.id : undefined, actorName: entry.actor.name ?? entry.actor.id,
      targetKind: entry.targetKind, previous, hash, ...stamps(),
    }
  })
  await req.payload.db.updateOne({ collection: SLUG.auditHeads, id: head.id, data: { seq, hash, updatedAt: stamps().updatedAt }, req, returning: false })
  await insertRows(req, SLUG.audit, rows)
}

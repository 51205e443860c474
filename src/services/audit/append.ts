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
  /** Keys, counts and codes; never what somebody wrote. */
  detail?: Record<string, unknown>
  /** Absent: it was done. `denied`: the right was missing; `failed`: it was tried and did not come off, as a wrong password. */
  outcome?: 'denied' | 'failed'
  /** Digests of what was changed. */
  before?: string
  after?: string
  /** Only of staff (decisions.md 17). Absent: the address that the request came from. */
  address?: string
}

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

/** The entry as it is stored, but for its place in the chain. Only staff are rows that can be linked to; others go by their name. */
const rowOf = ({ office, action, actor, targetKind, target, outcome, detail, before, after, address }: AuditEntry, seq: number) => {
  const at = new Date(now()).toISOString()
  return {
    id: newId(), office, seq, at, action, actorKind: actor.kind, actor: actor.kind === 'staff' ? actor.id : undefined, actorName: actor.name ?? actor.id,
    targetKind, target, outcome: outcome ?? ('done' as const), detail, before, after, address, createdAt: at, updatedAt: at,
  }
}

const addressOf = ({ headers }: PayloadRequest, { actor, address }: AuditEntry): string | undefined =>
  address ?? (actor.kind === 'staff' ? headers?.get('x-portal-ip') ?? undefined : undefined)

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
    const row = rowOf({ ...entry, address: addressOf(req, entry) }, seq)
    const previous = hash
    hash = linkHash(previous, row)
    return { ...row, previous, hash }
  })
  await req.payload.db.updateOne({ collection: SLUG.auditHeads, id: head.id, data: { seq, hash, updatedAt: stamps().updatedAt }, req, returning: false })
  await insertRows(req, SLUG.audit, rows)
}

import { createHash } from 'node:crypto'
import { canonical } from '@/domain/canonical'
import { idOf } from '@/lib/idOf'
import type { AuditLog } from '@/payload-types'

/** What stands before the first entry of a chain. */
export const GENESIS = '0'.repeat(64)

/** The digest that ties an entry to the one before it. */
export const linkHash = (previous: string, entry: Record<string, unknown>): string =>
  createHash('sha256').update(previous).update(canonical(entry)).digest('hex')

const isMachine = ({ actorKind }: AuditLog): boolean => actorKind === 'system' || actorKind === 'rule'

/** Who acted, as the digest has it: people by id, machines by the name they go by. */
const actorOf = (row: AuditLog): string | null => idOf(row.actor) ?? (isMachine(row) ? (row.actorName ?? null) : null)

/** Whether a stored entry is not what was once written, or does not follow the one before it. */
export const isBroken = (row: AuditLog, before: { seq: number; hash: string }): boolean => {
  const { seq, at, action, actorKind } = row
  const facts = { seq, at, action, actor: actorOf(row), actorKind, target: row.target ?? null, detail: row.detail ?? null, address: row.address ?? null }
  return seq !== before.seq + 1 || row.previous !== before.hash || row.hash !== linkHash(before.hash, facts)
}

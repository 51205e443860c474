import type { PayloadRequest } from 'payload'
import { newId } from '@/db/ids'
import { insertRows, type NewRow } from '@/db/rows'
import { now } from '@/lib/clock'
import { appendAudit, type AuditEntry } from '@/services/audit/append'
import { digestOf } from '@/services/audit/chain'
import { SLUG, type Slug } from '@/slugs'
import { auditOfChange, isRight } from './auditOf'
import { actorOf, labelOf, personOf, reasonOf, told, undoesOf } from './changeSet'

type Row = Record<string, unknown>

export type BatchChange = { collection: Slug; target: string; before: Row | null; after: Row | null }
export type Batch = { office: string; label: string; reason?: string; changes: readonly BatchChange[] }

/** Rights that were given, changed or taken among many changes are told one by one. */
const rightsAmong = async (req: PayloadRequest, office: string, members: readonly NewRow<'change-sets'>[]): Promise<AuditEntry[]> => {
  const entries: AuditEntry[] = []
  for (const { table, target, label, before, after } of members.filter((member) => isRight(member.table))) {
    const change = { collection: table, before: before as Row | null, after: after as Row | null, label: label ?? '' }
    entries.push({ office, ...(await auditOfChange(req, change)), actor: actorOf(req), targetKind: table, target, before: digestOf(before), after: digestOf(after) })
  }
  return entries
}

/**
 * Writes many changes as one that is taken back as one: a head that counts them, the changes themselves, and one audit record, in the
 * transaction of the changes. Rows are given whole, words in all languages. Returns the batch's id, which is its head's.
 */
export const writeBatch = async (req: PayloadRequest, { office, label, reason = reasonOf(req), changes }: Batch): Promise<string> => {
  const batch = newId()
  const at = new Date(now()).toISOString()
  const base = { office, at, actor: personOf(req)?.id ?? null, reason: reason ?? null, batch, createdAt: at, updatedAt: at }
  const members = changes.flatMap((change) => told(change) ?? []).map(({ collection, target, before, after }): NewRow<'change-sets'> => ({
    ...base, id: newId(), table: collection, target, label: labelOf(after ?? before), before, after, count: null, undoes: null,
  }))
  const head: NewRow<'change-sets'> = { ...base, id: batch, table: SLUG.changes, target: batch, label, before: null, after: null, count: members.filter(({ table }) => table !== SLUG.definitions).length, undoes: undoesOf(req) ?? null }
  await insertRows(req, SLUG.changes, [head, ...members])
  const kinds = [...new Set(members.map(({ table }) => table))]
  await appendAudit(
    req, { office, action: 'structure.change', actor: actorOf(req), targetKind: SLUG.changes, target: batch, detail: { count: members.length, kinds }, after: digestOf(members.map(({ table, target, after }) => [table, target, after])) },
    ...(await rightsAmong(req, office, members)),
  )
  return batch
}

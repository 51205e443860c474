import type { PayloadRequest } from 'payload'
import { newId } from '@/db/ids'
import { insertRows, type NewRow } from '@/db/rows'
import { now } from '@/lib/clock'
import { appendAudit } from '@/services/audit/append'
import { SLUG, type Slug } from '@/slugs'
import { actorOf, labelOf, personOf, reasonOf, told, undoesOf } from './changeSet'

type Row = Record<string, unknown>

export type BatchChange = { collection: Slug; target: string; before: Row | null; after: Row | null }
export type Batch = { office: string; label: string; reason?: string; changes: readonly BatchChange[] }

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
  await appendAudit(req, { office, action: 'structure.change', actor: actorOf(req), targetKind: SLUG.changes, target: batch, detail: { label, count: members.length } })
  return batch
}

import type { PayloadRequest, Where } from 'payload'
import { deleteRows, findRows, updateRowIf } from '@/db/rows'
import type { RetentionMode } from '@/domain/privacy/retention'
import { t } from '@/i18n'
import { iso, type EntryRow } from '@/services/registers/row'
import { SLUG } from '@/slugs'
import { ENTRY_REFERENCES, followReferences } from './references'

const ofEntry = (id: string): Where => ({ and: [{ table: { equals: SLUG.entries } }, { target: { equals: id } }] })

/** The history of an entry says what stood in it. */
const forgetHistory = async (req: PayloadRequest, id: string, mode: RetentionMode): Promise<void> => {
  if (mode === 'delete') return deleteRows(req, SLUG.changes, ofEntry(id))
  for (const row of await findRows(req, SLUG.changes, { where: ofEntry(id), sort: 'id' })) await updateRowIf(req, SLUG.changes, { id: { equals: row.id } }, { before: null, after: null, label: null, reason: null })
}

/** Files of this register that were read in: what was wrong with them and what differed is told with the lines themselves. */
const forgetImports = async (req: PayloadRequest, register: string): Promise<void> => {
  const done: Where = { and: [{ kind: { equals: 'entries' } }, { subject: { equals: register } }, { state: { in: ['refused', 'applied', 'failed', 'dropped'] } }] }
  for (const row of await findRows(req, SLUG.imports, { where: done, sort: 'id' })) await updateRowIf(req, SLUG.imports, { id: { equals: row.id } }, { staged: null, problems: null, diff: null })
}

type Args = { req: PayloadRequest; entry: EntryRow; mode: RetentionMode; at: number }

/** Forgets one entry of a register with all that refers to it, its history included, inside the caller's transaction. Returns how many photos went. */
export const forgetEntry = async ({ req, entry, mode, at }: Args): Promise<number> => {
  const photos = await followReferences(ENTRY_REFERENCES, mode, { req, target: entry.id, at })
  await forgetHistory(req, entry.id, mode)
  await forgetImports(req, entry.register)
  if (mode === 'delete') {
    await deleteRows(req, SLUG.entries, { id: { equals: entry.id } })
    return photos
  }
  const title = t('zh', 'retention.forgotten.entry')
  const gone = { title, answers: {}, address: null, lng: null, lat: null, searchText: entry.code.toLowerCase(), anonymisedAt: iso(at), revision: entry.revision + 1 }
  await updateRowIf(req, SLUG.entries, { and: [{ id: { equals: entry.id } }, { revision: { equals: entry.revision } }] }, gone)
  return photos
}

import type { PayloadRequest } from 'payload'
import { newId } from '@/db/ids'
import { findRow, insertRow, updateRowIf } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { SLUG } from '@/slugs'

/** The next number of a counter, inside the caller's transaction: numbers of refused matters are not used up. */
export const takeNumber = async (req: PayloadRequest, office: string, key: string): Promise<number> => {
  const row = await findRow(req, SLUG.counters, { where: { and: [{ office: { equals: office } }, { key: { equals: key } }] } })
  if (!row) {
    await insertRow(req, SLUG.counters, { id: newId(), office, key, value: 1 })
    return 1
  }
  const value = row.value + 1
  // On SQLite nobody else writes meanwhile; on MongoDB two of the same value conflict, and the use case runs again.
  const moved = await updateRowIf(req, SLUG.counters, { and: [{ id: { equals: row.id } }, { value: { equals: row.value } }] }, { value })
  if (moved !== 1) throw new DomainError('busy')
  return value
}

import type { CollectionSlug } from 'payload'
import { now } from '../lib/clock'
import { withAllWords } from './locales'
import { portalOf } from './portal'
import { withRowIds } from './rowIds'
import type { RowRequest } from './rowRequest'
import { bulkWrite } from './sqlite/bulkWrite'
import { written } from './written'

type Row = Record<string, unknown> & { id: string }

export type Put = { collection: CollectionSlug; rows: readonly Row[]; /** Whether these rows are there already, and are replaced. */ over?: boolean }

const whole = (req: RowRequest, collection: CollectionSlug, row: Row): Row => {
  const at = new Date(now()).toISOString()
  const fields = req.payload.collections[collection]?.config.flattenedFields ?? []
  return { ...withAllWords(fields, withRowIds(fields, row)), id: row.id, createdAt: row.createdAt ?? at, updatedAt: at }
}

/**
 * Writes many whole rows of a collection below Payload's hooks, in the transaction of the request and in the order given: each row may name
 * earlier ones. Words in all languages, relations as ids, every field that is to stay. On SQLite a few statements, whatever their number.
 */
export const putRows = async (req: RowRequest, { collection, rows, over = false }: Put): Promise<void> => {
  if (rows.length === 0) return
  await written(req, collection)
  const ready = rows.map((row) => whole(req, collection, row))
  if (portalOf(req.payload).engine === 'sqlite') return bulkWrite(req, collection, ready, { over })
  for (const data of ready) {
    if (over) await req.payload.db.updateOne({ collection, id: data.id, data, req, returning: false })
    else await req.payload.db.create({ collection, data, req, returning: false })
  }
}

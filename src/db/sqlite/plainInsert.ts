import type { CollectionSlug, FlattenedField, PayloadRequest } from 'payload'
import type { RowRequest } from '../rows'

type Insertable = { insert: (table: unknown) => { values: (rows: Record<string, unknown>[]) => PromiseLike<unknown> } }
type Adapter = { sessions: Record<string, { db: Insertable }>; tables: Record<string, unknown>; tableNameMap: Map<string, string> }

const isList = (field: FlattenedField): boolean => field.type === 'array' || field.type === 'blocks' || ('hasMany' in field && field.hasMany === true)

const hasOwnTable = (field: FlattenedField): boolean =>
  isList(field) || ('localized' in field && field.localized === true) || ('relationTo' in field && Array.isArray(field.relationTo)) || field.type === 'group' || field.type === 'tab'

const snake = (slug: string): string => slug.replaceAll('-', '_')

const plain = new Map<string, boolean>()

/** Whether a collection lives in one table, a column a field: no lists, languages or groups. */
export const isPlain = (req: RowRequest, collection: CollectionSlug): boolean => {
  const known = plain.get(collection)
  if (known !== undefined) return known
  const fields = req.payload.collections[collection]?.config.flattenedFields ?? []
  const answer = fields.length > 0 && !fields.some(hasOwnTable)
  plain.set(collection, answer)
  return answer
}

/**
 * Writes rows of a plain collection in one statement, in the transaction of the request. Payload's own create costs a statement
 * and a pass over all fields for each row; `bench/` shows what it saves. Rows are complete: ids and times given.
 */
export const plainInsert = async (req: RowRequest, collection: CollectionSlug, rows: Record<string, unknown>[]): Promise<void> => {
  const adapter = req.payload.db as unknown as Adapter
  const transaction = String(await (req as PayloadRequest).transactionID)
  const db = adapter.sessions[transaction]?.db
  const table = adapter.tables[adapter.tableNameMap.get(snake(collection)) ?? '']
  if (!db || !table) throw new Error(`${collection}: no open transaction, or no table`)
  await db.insert(table).values(rows)
}

import type { CollectionSlug, FlattenedField, Payload } from 'payload'
import type { RowRequest } from '../rowRequest'

type Row = Record<string, unknown>
type Insertable = { insert: (table: unknown) => { values: (rows: Row[]) => PromiseLike<unknown> } }
type Adapter = { sessions: Record<string, { db: Insertable }>; tables: Record<string, unknown>; tableNameMap: Map<string, string> }

/** SQLite binds at most 32,766 values a statement. */
const MAX_VALUES = 30_000

const isList = (field: FlattenedField): boolean => field.type === 'array' || field.type === 'blocks' || ('hasMany' in field && field.hasMany === true)

const hasOwnTable = (field: FlattenedField): boolean =>
  isList(field) || ('localized' in field && field.localized === true) || ('relationTo' in field && Array.isArray(field.relationTo)) || field.type === 'group' || field.type === 'tab'

const snake = (slug: string): string => slug.replaceAll('-', '_')

const plain = new WeakMap<Payload, Map<string, boolean>>()

const fieldsOf = (payload: Payload, collection: CollectionSlug): FlattenedField[] => payload.collections[collection]?.config.flattenedFields ?? []

const knownOf = (payload: Payload): Map<string, boolean> => {
  const known = plain.get(payload) ?? new Map<string, boolean>()
  plain.set(payload, known)
  return known
}

/** Whether a collection lives in one table, a column a field: no lists, languages or groups. */
export const isPlain = ({ payload }: RowRequest, collection: CollectionSlug): boolean => {
  const known = knownOf(payload)
  const fields = fieldsOf(payload, collection)
  const answer = known.get(collection) ?? (fields.length > 0 && !fields.some(hasOwnTable))
  known.set(collection, answer)
  return answer
}

/**
 * Writes rows of a plain collection in as few statements as SQLite allows, in the transaction of the request. Payload's own
 * create costs a statement and a pass over all fields for each row; `bench/` shows what it saves. Rows are complete: ids and times given.
 */
export const plainInsert = async (req: RowRequest, collection: CollectionSlug, rows: readonly Row[]): Promise<void> => {
  const adapter = req.payload.db as unknown as Adapter
  const db = adapter.sessions[String(await req.transactionID)]?.db
  const table = adapter.tables[adapter.tableNameMap.get(snake(collection)) ?? '']
  if (!db || !table) throw new Error(`${collection}: no open transaction, or no table`)
  const atOnce = Math.max(1, Math.floor(MAX_VALUES / (fieldsOf(req.payload, collection).length + 3)))
  for (let from = 0; from < rows.length; from += atOnce) await db.insert(table).values(rows.slice(from, from + atOnce))
}

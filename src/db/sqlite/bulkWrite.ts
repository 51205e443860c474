import { create } from '@payloadcms/drizzle'
import { inArray, sql } from '@payloadcms/db-sqlite/drizzle'
import type { CollectionSlug } from 'payload'
import type { RowRequest } from '../rowRequest'

type Row = Record<string, unknown>
type Column = { name: string }
type Table = Record<string, Column>
type Conflict = { target: unknown; set: Row }
type Insertion = PromiseLike<unknown> & { onConflictDoUpdate: (conflict: Conflict) => PromiseLike<unknown> }
type Handle = { insert: (table: Table) => { values: (rows: Row[]) => Insertion }; delete: (table: Table) => { where: (condition: unknown) => PromiseLike<unknown> } }
type Insert = { tableName: string; values: Row | Row[] }
type Adapter = { sessions: Record<string, { db: Handle }>; tables: Record<string, Table>; tableNameMap: Map<string, string> }

/** SQLite binds at most 32,766 values a statement. */
const MAX_VALUES = 30_000
const MAX_IDS = 10_000

const adapterOf = ({ payload }: RowRequest): Adapter => payload.db as unknown as Adapter

/** Payload's own adapter, with statements gathered table by table instead of sent: how a row is laid out over its tables stays Payload's to know. */
const gathering = (adapter: Adapter, tables: Map<string, Row[]>): Adapter =>
  Object.create(adapter, {
    insert: {
      value: ({ tableName, values }: Insert): Promise<Row[]> => {
        const rows = Array.isArray(values) ? values : [values]
        tables.set(tableName, [...(tables.get(tableName) ?? []), ...rows])
        return Promise.resolve(rows)
      },
    },
  }) as Adapter

const columnsOf = (table: Table): [string, Column][] => Object.entries(table).filter(([, column]) => typeof column === 'object' && column !== null && typeof column.name === 'string')

const inPieces = function* <T>(items: readonly T[], size: number): Generator<T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size)
}

/** On a conflict every column takes the value that was to be inserted. */
const taking = (table: Table): Conflict => ({ target: table.id, set: Object.fromEntries(columnsOf(table).filter(([key]) => key !== 'id').map(([key, { name }]) => [key, sql.raw(`excluded."${name}"`)])) })

/** Tables beside the main one (languages, lists), each with the column that leads back to its row. */
const besides = ({ tables }: Adapter, main: string): [Table, Column][] =>
  Object.entries(tables).filter(([name]) => name.startsWith(`${main}_`)).flatMap(([, table]): [Table, Column][] => {
    const parent = table._parentID ?? table.parent
    return parent ? [[table, parent]] : []
  })

type Whole = Row & { id: string }
type Place = { adapter: Adapter; db: Handle; main: string }

const placeOf = async (req: RowRequest, collection: CollectionSlug): Promise<Place> => {
  const adapter = adapterOf(req)
  const db = adapter.sessions[String(await req.transactionID)]?.db
  const main = adapter.tableNameMap.get(collection.replaceAll('-', '_'))
  if (!db || !main) throw new Error(`${collection}: no open transaction, or no table`)
  return { adapter, db, main }
}

const clearBesides = async ({ adapter, db, main }: Place, all: readonly string[]): Promise<void> => {
  for (const ids of inPieces(all, MAX_IDS)) for (const [table, parent] of besides(adapter, main)) await db.delete(table).where(inArray(parent as never, ids))
}

const tableOf = ({ tables }: Adapter, name: string): Table => {
  const table = tables[name]
  if (!table) throw new Error(`no table ${name}`)
  return table
}

const insertInto = async ({ db, table, over }: { db: Handle; table: Table; over: boolean }, values: readonly Row[]): Promise<void> => {
  for (const piece of inPieces(values, Math.max(1, Math.floor(MAX_VALUES / columnsOf(table).length)))) {
    const insertion = db.insert(table).values(piece)
    await (over ? insertion.onConflictDoUpdate(taking(table)) : insertion)
  }
}

/**
 * Writes whole rows of any collection in as few statements as SQLite allows, in the transaction of the request: new ones, and with `over` rows
 * that are there already, which are replaced. Ids and times are given; rows come in an order in which each names only earlier ones.
 */
export const bulkWrite = async (req: RowRequest, collection: CollectionSlug, rows: readonly Whole[], { over }: { over: boolean }): Promise<void> => {
  const { adapter, db, main } = await placeOf(req, collection)
  const gathered = new Map<string, Row[]>()
  const gatherer = gathering(adapter, gathered)
  for (const data of rows) await create.call(gatherer as never, { collection, data: structuredClone(data), req: req as never, returning: false })
  if (over) await clearBesides({ adapter, db, main }, rows.map(({ id }) => id))
  for (const [name, values] of gathered) await insertInto({ db, table: tableOf(adapter, name), over: over && name === main }, values)
}

import type { Client } from './connections'

/** SQLite ignores this inside a transaction, so it must come before BEGIN and after COMMIT. */
export const setForeignKeys = async (writer: Client, state: 'ON' | 'OFF'): Promise<void> => {
  await writer.execute(`PRAGMA foreign_keys = ${state}`)
}

/** Throws, naming the tables, when any row points at a row that is not there. */
export const checkForeignKeys = async (writer: Client): Promise<void> => {
  const { rows } = await writer.execute('PRAGMA foreign_key_check')
  if (rows.length === 0) return
  const tables = [...new Set(rows.map((row) => `${String(row.table)} → ${String(row.parent)}`))]
  throw new Error(`The migration would leave ${rows.length} rows pointing at nothing: ${tables.join(', ')}`)
}

import type { Payload } from 'payload'
import { portalOf } from './portal'

type Executing = { client: { execute: (sql: string) => Promise<unknown> } }

const executes = (db: object): db is Executing => 'client' in db && typeof db.client === 'object' && db.client !== null && 'execute' in db.client

/**
 * Writes what was erased through to the database file: the journal of SQLite still holds pages as they were before. While somebody reads it stays for
 * the next time. MongoDB writes over its files by itself.
 */
export const purgeErased = async (payload: Payload): Promise<void> => {
  const db: object = payload.db
  if (portalOf(payload).engine === 'sqlite' && executes(db)) await db.client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
}

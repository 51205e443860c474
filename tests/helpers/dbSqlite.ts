import { readdirSync } from 'node:fs'
import type { Payload, PayloadRequest } from 'payload'

import type { PortalSqliteAdapter } from '@/db/sqlite/adapter'

/** The engine under the adapter, for tests that make the database fail. */
export const engineOf = (payload: Payload) => (payload.db as unknown as PortalSqliteAdapter).portal.sqlite

export const pragma = async (payload: Payload, connection: 'writer' | 'reader', name: string): Promise<unknown> => {
  const { rows } = await engineOf(payload).connections()[connection].execute(`PRAGMA ${name}`)
  return Object.values(rows[0] ?? {})[0]
}

/** Every PRAGMA the adapter promises, as it stands on a connection now. */
export const pragmas = async (payload: Payload, connection: 'writer' | 'reader') => ({
  journal_mode: await pragma(payload, connection, 'journal_mode'),
  synchronous: await pragma(payload, connection, 'synchronous'),
  busy_timeout: await pragma(payload, connection, 'busy_timeout'),
  foreign_keys: await pragma(payload, connection, 'foreign_keys'),
  cache_size: await pragma(payload, connection, 'cache_size'),
  query_only: await pragma(payload, connection, 'query_only'),
})

export const openDescriptors = (): number => readdirSync('/proc/self/fd').length

/** The drizzle instance of a request's open transaction. */
export const handleOf = (req: PayloadRequest): Payload['db']['drizzle'] => {
  const sessions = req.payload.db.sessions as unknown as Record<string, { db: Payload['db']['drizzle'] }>
  return sessions[String(req.transactionID)]!.db
}

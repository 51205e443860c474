import type { DatabaseAdapterObj } from 'payload'

import { mongoAdapter, type MongoOptions } from './mongo'
import { portalSqliteAdapter, type SqliteOptions } from './sqlite/adapter'

export type AdapterOptions = {
  /** `file:…` for SQLite, `mongodb://…` or `mongodb+srv://…` for MongoDB. */
  uri: string
  /** Where `payload migrate:create` writes, SQLite only. */
  migrationDir?: string
  /** Applied at start in production, SQLite only. */
  prodMigrations?: SqliteOptions['prodMigrations']
  /** SQLite: let Payload change the tables by itself outside production. Default false: migrations do. */
  push?: boolean
} & Pick<SqliteOptions, 'synchronous' | 'limits'> &
  Pick<MongoOptions, 'compat' | 'allowStandalone'>

/**
 * The database adapter for an address. Everything above this line is the same on both engines.
 * Throws when the address is of neither.
 */
export const makeAdapter = (options: AdapterOptions): DatabaseAdapterObj => {
  const { uri, migrationDir, prodMigrations, push = false, synchronous, limits, compat, allowStandalone } = options
  if (uri.startsWith('file:')) return portalSqliteAdapter({ url: uri, migrationDir, prodMigrations, push, synchronous, limits })
  if (/^mongodb(?:\+srv)?:\/\//.test(uri)) return mongoAdapter({ url: uri, migrationDir, compat, allowStandalone })
  throw new Error('DATABASE_URI must begin with file:, mongodb:// or mongodb+srv://')
}

/** An adapter as a configuration that Payload has been through already wants it: for a second database beside the portal's own. */
export const secondAdapter = (options: AdapterOptions): DatabaseAdapterObj & { allowIDOnCreate: boolean; defaultIDType: 'number' | 'text'; name: string } => {
  const adapter = makeAdapter(options)
  return { ...adapter, allowIDOnCreate: adapter.allowIDOnCreate ?? false, defaultIDType: 'text', name: adapter.name ?? 'second' }
}

import type { MongooseAdapter } from '@payloadcms/db-mongodb'

type Database = NonNullable<MongooseAdapter['connection']['db']>

const tableIn = <R extends { _id: string }>(database: Database, name: string) =>
  database.collection<R>(name, { readPreference: 'primary', writeConcern: { w: 'majority' } })

/** A collection of ours beside Payload's: no door leads to it. Read from where it is written. */
export type Table<R extends { _id: string }> = ReturnType<typeof tableIn<R>>

const DUPLICATE = 11000

/** True for the refusal of a row whose id exists already. */
export const isDuplicate = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === DUPLICATE

/** Names of what is shared between processes and belongs to no backup: it is worth nothing an hour later. */
export const SHARED_PREFIX = 'portal-shared-'

/** A shared collection of a connected adapter, made ready at its first use. `forgets`: the server removes rows some time after the date in their `until`. */
export const sharedTable = <R extends { _id: string }>(base: Pick<MongooseAdapter, 'connection'>, name: string, { forgets = false } = {}): (() => Promise<Table<R>>) => {
  let opened: Promise<Table<R>> | undefined
  const open = async (): Promise<Table<R>> => {
    const { db } = base.connection
    if (!db) throw new Error('The database is not open')
    const table = tableIn<R>(db, `${SHARED_PREFIX}${name}`)
    if (forgets) await table.createIndex({ until: 1 }, { expireAfterSeconds: 0 })
    return table
  }
  return () => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return opened
  }
}

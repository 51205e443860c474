import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Payload } from 'payload'
import { portalOf } from './portal'
import { SHARED_PREFIX } from './shared/mongoTable'

/** One row of a dump: its collection, and the row as the database has it. */
export type Dumped = { c: string; d: Record<string, unknown> & { _id: unknown } }

const isMongoose = (db: object): db is MongooseAdapter => 'name' in db && db.name === 'mongoose'

const driverOf = (payload: Payload) => {
  const { db } = payload
  if (!isMongoose(db) || !db.connection.db) throw new Error('Expected an open MongoDB')
  const { connection } = db
  return { database: connection.db, client: connection.getClient(), atomic: portalOf(payload).isAtomic() }
}

type Bson = { serialize: (row: object) => Uint8Array; deserialize: (bytes: Uint8Array, options?: object) => unknown }

/** The driver's own writer and reader of its format. */
const bsonOf = async (): Promise<Bson> => (await import('mongodb')).BSON

/** What the database calls the audit log. */
export const AUDIT_LOG = 'audit-logs'

/** The audit log in the order of its chains, so that it can be looked over as it is read; all else by id. */
const orderOf = (name: string): Record<string, 1> => (name === AUDIT_LOG ? { office: 1, seq: 1 } : { _id: 1 })

/** Writes every row into a new file; on a replica set as of one moment, while others write. What processes share is left out. */
export const dumpTo = async (payload: Payload, file: string): Promise<void> => {
  const { database, client, atomic } = driverOf(payload)
  if (!database) throw new Error('Expected an open MongoDB')
  const bson = await bsonOf()
  const session = atomic ? client.startSession({ snapshot: true }) : undefined
  const handle = await open(file, 'wx', 0o600)
  try {
    const names = (await database.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name)
    for (const name of names.filter((each) => !each.startsWith(SHARED_PREFIX) && !each.startsWith('system.')).sort()) {
      const rows = database.collection(name).find({}, { ...(session ? { session } : {}), allowDiskUse: true }).sort(orderOf(name))
      for await (const row of rows) await handle.write(bson.serialize({ c: name, d: row }))
    }
    await handle.sync()
  } finally {
    await handle.close()
    await session?.endSession()
  }
}

/** Every row of a dump, in its order. Errors: one for a file that is cut off. */
export async function* rowsOfDump(file: string): AsyncGenerator<Dumped> {
  const bson = await bsonOf()
  let rest = Buffer.alloc(0)
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, chunk])
    let at = 0
    while (rest.length - at >= 4 && rest.length - at >= rest.readInt32LE(at)) {
      const size = rest.readInt32LE(at)
      if (size < 5) throw new Error('the dump is damaged')
      yield bson.deserialize(rest.subarray(at, at + size), { promoteBuffers: true }) as Dumped
      at += size
    }
    rest = rest.subarray(at)
  }
  if (rest.length > 0) throw new Error('the dump is cut off')
}

const PIECE = 500

/** Writes the rows of a dump into a database whose collections are empty. */
export const loadFrom = async (payload: Payload, file: string): Promise<void> => {
  const { database } = driverOf(payload)
  let [name, rows]: [string, Dumped['d'][]] = ['', []]
  const flush = async (): Promise<void> => {
    if (rows.length > 0) await database?.collection(name).insertMany(rows as Parameters<ReturnType<NonNullable<typeof database>['collection']>['insertMany']>[0], { ordered: false })
    rows = []
  }
  for await (const { c, d } of rowsOfDump(file)) {
    if (c !== name || rows.length >= PIECE) await flush()
    name = c
    rows.push(d)
  }
  await flush()
}

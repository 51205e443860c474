import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'
import { SHARED_PREFIX } from './shared/mongoTable'

const isMongoose = (db: object): db is MongooseAdapter => 'name' in db && db.name === 'mongoose'

const databaseOf = ({ db }: Payload) => {
  if (!isMongoose(db) || !db.connection.db) throw new Error('Expected an open MongoDB')
  return db.connection.db
}

const MARK = `${SHARED_PREFIX}move`

const names = async (payload: Payload): Promise<string[]> => {
  const found = await databaseOf(payload).listCollections({}, { nameOnly: true }).toArray()
  return found.map(({ name }) => name).filter((name) => !name.startsWith(SHARED_PREFIX) && !name.startsWith('system.'))
}

/** Collections of a MongoDB that hold rows. */
export const filledCollections = async (payload: Payload): Promise<string[]> => {
  const filled: string[] = []
  for (const name of await names(payload)) if (await databaseOf(payload).collection(name).findOne({}, { projection: { _id: 1 } })) filled.push(name)
  return filled.sort()
}

/** Takes every row out of a MongoDB; collections and indexes stay. */
export const emptyCollections = async (payload: Payload): Promise<void> => {
  for (const name of await names(payload)) await databaseOf(payload).collection(name).deleteMany({})
}

/** Whether a move into this database was begun and not ended: what is in it is not whole. False on SQLite. */
export const isHalfMoved = async (payload: Payload): Promise<boolean> => {
  if (!isMongoose(payload.db)) return false
  return (await databaseOf(payload).collection(MARK).findOne({})) !== null
}

/** Whether a process of the portal has said within the last two minutes that it works on this database. */
export const isServed = async (payload: Payload, at: Date): Promise<boolean> =>
  (await databaseOf(payload).collection(`${SHARED_PREFIX}words`).findOne({ until: { $gt: at } })) !== null

export const beginMove = async (payload: Payload): Promise<void> => {
  await databaseOf(payload).collection(MARK).insertOne({ begun: true })
}

export const endMove = async (payload: Payload): Promise<void> => {
  await databaseOf(payload).collection(MARK).deleteMany({})
}

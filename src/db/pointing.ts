import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { CollectionSlug, Where } from 'payload'
import { portalOf } from './portal'
import type { RowRequest } from './rowRequest'

export type Pointing = { req: RowRequest; collection: CollectionSlug; /** Of the relation, through arrays and blocks, in words that are not localised. */ path: string; id: string }

const isMongoose = (db: object): db is MongooseAdapter => 'name' in db && db.name === 'mongoose'

// Payload's own reading of a path takes the first block that has the field, and fails where another one with a field of that name leads on.
const onMongo = async ({ req, collection, path, id }: Pointing, versions: boolean): Promise<number> => {
  const { db } = req.payload
  const transaction = await req.transactionID
  if (!isMongoose(db)) throw new Error('Expected the mongoose adapter')
  const model = versions ? db.versions[collection] : db.collections[collection]
  const session = transaction == null ? undefined : db.sessions[String(transaction)]
  return (await model?.collection.countDocuments(versions ? { latest: true, [`version.${path}`]: id } : { [path]: id }, session ? { session } : {})) ?? 0
}

/** How many rows of a collection point to a row, at one path. */
export const countPointing = async (pointing: Pointing): Promise<number> => {
  const { req, collection, path, id } = pointing
  if (portalOf(req.payload).engine === 'mongodb') return onMongo(pointing, false)
  return (await req.payload.db.count({ collection, where: { [path]: { equals: id } }, req })).totalDocs
}

/** How many newest versions of rows of a collection point to a row, at one path. */
export const countPointingVersions = async (pointing: Pointing): Promise<number> => {
  const { req, collection, path, id } = pointing
  if (portalOf(req.payload).engine === 'mongodb') return onMongo(pointing, true)
  const where: Where = { and: [{ latest: { equals: true } }, { [`version.${path}`]: { equals: id } }] }
  return (await req.payload.db.countVersions({ collection, where, req })).totalDocs
}

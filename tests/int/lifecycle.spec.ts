import type { Payload } from 'payload'
import { isAtomic, onMongo } from '../helpers/engine'
import { openPortal } from '../helpers/portal'
import { lifecycleCases } from './lifecycle.cases'

const jamOnSqlite = async (payload: Payload) => {
  const { client } = payload.db as unknown as { client: { execute: (statement: string) => Promise<unknown> } }
  await client.execute("CREATE TRIGGER jam BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'no more room'); END")
  return () => client.execute('DROP TRIGGER jam')
}

const jamOnMongo = async (payload: Payload) => {
  const only = (validator: object) => payload.db.connection.db?.command({ collMod: payload.db.collections.outbox?.collection.name, validator })
  await only({ neverThere: { $exists: true } })
  return async () => only({})
}

lifecycleCases({ open: openPortal, ...(isAtomic() ? { jamOutbox: onMongo() ? jamOnMongo : jamOnSqlite } : {}) })

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getPayload, type Payload } from 'payload'
import { inject } from 'vitest'
import { resetEnv } from '@/lib/env'
import { inDatabase } from './dbMongo'
import type { TestPortal } from './engine'

/** Every row of the template's database, into one whose collections and indexes are there. */
const copyRows = async (payload: Payload, template: string): Promise<void> => {
  const { connection } = payload.db
  const from = connection.getClient().db(template)
  for (const { name } of await from.listCollections().toArray()) {
    const rows = await from.collection(name).find().toArray()
    if (rows.length > 0) await connection.db?.collection(name).insertMany(rows, { ordered: false })
  }
}

/** A portal on a MongoDB database of its own, filled from the template (see `templateMongo.ts` for which server). */
export const openMongoPortal = async (): Promise<TestPortal> => {
  const { uri, template, compat } = inject('mongo')
  const dir = await mkdtemp(path.join(tmpdir(), 'portal-test-'))
  Object.assign(process.env, { DATA_DIR: dir, DATABASE_URI: inDatabase(uri) }, compat ? { MONGO_COMPAT: compat, MONGO_STANDALONE_OK: '1' } : {})
  resetEnv()
  const { default: config } = await import('@/payload.config')
  const payload = await getPayload({ config })
  await copyRows(payload, template)
  return {
    payload,
    dir,
    close: async () => {
      await payload.db.connection.dropDatabase()
      await payload.destroy()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

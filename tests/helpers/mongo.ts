import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getPayload } from 'payload'
import { describe } from 'vitest'
import { resetEnv } from '@/lib/env'
import { mongoName, mongoPossible, startMongo } from './dbMongo'
import { ENGINE, type TestPortal } from './engine'

/** A replica set was named, so that failures half-way and races are proven, too. */
export const mongoIsReal = process.env.MONGODB_URI !== undefined

/** What is tested on; where nothing can be, it says so. */
export const mongoTitle = mongoPossible() ? mongoName() : "MongoDB's protocol: not tested, there is neither Java here nor a MONGODB_URI"

/** A portal on a MongoDB database of its own (see `startMongo` for which server), with the preset applied. */
export const openMongoPortal = async (): Promise<TestPortal> => {
  if (!mongoIsReal) process.stdout.write(`Tested on ${mongoName()}. Left unproven: that a failure takes everything back, races, speed. MONGODB_URI names a replica set.\n`)
  const server = await startMongo()
  const dir = await mkdtemp(path.join(tmpdir(), 'portal-test-'))
  const { uri, compat } = server.database()
  Object.assign(process.env, { DATA_DIR: dir, DATABASE_URI: uri }, compat ? { MONGO_COMPAT: compat, MONGO_STANDALONE_OK: '1' } : {})
  resetEnv()
  const { default: config } = await import('@/payload.config')
  const payload = await getPayload({ config })
  const { readPreset } = await import('@/services/boot/firstRun')
  const { applyPackage } = await import('@/services/structure/package/apply')
  await applyPackage({ payload, pack: await readPreset('jianwai') })
  return {
    payload,
    dir,
    close: async () => {
      if (server.outlives) await payload.db.connection.dropDatabase()
      await payload.destroy()
      await server.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

/** The tests of another file, which are told of SQLite there, on MongoDB's protocol. */
export const onMongo = (read: () => Promise<unknown>): void => {
  process.env[ENGINE] = 'mongo'
  describe.runIf(mongoPossible())(mongoTitle, async () => {
    await read()
  })
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { makeAdapter } from '@/db/adapter'

import { mongoKind, type MongoServer, startMongo } from '../helpers/dbMongo'
import { openPayload } from '../helpers/dbPayload'
import { committed, createDoc } from '../helpers/dbRows'

describe('the address', () => {
  it.each(['postgres://localhost/portal', 'portal.db', '', 'http://localhost', 'mongodb:/localhost'])('is of SQLite or MongoDB, or refused: %o', (uri) => {
    expect(() => makeAdapter({ uri })).toThrow(/DATABASE_URI/)
  })

  it.each(['file:./a.db', 'file:/tmp/a.db', 'mongodb://localhost/portal', 'mongodb+srv://cluster.example.org/portal'])('is taken: %o', (uri) => {
    expect(makeAdapter({ uri })).toMatchObject({ name: uri.startsWith('file:') ? 'sqlite' : 'mongoose', defaultIDType: 'text' })
  })
})

describe.runIf(mongoKind() === 'h2')('a MongoDB server without transactions', () => {
  let server: MongoServer
  beforeAll(async () => {
    server = await startMongo()
  })
  afterAll(() => server.close())

  it('is refused', async () => {
    const { uri } = server.database()
    await expect(openPayload({ uri })).rejects.toThrow(/no transactions/)
  })

  it('is taken when that was asked for', async () => {
    const { uri } = server.database()
    const { payload, close } = await openPayload({ uri, allowStandalone: true })
    await createDoc(payload, 'boxes', { title: 'kept' })
    expect(await committed(payload, 'boxes')).toBe(1)
    await close()
  })
})

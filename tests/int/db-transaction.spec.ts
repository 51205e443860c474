import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { withTransaction } from '@/db/transaction'

import { type Opened, openPayload } from '../helpers/dbPayload'

describe('withTransaction on SQLite', () => {
  let db: Opened
  beforeAll(async () => {
    db = await openPayload()
  })
  afterAll(() => db.close())

  it('keeps nothing of work that threw', async () => {
    const { payload } = db
    await expect(
      withTransaction(payload, async (req) => {
        await payload.create({ collection: 'boxes' as never, data: { title: 'one' } as never, req, overrideAccess: true })
        throw new Error('halfway')
      }),
    ).rejects.toThrow('halfway')
    expect((await payload.count({ collection: 'boxes' as never, overrideAccess: true })).totalDocs).toBe(0)
  })
})

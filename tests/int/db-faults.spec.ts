import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import type { PayloadRequest } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { toDomainError } from '@/db/faults'
import { withTransaction } from '@/db/transaction'

import { type Opened, openPayload } from '../helpers/dbPayload'
import { committed, createDoc, findBoxes, insertBox } from '../helpers/dbRows'
import { engineOf, handleOf, pragma } from '../helpers/dbSqlite'

const WAIT_MS = 400
const IDLE_MS = 1_000

let db: Opened
beforeAll(async () => {
  db = await openPayload({ limits: { waitMs: WAIT_MS, idleMs: IDLE_MS } })
})
afterAll(() => db.close())
afterEach(async () => {
  expect(engineOf(db.payload).queue.holder()).toBeUndefined()
  await db.payload.db.deleteMany({ collection: 'boxes' as never, where: {} })
})

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const faultOf = async (work: Promise<unknown>): Promise<unknown> => work.then(() => 'no fault', toDomainError)
describe('a write without the req of the transaction it stands in', () => {
  const writes: [string, (title: string) => Promise<unknown>][] = [
    ['through the Local API', (title) => createDoc(db.payload, 'boxes', { title })],
    ['as a row', (title) => insertBox({ payload: db.payload }, { title })],
    ['in a transaction of its own', (title) => withTransaction(db.payload, (req) => insertBox(req, { title }))],
    ['by drizzle', (title) => db.payload.db.drizzle.insert(db.payload.db.tables.boxes).values({ id: title, title }) as unknown as Promise<unknown>],
  ]

  it.each(writes)('is told at once, instead of waiting for ever: %s', async (_, write) => {
    const { payload } = db
    await withTransaction(payload, async (req) => {
      await insertBox(req, { title: 'inside' })
      expect(await faultOf(write('outside'))).toMatchObject({ code: 'busy', detail: { fault: 'writeOutsideTransaction' } })
    })
    expect((await findBoxes({ payload })).map((box) => box.title)).toEqual(['inside'])
  })

  it.each(writes)('is told within the limit when the transaction is one of Payload: %s', async (_, write) => {
    const { payload } = db
    const id = await payload.db.beginTransaction()
    const req: Partial<PayloadRequest> & { payload: typeof payload } = { payload, transactionID: id ?? undefined }
    await insertBox(req, { title: 'inside' })
    expect(await faultOf(write('outside'))).toMatchObject({ code: 'busy', detail: { fault: 'openTransaction' } })
    await payload.db.commitTransaction(id ?? '')
    expect((await findBoxes({ payload })).map((box) => box.title)).toEqual(['inside'])
  })

  it('does not make a read wait', async () => {
    const { payload } = db
    await insertBox({ payload }, { title: 'committed' })
    await withTransaction(payload, async (req) => {
      await insertBox(req, { title: 'inside' })
      expect(await committed(payload, 'boxes')).toBe(1)
      expect((await payload.find({ collection: 'boxes' as never, overrideAccess: true })).totalDocs).toBe(1)
    })
  })
})

describe('a turn that does not come', () => {
  it('is told apart from an open transaction when others had their turn meanwhile', async () => {
    const { payload } = db
    const slow = () => withTransaction(payload, async () => pause(WAIT_MS * 0.7))
    const faults = await Promise.all([slow(), slow(), slow()].map(faultOf))
    expect(faults).toEqual(['no fault', 'no fault', expect.objectContaining({ code: 'busy', detail: { fault: 'queueTooLong' } })])
  })

  it('leaves no place in the queue behind', async () => {
    const { payload } = db
    const id = await payload.db.beginTransaction()
    const waiting = Array.from({ length: 5 }, (_, index) => faultOf(createDoc(payload, 'boxes', { title: `late ${index}` })))
    await Promise.all(waiting)
    expect(engineOf(payload).queue.waiting()).toBe(0)
    await payload.db.rollbackTransaction(id ?? '')
    await createDoc(payload, 'boxes', { title: 'next' })
    expect(await committed(payload, 'boxes')).toBe(1)
  })

  it('waits for another process without blocking this one, then gives up', async () => {
    const { payload, url } = db
    const other = drizzle({ connection: { url } }).$client
    await other.execute('BEGIN IMMEDIATE')
    let ticks = 0
    const ticking = setInterval(() => (ticks += 1), 5)
    expect(await faultOf(createDoc(payload, 'boxes', { title: 'kept out' }))).toMatchObject({ code: 'busy', detail: { fault: 'databaseBusy' } })
    clearInterval(ticking)
    expect(ticks).toBeGreaterThan(1)
    const late = createDoc(payload, 'boxes', { title: 'let in' })
    await pause(50)
    await other.execute('ROLLBACK')
    await late
    other.close()
    expect((await findBoxes({ payload })).map((box) => box.title)).toEqual(['let in'])
  })
})

describe('a transaction that is never ended', () => {
  it('is rolled back when it was idle too long, and cannot be used any more', async () => {
    const { payload } = db
    const log = vi.spyOn(payload.logger, 'error').mockImplementation(() => undefined)
    const id = await payload.db.beginTransaction()
    const req = { payload, transactionID: id ?? undefined }
    await insertBox(req, { title: 'forgotten' })
    const handle = handleOf(req as unknown as PayloadRequest)
    await pause(IDLE_MS + 300)
    expect(log).toHaveBeenCalledOnce()
    expect(engineOf(payload).queue.holder()).toBeUndefined()
    const late = handle.insert(payload.db.tables.boxes).values({ id: 'late', title: 'late' }) as unknown as Promise<unknown>
    expect(await faultOf(late)).toMatchObject({ code: 'busy', detail: { fault: 'transactionIdle' } })
    expect(await faultOf(payload.db.commitTransaction(id ?? ''))).toMatchObject({ code: 'internal', detail: { fault: 'transactionEnded' } })
    expect(await committed(payload, 'boxes')).toBe(0)
    log.mockRestore()
  })

  it('is left alone as long as it works', async () => {
    const { payload } = db
    await withTransaction(payload, async (req) => {
      for (let turn = 0; turn < 5; turn += 1) {
        await pause(IDLE_MS / 3)
        await insertBox(req, { title: `turn ${turn}` })
      }
    })
    expect(await committed(payload, 'boxes')).toBe(5)
  })
})

describe('a full disk', () => {
  const fill = 'x'.repeat(2_000)
  const limitPages = async (more: number) => {
    const { payload } = db
    const pages = Number(await pragma(payload, 'writer', 'page_count'))
    await pragma(payload, 'writer', `max_page_count = ${pages + more}`)
  }
  afterEach(() => pragma(db.payload, 'writer', 'max_page_count = 1000000'))

  it('keeps every row that was acknowledged and none that was refused', async () => {
    const { payload } = db
    await limitPages(60)
    const write = async (index: number): Promise<{ id: string; error?: unknown }> => {
      const id = `row-${index}`
      const data = { id, title: `${index} ${fill}` }
      try {
        await (index % 2 === 0 ? createDoc(payload, 'boxes', data) : withTransaction(payload, async (req) => void (await insertBox(req, data))))
        return { id }
      } catch (error) {
        return { id, error: toDomainError(error) }
      }
    }
    const results = await Promise.all(Array.from({ length: 200 }, (_, index) => write(index)))
    const kept = results.filter((result) => result.error === undefined).map((result) => result.id)
    const refused = results.filter((result) => result.error !== undefined)
    expect(kept.length).toBeGreaterThan(20)
    expect(refused.length).toBeGreaterThan(20)
    for (const { error } of refused) expect(error).toMatchObject({ code: 'storageFull', detail: { fault: 'diskFull' } })
    expect((await findBoxes({ payload })).map((box) => box.id).sort()).toEqual([...kept].sort())
    await pragma(payload, 'writer', 'max_page_count = 1000000')
    await createDoc(payload, 'boxes', { title: 'room again' })
    expect(await committed(payload, 'boxes')).toBe(kept.length + 1)
  })

  it('is not survived by half a transaction, even when the work goes on after it', async () => {
    const { payload } = db
    await limitPages(5)
    const work = withTransaction(payload, async (req) => {
      await insertBox(req, { title: 'before' })
      const fillUp = async () => {
        for (let index = 0; index < 2_000; index += 1) await insertBox(req, { title: `${index} ${fill}` })
      }
      expect(await faultOf(fillUp())).toMatchObject({ code: 'storageFull' })
      expect(await faultOf(insertBox(req, { title: 'after' }))).toMatchObject({ code: 'storageFull' })
    })
    expect(await faultOf(work)).toMatchObject({ code: 'storageFull' })
    expect(await committed(payload, 'boxes')).toBe(0)
  })
})

describe('the ways round the writer', () => {
  it('are closed: the reader cannot write', async () => {
    const { reader } = engineOf(db.payload).connections()
    await expect(reader.execute("insert into boxes (id, title) values ('a', 'b')")).rejects.toMatchObject({ code: 'SQLITE_READONLY' })
  })

  it.each(['begin immediate', 'COMMIT', ' rollback', 'savepoint a', 'release a', 'end'])('are closed: %s', async (statement) => {
    await expect(db.payload.db.drizzle.run(statement)).rejects.toThrow()
    await withTransaction(db.payload, async (req) => {
      await expect(handleOf(req).run(statement)).rejects.toThrow()
    })
  })

  it('are closed: the transactions of drizzle and libSQL, which give the connection away', async () => {
    const { payload } = db
    await expect(payload.db.drizzle.transaction(async () => undefined)).rejects.toThrow(/withTransaction/)
    await withTransaction(payload, async (req) => {
      await expect(handleOf(req).transaction(async () => undefined)).rejects.toThrow(/end the transaction/)
      await expect(handleOf(req).$client.executeMultiple('select 1')).rejects.toThrow(/end the transaction/)
      await expect(handleOf(req).$client.batch(['select 1'])).rejects.toThrow(/end the transaction/)
    })
  })
})

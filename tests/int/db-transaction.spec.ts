import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { afterCommit, withTransaction } from '@/db/transaction'

import { type Opened, openPayload } from '../helpers/dbPayload'
import { committed, createDoc, findBoxes, insertBox, insertPart } from '../helpers/dbRows'
import { engineOf, handleOf } from '../helpers/dbSqlite'

let db: Opened
beforeAll(async () => {
  db = await openPayload()
})
afterAll(() => db.close())
beforeEach(async () => {
  await db.payload.db.deleteMany({ collection: 'parts' as never, where: {} })
  await db.payload.db.deleteMany({ collection: 'boxes' as never, where: {} })
})
afterEach(() => {
  expect(engineOf(db.payload).queue.holder()).toBeUndefined()
  expect(engineOf(db.payload).queue.waiting()).toBe(0)
  expect(Object.keys(db.payload.db.sessions ?? {})).toEqual([])
})

describe('a transaction', () => {
  it('keeps everything when its work is done, and tells its result', async () => {
    const { payload } = db
    const result = await withTransaction(payload, async (req) => {
      const box = await insertBox(req, { title: 'one' })
      await createDoc(payload, 'parts', { label: 'a', box, tags: ['x', 'y'], rows: [{ word: 'w' }] }, req)
      return box
    })
    expect(await findBoxes({ payload })).toMatchObject([{ id: result, title: 'one' }])
    expect(await committed(payload, 'parts')).toBe(1)
  })

  it('keeps nothing when its work throws, whatever it wrote and by whichever way', async () => {
    const { payload } = db
    const work = withTransaction(payload, async (req) => {
      const box = await insertBox(req, { title: 'row' })
      await createDoc(payload, 'boxes', { title: 'document' }, req)
      await insertPart(req, { label: 'a', box, tags: ['x'], rows: [{ word: 'w' }] })
      throw new Error('halfway')
    })
    await expect(work).rejects.toThrow('halfway')
    expect(await committed(payload, 'boxes')).toBe(0)
    expect(await committed(payload, 'parts')).toBe(0)
  })

  it('sees its own rows, which nobody outside sees before the commit', async () => {
    const { payload } = db
    await withTransaction(payload, async (req) => {
      await insertBox(req, { title: 'one' })
      await createDoc(payload, 'boxes', { title: 'two' }, req)
      expect(await findBoxes(req)).toHaveLength(2)
      expect((await payload.count({ collection: 'boxes' as never, req, overrideAccess: true })).totalDocs).toBe(2)
      expect(await committed(payload, 'boxes')).toBe(0)
      expect((await payload.count({ collection: 'boxes' as never, overrideAccess: true })).totalDocs).toBe(0)
    })
    expect(await committed(payload, 'boxes')).toBe(2)
  })

  it('is joined by a nested one, and undone with it', async () => {
    const { payload } = db
    const inner = (title: string, fail: boolean) => (req: Parameters<typeof insertBox>[0]) =>
      withTransaction(
        payload,
        async (joined) => {
          await insertBox(joined, { title })
          if (fail) throw new Error('inner')
        },
        { req: req as never },
      )
    await withTransaction(payload, async (req) => {
      await inner('one', false)(req)
      expect(await committed(payload, 'boxes')).toBe(0)
    })
    expect(await committed(payload, 'boxes')).toBe(1)
    const outer = withTransaction(payload, async (req) => {
      await insertBox(req, { title: 'two' })
      await inner('three', true)(req)
    })
    await expect(outer).rejects.toThrow('inner')
    expect(await committed(payload, 'boxes')).toBe(1)
  })

  it('runs after another, first come first served', async () => {
    const { payload } = db
    const order: number[] = []
    await Promise.all(
      Array.from({ length: 20 }, (_, turn) =>
        withTransaction(payload, async (req) => {
          order.push(turn)
          await insertBox(req, { title: `turn ${turn}` })
          await new Promise((resolve) => setTimeout(resolve, 2))
          order.push(turn)
        }),
      ),
    )
    expect(order).toEqual(Array.from({ length: 20 }, (_, turn) => [turn, turn]).flat())
  })
})

describe('a transaction that somebody else has ended', () => {
  it('is not called saved when a nested operation failed and the work went on', async () => {
    const { payload } = db
    await insertPart({ payload }, { label: 'taken' })
    const work = withTransaction(payload, async (req) => {
      await insertBox(req, { title: 'before' })
      // Payload rolls the whole transaction back when one of its operations fails
      await expect(createDoc(payload, 'parts', { label: 'taken' }, req)).rejects.toThrow()
      return 'saved'
    })
    await expect(work).rejects.toMatchObject({ code: 'internal', detail: { fault: 'transactionEnded' } })
    expect(await committed(payload, 'boxes')).toBe(0)
  })

  it('takes no more rows', async () => {
    const { payload } = db
    await insertPart({ payload }, { label: 'taken' })
    const work = withTransaction(payload, async (req) => {
      await expect(createDoc(payload, 'parts', { label: 'taken' }, req)).rejects.toThrow()
      await insertBox(req, { title: 'after' })
    })
    await expect(work).rejects.toMatchObject({ code: 'internal', detail: { fault: 'transactionEnded' } })
    expect(await committed(payload, 'boxes')).toBe(0)
  })

  it('takes no rows of a straggler that outlived it', async () => {
    const { payload } = db
    let straggler: Promise<unknown> = Promise.resolve()
    const work = withTransaction(payload, async (req) => {
      const late = async () => {
        await new Promise((resolve) => setTimeout(resolve, 20))
        await insertBox(req, { title: 'late' })
      }
      straggler = late()
      straggler.catch((error: unknown) => error)
      await insertBox(req, { title: 'early' })
      throw new Error('halfway')
    })
    await expect(work).rejects.toThrow('halfway')
    await expect(straggler).rejects.toMatchObject({ code: 'internal', detail: { fault: 'transactionEnded' } })
    expect(await committed(payload, 'boxes')).toBe(0)
  })

  it('takes no rows through the handle of a transaction that is over', async () => {
    const { payload } = db
    const handle = await withTransaction(payload, async (req) => handleOf(req))
    const boxes = payload.db.tables.boxes
    await expect(handle.insert(boxes).values({ id: 'late', title: 'late' })).rejects.toMatchObject({ cause: { code: 'internal' } })
    expect(await handle.select().from(boxes)).toEqual([])
  })
})

describe('a commit that is refused', () => {
  it('tells the caller and keeps nothing: rows that point at nothing, found at the commit', async () => {
    const { payload } = db
    const work = withTransaction(payload, async (req) => {
      await handleOf(req).run('PRAGMA defer_foreign_keys = ON')
      await insertPart(req, { label: 'orphan', box: 'no such box' })
      return 'saved'
    })
    await expect(work).rejects.toThrow(/FOREIGN KEY/)
    expect(await committed(payload, 'parts')).toBe(0)
  })

  it.each(['withTransaction', 'Payload'])('tells the caller of %s and keeps nothing when COMMIT fails', async (door) => {
    const { payload } = db
    const { writer } = engineOf(payload).connections()
    const broken = vi.spyOn(writer, 'executeMultiple').mockImplementation(() => Promise.reject(Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' })))
    const saving =
      door === 'Payload'
        ? createDoc(payload, 'boxes', { title: 'lost' })
        : withTransaction(payload, (req) => insertBox(req, { title: 'lost' }))
    await expect(saving).rejects.toMatchObject({ code: 'unwritable', cause: { code: 'SQLITE_IOERR' } })
    broken.mockRestore()
    expect(await committed(payload, 'boxes')).toBe(0)
    await createDoc(payload, 'boxes', { title: 'kept' })
    expect(await committed(payload, 'boxes')).toBe(1)
  })
})

describe('afterCommit', () => {
  it('runs after the commit, in order, when the rows are there for everybody', async () => {
    const { payload } = db
    const seen: string[] = []
    await withTransaction(payload, async (req) => {
      await afterCommit(req, async () => void seen.push(`first sees ${await committed(payload, 'boxes')}`))
      await afterCommit(req, () => void seen.push('second'))
      await insertBox(req, { title: 'one' })
      expect(seen).toEqual([])
    })
    expect(seen).toEqual(['first sees 1', 'second'])
  })

  it('may write in a transaction of its own', async () => {
    const { payload } = db
    await withTransaction(payload, async (req) => {
      await afterCommit(req, async () => void (await insertBox({ payload }, { title: 'two' })))
      await insertBox(req, { title: 'one' })
    })
    expect(await committed(payload, 'boxes')).toBe(2)
  })

  it('never runs after a rollback', async () => {
    const { payload } = db
    const task = vi.fn()
    const work = withTransaction(payload, async (req) => {
      await afterCommit(req, task)
      throw new Error('halfway')
    })
    await expect(work).rejects.toThrow('halfway')
    expect(task).not.toHaveBeenCalled()
  })

  it('does not undo what is committed when it fails', async () => {
    const { payload } = db
    const log = vi.spyOn(payload.logger, 'error').mockImplementation(() => undefined)
    const next = vi.fn()
    await withTransaction(payload, async (req) => {
      await afterCommit(req, () => Promise.reject(new Error('mail server')))
      await afterCommit(req, next)
      await insertBox(req, { title: 'one' })
    })
    expect(await committed(payload, 'boxes')).toBe(1)
    expect(next).toHaveBeenCalledOnce()
    expect(log).toHaveBeenCalledOnce()
    log.mockRestore()
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { portalOf } from '@/db/portal'
import { deleteRows } from '@/db/rows'
import { afterCommit, withTransaction } from '@/db/transaction'

import { type Opened, openDatabases } from '../helpers/dbPayload'
import { committed, createDoc, insertBox, insertPart } from '../helpers/dbRows'

describe.each(openDatabases)('what every engine owes the services: $name', ({ open, atomic }) => {
  let db: Opened
  beforeAll(async () => {
    db = await open()
  })
  afterAll(() => db.close())
  beforeEach(async () => {
    await deleteRows(db, 'boxes' as never, {})
    await deleteRows(db, 'parts' as never, {})
  })

  it('a transaction is joined by whoever gets its request', async () => {
    const { payload } = db
    const ids = await withTransaction(payload, async (req) => {
      const outer = await req.transactionID
      const inner = await withTransaction(payload, async (joined) => joined.transactionID, { req })
      await createDoc(payload, 'boxes', { title: 'document' }, req)
      return [outer, inner, await req.transactionID]
    })
    expect(new Set(ids).size).toBe(1)
    expect(await committed(payload, 'boxes')).toBe(1)
  })

  it('tasks run once, after the commit, in their order, and not after a failure', async () => {
    const { payload } = db
    const seen: string[] = []
    await withTransaction(payload, async (req) => {
      await afterCommit(req, async () => void seen.push(`one: ${await committed(payload, 'boxes')}`))
      await withTransaction(payload, (joined) => afterCommit(joined, () => void seen.push('two')), { req })
      await insertBox(req, { title: 'row' })
      expect(seen).toEqual([])
    })
    expect(seen).toEqual(['one: 1', 'two'])
    const failing = withTransaction(payload, async (req) => {
      await afterCommit(req, () => void seen.push('never'))
      throw new Error('halfway')
    })
    await expect(failing).rejects.toThrow('halfway')
    expect(seen).toEqual(['one: 1', 'two'])
  })

  it('a task runs at once when there is no transaction', async () => {
    const { payload } = db
    const task = vi.fn()
    await afterCommit({ payload } as never, task)
    expect(task).toHaveBeenCalledOnce()
  })

  it('a transaction somebody else has ended is not called saved', async () => {
    const { payload } = db
    await insertPart({ payload }, { label: 'taken' })
    const work = withTransaction(payload, async (req) => {
      await expect(createDoc(payload, 'parts', { label: 'taken' }, req)).rejects.toThrow()
      return 'saved'
    })
    await expect(work).rejects.toMatchObject({ code: 'internal', detail: { fault: 'transactionEnded' } })
  })

  it.each(['no such transaction', ''])('a commit of nothing is an error: %o', async (id) => {
    await expect(db.payload.db.commitTransaction(id)).rejects.toMatchObject({ code: 'internal', detail: { fault: 'transactionEnded' } })
    await expect(db.payload.db.rollbackTransaction(id)).resolves.toBeUndefined()
  })

  it('a commit happens once', async () => {
    const { payload } = db
    const id = String(await payload.db.beginTransaction())
    await payload.db.commitTransaction(id)
    await expect(payload.db.commitTransaction(id)).rejects.toMatchObject({ code: 'internal' })
  })

  describe('work that the database undid for another', () => {
    const conflict = () => Object.assign(new Error('write conflict'), { code: 112, errorLabels: ['TransientTransactionError'] })
    const passing = (payload: Opened['payload']) => vi.spyOn(portalOf(payload), 'isTransient').mockImplementation((error) => error instanceof Error && error.message === 'write conflict')

    it('is done again as a whole, each time in a transaction of its own', async () => {
      const { payload } = db
      passing(payload)
      const transactions: unknown[] = []
      const tasks = vi.fn()
      const result = await withTransaction(payload, async (req) => {
        transactions.push(await req.transactionID)
        await afterCommit(req, tasks)
        if (transactions.length < 3) throw conflict()
        await insertBox(req, { title: 'at last' })
        return 'done'
      })
      expect(result).toBe('done')
      expect(new Set(transactions).size).toBe(3)
      expect(tasks).toHaveBeenCalledOnce()
      expect(await committed(payload, 'boxes')).toBe(1)
    })

    it('is given up after so many times, as busy', async () => {
      const { payload } = db
      passing(payload)
      const work = vi.fn(() => Promise.reject(conflict()))
      await expect(withTransaction(payload, work, { attempts: 3 })).rejects.toMatchObject({ code: 'busy', detail: { fault: 'databaseBusy' } })
      expect(work).toHaveBeenCalledTimes(3)
    })

    it('is not done again by whoever joined it: that is for the owner', async () => {
      const { payload } = db
      passing(payload)
      const inner = vi.fn(() => Promise.reject(conflict()))
      const outer = vi.fn((req: Parameters<Parameters<typeof withTransaction>[1]>[0]) => withTransaction(payload, inner, { req }))
      await expect(withTransaction(payload, outer, { attempts: 2 })).rejects.toMatchObject({ code: 'busy' })
      expect([outer.mock.calls.length, inner.mock.calls.length]).toEqual([2, 2])
    })
  })

  it.runIf(atomic)('keeps all of a transaction or nothing, under competition', async () => {
    const { payload } = db
    const work = (turn: number) =>
      withTransaction(payload, async (req) => {
        const box = await insertBox(req, { title: `box ${turn}` })
        await insertPart(req, { label: `part ${turn}`, box })
        if (turn % 3 === 0) throw new Error('halfway')
      })
    const results = await Promise.allSettled(Array.from({ length: 30 }, (_, turn) => work(turn)))
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(10)
    expect([await committed(payload, 'boxes'), await committed(payload, 'parts')]).toEqual([20, 20])
  })
})

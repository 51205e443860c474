import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeAfterCommit } from '@/db/afterCommit'
import { mongoMethods } from '@/db/mongo'
import { isTransient, realTransactions } from '@/db/mongoTransactions'
import { portalOf } from '@/db/portal'
import { afterCommit, withTransaction } from '@/db/transaction'
import { type Opened, openPayload } from '../helpers/dbPayload'

/** What a server answers to a commit: `kept` says whether it did it all the same. */
type Answer = { error?: unknown; kept: boolean }

const labelled = (label: string, code?: number) => Object.assign(new Error(`${label} ${code ?? ''}`), { errorLabels: [label], ...(code === undefined ? {} : { code }) })
const transient = (code?: number) => labelled('TransientTransactionError', code)
const unknown = () => labelled('UnknownTransactionCommitResult')

/** A database of one list, under the driver's sessions: what is written in one is there after its commit. */
const fakeServer = () => {
  const [kept, answers]: [string[], Answer[]] = [[], []]
  const staged = new Map<string, string[]>()
  const sessions: Record<string, { inTransaction: () => boolean; commitTransaction: () => Promise<unknown>; endSession: () => Promise<unknown> }> = {}
  let made = 0
  const session = (id: string) => {
    let state: 'open' | 'committed' = 'open'
    return {
      inTransaction: () => true,
      commitTransaction: () => {
        const { error, kept: keeps } = answers.shift() ?? { kept: true }
        // a server confirms a commit it has done already and does nothing more
        if (keeps && state === 'open') kept.push(...(staged.get(id) ?? []))
        if (keeps) state = 'committed'
        return error ? Promise.reject(error as Error) : Promise.resolve()
      },
      endSession: () => Promise.resolve(),
    }
  }
  const base = {
    sessions,
    beginTransaction: () => {
      made += 1
      const id = `t${made}`
      sessions[id] = session(id)
      staged.set(id, [])
      return Promise.resolve(id)
    },
    rollbackTransaction: async (id: number | string | Promise<number | string>) => {
      Reflect.deleteProperty(sessions, String(await id))
    },
  }
  return { kept, answers, base, begun: () => made, write: (id: unknown, text: string) => staged.get(String(id))?.push(text) }
}

describe('a use case on a replica set that answers badly', () => {
  let db: Opened
  let server: ReturnType<typeof fakeServer>
  const sent = vi.fn()
  beforeAll(async () => {
    db = await openPayload()
  })
  afterAll(() => db.close())
  beforeEach(() => {
    sent.mockReset()
    server = fakeServer()
    const tasks = makeAfterCommit({ error: (entry) => { throw new Error('a task failed', { cause: entry }) } })
    Object.assign(db.payload.db, mongoMethods(realTransactions(server.base), tasks), { portal: { ...portalOf(db.payload), afterCommit: tasks, isTransient, inside: <T>(_id: string, work: () => Promise<T>) => work() } })
  })

  let runs = 0
  const report = (fault?: (run: number) => unknown) => {
    runs = 0
    return withTransaction(db.payload, async (req) => {
      runs += 1
      server.write(await req.transactionID, 'report')
      await afterCommit(req, sent)
      const error = fault?.(runs)
      if (error) throw error
      return 'receipt'
    })
  }

  it.each([
    ['a write conflict', transient(112)],
    ['a conflict without its label', Object.assign(new Error('conflict'), { code: 112 })],
    ['a transaction the server lost', Object.assign(new Error('no such transaction'), { code: 251 })],
    ['a lost primary', transient(189)],
    ['a conflict inside another error', new Error('outer', { cause: transient(112) })],
  ])('is done again, and once, after %s', async (_what, error) => {
    expect(await report((run) => (run < 3 ? error : undefined))).toBe('receipt')
    expect([runs, server.kept, sent.mock.calls.length]).toEqual([3, ['report'], 1])
  })

  it('is done again when its commit was undone', async () => {
    server.answers.push({ error: transient(112), kept: false }, { error: transient(251), kept: false })
    expect(await report()).toBe('receipt')
    expect([runs, server.kept, sent.mock.calls.length]).toEqual([3, ['report'], 1])
  })

  it.each([[1], [2], [5]])('is never done twice when the answer to its commit gets lost %i times', async (times) => {
    for (let time = 0; time < times; time += 1) server.answers.push({ error: unknown(), kept: true })
    expect(await report()).toBe('receipt')
    expect([runs, server.begun(), server.kept, sent.mock.calls.length]).toEqual([1, 1, ['report'], 1])
  })

  it('is done again when the commit whose answer got lost turns out not to have been kept', async () => {
    server.answers.push({ error: unknown(), kept: false }, { error: transient(251), kept: false })
    expect(await report()).toBe('receipt')
    expect([runs, server.kept]).toEqual([2, ['report']])
  })

  it('says that it does not know, and does nothing a second time, when no answer comes at all', async () => {
    for (let time = 0; time < 20; time += 1) server.answers.push({ error: Object.assign(unknown(), { errorLabels: ['UnknownTransactionCommitResult', 'TransientTransactionError'] }), kept: true })
    await expect(report()).rejects.toMatchObject({ code: 'internal', detail: { fault: 'commitUnknown' } })
    expect([runs, server.kept, sent.mock.calls.length]).toEqual([1, ['report'], 0])
  })

  it('gives up as busy after a while, with nothing kept', async () => {
    await expect(report(() => transient(112))).rejects.toMatchObject({ code: 'busy' })
    expect([runs, server.kept, sent.mock.calls.length]).toEqual([8, [], 0])
  })

  it('is not tried again for an error of its own', async () => {
    await expect(report(() => new Error('a mistake'))).rejects.toThrow('a mistake')
    expect([runs, server.kept]).toEqual([1, []])
  })
})

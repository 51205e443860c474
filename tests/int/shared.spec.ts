import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { portalOf } from '@/db/portal'
import type { Sweeps } from '@/db/shared/types'
import { HOLD, takeTurn } from '@/jobs/turn'
import { setClock } from '@/lib/clock'
import { alone } from '@/services/boot/together'
import { mongoPossible, type MongoServer, startMongo } from '../helpers/dbMongo'
import { type Opened, openDatabases, openPayload } from '../helpers/dbPayload'

const HOUR = 3_600_000
let at = Date.UTC(2026, 2, 2)

beforeEach(() => {
  at += 30 * 24 * HOUR
  setClock(() => at)
})
afterEach(() => setClock())

const turns = (sweeps: Sweeps) => ({
  begin: (holder: string, name = 'work') => sweeps.begin({ name, every: HOUR, holder, at, until: at + HOLD }),
  end: (holder: string, outcome: 'done' | 'failed' | 'cut' = 'done') => sweeps.end({ name: 'work', holder, at, outcome }),
})

describe.each(openDatabases)('what processes share: $name', ({ open }) => {
  let db: Opened
  const shared = () => portalOf(db.payload).shared
  beforeAll(async () => {
    db = await open()
  })
  afterAll(() => db.close())

  it('turns go to one at a time, also when all ask at once', async () => {
    const { begin, end } = turns(shared().sweeps)
    const got = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(async (holder) => ((await begin(holder)) ? holder : '')))
    const [winner] = got.filter(Boolean)
    expect(got.filter(Boolean)).toHaveLength(1)
    at += 2 * HOUR
    await end('nobody')
    await shared().sweeps.renew({ name: 'work', holder: winner!, until: at + HOLD })
    expect(await begin('g')).toBe(false)
    await end(winner!)
    expect((await shared().sweeps.all()).find(({ name }) => name === 'work')).toMatchObject({ endedAt: at, faults: 0 })
  })

  it('turns that were missed are caught up once, and the next comes at its time', async () => {
    const { begin, end } = turns(shared().sweeps)
    expect(await begin('a')).toBe(true)
    await end('a')
    expect(await begin('b')).toBe(false)
    at += HOUR / 2
    expect(await begin('a')).toBe(false)
    at += 72 * HOUR
    expect(await begin('b')).toBe(true)
    await end('b', 'failed')
    for (const holder of ['a', 'b', 'c']) expect(await begin(holder)).toBe(false)
    at += HOUR
    expect(await begin('c')).toBe(true)
    await end('c', 'failed')
    expect((await shared().sweeps.all()).find(({ name }) => name === 'work')).toMatchObject({ faults: 2, every: HOUR })
  })

  it('turns of a crashed process are taken over once its hold has run out, and not before; what it says then counts no more', async () => {
    const { begin, end } = turns(shared().sweeps)
    expect(await begin('crashed')).toBe(true)
    at += HOLD - 1
    expect(await begin('b')).toBe(false)
    expect(await shared().sweeps.renew({ name: 'work', holder: 'crashed', until: at + HOLD })).toBe(true)
    at += HOLD - 1
    expect(await begin('b')).toBe(false)
    at += 1
    expect(await begin('b')).toBe(true)
    expect(await shared().sweeps.renew({ name: 'work', holder: 'crashed', until: at + HOLD })).toBe(false)
    await end('crashed')
    expect(await begin('c')).toBe(false)
    await end('b')
  })

  it('turns that a stop cut short are due at once', async () => {
    const { begin, end } = turns(shared().sweeps)
    expect(await begin('a')).toBe(true)
    await end('a', 'cut')
    expect(await begin('b')).toBe(true)
    await end('b')
  })

  it('turns of what is not done any more are forgotten', async () => {
    await turns(shared().sweeps).begin('a', 'old')
    await shared().sweeps.plan([{ name: 'work', every: 5 }, { name: 'new', every: 7 }])
    expect((await shared().sweeps.all()).map(({ name, every }) => `${name} ${every}`).sort()).toEqual(['new 7', 'work 5'])
  })

  it('a job runs in its turn, holds it, and is told when it lost it', async () => {
    const run = vi.fn(() => Promise.resolve(0))
    const job = { name: 'job', every: HOUR, run }
    const turn = (holder: string) => takeTurn({ payload: db.payload, job, holder, stopped: () => false })
    expect([await turn('a'), await turn('b'), await turn('a')]).toEqual([true, false, false])
    at += 48 * HOUR
    expect([await turn('b'), await turn('a')]).toEqual([true, false])
    expect(run).toHaveBeenCalledTimes(2)
    at += HOUR
    vi.useFakeTimers({ toFake: ['setInterval'] })
    const lost = takeTurn({ payload: db.payload, holder: 'slow', stopped: () => false, job: { ...job, run: async (_payload, stopping) => {
      expect(stopping()).toBe(false)
      at += HOLD
      expect(await turn('quick')).toBe(true)
      await vi.advanceTimersByTimeAsync(60_000)
      await vi.waitFor(() => expect(stopping()).toBe(true))
    } } })
    await lost
    vi.useRealTimers()
    expect(run).toHaveBeenCalledTimes(3)
    expect(await turn('a')).toBe(false)
  })

  it('work of one at a time lets the others wait', async () => {
    let inside = 0
    const order: number[] = []
    await Promise.all([1, 2, 3].map((number) => alone(db.payload, 'first run', async () => {
      inside += 1
      expect(inside).toBe(1)
      order.push(number)
      await new Promise((resolve) => setTimeout(resolve, 20))
      inside -= 1
    })))
    expect(order.sort()).toEqual([1, 2, 3])
    await expect(alone(db.payload, 'first run', () => Promise.reject(new Error('halfway')))).rejects.toThrow('halfway')
    expect(await alone(db.payload, 'first run', () => Promise.resolve('after it'))).toBe('after it')
  })

  it('marks grow, words stand until nobody has said them for a while', async () => {
    const { marks, words } = shared()
    expect(await marks.read('structure')).toBe(0)
    await Promise.all([marks.touch('structure'), marks.touch('structure'), marks.touch('structure')])
    expect([await marks.read('structure'), await marks.read('other')]).toEqual([3, 0])
    const say = (text: string) => words.agree({ name: 'key', text, at, until: at + 1000 })
    expect([await say('one'), await say('two'), await say('one')]).toEqual(['one', 'one', 'one'])
    at += 999
    expect(await say('two')).toBe('one')
    at += 1
    expect([await say('two'), await say('one')]).toEqual(['two', 'two'])
  })
})

describe.runIf(mongoPossible())('two processes on one database', () => {
  let server: MongoServer
  let both: Opened[]
  beforeAll(async () => {
    server = await startMongo()
    const database = server.database()
    both = [await openPayload(database), await openPayload(database)]
  })
  afterAll(async () => {
    if (server.outlives) await both[0]!.payload.db.connection.dropDatabase()
    for (const { close } of both) await close()
    await server.close()
  })

  it('do a job that both were away from once, and see each other’s turns', async () => {
    const run = vi.fn(() => Promise.resolve(0))
    const turn = (process: 0 | 1) => takeTurn({ payload: both[process]!.payload, job: { name: 'audit', every: HOUR, run }, holder: `process ${process}`, stopped: () => false })
    for (let day = 0; day < 3; day += 1) {
      at += 24 * HOUR
      expect((await Promise.all([turn(0), turn(1)])).filter(Boolean)).toHaveLength(1)
      expect([await turn(1), await turn(0)]).toEqual([false, false])
    }
    expect(run).toHaveBeenCalledTimes(3)
    for (const { payload } of both) expect(await portalOf(payload).shared.sweeps.all()).toMatchObject([{ name: 'audit', endedAt: at, faults: 0 }])
  })
})

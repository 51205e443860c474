import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { portalOf } from '@/db/portal'
import { setClock } from '@/lib/clock'
import { resetEnv } from '@/lib/env'
import { countTokens, giveToken, takeToken, type LimitedDoor } from '@/services/limits'
import { mongoPossible, type MongoServer, startMongo } from '../helpers/dbMongo'
import { type Opened, openDatabases, openPayload } from '../helpers/dbPayload'

const NOON = Date.UTC(2026, 2, 2, 12)
const HOUR = 3_600_000
const TOO_MANY = { code: 'tooMany' }

describe.each(openDatabases)('uses of a door by an address, counted in windows: $name', ({ open }) => {
  let db: Opened
  let at = NOON
  const use = (address: string, door: LimitedDoor = 'report') => ({ payload: db.payload, door, address })
  beforeAll(async () => {
    db = await open()
    process.env.DATA_DIR = db.folder
  })
  afterAll(() => db.close())
  beforeEach(() => {
    at += 48 * HOUR
    setClock(() => at)
    process.env.RATE_LIMITS = 'report=3/1h,track=2/1h,signIn=off'
    resetEnv()
  })
  afterEach(() => {
    setClock()
    delete process.env.RATE_LIMITS
    resetEnv()
  })

  it('end where the limit says, for that door and address, and begin anew when the window is over', async () => {
    for (const seen of [1, 2, 3]) {
      await takeToken(use('192.0.2.1'))
      expect(await countTokens(use('192.0.2.1'))).toBe(seen)
    }
    at += HOUR / 2
    await expect(takeToken(use('192.0.2.1'))).rejects.toMatchObject({ ...TOO_MANY, detail: { retryAfter: 1800 } })
    expect(await countTokens(use('192.0.2.1'))).toBe(3)
    await takeToken(use('192.0.2.2'))
    await takeToken(use('192.0.2.1', 'track'))
    at += HOUR / 2
    expect(await countTokens(use('192.0.2.1'))).toBe(0)
    await takeToken(use('192.0.2.1'))
    expect(await countTokens(use('192.0.2.1'))).toBe(1)
  })

  it('are given back one by one, and never below none', async () => {
    await takeToken(use('192.0.2.3'))
    for (let time = 0; time < 3; time += 1) await giveToken(use('192.0.2.3'))
    expect(await countTokens(use('192.0.2.3'))).toBe(0)
    for (let time = 0; time < 3; time += 1) await takeToken(use('192.0.2.3'))
    await expect(takeToken(use('192.0.2.3'))).rejects.toMatchObject(TOO_MANY)
  })

  it('are let through exactly as often as the limit says when all come at once', async () => {
    const done = await Promise.allSettled(Array.from({ length: 20 }, () => takeToken(use('192.0.2.4'))))
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    for (const each of done) if (each.status === 'rejected') expect(each.reason).toMatchObject(TOO_MANY)
    expect(await countTokens(use('192.0.2.4'))).toBe(3)
  })

  it('are not counted for a door without a limit', async () => {
    for (let time = 0; time < 50; time += 1) await takeToken(use('192.0.2.5', 'signIn'))
    expect(await countTokens(use('192.0.2.5', 'signIn'))).toBe(0)
  })

  it('are forgotten with their day, and the salt of the day with them', async () => {
    const { windows } = portalOf(db.payload).shared
    const day = Math.floor(at / (24 * HOUR))
    at = (day + 1) * 24 * HOUR - 1000
    for (let time = 0; time < 3; time += 1) await takeToken(use('192.0.2.6'))
    await expect(takeToken(use('192.0.2.6'))).rejects.toMatchObject({ ...TOO_MANY, detail: { retryAfter: 1 } })
    const salt = await windows.salt(day, (day + 1) * 24 * HOUR)
    expect(salt).toHaveLength(32)
    at += 1000
    await takeToken(use('192.0.2.6'))
    expect(await countTokens(use('192.0.2.6'))).toBe(1)
    expect(await windows.salt(day + 1, (day + 2) * 24 * HOUR)).not.toEqual(salt)
    expect(await windows.salt(day, (day + 1) * 24 * HOUR)).not.toEqual(salt)
  })
})

describe.runIf(mongoPossible())('two processes on one database', () => {
  let server: MongoServer
  let both: Opened[]
  const use = (process: 0 | 1, address: string) => ({ payload: both[process]!.payload, door: 'report' as const, address })
  beforeAll(async () => {
    server = await startMongo()
    const database = server.database()
    both = [await openPayload(database), await openPayload(database)]
    Object.assign(process.env, { DATA_DIR: both[0]!.folder, RATE_LIMITS: 'report=6/1h' })
    resetEnv()
  })
  afterAll(async () => {
    delete process.env.RATE_LIMITS
    resetEnv()
    if (server.outlives) await both[0]!.payload.db.connection.dropDatabase()
    for (const { close } of both) await close()
    await server.close()
  })

  it('count together, also at once', async () => {
    const done = await Promise.allSettled(Array.from({ length: 20 }, (_, time) => takeToken(use(time % 2 === 0 ? 0 : 1, '198.51.100.7'))))
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(6)
    expect([await countTokens(use(0, '198.51.100.7')), await countTokens(use(1, '198.51.100.7'))]).toEqual([6, 6])
  })

  it('keep no address and, once the day is over, nothing of it', async () => {
    const rows = () => both[0]!.payload.db.connection.db!.collection<{ _id: string; until: Date }>('portal-shared-windows').find().toArray()
    await takeToken(use(0, '203.0.113.9'))
    expect(JSON.stringify(await rows())).not.toContain('203.0.113.9')
    const later = Date.now() + 48 * HOUR
    setClock(() => later)
    await takeToken(use(1, '203.0.113.9'))
    const left = await rows()
    setClock()
    expect(left.map(({ until }) => until.getTime() > later)).toEqual([true, true])
    expect(left.filter(({ _id }) => _id.startsWith('salt|'))).toHaveLength(1)
  })
})

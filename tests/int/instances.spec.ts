import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { mongoIsAtomic, mongoPossible, type MongoServer, startMongo } from '../helpers/dbMongo'

type Instance = { ask: (question: { ask: string } & Record<string, string>) => Promise<unknown>; said: string[]; ready: Promise<void>; ended: Promise<number | null>; process: ChildProcess }

const ARGS = ['--conditions=production', '--import', 'tsx', path.resolve('tests/helpers/instance.ts')]

describe.runIf(mongoPossible())('two portals and a worker on one database', { timeout: 240_000 }, () => {
  let server: MongoServer
  let dir: string
  let settings: Record<string, string>
  const all: Instance[] = []

  const start = (own: Record<string, string>): Instance => {
    const child = spawn(process.execPath, ARGS, { env: { ...process.env, NODE_ENV: 'test', ...settings, ...own } as NodeJS.ProcessEnv, stdio: ['pipe', 'pipe', 'pipe'] })
    const said: string[] = []
    const waiting: ((line: string) => void)[] = []
    let isReady: () => void = () => undefined
    const ready = new Promise<void>((resolve) => { isReady = resolve })
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', (line) => {
      if (line === '@ready') isReady()
      else if (line.startsWith('@')) waiting.shift()?.(line.slice(1))
      else said.push(line)
    })
    const ask: Instance['ask'] = async (question) => {
      const answer = new Promise<string>((resolve) => waiting.push(resolve))
      child.stdin.write(`${JSON.stringify(question)}\n`)
      const { value, error } = JSON.parse(await answer) as { value?: unknown; error?: string }
      return error ?? value
    }
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    const instance = { ask, said, ready, ended, process: child }
    all.push(instance)
    return instance
  }

  const opened = ({ ready, ended, said }: Instance) => Promise.race([ready, ended.then(() => { throw new Error(said.join('\n')) })])

  let one: Instance
  let two: Instance
  beforeAll(async () => {
    server = await startMongo()
    dir = await mkdtemp(path.join(tmpdir(), 'portal-instances-'))
    const { uri, compat } = server.database()
    settings = { DATA_DIR: dir, DATABASE_URI: uri, PRESET: 'jianwai', RATE_LIMITS: 'report=3/1h', ...(compat ? { MONGO_COMPAT: compat, MONGO_STANDALONE_OK: '1' } : {}) }
    one = start({ JOBS: 'off' })
    // the server that only speaks the protocol does not let two make one collection at once
    if (!mongoIsAtomic()) await opened(one)
    two = start({ JOBS: 'off' })
    start({ JOBS: 'only' })
    await Promise.all(all.map(opened))
  }, 240_000)
  afterAll(async () => {
    for (const { process: child } of all) child.stdin?.end()
    await Promise.all(all.map(({ ended }) => ended))
    await server.close()
    await rm(dir, { recursive: true, force: true })
  })

  it('that start at once on an empty database make one office and one owner', async () => {
    expect([await one.ask({ ask: 'offices' }), await two.ask({ ask: 'people' })]).toEqual([1, 1])
    expect(all.filter(({ said }) => said.some((line) => line.includes('one-time password')))).toHaveLength(1)
  })

  it('know one another’s sessions', async () => {
    const password = /one-time password\s+(\S+)/.exec(all.flatMap(({ said }) => said).join('\n'))?.[1] ?? ''
    const token = String(await one.ask({ ask: 'signIn', password }))
    expect(await two.ask({ ask: 'who', token })).toBe('owner')
  })

  it('lock an account together after five wrong passwords', async () => {
    for (const [at, instance] of [one, two, one, two, one].entries()) expect(await instance.ask({ ask: 'signIn', password: `wrong ${at}` })).not.toMatch(/^ey/)
    const password = /one-time password\s+(\S+)/.exec(all.flatMap(({ said }) => said).join('\n'))?.[1] ?? ''
    expect(await two.ask({ ask: 'signIn', password })).not.toMatch(/^ey/)
  })

  it('count an address together', async () => {
    const tries = [one, two, one, two, one].map((instance) => instance.ask({ ask: 'take', address: '192.0.2.9' }))
    expect((await Promise.all(tries)).filter((answer) => answer === 'tooMany')).toHaveLength(2)
    expect([await one.ask({ ask: 'taken', address: '192.0.2.9' }), await two.ask({ ask: 'taken', address: '192.0.2.9' })]).toEqual([3, 3])
  })

  it('see a change of structure that the other made', async () => {
    const before = await two.ask({ ask: 'team', code: 'harmony' })
    expect(before).toBeTypeOf('string')
    expect(await one.ask({ ask: 'rename', code: 'harmony', name: '改过名的队' })).toBe(1)
    await vi.waitFor(async () => expect(await two.ask({ ask: 'team', code: 'harmony' })).toBe('改过名的队'), { timeout: 5_000, interval: 200 })
  })

  it('see the turns of the worker, and take none themselves', async () => {
    await vi.waitFor(async () => expect(await one.ask({ ask: 'sweeps' })).toContainEqual({ name: 'sendOutbox', ended: true }), { timeout: 60_000, interval: 500 })
  })

  it('let nobody in who has other keys', async () => {
    const stranger = start({ SECRET_RECEIPT: randomBytes(32).toString('base64') })
    expect(await stranger.ended).not.toBe(0)
    expect(stranger.said.join('\n')).toMatch(/other keys: receipt/)
  })
})

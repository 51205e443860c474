import { solveChallenge, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '@/lib/clock'
import { resetEnv } from '@/lib/env'
import { EFFORT_FIELDS, takeWithEffort, taskFor, type EffortDoor } from '@/services/effort'
import { countTokens } from '@/services/limits'
import { openPortal, type TestPortal } from '../helpers/portal'

const HOUR = 3_600_000
const ADDRESS = '198.51.100.20'
let portal: TestPortal
// Two hours after midnight by the wall clock's own day: the library that checks tasks looks at that clock, too.
let at = Math.floor(Date.now() / (24 * HOUR)) * 24 * HOUR + 2 * HOUR

const use = (door: EffortDoor = 'report', address = ADDRESS) => ({ payload: portal.payload, door, address })

beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())
beforeEach(() => {
  at = Date.now()
  setClock(() => at)
  process.env.RATE_LIMITS = 'report=20/1h,track=20/1h,followUp=20/1h'
  resetEnv()
})
afterEach(() => {
  setClock()
  delete process.env.RATE_LIMITS
  resetEnv()
})

let addresses = 0
/** An address that has used a door so often, with the task its next page carries. */
const worn = async (uses: number, door: EffortDoor = 'report') => {
  const address = `203.0.113.${(addresses += 1)}`
  const own = use(door, address)
  for (let n = 0; n < uses; n += 1) {
    const task = await taskFor(own)
    await takeWithEffort(own, task ? { [EFFORT_FIELDS.solved]: [await solved(task)] } : {})
  }
  return { own, task: (await taskFor(own)) ?? '' }
}

const solved = async (task: string): Promise<string> => {
  const challenge = JSON.parse(task) as Challenge
  const solution = await solveChallenge({ challenge, deriveKey })
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}

const done = async (task: string) => ({ [EFFORT_FIELDS.solved]: [await solved(task)], [EFFORT_FIELDS.task]: [task] })
const bare = (task: string, more: Record<string, string[]> = {}) => ({ [EFFORT_FIELDS.task]: [task], [EFFORT_FIELDS.empty]: [''], ...more })
const refused = (why: string) => ({ code: 'effortNeeded', detail: { why } })

describe('a door in much use', () => {
  it('asks for nothing at first, then for a solved task before each use, up to the hard limit', async () => {
    const { own, task } = await worn(4)
    expect(task).toBe('')
    await takeWithEffort(own, {})
    const first = (await taskFor(own)) ?? ''
    expect(JSON.parse(first)).toMatchObject({ parameters: { algorithm: 'PBKDF2/SHA-256', data: { door: 'report' } } })
    expect(first).not.toMatch(/203\.0\.113/)
    await expect(takeWithEffort(own, {})).rejects.toMatchObject(refused('none'))
    expect(await countTokens(own)).toBe(5)
    for (let n = 5; n < 20; n += 1) await takeWithEffort(own, await done((await taskFor(own)) ?? ''))
    await expect(takeWithEffort(own, await done((await taskFor(own)) ?? ''))).rejects.toMatchObject({ code: 'tooMany' })
    expect(await taskFor(use('report', '203.0.113.250'))).toBeUndefined()
  })

  it('takes a solved task once, whoever hands it in again', async () => {
    const [{ own, task }, other] = [await worn(6), await worn(6)]
    const fields = await done(task)
    await takeWithEffort(own, fields)
    await expect(takeWithEffort(own, fields)).rejects.toMatchObject(refused('used'))
    await expect(takeWithEffort(other.own, fields)).rejects.toMatchObject(refused('used'))
    // nor does it go as one that was not solved
    at += 5000
    await expect(takeWithEffort(own, bare(task))).rejects.toMatchObject(refused('used'))
  })

  it('takes it at its own door and in its own time alone', async () => {
    const [{ own, task }, tracked] = [await worn(6), await worn(6, 'track')]
    await expect(takeWithEffort(tracked.own, await done(task))).rejects.toMatchObject(refused('notOurs'))
    const fields = await done(task)
    at += 31 * 60_000
    await expect(takeWithEffort(own, fields)).rejects.toMatchObject(refused('notOurs'))
  })

  it('takes no task that was made, made easier or answered by somebody else', async () => {
    const { own, task } = await worn(6)
    const challenge = JSON.parse(task) as Challenge
    const send = (changed: unknown, solution: unknown) =>
      takeWithEffort(own, { [EFFORT_FIELDS.solved]: [Buffer.from(JSON.stringify({ challenge: changed, solution })).toString('base64')] })
    const answer = { counter: 1, derivedKey: '00'.repeat(32), time: 1 }
    const easier = { ...challenge, parameters: { ...challenge.parameters, cost: 1, keyPrefix: '0' } }
    const solution = await solveChallenge({ challenge: easier, deriveKey })
    for (const changed of [easier, { ...challenge, parameters: { ...challenge.parameters, data: { door: 'report', at: at - HOUR } } }, { ...challenge, signature: 'ab'.repeat(32) }, { ...challenge, signature: '' }]) {
      await expect(send(changed, solution)).rejects.toMatchObject({ code: 'effortNeeded' })
    }
    await expect(send(challenge, answer)).rejects.toMatchObject(refused('notOurs'))
    await expect(send(challenge, { ...answer, counter: -1 })).rejects.toMatchObject({ code: 'effortNeeded' })
    for (const junk of ['', 'x', '{}', 'bnVsbA==', Buffer.from('{"test":true,"challenge":null,"solution":null}').toString('base64'), 'A'.repeat(9000)]) {
      await expect(takeWithEffort(own, { [EFFORT_FIELDS.solved]: [junk], [EFFORT_FIELDS.task]: [junk] })).rejects.toMatchObject(refused('none'))
    }
    expect(await countTokens(own)).toBe(6)
  })

  it('asks for more the more it is used', async () => {
    const prefix = async (uses: number): Promise<number> => {
      const { task } = await worn(uses)
      return (await solveChallenge({ challenge: JSON.parse(task) as Challenge, deriveKey }))?.counter ?? 0
    }
    expect(await prefix(15)).toBeGreaterThan(await prefix(5))
  })

  it('lets a browser without scripts pass slowly, once a page, and only up to half of the limit', async () => {
    const { own, task } = await worn(6)
    await expect(takeWithEffort(own, bare(task))).rejects.toMatchObject(refused('bare'))
    at += 3100
    await expect(takeWithEffort(own, bare(task, { [EFFORT_FIELDS.empty]: ['http://spam.example'] }))).rejects.toMatchObject(refused('bare'))
    await takeWithEffort(own, bare(task))
    await expect(takeWithEffort(own, bare(task))).rejects.toMatchObject(refused('used'))
    const heavy = await worn(10)
    at += 3100
    await expect(takeWithEffort(heavy.own, bare(heavy.task))).rejects.toMatchObject(refused('bare'))
    await takeWithEffort(heavy.own, await done(heavy.task))
  })
})

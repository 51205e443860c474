import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { makeWriteQueue } from './queue'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const faultOf = (waiting: Promise<unknown>) => waiting.then(() => 'granted', (error: { detail: { fault: string } }) => error.detail.fault)

describe('the write queue', () => {
  it('gives the writer at once when it is free, and names its holder', async () => {
    const queue = makeWriteQueue()
    const release = await queue.acquire('a', 10)
    expect(queue.holder()).toBe('a')
    release()
    expect(queue.holder()).toBeUndefined()
  })

  it('is not confused by a second release', async () => {
    const queue = makeWriteQueue()
    const releaseA = await queue.acquire('a', 10)
    const b = queue.acquire('b', 10)
    const c = queue.acquire('c', 10)
    releaseA()
    releaseA()
    await b
    expect(queue.holder()).toBe('b')
    expect(queue.waiting()).toBe(1)
    ;(await b)()
    ;(await c)()
    expect(queue.holder()).toBeUndefined()
  })

  it('says whether one holder kept the writer all the time, or many had it', async () => {
    const queue = makeWriteQueue()
    const releaseA = await queue.acquire('a', 100)
    const second = queue.acquire('b', 1_000)
    const stuckBehindA = faultOf(queue.acquire('c', 100))
    const passedOver = faultOf(queue.acquire('d', 200))
    await vi.advanceTimersByTimeAsync(150)
    expect(await stuckBehindA).toBe('openTransaction')
    releaseA()
    await second
    await vi.advanceTimersByTimeAsync(100)
    expect(await passedOver).toBe('queueTooLong')
    expect(queue.waiting()).toBe(0)
    ;(await second)()
    expect(queue.holder()).toBeUndefined()
  })

  it('serves whoever still waits in the order of asking, one at a time, and ends free', async () => {
    const asked = fc.array(fc.record({ limit: fc.integer({ min: 1, max: 60 }), holds: fc.integer({ min: 0, max: 20 }) }), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(asked, async (turns) => {
        const queue = makeWriteQueue()
        const served: number[] = []
        let inside = 0
        const take = async ({ limit, holds }: { limit: number; holds: number }, turn: number) => {
          const release = await queue.acquire(`${turn}`, limit)
          inside += 1
          expect(inside).toBe(1)
          served.push(turn)
          await new Promise((resolve) => setTimeout(resolve, holds))
          inside -= 1
          release()
        }
        const all = Promise.allSettled(turns.map(take))
        await vi.runAllTimersAsync()
        const results = await all
        expect(served).toEqual([...served].sort((a, b) => a - b))
        expect(served).toHaveLength(results.filter(({ status }) => status === 'fulfilled').length)
        expect([queue.holder(), queue.waiting()]).toEqual([undefined, 0])
      }),
    )
  })
})

import { afterEach, describe, expect, it } from 'vitest'
import { now, setClock, withClock } from './clock'

afterEach(() => setClock())

describe('clock', () => {
  it('is the wall clock unless set', () => {
    const before = Date.now()
    expect(now()).toBeGreaterThanOrEqual(before)
    setClock(() => 5)
    expect(now()).toBe(5)
    setClock()
    expect(now()).toBeGreaterThanOrEqual(before)
  })

  it('is put back after a body, nested or failing', async () => {
    setClock(() => 1)
    await withClock(2, async () => {
      expect(now()).toBe(2)
      await withClock(() => 3, () => expect(now()).toBe(3))
      expect(now()).toBe(2)
    })
    expect(now()).toBe(1)
    await expect(withClock(9, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(now()).toBe(1)
  })

  it('is shared by every copy of the module', async () => {
    setClock(() => 7)
    expect((globalThis as unknown as Record<symbol, () => number>)[Symbol.for('portal.clock')]?.()).toBe(7)
  })
})

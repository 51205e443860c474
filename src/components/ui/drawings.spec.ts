import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockShares } from './ClockBar'
import { qrPath } from './QrCode'

describe('clockShares', () => {
  it.each([
    ['half used', { usedMinutes: 60, pausedMinutes: 0, limitMinutes: 120 }, { used: 50, paused: 0, over: 0, limit: 100 }],
    ['half used, then paused as long', { usedMinutes: 60, pausedMinutes: 60, limitMinutes: 120 }, { used: 33.3, paused: 33.3, over: 0, limit: 100 }],
    ['overrun by a third', { usedMinutes: 160, pausedMinutes: 0, limitMinutes: 120 }, { used: 75, paused: 0, over: 25, limit: 75 }],
    ['nothing known', { usedMinutes: 0, pausedMinutes: 0, limitMinutes: 0 }, { used: 0, paused: 0, over: 0, limit: 0 }],
  ])('%s', (_name, minutes, expected) => {
    expect(clockShares(minutes)).toEqual(expected)
  })

  it('never leaves the bar, and puts overrun right behind the limit', () => {
    const minutes = fc.nat(100_000)
    fc.assert(
      fc.property(minutes, minutes, minutes, (usedMinutes, pausedMinutes, limitMinutes) => {
        const { used, paused, over, limit } = clockShares({ usedMinutes, pausedMinutes, limitMinutes })
        for (const share of [used, paused, over, limit]) {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(100)
        }
        expect(limit + over).toBeLessThan(100.2)
        if (usedMinutes > limitMinutes) expect(Math.abs(used + paused - limit)).toBeLessThan(0.3)
      }),
    )
  })
})

describe('qrPath', () => {
  it('joins dark runs of a row', () => {
    expect(qrPath(3, [1, 1, 0, 0, 0, 1, true, true, true])).toBe('M0 0h2v1h-2zM2 1h1v1h-1zM0 2h3v1h-3z')
  })

  it('covers exactly the dark modules', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }).chain((size) => fc.tuple(fc.constant(size), fc.array(fc.boolean(), { minLength: size * size, maxLength: size * size }))), ([size, dark]) => {
        const drawn = new Array<boolean>(size * size).fill(false)
        for (const [, x, y, width] of qrPath(size, dark).matchAll(/M(\d+) (\d+)h(\d+)/g)) {
          for (let column = 0; column < Number(width); column += 1) drawn[Number(y) * size + Number(x) + column] = true
        }
        expect(drawn).toEqual(dark)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asksFrom, needsFrom, triesAt } from './effort'

describe('the work a door asks for', () => {
  it.each([[20, 5, 10], [30, 7, 15], [60, 15, 30], [8, 2, 4], [7, Infinity, Infinity], [1, Infinity, Infinity]])('with a limit of %i begins at %i and is not passed over from %i', (limit, asks, needs) =>
    expect([asksFrom(limit), needsFrom(limit)]).toEqual([asks, needs]))

  it('begins before it is needed, and grows a little, never without end', () => {
    fc.assert(fc.property(fc.integer({ min: 8, max: 100_000 }), fc.integer({ min: 0, max: 200_000 }), (limit, uses) => {
      expect(asksFrom(limit)).toBeLessThan(needsFrom(limit))
      const [now, later] = [triesAt({ uses, limit }), triesAt({ uses: uses + 1, limit })]
      expect(now.min).toBeLessThan(now.max)
      expect(later.min).toBeGreaterThanOrEqual(now.min)
      expect(later.max).toBeLessThanOrEqual(1200)
    }))
  })

  it.each([[5, 150], [9, 150], [10, 300], [15, 450], [20, 600], [500, 600]])('after %i uses of twenty takes %i tries and more', (uses, min) => expect(triesAt({ uses, limit: 20 }).min).toBe(min))
})

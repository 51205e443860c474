import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomOf } from './random'

describe('chance that repeats itself', () => {
  it('tells the same from the same seed, and something else from another', () => {
    const tell = (seed: number) => {
      const random = randomOf(seed)
      return Array.from({ length: 50 }, () => random.next())
    }
    expect(tell(7)).toEqual(tell(7))
    expect(tell(7)).not.toEqual(tell(8))
    expect(new Set(tell(7)).size).toBe(50)
  })

  it('stays within its bounds, and reaches them', () => {
    fc.assert(fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(5), (seed, low, span) => {
      const random = randomOf(seed)
      const drawn = new Set(Array.from({ length: 200 }, () => random.whole(low, low + span)))
      expect(Math.min(...drawn)).toBe(low)
      expect(Math.max(...drawn)).toBe(low + span)
    }), { numRuns: 50 })
  })

  it('is fair enough', () => {
    const random = randomOf(1)
    const hits = Array.from({ length: 4000 }, () => random.chance(0.25)).filter(Boolean).length
    expect(Math.abs(hits - 1000)).toBeLessThan(100)
  })

  it('picks from what there is', () => {
    const random = randomOf(2)
    expect(new Set(Array.from({ length: 60 }, () => random.pick(['a', 'b', 'c'])))).toEqual(new Set(['a', 'b', 'c']))
    expect(() => random.pick([])).toThrow('nothing to pick from')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memory } from './memory.mjs'

const small = () => memory({ maxBytes: 10, sizeOf: (text) => text.length })

describe('memory', () => {
  it('forgets what was not asked for the longest', () => {
    const known = small()
    known.set('a', 'aaaa')
    known.set('b', 'bbbb')
    expect(known.get('a')).toBe('aaaa')
    known.set('c', 'cccc')
    expect(known.get('b')).toBeUndefined()
    expect([known.get('a'), known.get('c')]).toEqual(['aaaa', 'cccc'])
  })

  it('replaces', () => {
    const known = small()
    known.set('a', 'aaaa')
    expect(known.set('a', 'aa')).toBe('aa')
    expect([known.get('a'), known.bytes, known.size]).toEqual(['aa', 2, 1])
  })

  it('never holds more than it may', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.string({ maxLength: 15 }))), (steps) => {
        const known = small()
        for (const [key, value] of steps) known.set(key, value)
        expect(known.bytes).toBeLessThanOrEqual(10)
      }),
    )
  })
})

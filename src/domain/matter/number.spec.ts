import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMatterNumber, numberCounterKey, parseMatterNumber } from './number'

describe('matter number', () => {
  it.each([
    [{ prefix: 'A', year: 2026, sequence: 1 }, 'A26-00001'],
    [{ prefix: 'SX', year: 2009, sequence: 99_999 }, 'SX09-99999'],
    [{ prefix: 'SX', year: 2000, sequence: 1_234_567 }, 'SX00-1234567'],
  ])('%j → %s', (parts, text) => {
    expect(formatMatterNumber(parts)).toBe(text)
    expect(parseMatterNumber(text)).toEqual(parts)
  })

  it.each([' sx26—00012 ', 'ＳＸ２６－０００１２', 'sx 26 - 00012'])('%j is read as SX26-00012', (text) => {
    expect(parseMatterNumber(text)).toEqual({ prefix: 'SX', year: 2026, sequence: 12 })
  })

  it.each(['', 'SX26-0012', 'SX26-00000', '26-00012', 'SX2026-00012', 'ABCDEFG26-00001', 'SX26-1234567890123456', '事26-00012'])('%j is none', (text) => {
    expect(parseMatterNumber(text)).toBeUndefined()
  })

  it.each([
    { prefix: 'a', year: 2026, sequence: 1 }, { prefix: '', year: 2026, sequence: 1 }, { prefix: 'A', year: 1999, sequence: 1 },
    { prefix: 'A', year: 2026.5, sequence: 1 }, { prefix: 'A', year: 2026, sequence: 0 }, { prefix: 'A', year: 2026, sequence: 1.5 }, { prefix: 'A1', year: 2026, sequence: 1 },
  ])('refuses %j', (parts) => {
    expect(() => formatMatterNumber(parts)).toThrow(RangeError)
  })

  const parts = fc.record({
    prefix: fc.stringMatching(/^[A-Z]{1,6}$/), year: fc.integer({ min: 2000, max: 2099 }), sequence: fc.integer({ min: 1, max: 999_999_999_999_999 }),
  })

  it('reads back what it writes, in any case', () => {
    fc.assert(fc.property(parts, (number) => {
      expect(parseMatterNumber(formatMatterNumber(number).toLowerCase())).toEqual(number)
    }))
  })

  it('has one counter per prefix and year', () => {
    fc.assert(fc.property(parts, parts, (a, b) => {
      expect(numberCounterKey(a) === numberCounterKey(b)).toBe(a.prefix === b.prefix && a.year === b.year)
    }))
  })
})

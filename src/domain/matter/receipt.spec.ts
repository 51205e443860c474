import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatQueryWord, formatReceipt, parseQueryWord, parseReceipt, queryWordFromBytes, receiptFromBytes } from './receipt'

const bytes = fc.uint8Array({ minLength: 10, maxLength: 32 })

/** What people do to a code when they copy it: another case, look-alikes, full width, other dashes, spaces. */
const noisy = (code: string, choices: readonly number[]): string => Array.from(code).map((char, at) => {
  const choice = choices[at % choices.length] ?? 0
  const forms = [
    char, char.toLowerCase(), ` ${char}`, `${char}\u2014`, `${char}\u3000`,
    char === '0' ? 'o' : char === '1' ? 'l' : char, char === '0' ? 'O' : char === '1' ? 'I' : char,
    String.fromCharCode(char.charCodeAt(0) + 0xfee0),
  ]
  return forms[choice % forms.length] ?? char
}).join('')

const noise = fc.array(fc.nat(7), { minLength: 1, maxLength: 12 })

describe('receipt code', () => {
  it('reads as two groups of five', () => {
    expect(formatReceipt(receiptFromBytes(Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])))).toBe('01234-56789')
    expect(formatReceipt(receiptFromBytes(new Uint8Array(10).fill(255)))).toBe('ZZZZZ-ZZZZZ')
  })

  it('comes back from whatever a hand made of it', () => {
    fc.assert(fc.property(bytes, noise, (random, choices) => {
      const code = receiptFromBytes(random)
      expect(parseReceipt(noisy(formatReceipt(code), choices))).toBe(code)
    }))
  })

  it('uses every symbol equally often over all bytes', () => {
    const counts = new Map<string, number>()
    for (let byte = 0; byte < 256; byte += 1) {
      const symbol = receiptFromBytes(new Uint8Array(10).fill(byte)).charAt(0)
      counts.set(symbol, (counts.get(symbol) ?? 0) + 1)
    }
    expect(counts.size).toBe(32)
    expect(new Set(counts.values())).toEqual(new Set([8]))
    expect([...counts.keys()].join('')).not.toMatch(/[ILOU]/)
  })

  it.each(['', 'ABCDE', 'ABCDE-FGHJ', 'ABCDE-FGHJKM', 'ABCDE-FGHJU', '路灯ABCDEFGH', 'A'.repeat(1000), 'ABCDE/FGHJK'])('%j is none', (text) => {
    expect(parseReceipt(text)).toBeUndefined()
  })

  it('needs ten bytes', () => {
    expect(() => receiptFromBytes(new Uint8Array(9))).toThrow(RangeError)
  })
})

describe('query word', () => {
  it('reads as two groups of four', () => {
    expect(formatQueryWord(queryWordFromBytes(Uint8Array.from([10, 11, 12, 13, 14, 15, 16, 17])))).toBe('ABCD-EFGH')
  })

  it('is the same for the same bytes and comes back from noise', () => {
    fc.assert(fc.property(bytes, noise, (hmac, choices) => {
      const word = queryWordFromBytes(hmac)
      expect(queryWordFromBytes(Uint8Array.from(hmac))).toBe(word)
      expect(parseQueryWord(noisy(formatQueryWord(word), choices))).toBe(word)
    }))
  })

  it('is not taken for a receipt code, nor the other way round', () => {
    fc.assert(fc.property(bytes, (random) => {
      expect(parseReceipt(formatQueryWord(queryWordFromBytes(random)))).toBeUndefined()
      expect(parseQueryWord(formatReceipt(receiptFromBytes(random)))).toBeUndefined()
    }))
  })
})

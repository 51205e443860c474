import { timingSafeEqual } from 'node:crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { newReceiptCode, queryWordOf, sameDigest, wordDigest } from './secrets'

vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>()
  return { ...real, timingSafeEqual: vi.fn(real.timingSafeEqual) }
})

beforeEach(() => {
  vi.mocked(timingSafeEqual).mockClear()
})

describe('the word of a receipt', () => {
  it('is kept as a keyed digest alone, another one for each receipt', () => {
    const word = queryWordOf('one-key')
    expect(wordDigest('AAAAAAAAAA', word)).toMatch(/^[0-9a-f]{64}$/)
    expect(wordDigest('AAAAAAAAAA', word)).toBe(wordDigest('AAAAAAAAAA', word))
    expect(wordDigest('AAAAAAAAAB', word)).not.toBe(wordDigest('AAAAAAAAAA', word))
    expect(wordDigest('AAAAAAAAAA', word)).not.toContain(word)
  })

  it.each([['the same', true], ['another', false]] as const)('is compared in a time that tells nothing: %s', (which, expected) => {
    const kept = wordDigest('AAAAAAAAAA', 'word')
    expect(sameDigest(which === 'the same' ? kept : wordDigest('AAAAAAAAAA', 'ward'), kept)).toBe(expected)
    expect(timingSafeEqual).toHaveBeenCalledOnce()
  })

  it.each(['', 'ab', 'z'.repeat(64)])('no digest is like one: %s', (given) => expect(sameDigest(given, wordDigest('AAAAAAAAAA', 'word'))).toBe(false))
})

it('codes are ten signs of a random number, never twice the same', () => {
  const codes = Array.from({ length: 2000 }, newReceiptCode)
  expect(new Set(codes).size).toBe(codes.length)
  for (const code of codes) expect(code).toMatch(/^[0-9A-Z]{10}$/)
})

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { queryWordFromBytes, receiptFromBytes } from '@/domain/matter/receipt'
import { secret } from '@/lib/keys'

const mac = (purpose: string, ...parts: string[]): Buffer =>
  createHmac('sha256', secret('receipt')).update([purpose, ...parts].map((part) => `${part.length}:${part}`).join('')).digest()

/** A receipt code: random, says nothing about the matter (decisions.md 3). */
export const newReceiptCode = (): string => receiptFromBytes(randomBytes(10))

/** The query word follows from the idempotency key, so that a repeated sending shows the same receipt. */
export const queryWordOf = (idempotencyKey: string): string => queryWordFromBytes(mac('query-word', idempotencyKey))

/** All that is stored of the word: a keyed digest. A random word needs no slow hash. */
export const wordDigest = (receiptCode: string, word: string): string => mac('word-digest', receiptCode, word).toString('hex')

/** Compares in constant time. */
export const sameDigest = (one: string, other: string): boolean => {
  const [left, right] = [Buffer.from(one, 'hex'), Buffer.from(other, 'hex')]
  return left.length === right.length && timingSafeEqual(left, right)
}

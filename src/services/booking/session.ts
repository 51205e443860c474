import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Payload } from 'payload'
import { findRow } from '@/db/rows'
import { DomainError, type FieldError } from '@/domain/errors'
import { parseQueryWord, parseReceipt } from '@/domain/matter/receipt'
import { now } from '@/lib/clock'
import { secret } from '@/lib/keys'
import type { Booking } from '@/payload-types'
import { takeWithEffort } from '@/services/effort'
import { sameDigest, wordDigest } from '@/services/matters/secrets'
import type { Fields } from '@/services/site/report/step'
import { SLUG } from '@/slugs'

/** How long code and word need not be typed again, in milliseconds; and how long the word is shown after booking. */
export const BOOKING_SESSION_MS = 2 * 3_600_000
const WORD_SHOWN_MS = 10 * 60_000

/** One booking, opened in one browser. `wordUntil`: 0, or until when the query word is shown there. */
export type BookingSession = { code: string; until: number; wordUntil: number }

const mac = (body: string): Buffer => createHmac('sha256', secret('receipt')).update(`booking-session:${body}`).digest()

/** The session as a cookie's value. */
export const signBooking = ({ code, until, wordUntil }: BookingSession): string => {
  const body = `${code}.${until}.${wordUntil}`
  return `${body}.${mac(body).toString('base64url')}`
}

const SHAPE = /^([0-9A-Z]{10})\.(\d{13})\.(\d{1,13})\.([\w-]{43})$/

/** The session in a cookie; undefined when it is not ours or its time is over. */
export const readBooking = (value: string | undefined): BookingSession | undefined => {
  const [, code, until, wordUntil, signature] = SHAPE.exec(value ?? '') ?? []
  if (!code || !until || !wordUntil || !signature) return undefined
  const [given, made] = [Buffer.from(signature, 'base64url'), mac(`${code}.${until}.${wordUntil}`)]
  if (given.length !== made.length || !timingSafeEqual(given, made)) return undefined
  return Number(until) > now() ? { code, until: Number(until), wordUntil: Number(wordUntil) } : undefined
}

/** The session of whoever has just booked: the word is shown for some minutes. */
export const freshSession = (code: string): BookingSession => ({ code, until: now() + BOOKING_SESSION_MS, wordUntil: now() + WORD_SHOWN_MS })

/** The booking of a code; undefined once it is gone. */
export const bookingOf = (payload: Payload, code: string): Promise<Booking | undefined> => findRow({ payload }, SLUG.bookings, { where: { code: { equals: code } } })

/** The booking that a form's key has made already. */
export const bookingByKey = (payload: Payload, key: string): Promise<Booking | undefined> => findRow({ payload }, SLUG.bookings, { where: { idempotencyKey: { equals: key } } })

const faultsOf = (code: string, word: string): FieldError[] => [
  ...(code.trim() === '' ? [{ field: 'code', code: 'required' }] : []),
  ...(code.trim() !== '' && !parseReceipt(code) ? [{ field: 'code', code: 'pattern' }] : []),
  ...(word.trim() === '' ? [{ field: 'word', code: 'required' }] : []),
]

/** Opens a booking by code and word. Errors: `invalid` when one is missing; `effortNeeded`; `tooMany`; `wrongCode`, the same whether there is such a code or not. */
export const openBooking = async ({ payload, code, word, address, fields }: { payload: Payload; code: string; word: string; address: string; fields: Fields }): Promise<BookingSession> => {
  await takeWithEffort({ payload, door: 'track', address }, fields)
  const errors = faultsOf(code, word)
  if (errors.length > 0) throw new DomainError('invalid', {}, errors)
  const bare = parseReceipt(code) ?? ''
  const row = await bookingOf(payload, bare)
  const digest = wordDigest(bare, parseQueryWord(word) ?? '')
  if (!row || !sameDigest(digest, row.wordHash)) throw new DomainError('wrongCode')
  return { code: bare, until: now() + BOOKING_SESSION_MS, wordUntil: 0 }
}

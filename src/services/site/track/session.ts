import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Payload } from 'payload'
import { findRow } from '@/db/rows'
import { DomainError, type FieldError } from '@/domain/errors'
import { parseQueryWord, parseReceipt } from '@/domain/matter/receipt'
import { now } from '@/lib/clock'
import { secret } from '@/lib/keys'
import { takeWithEffort } from '@/services/effort'
import type { MatterRow } from '@/services/matters/row'
import { sameDigest, wordDigest } from '@/services/matters/secrets'
import { SLUG } from '@/slugs'
import type { Fields } from '../report/step'
import { newToken } from '../sealed'

/** How long code and word need not be typed again, in milliseconds. */
export const SESSION_MS = 2 * 3_600_000

/** One receipt, opened by its word in one browser. `token` seals what has to be kept between two pages. */
export type TrackSession = { receiptCode: string; token: string; until: number }

const mac = (body: string): Buffer => createHmac('sha256', secret('receipt')).update(`track-session:${body}`).digest()

/** The session as a cookie's value. */
export const signSession = ({ receiptCode, token, until }: TrackSession): string => {
  const body = `${receiptCode}.${token}.${until}`
  return `${body}.${mac(body).toString('base64url')}`
}

const SHAPE = /^([0-9A-Z]{10})\.([\w-]{43})\.(\d{13})\.([\w-]{43})$/

/** The session in a cookie; undefined when it is not ours or its time is over. */
export const readSession = (value: string | undefined): TrackSession | undefined => {
  const [, receiptCode, token, until, signature] = SHAPE.exec(value ?? '') ?? []
  if (!receiptCode || !token || !until || !signature) return undefined
  const [given, made] = [Buffer.from(signature, 'base64url'), mac(`${receiptCode}.${token}.${until}`)]
  if (given.length !== made.length || !timingSafeEqual(given, made)) return undefined
  return Number(until) > now() ? { receiptCode, token, until: Number(until) } : undefined
}

/** The same session, its time begun anew. */
export const renewed = (session: TrackSession): TrackSession => ({ ...session, until: now() + SESSION_MS })

export const matterOfReceipt = async (payload: Payload, receiptCode: string): Promise<MatterRow | undefined> =>
  (await findRow({ payload }, SLUG.matters, { where: { receiptCode: { equals: receiptCode } } })) as MatterRow | undefined

const faultsOf = (code: string, word: string): FieldError[] => [
  ...(code.trim() === '' ? [{ field: 'code', code: 'required' }] : []),
  ...(code.trim() !== '' && !parseReceipt(code) ? [{ field: 'code', code: 'pattern' }] : []),
  ...(word.trim() === '' ? [{ field: 'word', code: 'required' }] : []),
]

/** `fields`: the whole form, for the work a door in much use asks for. */
type Opening = { payload: Payload; code: string; word: string; address: string; fields?: Fields }

/** Opens a receipt by code and word. Errors: `invalid` when one is missing; `effortNeeded`; `tooMany`; `wrongCode`, the same whether there is such a code or not. */
export const openReceipt = async ({ payload, code, word, address, fields = {} }: Opening): Promise<TrackSession> => {
  await takeWithEffort({ payload, door: 'track', address }, fields)
  const errors = faultsOf(code, word)
  if (errors.length > 0) throw new DomainError('invalid', {}, errors)
  const receiptCode = parseReceipt(code) ?? ''
  const row = await matterOfReceipt(payload, receiptCode)
  const digest = wordDigest(receiptCode, parseQueryWord(word) ?? '')
  if (!row || !sameDigest(digest, row.wordHash)) throw new DomainError('wrongCode')
  return { receiptCode, token: newToken(), until: now() + SESSION_MS }
}

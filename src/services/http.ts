import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { DomainError } from '@/domain/errors'
import { logger } from '@/lib/logger'

const MAX_JSON = 256 * 1024

type Readable = { headers: Headers; text?: () => Promise<string> }

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const assertSize = (bytes: number): void => {
  if (bytes > MAX_JSON) throw new DomainError('tooLarge', { maxKB: MAX_JSON / 1024 })
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw new DomainError('invalid')
    throw error
  }
}

/** The JSON object of a request; {} for an empty body. Errors: `invalid` when malformed, `tooLarge` above 256 kB. */
export const readJson = async (req: Readable): Promise<Record<string, unknown>> => {
  assertSize(Number(req.headers.get('content-length') ?? 0))
  const body = (await req.text?.()) ?? ''
  assertSize(body.length)
  if (body.trim() === '') return {}
  const value = parse(body)
  if (!isObject(value)) throw new DomainError('invalid')
  return value
}

/** A short reference that a person can read out and the log knows. */
export const newReference = (): string => randomBytes(4).toString('hex').toUpperCase()

/** Turns anything thrown into a domain error; what is not ours is logged under the reference and told as `internal`. */
export const asDomainError = (error: unknown, reference: string): DomainError => {
  if (error instanceof DomainError) return error
  logger.error({ err: error, reference }, 'unexpected failure')
  return new DomainError('internal', { reference })
}

/** The JSON answer for a failure: `{error: {code, detail, fields, reference}}` with its status. */
export const errorResponse = (_req: PayloadRequest | Request | null, error: unknown): Response => {
  const reference = newReference()
  const known = asDomainError(error, reference)
  const retry = known.detail.retryAfter
  return Response.json(
    { error: { code: known.code, detail: known.detail, fields: known.fields, reference } },
    { status: known.status, headers: { 'cache-control': 'no-store', ...(typeof retry === 'number' ? { 'retry-after': String(retry) } : {}) } },
  )
}

import type { PayloadRequest } from 'payload'
import { toDomainError } from '@/db/faults'
import { DomainError, type ErrorCode } from '@/domain/errors'
import type { Lang } from '@/domain/words'
import { t } from '@/i18n'
import { logger, newReference } from '@/lib/logger'
import { parseJson } from './bodies'

export { newReference }

const MAX_JSON = 256 * 1024

type Readable = { headers: Headers; text?: () => Promise<string> }

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const assertSize = (bytes: number, max: number): void => {
  if (bytes > max) throw new DomainError('tooLarge', { maxKB: max / 1024 })
}

/** The JSON object of a request; {} for an empty body. Errors: `invalid` when malformed, too deep or with keys that objects are born with, `tooLarge` above `max` bytes (256 kB where nothing is said). */
export const readJson = async (req: Readable, max = MAX_JSON): Promise<Record<string, unknown>> => {
  assertSize(Number(req.headers.get('content-length') ?? 0), max)
  const body = (await req.text?.()) ?? ''
  assertSize(body.length, max)
  if (body.trim() === '') return {}
  const value = parseJson(body)
  if (!isObject(value)) throw new DomainError('invalid')
  return value
}

/** Refusals that somebody must mend. */
const NOT_KEPT: readonly ErrorCode[] = ['storageFull', 'unwritable']

/** Turns anything thrown into a domain error: a full or failing disk by its own name, what is not ours is logged under the reference and told as `internal`. */
export const asDomainError = (error: unknown, reference: string): DomainError => {
  const known = toDomainError(error)
  if (known instanceof DomainError) {
    if (NOT_KEPT.includes(known.code)) logger.error({ err: known, reference }, 'nothing can be kept')
    return known
  }
  logger.error({ err: error, reference }, 'unexpected failure')
  return new DomainError('internal', { reference })
}

const UNAVAILABLE = 503

/** What a fault of the database or the disk, met by Payload itself, is answered with: status and code; undefined for all others. */
export const notKept = (error: unknown): { status: number; response: { errors: { message: string }[] } } | undefined => {
  const known = toDomainError(error)
  if (!(known instanceof DomainError) || known === error || known.status !== UNAVAILABLE) return undefined
  return { status: known.status, response: { errors: [{ message: known.code }] } }
}

type Asked = Pick<PayloadRequest, 'headers'> | Pick<Request, 'headers'> | null

const askedLang = (req: Asked): Lang => (/^\s*en\b/i.test(req?.headers?.get('accept-language') ?? '') ? 'en' : 'zh')

const PARTS = ['what', 'kept', 'todo'] as const

const messageOf = (code: ErrorCode, lang: Lang, retryAfter: number): string => {
  const [what, ...rest] = PARTS.map((part) => t(lang, `errors.${code}.${part}`, { retryAfter }))
  return lang === 'en' ? `${what}. ${rest.join(' ')}` : `${what}。${rest.join('')}`
}

/** The JSON answer for a failure: `{error: {code, message, detail, fields, reference}}` with its status; `message` is for people. */
export const errorResponse = (req: Asked, error: unknown): Response => {
  // the request's own, where the server in front gave one: the log knows it already
  const reference = req?.headers?.get('x-request-id') || newReference()
  const known = asDomainError(error, reference)
  const retry = known.detail.retryAfter
  return Response.json(
    { error: { code: known.code, message: messageOf(known.code, askedLang(req), typeof retry === 'number' ? retry : 60), detail: known.detail, fields: known.fields, reference } },
    { status: known.status, headers: { 'cache-control': 'no-store', ...(typeof retry === 'number' ? { 'retry-after': String(retry) } : {}) } },
  )
}

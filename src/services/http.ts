import type { PayloadRequest } from 'payload'
import { DomainError, type ErrorCode } from '@/domain/errors'
import type { Lang } from '@/domain/words'
import { t } from '@/i18n'
import { logger, newReference } from '@/lib/logger'

export { newReference }

const MAX_JSON = 256 * 1024

type Readable = { headers: Headers; text?: () => Promise<string> }

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const assertSize = (bytes: number, max: number): void => {
  if (bytes > max) throw new DomainError('tooLarge', { maxKB: max / 1024 })
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw new DomainError('invalid')
    throw error
  }
}

/** The JSON object of a request; {} for an empty body. Errors: `invalid` when malformed, `tooLarge` above `max` bytes (256 kB where nothing is said). */
export const readJson = async (req: Readable, max = MAX_JSON): Promise<Record<string, unknown>> => {
  assertSize(Number(req.headers.get('content-length') ?? 0), max)
  const body = (await req.text?.()) ?? ''
  assertSize(body.length, max)
  if (body.trim() === '') return {}
  const value = parse(body)
  if (!isObject(value)) throw new DomainError('invalid')
  return value
}

/** Turns anything thrown into a domain error; what is not ours is logged under the reference and told as `internal`. */
export const asDomainError = (error: unknown, reference: string): DomainError => {
  if (error instanceof DomainError) return error
  logger.error({ err: error, reference }, 'unexpected failure')
  return new DomainError('internal', { reference })
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

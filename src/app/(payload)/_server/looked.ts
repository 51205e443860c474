import { DomainError } from '@/domain/errors'
import { parseJson, readFormData } from '@/services/bodies'

const JSON_TYPE = 'application/json'
const JSONS = /^application\/json\b/i
const PARTS = /^multipart\/form-data\b/i
const PLAIN = /^application\/x-www-form-urlencoded\b/i

/** The part of a form with files in which Payload looks for the words of a document. */
const WORDS = '_payload'

const tooLarge = (max: number): DomainError => new DomainError('tooLarge', { maxKB: max / 1024 })

const assertObject = (text: string): void => {
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new DomainError('invalid')
}

/** The same request with another body; without a type, the body says what it is. */
const withBody = (request: Request, body: BodyInit | undefined, type?: string): Request => {
  const headers = new Headers(request.headers)
  for (const name of ['content-length', 'content-type']) headers.delete(name)
  if (type) headers.set('content-type', type)
  return new Request(request.url, { method: request.method, headers, signal: request.signal, ...(body === undefined ? {} : { body }) })
}

/** Nothing sent is an empty document: Payload would look for its fields in nothing at all. */
const lookedWords = async (request: Request, max: number): Promise<Request> => {
  if (Number(request.headers.get('content-length') ?? 0) > max) throw tooLarge(max)
  const text = await request.text()
  if (text.length > max) throw tooLarge(max)
  if (text.trim() === '') return request.method === 'DELETE' ? withBody(request, undefined) : withBody(request, '{}', JSON_TYPE)
  if (!JSONS.test(request.headers.get('content-type') ?? '')) throw new DomainError('invalid', { why: 'contentType' })
  assertObject(text)
  return withBody(request, text, JSON_TYPE)
}

/** A form with files, read here and written anew: one reading of it, and words that are a document. */
const lookedForm = async (request: Request, max: number): Promise<Request> => {
  const form = await readFormData(request)
  const words = form.get(WORDS) ?? '{}'
  // What names a file that was sent elsewhere before; there is no elsewhere.
  if (typeof words !== 'string' || typeof form.get('file') === 'string') throw new DomainError('invalid')
  if (words.length > max) throw tooLarge(max)
  assertObject(words)
  form.set(WORDS, words)
  return withBody(request, form)
}

/** Names under which Payload takes a document or a question as JSON in an address, and fails over anything else. */
const AS_JSON = ['where', 'data']

const assertAsked = (asked: URLSearchParams): void => {
  for (const text of AS_JSON.flatMap((name) => asked.getAll(name))) if (text !== '') assertObject(text)
}

/** An address whose questions can be read. Errors: `invalid`. */
export const assertAddress = ({ url }: Request): void => assertAsked(new URL(url).searchParams)

/** Payload reads questions that are too long for an address from a posted form. */
const isQuestion = ({ headers }: Request): boolean => ['x-payload-http-method-override', 'x-http-method-override'].some((name) => headers.get(name) === 'GET')

/**
 * The request with its body looked through: Payload reads bodies of any length and depth, merges what they hold, and fails over those
 * that are no document. `max`: characters of words. Errors: `invalid`, `tooLarge`.
 */
export const looked = async (request: Request, max: number): Promise<Request> => {
  const type = request.headers.get('content-type') ?? ''
  if (PARTS.test(type)) return lookedForm(request, max)
  if (!PLAIN.test(type) || !isQuestion(request)) return lookedWords(request, max)
  const text = await request.text()
  if (text.length > max) throw tooLarge(max)
  assertAsked(new URLSearchParams(text))
  return withBody(request, text, 'application/x-www-form-urlencoded')
}

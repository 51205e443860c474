import { DomainError, type ErrorCode } from '@/domain/errors'
import { errorResponse, newReference } from '@/services/http'
import { fromBrowserHere } from '@/services/session/sameSite'
import { assertAddress, looked } from './looked'

type Handler<Context> = (request: Request, context: Context) => Promise<Response> | Response

/** The longest body of words, in characters: a page with all its pictures named, a boundary of many corners. */
const MAX_WORDS = 2 * 1024 * 1024

const FAILED = 500
const NOT_IMPLEMENTED = 501
const UNAVAILABLE = 503

/** Refusals that Payload tells by their code alone. */
const REFUSALS = ['storageFull', 'unwritable', 'busy', 'notScanned'] as const

const codeOf = (status: number, text: string): ErrorCode | undefined =>
  status === FAILED ? 'internal' : REFUSALS.find((code) => text.includes(`"${code}"`))

/**
 * What Payload failed over stands in the log already: it is told in words and by the name it has there, for programs and, as Payload
 * writes it, for the administration. Doors of our own have said it like that themselves.
 */
const failed = async (request: Request, answer: Response): Promise<Response> => {
  const text = await answer.clone().text()
  const code = codeOf(answer.status, text)
  if (text.startsWith('{"error":') || !code) return answer
  const said = errorResponse(request, new DomainError(code, { reference: request.headers.get('x-request-id') ?? newReference() }))
  const { error } = (await said.json()) as { error: { message: string; reference: string } }
  return Response.json({ error, errors: [{ message: `${error.message} (${error.reference})` }] }, { status: said.status, headers: said.headers })
}

// Payload asks the database for what it does not have when one of these is to go; nothing here lets them go.
const KEPT = /^\/api\/payload-preferences(?:\/|$)/

const assertKnown = (request: Request): void => {
  if (request.method === 'DELETE' && KEPT.test(new URL(request.url).pathname)) throw new DomainError('notFound')
  assertAddress(request)
}

/** A door of Payload as it is, but for addresses and methods it does not know, which are nobody's fault but the asker's, and for faults without a name. */
export const known = <Context>(handler: Handler<Context>) => async (request: Request, context: Context): Promise<Response> => {
  try {
    assertKnown(request)
  } catch (error) {
    return errorResponse(request, error)
  }
  const answer = await handler(request, context)
  if (answer.status === FAILED || answer.status === UNAVAILABLE) return failed(request, answer)
  return answer.status === NOT_IMPLEMENTED ? errorResponse(request, new DomainError('notFound')) : answer
}

/**
 * A door of Payload that may write, for requests of this site and of programs alone. The session's cookie goes along with what a page
 * of another port or name of this very host sends, and Payload asks where a request comes from only when it knows its own address.
 * `max`: characters of JSON it takes.
 */
export const guarded = <Context>(handler: Handler<Context>, max = MAX_WORDS) => async (request: Request, context: Context): Promise<Response> => {
  try {
    fromBrowserHere(request)
    return await known(handler)(await looked(request, max), context)
  } catch (error) {
    return errorResponse(request, error)
  }
}

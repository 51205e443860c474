import { DomainError } from '@/domain/errors'
import { errorResponse } from '@/services/http'
import { fromBrowserHere } from '@/services/session/sameSite'

type Handler<Context> = (request: Request, context: Context) => Promise<Response> | Response

/** What a body may be. Anything else is what a strange page can send without asking first, and Payload cannot read it. */
const BODIES = /^(?:application\/json|multipart\/form-data|application\/x-www-form-urlencoded)\b/i

const assertBody = ({ headers }: Request): void => {
  const type = headers.get('content-type')
  if (type && !BODIES.test(type)) throw new DomainError('invalid', { why: 'contentType' })
}

/**
 * A door of Payload that may write, for requests of this site and of programs alone. The session's cookie goes along with what a page
 * of another port or name of this very host sends, and Payload asks where a request comes from only when it knows its own address.
 */
export const guarded = <Context>(handler: Handler<Context>) => async (request: Request, context: Context): Promise<Response> => {
  try {
    fromBrowserHere(request)
    assertBody(request)
  } catch (error) {
    return errorResponse(request, error)
  }
  return handler(request, context)
}

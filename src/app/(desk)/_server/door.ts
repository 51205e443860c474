import config from '@payload-config'
import { getPayload } from 'payload'
import { needDesk, type Desk } from '@/services/desk/desk'
import { errorResponse } from '@/services/http'
import { fromBrowserHere } from '@/services/session/sameSite'
import { langOf } from './lang'

export type Params = Record<string, string>
type Context<P> = { params: Promise<P> }
type Asked<P> = { desk: Desk; request: Request; url: URL; params: P }

const answer = (value: unknown): Response =>
  value instanceof Response ? value : Response.json(value, { headers: { 'cache-control': 'no-store' } })

/**
 * A JSON door of the workbench: asks for the session, and for a request of this site where it writes; faults get the one
 * error shape. `run` returns data, or a whole response.
 */
export const door = <P extends Params = Params>(run: (asked: Asked<P>) => Promise<unknown>) => async (request: Request, context: Context<P>): Promise<Response> => {
  try {
    if (request.method !== 'GET') fromBrowserHere(request)
    const payload = await getPayload({ config })
    const desk = await needDesk({ payload, headers: request.headers, lang: langOf(request.headers) })
    return answer(await run({ desk, request, url: new URL(request.url), params: await context.params }))
  } catch (error) {
    return errorResponse(null, error)
  }
}

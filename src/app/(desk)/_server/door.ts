import config from '@payload-config'
import { getPayload } from 'payload'
import { needDesk, type Desk } from '@/services/desk/desk'
import { DomainError } from '@/domain/errors'
import { recordDeskRefusal } from '@/services/desk/refused'
import { errorResponse } from '@/services/http'
import { fromBrowserHere } from '@/services/session/sameSite'
import { goTo } from './forms'
import { langOf } from './lang'
import { localPath } from './paths'

export type Params = Record<string, string>
type Context<P> = { params: Promise<P> }
type Asked<P> = { desk: Desk; request: Request; url: URL; params: P }

const answer = (value: unknown): Response =>
  value instanceof Response ? value : Response.json(value, { headers: { 'cache-control': 'no-store' } })

const pageOf = (referer: string | null): string => (referer && URL.canParse(referer) ? new URL(referer).pathname : '')

/** A file that somebody follows a link to: who is to prove themselves first is asked on a page, and comes back to the one with the link. */
const asksProof = ({ method, headers }: Request, error: unknown): Response | undefined =>
  method === 'GET' && headers.get('sec-fetch-mode') === 'navigate' && error instanceof DomainError && error.code === 'proofNeeded'
    ? goTo(`/desk/prove?${new URLSearchParams({ next: localPath(pageOf(headers.get('referer'))) }).toString()}`)
    : undefined

/**
 * A JSON door of the workbench: asks for the session, and for a request of this site where it writes; faults get the one
 * error shape. `run` returns data, or a whole response.
 */
export const door = <P extends Params = Params>(run: (asked: Asked<P>) => Promise<unknown>) => async (request: Request, context: Context<P>): Promise<Response> => {
  try {
    if (request.method !== 'GET') fromBrowserHere(request)
    const payload = await getPayload({ config })
    const desk = await needDesk({ payload, headers: request.headers, lang: langOf(request.headers) })
    const url = new URL(request.url)
    try {
      return answer(await run({ desk, request, url, params: await context.params }))
    } catch (error) {
      await recordDeskRefusal(desk, { error, method: request.method, path: url.pathname })
      throw error
    }
  } catch (error) {
    return asksProof(request, error) ?? errorResponse(null, error)
  }
}

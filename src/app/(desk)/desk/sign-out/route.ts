import config from '@payload-config'
import { getPayload, logoutOperation } from 'payload'
import { arrive } from '@/services/desk/desk'
import { errorResponse } from '@/services/http'
import { fromBrowserHere } from '@/services/session/sameSite'
import { endSessions } from '@/services/session/sessions'
import { visitOf } from '@/services/session/visit'
import { SLUG } from '@/slugs'
import { endedCookie, goTo } from '../../_server/forms'

/** POST: ends this session, in the database too, also while its second factor is still to be given. */
export const POST = async (request: Request): Promise<Response> => {
  try {
    fromBrowserHere(request)
    const payload = await getPayload({ config })
    const arrival = await arrive({ payload, headers: request.headers })
    if (arrival.state === 'code' || arrival.state === 'setup') {
      const row = (await visitOf({ payload, headers: request.headers }))?.session.id ?? ''
      await endSessions({ payload, by: arrival.person, person: arrival.person.id, which: { row }, address: request.headers.get('x-portal-ip') ?? undefined })
    } else if (arrival.state !== 'signedOut') await logoutOperation({ collection: payload.collections[SLUG.users], req: arrival.req })
    return goTo('/desk/sign-in?said=signedOut', [endedCookie(payload)])
  } catch (error) {
    return errorResponse(null, error)
  }
}

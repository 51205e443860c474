import config from '@payload-config'
import { getPayload, logoutOperation } from 'payload'
import { arrive } from '@/services/desk/desk'
import { errorResponse } from '@/services/http'
import { fromBrowserHere } from '@/services/session/sameSite'
import { SLUG } from '@/slugs'
import { endedCookie, goTo } from '../../_server/forms'

/** POST: ends this session, in the database too. */
export const POST = async (request: Request): Promise<Response> => {
  try {
    fromBrowserHere(request)
    const payload = await getPayload({ config })
    const arrival = await arrive({ payload, headers: request.headers })
    if (arrival.state !== 'signedOut') await logoutOperation({ collection: payload.collections[SLUG.users], req: arrival.req })
    return goTo('/desk/sign-in?said=signedOut', [endedCookie(payload)])
  } catch (error) {
    return errorResponse(null, error)
  }
}

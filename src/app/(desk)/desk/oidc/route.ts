import config from '@payload-config'
import { getPayload } from 'payload'
import { arrive } from '@/services/desk/desk'
import { asDomainError, newReference } from '@/services/http'
import { beginProvider, PROVIDER_MINUTES } from '@/services/session/provider'
import { goTo, overTls, PROVIDER_COOKIE } from '../../_server/forms'
import { localPath } from '../../_server/paths'

/** GET ?next=: on to the common sign-in. Whoever is signed in already proves anew that it is them. */
export const GET = async (request: Request): Promise<Response> => {
  const next = localPath(new URL(request.url).searchParams.get('next'))
  try {
    const arrival = await arrive({ payload: await getPayload({ config }), headers: request.headers })
    const { url, box } = await beginProvider({ next, proves: arrival.state !== 'signedOut' })
    return goTo(url, [`${PROVIDER_COOKIE}=${box}; Path=/desk/oidc; Max-Age=${PROVIDER_MINUTES * 60}; HttpOnly; SameSite=Lax${overTls()}`])
  } catch (error) {
    const { code } = asDomainError(error, newReference())
    return goTo(`/desk/sign-in?${new URLSearchParams({ fault: code === 'internal' ? 'providerFailed' : code, next }).toString()}`)
  }
}

export const dynamic = 'force-dynamic'

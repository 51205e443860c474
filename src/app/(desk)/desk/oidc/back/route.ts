import config from '@payload-config'
import { getPayload, parseCookies } from 'payload'
import { arrive } from '@/services/desk/desk'
import { asDomainError, newReference } from '@/services/http'
import { endProvider, type ByProvider } from '@/services/session/provider'
import { endSessions } from '@/services/session/sessions'
import { visitOf } from '@/services/session/visit'
import { goTo, overTls, PROVIDER_COOKIE, sessionCookie } from '../../../_server/forms'
import { localPath } from '../../../_server/paths'

const used = (): string => `${PROVIDER_COOKIE}=; Path=/desk/oidc; Max-Age=0; HttpOnly; SameSite=Lax${overTls()}`

type Payload = Awaited<ReturnType<typeof getPayload>>

/** A proof given anew opens a new session; the one it was asked in is over. */
const leaveFormer = async (payload: Payload, headers: Headers, answer: ByProvider): Promise<void> => {
  const arrival = await arrive({ payload, headers })
  const former = arrival.state === 'signedOut' ? undefined : await visitOf({ payload, headers })
  if (!answer.ok || arrival.state === 'signedOut' || !former || arrival.person.id !== answer.account.id) return
  await endSessions({ payload, by: arrival.person, person: arrival.person.id, which: { row: former.session.id }, address: headers.get('x-portal-ip') ?? undefined })
}

/** GET: back from the common sign-in. */
export const GET = async (request: Request): Promise<Response> => {
  try {
    const payload = await getPayload({ config })
    const { headers } = request
    const answer = await endProvider({ payload, headers, search: new URL(request.url).search, box: parseCookies(headers).get(PROVIDER_COOKIE) })
    const next = localPath(answer.next)
    if (!answer.ok) return goTo(`/desk/sign-in?${new URLSearchParams({ fault: answer.why, next }).toString()}`, [used()])
    await leaveFormer(payload, headers, answer)
    return goTo(next, [sessionCookie(payload, answer.begun.token), used()])
  } catch (error) {
    return goTo(`/desk/sign-in?${new URLSearchParams({ fault: asDomainError(error, newReference()).code }).toString()}`, [used()])
  }
}

export const dynamic = 'force-dynamic'

import config from '@payload-config'
import { getPayload } from 'payload'
import { asDomainError, newReference } from '@/services/http'
import { fromBrowserHere } from '@/services/session/sameSite'
import { signIn, type SignedIn } from '@/services/session/signIn'
import { field, formIn, goTo, sessionCookie } from '../../../_server/forms'
import { localPath } from '../../../_server/paths'

const back = (next: string, fault: Record<string, string>): Response => goTo(`/desk/sign-in?${new URLSearchParams({ ...fault, next }).toString()}`)

/** What is told of a refusal: the one for a wrong name is the one for a wrong password and for a locked account. */
const faultOf = (answer: Extract<SignedIn, { ok: false }>): Record<string, string> => {
  if (answer.why === 'tooMany') return { fault: 'tooMany', wait: String(answer.retryAfter) }
  return { fault: answer.why === 'refused' ? 'wrongCredentials' : answer.why }
}

/** POST name, password, next: signs in; whatever the session still lacks is asked on the way to `next`. */
export const POST = async (request: Request): Promise<Response> => {
  const form = await formIn(request)
  const next = localPath(field(form, 'next'))
  try {
    fromBrowserHere(request)
    const payload = await getPayload({ config })
    const answer = await signIn({ payload, headers: request.headers, username: field(form, 'name'), password: field(form, 'password') })
    return answer.ok ? goTo(next, [sessionCookie(payload, answer.token)]) : back(next, faultOf(answer))
  } catch (error) {
    return back(next, { fault: asDomainError(error, newReference()).code })
  }
}

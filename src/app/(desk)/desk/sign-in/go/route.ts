import config from '@payload-config'
import { APIError, AuthenticationError, getPayload, LockedAuth } from 'payload'
import { DomainError } from '@/domain/errors'
import { asDomainError, newReference } from '@/services/http'
import { fromBrowserHere } from '@/services/session/sameSite'
import { SLUG } from '@/slugs'
import { field, goTo, sessionCookie } from '../../../_server/forms'
import { localPath } from '../../../_server/paths'

const FORBIDDEN = 403
const TOO_MANY = 429

/** What went wrong, as a code of the desk's dictionary. The one for a wrong name is the one for a wrong password. */
const faultOf = (error: unknown): { code: string; wait?: number } => {
  if (error instanceof LockedAuth) return { code: 'locked' }
  if (error instanceof AuthenticationError) return { code: 'wrongCredentials' }
  if (error instanceof APIError && error.status === TOO_MANY) return { code: 'tooMany', wait: Number((error.data as { retryAfter?: number } | null)?.retryAfter ?? 60) }
  if (error instanceof APIError && error.status === FORBIDDEN) return { code: 'notAllowed' }
  return { code: error instanceof DomainError ? error.code : asDomainError(error, newReference()).code }
}

/** POST name, password, next: signs in with Payload's own session. */
export const POST = async (request: Request): Promise<Response> => {
  const form = await request.formData()
  const next = localPath(field(form, 'next'))
  try {
    fromBrowserHere(request)
    const payload = await getPayload({ config })
    const { token } = await payload.login({
      collection: SLUG.users, data: { username: field(form, 'name').trim(), password: field(form, 'password') }, overrideAccess: true, req: { headers: request.headers },
    })
    if (!token) throw new DomainError('internal')
    return goTo(next, [sessionCookie(payload, token)])
  } catch (error) {
    const { code, wait } = faultOf(error)
    return goTo(`/desk/sign-in?${new URLSearchParams({ fault: code, ...(wait ? { wait: String(wait) } : {}), next }).toString()}`)
  }
}

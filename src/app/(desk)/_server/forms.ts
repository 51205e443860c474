import { generateExpiredPayloadCookie, generatePayloadCookie, type Payload } from 'payload'
import { DomainError } from '@/domain/errors'
import { readFormData } from '@/services/bodies'
import { env } from '@/lib/env'
import { SLUG } from '@/slugs'

/** Cookies travel under TLS alone where the portal is reached by it. */
export const overTls = (): string => (env().PUBLIC_URL?.startsWith('https:') ? '; Secure' : '')

/** Sends a browser on after a plain form. Relative, so that it is right behind any proxy. */
export const goTo = (path: string, cookies: string[] = []): Response => {
  const headers = new Headers({ location: path, 'cache-control': 'no-store' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}

const cookieArgs = (payload: Payload) => ({ collectionAuthConfig: payload.collections[SLUG.users].config.auth, cookiePrefix: payload.config.cookiePrefix })

export const sessionCookie = (payload: Payload, token: string): string => String(generatePayloadCookie({ ...cookieArgs(payload), token, returnCookieAsObject: false }))
export const endedCookie = (payload: Payload): string => String(generateExpiredPayloadCookie({ ...cookieArgs(payload), returnCookieAsObject: false }))

/** The posted form. A body that is none, or was cut off, has no fields: what is missing is then told as for an empty form. */
export const formIn = async (request: Request): Promise<FormData> => {
  try {
    return await readFormData(request)
  } catch (error) {
    if (error instanceof DomainError) return new FormData()
    throw error
  }
}

/** A field of a plain form as text. */
export const field = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

export const APPOINTED_COOKIE = 'desk-appointed'
const SHOWN_SECONDS = 300

/** Carries sealed one-time passwords to the one page that shows them. */
export const appointedCookie = (sealed: string): string =>
  `${APPOINTED_COOKIE}=${sealed}; Path=/desk/appoint; Max-Age=${SHOWN_SECONDS}; HttpOnly; SameSite=Strict${overTls()}`

/** Carries what a sign-in at the provider must bring back, sealed. */
export const PROVIDER_COOKIE = 'desk-provider'

export const RECOVERY_COOKIE = 'desk-recovery'

/** Carries sealed recovery codes to the one page that shows them. */
export const recoveryCookie = (sealed: string): string =>
  `${RECOVERY_COOKIE}=${sealed}; Path=/desk/second-factor/codes; Max-Age=${SHOWN_SECONDS}; HttpOnly; SameSite=Strict${overTls()}`

import { addDataAndFileToRequest, generatePayloadCookie, type Endpoint, type PayloadRequest } from 'payload'
import { DomainError } from '@/domain/errors'
import { t } from '@/i18n'
import { langOf } from '@/lib/langOf'
import { answerCode } from '@/services/session/restAnswers'
import { giveCode } from '@/services/session/factor/give'
import { signIn, type SignedIn } from '@/services/session/signIn'
import { userAnswer } from '@/services/session/userAnswer'
import { SLUG } from '@/slugs'

const NO_STORE = { 'cache-control': 'no-store' }
const STATUS = { refused: 401, network: 403, inactive: 403, provider: 403, tooMany: 429 } as const

const refused = (req: PayloadRequest, answer: Extract<SignedIn, { ok: false }>): Response => {
  const retry = answer.why === 'tooMany' ? { 'retry-after': String(answer.retryAfter) } : undefined
  return Response.json({ errors: [{ message: t(langOf(req), `staff.signIn.${answer.why}`) }] }, { status: STATUS[answer.why], headers: { ...NO_STORE, ...retry } })
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** POST {username, password, code?}: Payload's own door of sign-in, through the portal's service. `secondFactor` says what is still missing. */
const login: Endpoint = {
  path: '/login',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const { username, password, code } = req.data ?? {}
    const answer = await signIn({ payload: req.payload, headers: req.headers, username: text(username), password: text(password) })
    if (!answer.ok) return refused(req, answer)
    const headers = new Headers({ ...NO_STORE })
    headers.set('set-cookie', String(generatePayloadCookie({
      collectionAuthConfig: req.payload.collections[SLUG.users].config.auth, cookiePrefix: req.payload.config.cookiePrefix, token: answer.token, returnCookieAsObject: false,
    })))
    const { exp, token } = answer
    return Response.json({ message: t(langOf(req), 'staff.signIn.passed'), exp, token, ...(await userAnswer({ payload: req.payload, token, headers: req.headers, code: text(code) })) }, { headers })
  },
}

/** POST {code}: gives the second factor in the session the request comes with. */
const secondFactor: Endpoint = {
  path: '/second-factor',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    try {
      await giveCode({ payload: req.payload, headers: req.headers, code: text(req.data?.code) })
      return Response.json({ message: t(langOf(req), 'staff.signIn.passed') }, { headers: NO_STORE })
    } catch (error) {
      if (error instanceof DomainError) return answerCode(req, error)
      throw error
    }
  },
}

export const signInEndpoints: Endpoint[] = [login, secondFactor]

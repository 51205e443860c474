import {
  allowInsecureRequests, authorizationCodeGrant, AuthorizationResponseError, buildAuthorizationUrl, calculatePKCECodeChallenge, ClientError, discovery, enableNonRepudiationChecks, randomNonce, randomPKCECodeVerifier, randomState, ResponseBodyError,
  type Configuration, type IDToken,
} from 'openid-client'
import type { Payload } from 'payload'
import { withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { logger } from '@/lib/logger'
import { seal, unseal } from '@/services/desk/seal'
import { takeToken } from '@/services/limits'
import { readAccount, type Account } from './account'
import { recordNotLetIn } from './attempts'
import { beginSession, type Begun } from './begin'
import { notLetIn } from './signIn'

const KEY = Symbol.for('portal.provider')
const holder = globalThis as typeof globalThis & { [KEY]?: { issuer: string; config: Promise<Configuration> } }

const WAIT_SECONDS = 10

const discover = (issuer: string): Promise<Configuration> => {
  const { OIDC_CLIENT_ID = '', OIDC_CLIENT_SECRET } = env()
  // Without it the library trusts the connection, and looks at no signature.
  const execute = [enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [allowInsecureRequests] : [])]
  return discovery(new URL(issuer), OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, undefined, { timeout: WAIT_SECONDS, execute })
}

/** What the provider says of itself, asked at first use and kept; a failure is asked again. Errors: `notFound` where none is set. */
const configOf = (): Promise<Configuration> => {
  const issuer = env().OIDC_ISSUER
  if (!issuer) throw new DomainError('notFound')
  if (holder[KEY]?.issuer !== issuer) {
    const config = discover(issuer).catch((error: unknown) => {
      holder[KEY] = undefined
      throw error
    })
    holder[KEY] = { issuer, config }
  }
  return holder[KEY]?.config ?? discover(issuer)
}

const BACK = '/desk/oidc/back'
const PURPOSE = 'desk:provider'
export const PROVIDER_MINUTES = 10

type Boxed = { verifier: string; state: string; nonce: string; next: string; until: number; /** Somebody signed in proves anew that it is them. */ proves: boolean }

const backUrl = (): string => `${env().PUBLIC_URL ?? ''}${BACK}`

/** Where to send a browser to sign in at the provider, and what it must bring back, sealed. Errors: `notFound` where no provider is set. */
export const beginProvider = async ({ next, proves }: { next: string; proves: boolean }): Promise<{ url: string; box: string }> => {
  const config = await configOf()
  const [verifier, state, nonce] = [randomPKCECodeVerifier(), randomState(), randomNonce()]
  const url = buildAuthorizationUrl(config, {
    redirect_uri: backUrl(), scope: 'openid profile', state, nonce, code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', ...(proves ? { prompt: 'login', max_age: '0' } : {}),
  })
  return { url: url.href, box: seal(PURPOSE, { verifier, state, nonce, next, proves, until: now() + PROVIDER_MINUTES * 60_000 } satisfies Boxed) }
}

export type ByProvider = { ok: true; next: string; begun: Begun; account: Account } | { ok: false; next: string; why: 'providerFailed' | 'noAccount' | 'network' | 'tooMany' }

type End = { payload: Payload; headers: Headers; search: string; box: string | undefined }

const isTheirs = (error: unknown): boolean => error instanceof ClientError || error instanceof AuthorizationResponseError || error instanceof ResponseBodyError || error instanceof TypeError

const RECENT_SECONDS = 300

const provedAnew = ({ auth_time: at }: IDToken): boolean => typeof at === 'number' && now() / 1000 - at < RECENT_SECONDS

/** The claims of a sign-in that began here: code, state, nonce and the proof key fit, and the signature is the provider's. Undefined otherwise. */
const claimsOf = async (search: string, boxed: Boxed): Promise<IDToken | undefined> => {
  try {
    const tokens = await authorizationCodeGrant(await configOf(), new URL(`${backUrl()}${search}`), { pkceCodeVerifier: boxed.verifier, expectedState: boxed.state, expectedNonce: boxed.nonce, idTokenExpected: true })
    const claims = tokens.claims()
    return claims && (!boxed.proves || provedAnew(claims)) ? claims : undefined
  } catch (error) {
    if (!isTheirs(error)) throw error
    logger.warn({ err: error }, 'the sign-in by another system did not succeed')
    return undefined
  }
}

/** Whether the provider says that it asked for a second factor, in words the office trusts. */
const passedThere = (claims: IDToken): boolean => env().OIDC_TRUST.some((trusted) => {
  const [kind, ...rest] = trusted.split(':')
  const wanted = rest.join(':')
  return kind === 'acr' ? claims.acr === wanted : Array.isArray(claims.amr) && claims.amr.includes(wanted)
})

const accountOf = async (payload: Payload, claims: IDToken): Promise<{ account: Account | undefined; name: string }> => {
  const name: unknown = claims[env().OIDC_CLAIM]
  return typeof name === 'string' && name !== '' ? { account: await readAccount({ payload }, { username: name }), name } : { account: undefined, name: '' }
}

const isLimited = async (payload: Payload, headers: Headers): Promise<boolean> => {
  const address = headers.get('x-portal-ip')
  if (!address) return false
  try {
    await takeToken({ payload, door: 'signIn', address })
    return false
  } catch (error) {
    if (error instanceof DomainError && error.code === 'tooMany') return true
    throw error
  }
}

const admit = async ({ payload, headers }: End, claims: IDToken, next: string): Promise<ByProvider> => {
  const { account, name } = await accountOf(payload, claims)
  const why = account && notLetIn(account, headers)
  if (!account || why) {
    await recordNotLetIn({ payload, account, username: name, why: 'notAllowed', headers })
    return { ok: false, next, why: why === 'network' ? 'network' : 'noAccount' }
  }
  const begun = await withTransaction(payload, (req) => beginSession(req, { account, way: 'provider', headers, passed: passedThere(claims) }))
  return begun ? { ok: true, next, begun, account } : { ok: false, next, why: 'noAccount' }
}

/**
 * Ends a sign-in at the provider: nobody gets an account by it, only who has one and is active comes in, and a second factor that the provider is
 * not trusted for is still asked here. Every refusal is recorded.
 */
export const endProvider = async (end: End): Promise<ByProvider> => {
  const { payload, headers, search, box } = end
  const boxed = unseal<Boxed>(PURPOSE, box)
  const next = boxed?.next ?? '/desk'
  if (await isLimited(payload, headers)) return { ok: false, next, why: 'tooMany' }
  const claims = boxed && boxed.until > now() ? await claimsOf(search, boxed) : undefined
  if (claims) return admit(end, claims, next)
  await recordNotLetIn({ payload, account: undefined, username: '', why: 'provider', headers })
  return { ok: false, next, why: 'providerFailed' }
}

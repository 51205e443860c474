import { z } from 'zod'
import { parseContactKeys } from './secretText'

const whole = (min: number, max: number) => z.string().regex(/^\d{1,6}$/).transform(Number).pipe(z.number().min(min).max(max))

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** Signing in travels there and back: anything but this very machine must be asked under TLS. */
const isIssuer = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname))
}

const trusted = z.string().transform((text) => text.split(',').map((item) => item.trim()).filter(Boolean)).refine((list) => list.every((item) => /^(?:amr|acr):\S+$/.test(item)))

/** Settings of passwords, sessions, second factors and sign-in by another system. Times in the unit the name says. */
export const SIGN_IN_SETTINGS = {
  PASSWORD_MIN: { schema: whole(10, 64), must: 'a whole number from 10 to 64' },
  PASSWORD_MAX_DAYS: { schema: whole(0, 3650), must: 'a whole number of days, 0 for no limit' },
  SESSION_IDLE_MINUTES: { schema: whole(0, 1440), must: 'a whole number of minutes, 0 for no limit' },
  SESSION_HOURS: { schema: whole(1, 24), must: 'a whole number from 1 to 24' },
  SESSIONS_MOST: { schema: whole(0, 1000), must: 'a whole number, 0 for no limit' },
  PROOF_MINUTES: { schema: whole(1, 480), must: 'a whole number from 1 to 480' },
  FACTOR_KEYS: { schema: z.string().refine((text) => parseContactKeys(text) !== undefined).optional(), must: 'a list like [{"id":"k1","key":"32 bytes as base64"}], the last one in use' },
  OIDC_ISSUER: { schema: z.string().refine(isIssuer).optional(), must: 'an address that begins with https://' },
  OIDC_CLIENT_ID: { schema: z.string().min(1).optional(), must: 'the name the provider knows the portal by' },
  OIDC_CLIENT_SECRET: { schema: z.string().min(1).optional(), must: 'the secret the provider gave the portal' },
  OIDC_CLAIM: { schema: z.string().regex(/^[\w:/.-]{1,80}$/), must: 'the name of the claim that equals the user name' },
  OIDC_TRUST: { schema: trusted, must: 'a list like amr:mfa,acr:https://example.org/loa2' },
  OIDC_PASSWORDS: { schema: z.enum(['everybody', 'keepers']), must: 'everybody or keepers' },
} as const

export const SIGN_IN_DEFAULTS = {
  PASSWORD_MIN: '10',
  PASSWORD_MAX_DAYS: '0',
  SESSION_IDLE_MINUTES: '30',
  SESSION_HOURS: '8',
  SESSIONS_MOST: '30',
  PROOF_MINUTES: '10',
  OIDC_CLAIM: 'preferred_username',
  OIDC_TRUST: '',
  OIDC_PASSWORDS: 'everybody',
} as const

/** What settings ask of each other: one line for each fault. */
export const signInFaults = (given: Partial<Record<string, unknown>>): string[] =>
  given.OIDC_ISSUER === undefined ? [] : ['OIDC_CLIENT_ID', 'PUBLIC_URL'].filter((name) => given[name] === undefined).map((name) => `${name} must be given where OIDC_ISSUER is`)

import { Secret, TOTP } from 'otpauth'
import { now } from '@/lib/clock'

const PERIOD = 30
const DIGITS = 6
const SECRET_BYTES = 20

const totp = (secret: string, names: { issuer?: string; label?: string } = {}): TOTP =>
  new TOTP({ ...names, algorithm: 'SHA1', digits: DIGITS, period: PERIOD, secret: Secret.fromBase32(secret) })

/** A new secret, as base32: 160 random bits, made here and nowhere else (RFC 4226 §4). */
export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32

/** What an authenticator reads from a picture. */
export const authenticatorUri = ({ secret, issuer, label }: { secret: string; issuer: string; label: string }): string => totp(secret, { issuer, label }).toString()

const digitsOf = (code: string): string => code.normalize('NFKC').replace(/\s/g, '')

export const looksLikeTotp = (code: string): boolean => /^\d{6}$/.test(digitsOf(code))

/** The time step a code belongs to, one step early or late included (RFC 6238 §5.2); undefined when it belongs to none of them. */
export const stepOf = (secret: string, code: string): number | undefined => {
  if (!looksLikeTotp(code)) return undefined
  const at = now()
  const delta = totp(secret).validate({ token: digitsOf(code), timestamp: at, window: 1 })
  return delta === null ? undefined : Math.floor(at / 1000 / PERIOD) + delta
}

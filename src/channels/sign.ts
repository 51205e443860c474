import { createHmac, randomBytes } from 'node:crypto'

/** A new secret to sign with: 32 random bytes, as text that says what it is. */
export const newSigningSecret = (): string => `whsec_${randomBytes(32).toString('base64url')}`

/** `t=<seconds>,v1=<hex>`: HMAC-SHA256 with the secret over `<seconds>.<body>`, so that neither text nor time can be changed. */
export const signatureOf = ({ secret, at, body }: { secret: string; at: number; body: string }): string => {
  const seconds = Math.floor(at / 1000)
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
}

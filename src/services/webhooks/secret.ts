import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { secret } from '@/lib/keys'

const IV = 12
const TAG = 16

const key = (): Buffer => secret('webhook').subarray(0, 32)

const associated = (hook: string) => Buffer.from(`webhook:${hook}:secret`)

/** Seals the secret of a hook (AES-256-GCM; the hook as associated data): who has the database alone signs nothing in its name. */
export const sealSecret = (hook: string, text: string): string => {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', key(), iv)
  cipher.setAAD(associated(hook))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
}

/** The secret in clear. Throws when the key is another, or the text was tampered with. */
export const openSecret = (hook: string, sealed: string): string => {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, IV), { authTagLength: TAG })
  decipher.setAAD(associated(hook))
  decipher.setAuthTag(bytes.subarray(IV, IV + TAG))
  return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8')
}

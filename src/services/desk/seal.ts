import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { secret } from '@/lib/keys'

const IV = 12
const TAG = 16
const KEY_BYTES = 32

const keyOf = () => secret('draft').subarray(0, KEY_BYTES)

/** Encrypts what has to come back unread and unaltered (AES-256-GCM). `purpose` keeps one use from standing in for another. */
export const seal = (purpose: string, value: unknown): string => {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', keyOf(), iv)
  cipher.setAAD(Buffer.from(purpose))
  const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** What was sealed for this purpose; undefined for anything else. */
export const unseal = <T>(purpose: string, sealed: string | undefined): T | undefined => {
  const bytes = Buffer.from(sealed ?? '', 'base64url')
  if (bytes.length <= IV + TAG) return undefined
  const decipher = createDecipheriv('aes-256-gcm', keyOf(), bytes.subarray(0, IV))
  decipher.setAAD(Buffer.from(purpose))
  decipher.setAuthTag(bytes.subarray(IV, IV + TAG))
  try {
    return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8')) as T
  } catch (error) {
    // Sealed with another key, for another purpose, or altered: as if there were none.
    if (error instanceof Error) return undefined
    throw error
  }
}

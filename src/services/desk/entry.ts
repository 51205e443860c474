import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { secret } from '@/lib/keys'
import type { Appointed } from '@/services/people/appoint'

/** The rule of `domain/access/password`, for the form's hint. */
export const PASSWORD_MIN = 10

const AAD = Buffer.from('desk:appointed')
const IV = 12
const TAG = 16

/**
 * One-time passwords on their way from the answer of a form to the page that shows them: encrypted, in a cookie of a few
 * minutes that only that page is sent. They are stored nowhere.
 */
export const sealAppointed = (made: Appointed[]): string => {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', secret('draft').subarray(0, 32), iv)
  cipher.setAAD(AAD)
  const body = Buffer.concat([cipher.update(JSON.stringify(made), 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** What `sealAppointed` sealed; undefined for anything else. */
export const openAppointed = (sealed: string | undefined): Appointed[] | undefined => {
  const bytes = Buffer.from(sealed ?? '', 'base64url')
  if (bytes.length <= IV + TAG) return undefined
  const decipher = createDecipheriv('aes-256-gcm', secret('draft').subarray(0, 32), bytes.subarray(0, IV))
  decipher.setAAD(AAD)
  decipher.setAuthTag(bytes.subarray(IV, IV + TAG))
  try {
    return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8')) as Appointed[]
  } catch (error) {
    // A cookie of another key or an altered one: as if there were none.
    if (error instanceof Error) return undefined
    throw error
  }
}

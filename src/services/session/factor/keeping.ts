import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomInt } from 'node:crypto'
import { factorKeys } from '@/lib/keys'

const IV = 12
const TAG = 16

const associated = (person: string): Buffer => Buffer.from(`second-factor:${person}`)

const keyById = (id: string): Buffer => {
  const key = factorKeys().byId(id)
  if (!key) throw new Error(`key ${id} for second factors is missing`)
  return key
}

/** Seals the secret of a person's second factor (AES-256-GCM, the person as associated data). */
export const sealFactor = (person: string, secret: string): { cipher: string; keyId: string } => {
  const { id, key } = factorKeys().current
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(associated(person))
  const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return { keyId: id, cipher: Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64') }
}

/** The secret again. Throws when its key is gone, or it was altered or belongs to somebody else. */
export const openFactor = (person: string, kept: { cipher: string; keyId: string }): string => {
  const bytes = Buffer.from(kept.cipher, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', keyById(kept.keyId), bytes.subarray(0, IV))
  decipher.setAAD(associated(person))
  decipher.setAuthTag(bytes.subarray(IV, IV + TAG))
  return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8')
}

const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const HALF = 5
export const RECOVERY_CODES = 10

const half = (): string => Array.from({ length: HALF }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('')

/** Codes for the day the telephone is lost: each works once, 49 random bits each, shown once. */
export const newRecoveryCodes = (): string[] => Array.from({ length: RECOVERY_CODES }, () => `${half()}-${half()}`)

/** What is kept of a recovery code: its digest under a key of ours, for this person alone. However it was typed. */
export const recoveryDigest = ({ person, keyId, code }: { person: string; keyId: string; code: string }): string =>
  createHmac('sha256', keyById(keyId)).update(`recovery:${person}:${code.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/g, '')}`).digest('hex')

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { contactKeys, refreshContactKeys } from '@/lib/keys'

export const CONTACT_FIELDS = ['name', 'phone', 'email'] as const
export type ContactField = (typeof CONTACT_FIELDS)[number]

/** What is kept of a contact: the details, and when and how the reporter would like to be called back. */
const KEPT_FIELDS = [...CONTACT_FIELDS, 'callback'] as const
type KeptField = (typeof KEPT_FIELDS)[number]
export type Contact = Partial<Record<KeptField, string>>
export type ContactCipher = Partial<Record<KeptField, string>>

const associated = (matter: string, field: KeptField) => Buffer.from(`contact:${matter}:${field}`)

const seal = (key: Buffer, matter: string, field: KeptField, value: string): string => {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(associated(matter, field))
  const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
}

const unseal = (key: Buffer, matter: string, field: KeptField, sealed: string): string => {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  decipher.setAAD(associated(matter, field))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

/** Encrypts field by field (AES-256-GCM; matter and field as associated data, decisions.md 15). */
export const encryptContact = (matter: string, contact: Contact): { keyId: string; cipher: ContactCipher } => {
  const { id, key } = contactKeys().current
  const filled = KEPT_FIELDS.flatMap((field) => (contact[field] ? [[field, seal(key, matter, field, contact[field])] as const] : []))
  return { keyId: id, cipher: Object.fromEntries(filled) }
}

/** The contact in clear. Throws when the key is gone or the text was tampered with. */
export const decryptContact = (matter: string, stored: { keyId: string; cipher: ContactCipher }): Contact => {
  // Another process may have turned the ring since it was read.
  const key = contactKeys().byId(stored.keyId) ?? refreshContactKeys().byId(stored.keyId)
  if (!key) throw new Error(`contact key ${stored.keyId} is missing`)
  return Object.fromEntries(KEPT_FIELDS.flatMap((field) => (stored.cipher[field] ? [[field, unseal(key, matter, field, stored.cipher[field])] as const] : [])))
}

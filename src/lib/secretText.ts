import { z } from 'zod'

const BYTES = 32

/** The bytes of a secret written as hex or base64; undefined when it is neither, or shorter than 32 bytes. */
export const decodeSecret = (text: string): Buffer | undefined => {
  const value = text.trim()
  const isHex = /^(?:[0-9a-f]{2})+$/i.test(value)
  if (!isHex && !/^[\w+/-]+={0,2}$/.test(value)) return undefined
  const bytes = Buffer.from(value, isHex ? 'hex' : 'base64')
  return bytes.length >= BYTES ? bytes : undefined
}

export type ContactKey = { id: string; key: Buffer }

const rows = z.array(z.object({ id: z.string().regex(/^[a-z0-9-]{1,16}$/), key: z.string() })).min(1)

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** The ring of keys for contact details, the newest last; undefined when malformed, when an id repeats or a key is not of 32 bytes. */
export const parseContactKeys = (text: string): ContactKey[] | undefined => {
  const read = rows.safeParse(parseJson(text))
  if (!read.success) return undefined
  const ring = read.data.map(({ id, key }) => ({ id, key: decodeSecret(key) ?? Buffer.alloc(0) }))
  const isSound = ring.every(({ key }) => key.length === BYTES) && new Set(ring.map(({ id }) => id)).size === ring.length
  return isSound ? ring : undefined
}

/** The text of a ring, as it is kept in a file or given in CONTACT_KEYS. */
export const contactKeysText = (ring: ContactKey[]): string => JSON.stringify(ring.map(({ id, key }) => ({ id, key: key.toString('base64') })))

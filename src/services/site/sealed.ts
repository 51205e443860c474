import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { deleteRows, findRow, insertRow, isNotUnique, updateRowIf } from '@/db/rows'
import { now } from '@/lib/clock'
import { secret } from '@/lib/keys'
import { SLUG } from '@/slugs'

const TOKEN = /^[\w-]{43}$/

/** What the browser keeps: 256 random bits. Only its hash is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** The hash a sealed row is found by, and photos of a draft are owned by. Random tokens need no slow hash. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

// Made from the server's key and the browser's token: neither the database with its key file nor a stolen cookie opens it alone.
const keyOf = (token: string): Buffer => Buffer.from(hkdfSync('sha256', secret('draft'), token, 'report-draft', 32))

/** Encrypts a text for the holder of a token (AES-256-GCM, the token's hash as associated data). */
export const seal = (token: string, text: string): string => {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(token), iv)
  cipher.setAAD(Buffer.from(tokenHash(token)))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
}

/** The text again. Throws when it was changed, or sealed for another token or with another key. */
export const unseal = (token: string, sealed: string): string => {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', keyOf(token), bytes.subarray(0, 12))
  decipher.setAAD(Buffer.from(tokenHash(token)))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

type Keep = { payload: Payload; token: string; office: string; value: unknown; hours: number }

/** Keeps a value for the holder of the token, for so many hours from now. What was kept before is gone. */
export const keepSealed = async ({ payload, token, office, value, hours }: Keep): Promise<void> => {
  const hash = tokenHash(token)
  const row = { cipher: seal(token, JSON.stringify(value)), expiresAt: new Date(now() + hours * 3_600_000).toISOString() }
  const change = () => updateRowIf({ payload }, SLUG.drafts, { token: { equals: hash } }, row)
  if ((await change()) === 1) return
  try {
    await insertRow({ payload }, SLUG.drafts, { office, token: hash, ...row })
  } catch (error) {
    // Two requests of one browser at the same moment: the row of the other is there now.
    if (!isNotUnique(error)) throw error
    await change()
  }
}

/** What is kept for the token; undefined when there is nothing, its time is over, or it cannot be opened any more. */
export const readSealed = async (payload: Payload, token: string | undefined): Promise<unknown> => {
  if (!token || !TOKEN.test(token)) return undefined
  const row = await findRow({ payload }, SLUG.drafts, { where: { token: { equals: tokenHash(token) } } })
  if (!row?.cipher || Date.parse(row.expiresAt) <= now()) return undefined
  try {
    return JSON.parse(unseal(token, row.cipher)) as unknown
  } catch (error) {
    // A key that was changed makes old drafts unreadable, which is what changing it is for.
    if (error instanceof SyntaxError || (error instanceof Error && /authenticat/i.test(error.message))) return undefined
    throw error
  }
}

export const dropSealed = (payload: Payload, token: string): Promise<void> => deleteRows({ payload }, SLUG.drafts, { token: { equals: tokenHash(token) } })

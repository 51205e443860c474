import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { secret } from '@/lib/keys'

/** What an anchor says: so far the chain of an office had come at an instant, and this was its digest. */
export type Anchored = { office: string; seq: number; hash: string; at: string }

export type Anchor = Anchored & { /** Which key signed it. */ key: string; signature: Buffer; /** The signed words. */ signed: string }

const LINE = /^(audit-anchor-1 office=([A-Za-z0-9]{1,64}) seq=(\d{1,15}) hash=([0-9a-f]{64}) at=(\d{4}-\d\d-\d\dT[\d:.]{8,12}Z) key=([0-9a-f]{16})) sig=([\w-]{86})$/

const PEM = /-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g

// An Ed25519 key in PKCS #8 is these bytes and its seed (RFC 8410).
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const SEED_BYTES = 32

/** The number of a public key: the beginning of its digest. */
export const keyId = (key: KeyObject): string => createHash('sha256').update(key.export({ format: 'der', type: 'spki' })).digest('hex').slice(0, 16)

const privateKey = (): KeyObject => {
  const seed = secret('anchor')
  const exact = seed.length === SEED_BYTES ? seed : createHash('sha256').update(seed).digest()
  return createPrivateKey({ key: Buffer.concat([PKCS8, exact]), format: 'der', type: 'pkcs8' })
}

/** The key that anchors are checked with. It may be known to everybody. */
export const anchorKey = (): KeyObject => createPublicKey(privateKey())

/** The public key as text, to be kept with the anchors. */
export const anchorKeyText = (): string => anchorKey().export({ format: 'pem', type: 'spki' }).toString()

/** An anchor as one line of text, signed with Ed25519 so that whoever has the public key can check it without a secret. */
export const anchorLine = ({ office, seq, hash, at }: Anchored): string => {
  const key = privateKey()
  const signed = `audit-anchor-1 office=${office} seq=${seq} hash=${hash} at=${at} key=${keyId(createPublicKey(key))}`
  return `${signed} sig=${sign(null, Buffer.from(signed), key).toString('base64url')}`
}

/** Reads the line of an anchor; undefined when it is none. */
export const readAnchor = (line: string): Anchor | undefined => {
  const [, signed, office, seq, hash, at, key, signature] = LINE.exec(line.trim()) ?? []
  if (!signed || !office || !hash || !at || !key || !signature) return undefined
  return { office, seq: Number(seq), hash, at, key, signature: Buffer.from(signature, 'base64url'), signed }
}

/** Keys to check anchors with, by their number. */
export type AnchorKeys = ReadonlyMap<string, KeyObject>

/** Whether an anchor was signed by the key it names: `unknown` where that key is not at hand. */
export const signatureOf = ({ key, signed, signature }: Anchor, keys: AnchorKeys): 'good' | 'bad' | 'unknown' => {
  const known = keys.get(key)
  if (!known) return 'unknown'
  return verify(null, Buffer.from(signed), known, signature) ? 'good' : 'bad'
}

/** The portal's own key, by its number. */
export const ownKeys = (): AnchorKeys => {
  const key = anchorKey()
  return new Map([[keyId(key), key]])
}

/** Keys out of public-key files; a file may hold several. Errors: those of a text that is no key. */
export const keysOf = (...texts: string[]): AnchorKeys =>
  new Map(texts.filter((text) => text.trim() !== '').flatMap((text) => text.match(PEM) ?? [text]).map((text) => createPublicKey(text)).map((key) => [keyId(key), key]))

import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { env } from '@/lib/env'
import { anchorKeyText, keysOf, ownKeys, type AnchorKeys } from './statement'

const folder = (): string => path.join(env().DATA_DIR, 'keys')
const file = (): string => path.join(folder(), 'anchor-keys.pem')

const kept = (): string => (existsSync(file()) ? readFileSync(file(), 'utf8') : '')

/** Keeps the public key beside the keys before anything is signed with it: once the key is changed, what it signed can still be checked. */
export const keepOwnKey = (): void => {
  const own = anchorKeyText()
  if (kept().includes(own)) return
  mkdirSync(folder(), { recursive: true, mode: 0o700 })
  appendFileSync(file(), own, { mode: 0o600 })
}

/** Every public key that this portal signed anchors with, as text, the newest last. */
export const keptKeysText = (): string => {
  const [all, own] = [kept(), anchorKeyText()]
  return all.includes(own) ? all : `${all}${own}`
}

/** Keys that were kept beside the portal's own, which may be missing here. Errors: those of a text that is no key. */
export const olderKeys = (): AnchorKeys => keysOf(kept())

/** Keys that this portal signed or signs anchors with. Never out of the database: whoever can write there could sign with a key of their own. */
export const portalKeys = (): AnchorKeys => new Map([...olderKeys(), ...ownKeys()])

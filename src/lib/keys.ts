import { randomBytes } from 'node:crypto'
import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { env, type Env } from './env'
import { type ContactKey, contactKeysText, decodeSecret, parseContactKeys } from './secretText'

/**
 * session: signs sessions (Payload). receipt: makes and keeps query words. draft: encrypts half-filled answers.
 * address-salt: hashes residents' addresses with the day.
 */
export type SecretName = 'session' | 'receipt' | 'draft' | 'address-salt'

const GIVEN: Record<SecretName, keyof Env & `SECRET_${string}`> = {
  session: 'SECRET_SESSION',
  receipt: 'SECRET_RECEIPT',
  draft: 'SECRET_DRAFT',
  'address-salt': 'SECRET_ADDRESS_SALT',
}

const WAIT_MS = 20
const TRIES = 100

const errorCode = (error: unknown): string | undefined => (error instanceof Error && 'code' in error ? String(error.code) : undefined)

const pause = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS)

/** Writes a new file with mode 0600 and returns true; false when another process was first. */
const createFile = (file: string, text: string): boolean => {
  try {
    const handle = openSync(file, 'wx', 0o600)
    try {
      writeSync(handle, text)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

const readSound = <T>(file: string, parse: (text: string) => T | undefined): T => {
  // Another process may have made the file a moment ago and not filled it yet.
  for (let tries = 0; tries < TRIES; tries += 1) {
    const text = readFileSync(file, 'utf8')
    const value = parse(text)
    if (value !== undefined) return value
    if (text !== '') break
    pause()
  }
  throw new Error(`${file} does not hold a sound key. Put it back from where keys are kept apart; without it nothing it protected can be read.`)
}

const closeToOthers = (file: string) => {
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600)
}

type Kept<T> = { name: string; make: () => string; parse: (text: string) => T | undefined }

/** What DATA_DIR/keys/<name> holds; made there, readable by its owner alone, when it does not exist yet. */
const kept = <T>({ name, make, parse }: Kept<T>): T => {
  const folder = path.join(env().DATA_DIR, 'keys')
  const file = path.join(folder, name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (createFile(file, `${make()}\n`)) chmodSync(folder, 0o700)
  else closeToOthers(file)
  return readSound(file, parse)
}

const read = new Map<string, unknown>()

const once = <T>(name: string, load: () => T): T => {
  const key = `${env().DATA_DIR}\0${name}`
  if (!read.has(key)) read.set(key, load())
  return read.get(key) as T
}

/** A secret of at least 32 bytes: given in the environment, or generated once into DATA_DIR/keys. Throws when its file is damaged. */
export const secret = (name: SecretName): Buffer => {
  const given = env()[GIVEN[name]]
  return once(`${name}\0${given ?? ''}`, () => {
    const bytes = given ? decodeSecret(given) : undefined
    return bytes ?? kept({ name, make: () => randomBytes(32).toString('base64'), parse: decodeSecret })
  })
}

export type ContactKeys = { current: ContactKey; byId: (id: string) => Buffer | undefined }

const toRing = (keys: ContactKey[]): ContactKeys => {
  const current = keys.at(-1)
  if (!current) throw new Error('The ring of contact keys is empty')
  return { current, byId: (id) => keys.find((item) => item.id === id)?.key }
}

/** The keys for contact details (AES-256-GCM): the one to write with, and every one to read with, by its id. */
export const contactKeys = (): ContactKeys => {
  const given = env().CONTACT_KEYS
  return once(`contact\0${given ?? ''}`, () => {
    const keys = given ? parseContactKeys(given) : undefined
    const make = () => contactKeysText([{ id: 'k1', key: randomBytes(32) }])
    return toRing(keys ?? kept({ name: 'contact', make, parse: parseContactKeys }))
  })
}

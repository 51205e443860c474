import { randomBytes } from 'node:crypto'
import { chmodSync, closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { env, type Env } from './env'
import { type ContactKey, contactKeysText, decodeSecret, parseContactKeys } from './secretText'

/**
 * session: signs sessions (Payload). receipt: makes and keeps query words. draft: encrypts half-filled answers.
 * address-salt: hashes residents' addresses with the day. webhook: seals the secrets that messages to other systems are signed with. anchor: the seed of the key that signs where the audit chain stands.
 */
export type SecretName = 'session' | 'receipt' | 'draft' | 'address-salt' | 'webhook' | 'anchor'

const GIVEN: Record<SecretName, keyof Env & `SECRET_${string}`> = {
  session: 'SECRET_SESSION',
  receipt: 'SECRET_RECEIPT',
  draft: 'SECRET_DRAFT',
  'address-salt': 'SECRET_ADDRESS_SALT',
  webhook: 'SECRET_WEBHOOK',
  anchor: 'SECRET_ANCHOR',
}

const WAIT_MS = 20
const TRIES = 100

const errorCode = (error: unknown): string | undefined => (error instanceof Error && 'code' in error ? String(error.code) : undefined)

const pause = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS)

const writeNew = (file: string, text: string): void => {
  const handle = openSync(file, 'wx', 0o600)
  try {
    writeFileSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

// What file systems without second names say.
const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])

/** Gives a whole file its name, unless another has it already. */
const giveName = (from: string, to: string): boolean => {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    if (!NO_LINKS.has(errorCode(error) ?? '')) throw error
    renameSync(from, to)
    return true
  }
}

/**
 * Writes a new file with mode 0600 and returns true; false when another process was first. It has its name only when it is whole: a
 * full disk or a sudden end must not leave half a key, which would be taken for a damaged one for ever.
 */
const createFile = (file: string, text: string): boolean => {
  if (existsSync(file)) return false
  const whole = `${file}.${randomBytes(6).toString('hex')}.new`
  try {
    writeNew(whole, text)
    return giveName(whole, file)
  } finally {
    rmSync(whole, { force: true })
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

export type ContactKeys = { current: ContactKey; ids: string[]; byId: (id: string) => Buffer | undefined }

const toRing = (keys: ContactKey[]): ContactKeys => {
  const current = keys.at(-1)
  if (!current) throw new Error('The ring of contact keys is empty')
  return { current, ids: keys.map(({ id }) => id), byId: (id) => keys.find((item) => item.id === id)?.key }
}

const ring = (name: string, given: string | undefined): ContactKeys =>
  once(`${name}\0${given ?? ''}`, () => {
    const keys = given ? parseContactKeys(given) : undefined
    const make = () => contactKeysText([{ id: 'k1', key: randomBytes(32) }])
    return toRing(keys ?? kept({ name, make, parse: parseContactKeys }))
  })

/** The keys for second factors (AES-256-GCM for their secrets, HMAC for recovery codes), by id as those for contact details. */
export const factorKeys = (): ContactKeys => ring('factor', env().FACTOR_KEYS)

/** The keys for contact details (AES-256-GCM): the one to write with, and every one to read with, by its id. */
export const contactKeys = (): ContactKeys => ring('contact', env().CONTACT_KEYS)

/** Reads the ring anew: it may have been turned by another process. Keys given in the environment change with a new start alone. */
export const refreshContactKeys = (): ContactKeys => {
  read.delete(`${env().DATA_DIR}\0contact\0${env().CONTACT_KEYS ?? ''}`)
  return contactKeys()
}

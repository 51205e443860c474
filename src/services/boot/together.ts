import { createHmac, randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { portalOf } from '@/db/portal'
import { now } from '@/lib/clock'
import { contactKeys, secret, type SecretName } from '@/lib/keys'
import { logger } from '@/lib/logger'

const HOLD = 60_000
const RENEW = 20_000
const ASK = 500

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, ASK))

const every = (ms: number, work: () => Promise<unknown>): NodeJS.Timeout => {
  const timer = setInterval(() => void work().catch((error: unknown) => logger.error({ err: error }, 'what processes share could not be renewed')), ms)
  timer.unref()
  return timer
}

/** Does work that one process does at a time, while the others that come to it wait. One that crashes lets go after a minute. */
export const alone = async <T>(payload: Payload, name: string, work: () => Promise<T>): Promise<T> => {
  const { locks } = portalOf(payload).shared
  const holder = randomUUID()
  while (!(await locks.begin({ name, every: 0, holder, at: now(), until: now() + HOLD }))) await pause()
  const timer = every(RENEW, () => locks.renew({ name, holder, until: now() + HOLD }))
  try {
    return await work()
  } finally {
    clearInterval(timer)
    await locks.end({ name, holder, at: now(), outcome: 'cut' })
  }
}

const SECRETS: readonly SecretName[] = ['session', 'receipt', 'draft', 'address-salt']

const digestOf = (key: Buffer): string => createHmac('sha256', key).update('portal: the same key').digest('base64url').slice(0, 16)

/** What tells two keys apart and tells nothing of either. */
const fingerprints = (): [name: string, digest: string][] => {
  const { current } = contactKeys()
  return [...SECRETS.map((name): [string, string] => [name, digestOf(secret(name))]), ['contact', `${current.id}:${digestOf(current.key)}`]]
}

const STANDS = 2 * 60_000

const agree = async (payload: Payload): Promise<string[]> => {
  const { words } = portalOf(payload).shared
  const other: string[] = []
  for (const [name, digest] of fingerprints()) if ((await words.agree({ name: `key ${name}`, text: digest, at: now(), until: now() + STANDS })) !== digest) other.push(name)
  return other
}

/**
 * Makes sure that all processes of the portal have the same keys: with others, sessions, query words and contact details of one would mean nothing to the next.
 * Returns how the watch is ended. Errors: one that names the keys. Once none has run for two minutes, other keys are taken.
 */
export const agreeOnKeys = async (payload: Payload): Promise<() => void> => {
  const other = await agree(payload)
  if (other.length > 0) {
    throw new Error(`Other processes of this portal have other keys: ${other.join(', ')}. Give every one the same keys folder or the same SECRET_… and CONTACT_KEYS; to change keys, stop all of them and wait two minutes.`)
  }
  const timer = every(STANDS / 2, () => agree(payload))
  return () => clearInterval(timer)
}

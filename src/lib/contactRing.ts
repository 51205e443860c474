import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'
import { type ContactKey, contactKeysText, parseContactKeys } from './secretText'

export const ringFile = (dataDir: string): string => path.join(dataDir, 'keys', 'contact')

/** The ring as it stands in its file. Throws when there is none or it is damaged. */
export const readRing = (dataDir: string): ContactKey[] => {
  const ring = parseContactKeys(readFileSync(ringFile(dataDir), 'utf8'))
  if (!ring) throw new Error(`${ringFile(dataDir)} does not hold a sound ring of keys`)
  return ring
}

/** Puts a ring in place of the old one at once: whoever reads the file meanwhile reads the one or the other, never half. */
const writeRing = (dataDir: string, ring: ContactKey[]): void => {
  const file = ringFile(dataDir)
  const part = `${file}.part`
  const handle = openSync(part, 'w', 0o600)
  try {
    writeSync(handle, `${contactKeysText(ring)}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(part, file)
}

/** One above every number in the ring: an id that a backup may still name is not given again while its key is here. */
const nextId = (ring: readonly ContactKey[]): string => `k${Math.max(ring.length, ...ring.map(({ id }) => Number(/^k(\d+)$/.exec(id)?.[1] ?? 0))) + 1}`

/** Adds a key to the ring; from then on everything new is sealed with it, and the old ones still open what they sealed. Returns its id. */
export const addRingKey = (dataDir: string): string => {
  const ring = readRing(dataDir)
  const id = nextId(ring)
  writeRing(dataDir, [...ring, { id, key: randomBytes(32) }])
  return id
}

/** Takes keys out of the ring, never the newest. Returns which went. */
export const dropRingKeys = (dataDir: string, ids: readonly string[]): string[] => {
  const ring = readRing(dataDir)
  const gone = ring.slice(0, -1).filter(({ id }) => ids.includes(id)).map(({ id }) => id)
  if (gone.length > 0) writeRing(dataDir, ring.filter(({ id }) => !gone.includes(id)))
  return gone
}

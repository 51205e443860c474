import { open, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { toDomainError } from '@/db/faults'
import { newId } from '@/db/ids'
import { portalOf } from '@/db/portal'
import { findRow, insertRow } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { SLUG } from '@/slugs'

/** Whether something can be kept now. */
export type StorageState = 'ok' | 'full' | 'unwritable'

/** As much as a small photo: what is free below that, is as good as full. */
const PROBE_BYTES = 128 * 1024
/** How long an answer holds (milliseconds): whoever asks more often costs nothing. */
const HOLDS = 5_000

const writeFile = async (): Promise<void> => {
  const file = path.join(env().DATA_DIR, `.probe-${process.pid}`)
  try {
    const handle = await open(file, 'w', 0o600)
    try {
      await handle.writeFile(Buffer.alloc(PROBE_BYTES))
      await handle.sync()
    } finally {
      await handle.close()
    }
  } finally {
    await rm(file, { force: true })
  }
}

class Undone extends Error {}

// written and taken back: a file that refuses refuses here
const writeRow = async (payload: Payload): Promise<void> => {
  if (portalOf(payload).engine !== 'sqlite') return
  const office = await findRow({ payload }, SLUG.offices, { select: { code: true } })
  if (!office) return
  try {
    await withTransaction(payload, async (req) => {
      await insertRow(req, SLUG.counters, { id: newId(), office: office.id, key: 'probe', value: 0 })
      throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
}

const look = async (payload: Payload): Promise<StorageState> => {
  try {
    await writeFile()
    await writeRow(payload)
    return 'ok'
  } catch (thrown) {
    const error = toDomainError(thrown)
    if (!(error instanceof DomainError)) return 'unwritable'
    // others are writing: it can be written then
    if (error.code === 'busy') return 'ok'
    return error.code === 'storageFull' ? 'full' : 'unwritable'
  }
}

const last = new WeakMap<Payload, { at: number; state: Promise<StorageState> }>()

/** Tries whether the disk and the database take a write; nothing of it stays. Asked again within five seconds it gives the same answer. */
export const storageState = (payload: Payload): Promise<StorageState> => {
  const known = last.get(payload)
  if (known && Math.abs(now() - known.at) < HOLDS) return known.state
  const state = look(payload)
  last.set(payload, { at: now(), state })
  return state
}

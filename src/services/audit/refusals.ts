import type { Payload } from 'payload'
import { withTransaction } from '@/db/transaction'
import { now } from '@/lib/clock'
import { logger } from '@/lib/logger'
import { appendAudit, type AuditEntry } from './append'

const WINDOW = 10 * 60_000
/** So many refusals of one kind are each written down within a window; the rest are counted. */
const EACH = 3
const MOST = 20_000

export type Refusal = AuditEntry & {
  outcome: 'denied' | 'failed'
  /** What is one kind: a person at a door, tries of one name. */
  kind: string
  /** What many kinds share, and how many of it are written down within a window: whoever tries a thousand names fills no disk. */
  pool: { name: string; most: number }
}

type Window = { until: number; written: number; held: number; last: Refusal }

const KEY = Symbol.for('portal.refusals')
const holder = globalThis as typeof globalThis & { [KEY]?: Map<string, Window> }
const windows = (): Map<string, Window> => (holder[KEY] ??= new Map())

/** Forgets what was counted, as a new process does. */
export const forgetRefusals = (): void => windows().clear()

const entryOf = ({ kind: _kind, pool: _pool, ...entry }: Refusal, more: number): AuditEntry => (more > 0 ? { ...entry, detail: { ...entry.detail, more } } : entry)

const write = (payload: Payload, refusal: Refusal, more: number): Promise<void> => withTransaction(payload, (req) => appendAudit(req, entryOf(refusal, more)))

const fresh = (last: Refusal): Window => ({ until: now() + WINDOW, written: 0, held: 0, last })

/** The window of a key, and how many were only counted in the one before it; undefined when there are too many windows already. */
const open = (key: string, refusal: Refusal): { window: Window; more: number } | undefined => {
  const known = windows().get(key)
  if (known && known.until > now()) return { window: known, more: 0 }
  if (!known && windows().size >= MOST) return undefined
  const window = fresh(refusal)
  windows().set(key, window)
  return { window, more: known?.held ?? 0 }
}

type Room = { window: Window; more: number; most: number }

const roomsOf = (refusal: Refusal): (Room | undefined)[] => {
  const { office, action, kind, pool } = refusal
  const room = (key: string, most: number): Room | undefined => {
    const opened = open(key, refusal)
    return opened && { ...opened, most }
  }
  return [room(`${office}|${action}|${kind}`, EACH), room(`${office}|${pool.name}`, pool.most)]
}

/**
 * Writes down that something was refused or failed. The first three of a kind within ten minutes are each an entry, more are counted and told
 * later (`more`), so that a loop fills no disk. Never stands in the way of the answer: what cannot be written is in the log.
 */
export const recordRefusal = async (payload: Payload, refusal: Refusal): Promise<void> => {
  const rooms = roomsOf(refusal)
  const full = rooms.find((room) => room === undefined || room.window.written >= room.most)
  if (full || rooms.includes(undefined)) {
    if (full) Object.assign(full.window, { held: full.window.held + 1, last: refusal })
    return
  }
  for (const room of rooms) if (room) room.window.written += 1
  try {
    await write(payload, refusal, rooms[0]?.more ?? 0)
  } catch (error) {
    logger.error({ err: error, action: refusal.action }, 'a refusal could not be written down')
  }
}

/** Writes down what was only counted, where its window is over. Returns how many entries were written. */
export const tellHeldRefusals = async (payload: Payload): Promise<number> => {
  let told = 0
  for (const [key, window] of windows()) {
    if (window.until > now()) continue
    windows().delete(key)
    if (window.held === 0) continue
    await write(payload, window.last, window.held)
    told += 1
  }
  return told
}

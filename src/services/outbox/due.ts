import type { Payload, Where } from 'payload'
import { newId } from '@/db/ids'
import { findRow, findRows, updateRowIf } from '@/db/rows'
import type { Outbox } from '@/payload-types'
import { idOf } from '@/lib/idOf'
import { SLUG } from '@/slugs'

const BATCH = 100
/** A claim older than this is of a process that is gone, in milliseconds: a message takes seconds. */
const LEASE = 60_000
/** How long a message waits for an earlier one that somebody else is sending just now. */
const BEHIND = 5_000

export const iso = (at: number): string => new Date(at).toISOString()

export const toHook = (target: string | undefined): Where => ({ target: target === undefined ? { exists: false } : { equals: target } })

/** Neither sent, nor given up, nor let go. */
export const waiting: Where = { and: [{ sentAt: { exists: false } }, { deadAt: { exists: false } }, { endedAt: { exists: false } }] }

const dueAt = (at: number): Where => ({
  and: [waiting, { dueAt: { less_than_equal: iso(at) } }, { or: [{ claim: { exists: false } }, { claimedAt: { less_than: iso(at - LEASE) } }] }],
})

/** Messages to one target whose time has come, in their order. */
export const dueRows = (payload: Payload, target: string | undefined, at: number): Promise<Outbox[]> =>
  findRows({ payload }, SLUG.outbox, { where: { and: [dueAt(at), toHook(target)] }, sort: 'id', limit: BATCH })

/** Claims a message; undefined when another process was first. The claim is what later writes are bound to. */
export const claim = async (payload: Payload, row: Outbox, at: number): Promise<Where | undefined> => {
  const mine = newId()
  const won = await updateRowIf({ payload }, SLUG.outbox, { and: [{ id: { equals: row.id } }, dueAt(at)] }, { claim: mine, claimedAt: iso(at) })
  return won === 1 ? { and: [{ id: { equals: row.id } }, { claim: { equals: mine } }] } : undefined
}

/** Whether an earlier message of the same matter has not left for this target yet. This one then waits until that one is tried again. */
export const isBehind = async (payload: Payload, row: Outbox, at: number): Promise<boolean> => {
  const matter = idOf(row.matter)
  if (!matter || !row.seq) return false
  const where: Where = { and: [waiting, { matter: { equals: matter } }, toHook(row.target ?? undefined), { seq: { less_than: row.seq } }] }
  const before = await findRow({ payload }, SLUG.outbox, { where, sort: '-dueAt', select: { dueAt: true } })
  if (!before) return false
  const next = Math.max(Date.parse(before.dueAt), at + BEHIND)
  await updateRowIf({ payload }, SLUG.outbox, { and: [{ id: { equals: row.id } }, waiting] }, { dueAt: iso(next) })
  return true
}

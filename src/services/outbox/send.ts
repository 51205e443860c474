import type { Payload, Where } from 'payload'
import { log } from '@/channels/log'
import type { Resolve } from '@/channels/post'
import { NotSent } from '@/channels/types'
import { sendToHook } from '@/channels/webhook'
import { findRow, findRows, updateRowIf } from '@/db/rows'
import { MOST_TRIES, pauseAfter } from '@/domain/outgoing/retry'
import { now } from '@/lib/clock'
import { idOf } from '@/lib/idOf'
import { logger } from '@/lib/logger'
import type { Outbox, Webhook } from '@/payload-types'
import { openSecret } from '@/services/webhooks/secret'
import { SLUG } from '@/slugs'
import { claim, dueRows, isBehind, iso, waiting } from './due'

/** Which way messages go: their own log, or a hook; `gone` was removed. */
type Way = { target?: string; hook?: Webhook; gone?: boolean; resolve?: Resolve }

const SEEN = 60_000

const secretOf = (hook: Webhook): string => {
  try {
    return openSecret(hook.id, hook.secret ?? '')
  } catch (cause) {
    throw new NotSent('secret', undefined, { cause })
  }
}

const hand = async (row: Outbox, { hook, resolve }: Way): Promise<void> => {
  if (!hook) return log.send({ id: row.id, kind: row.kind, key: row.key, payload: row.payload })
  const event = row.payload && typeof row.payload === 'object' && 'event' in row.payload ? String(row.payload.event) : row.kind
  await sendToHook({ address: hook.address, secret: secretOf(hook), key: row.key ?? row.id, event, body: row.payload, ...(resolve ? { resolve } : {}) })
}

/** What a failure is called in the row: a code of ours for hooks, the words of our own channels otherwise. */
const faultOf = (error: unknown, { hook }: Way): { error: string; answer: number | null } => {
  if (error instanceof NotSent) return { error: error.fault, answer: error.status ?? null }
  if (hook) return { error: 'internal', answer: null }
  return { error: error instanceof Error ? error.message.slice(0, 300) : 'failed', answer: null }
}

const noteFault = async (payload: Payload, { hook }: Way, error: string, at: number): Promise<void> => {
  if (hook) await updateRowIf({ payload }, SLUG.webhooks, { id: { equals: hook.id } }, { lastFault: error, lastFaultAt: iso(at) })
}

/** Not with every message: that something arrives is known to the minute. */
const noteSent = async (payload: Payload, { hook }: Way, at: number): Promise<void> => {
  if (!hook || (hook.lastSentAt && at - Date.parse(hook.lastSentAt) < SEEN)) return
  hook.lastSentAt = iso(at)
  await updateRowIf({ payload }, SLUG.webhooks, { id: { equals: hook.id } }, { lastSentAt: iso(at) })
}

const failed = async (payload: Payload, row: Outbox, mine: Where, way: Way, error: unknown): Promise<void> => {
  const at = now()
  const tries = (row.tries ?? 0) + 1
  const dead = tries >= MOST_TRIES
  const fault = faultOf(error, way)
  const next = dead ? { deadAt: iso(at) } : { dueAt: iso(at + pauseAfter(tries, Math.random())) }
  logger.warn({ fault: fault.error, status: fault.answer ?? undefined, outbox: row.id, target: way.target, tries, dead }, dead ? 'a message was given up' : 'a message could not be sent; it is tried again')
  await updateRowIf({ payload }, SLUG.outbox, mine, { tries, claim: null, triedAt: iso(at), ...(row.firstTriedAt ? {} : { firstTriedAt: iso(at) }), ...fault, ...next })
  await noteFault(payload, way, fault.error, at)
}

/** Sends one message that is claimed. False when it did not arrive. */
const deliver = async (payload: Payload, row: Outbox, mine: Where, way: Way): Promise<boolean> => {
  try {
    await hand(row, way)
  } catch (error) {
    await failed(payload, row, mine, way, error)
    return false
  }
  const at = now()
  await updateRowIf({ payload }, SLUG.outbox, mine, { sentAt: iso(at) })
  await noteSent(payload, way, at)
  return true
}

/** A matter may have been restricted since; of such nothing leaves the portal. */
const isClosed = async (payload: Payload, row: Outbox): Promise<boolean> => {
  const matter = idOf(row.matter)
  if (!matter) return false
  const found = await findRow({ payload }, SLUG.matters, { where: { id: { equals: matter } }, select: { confidentiality: true } })
  return found?.confidentiality !== 'normal'
}

/** Why a message to a hook goes nowhere any more; undefined when it may go. */
const endOf = async (payload: Payload, row: Outbox, { hook, gone }: Way): Promise<string | undefined> => {
  if (gone) return 'removed'
  if (!hook) return undefined
  if (hook.active !== true) return 'off'
  return (await isClosed(payload, row)) ? 'restricted' : undefined
}

/** Sends to one target what is due, in order; stops at the first failure, so that a target that does not answer costs one wait a turn. */
const sendWay = async (payload: Payload, way: Way, stopping: () => boolean): Promise<number> => {
  const at = now()
  const rows = await dueRows(payload, way.target, at)
  let handled = 0
  for (const row of rows) {
    if (stopping()) break
    handled += 1
    const end = await endOf(payload, row, way)
    if (end) {
      await updateRowIf({ payload }, SLUG.outbox, { and: [{ id: { equals: row.id } }, waiting] }, { endedAt: iso(now()), endedWhy: end })
      continue
    }
    if (await isBehind(payload, row, at)) continue
    const mine = await claim(payload, row, at)
    if (mine && !(await deliver(payload, row, mine, way)) && way.target) break
  }
  return handled
}

/** Every hook there is, and those that are gone and still have messages. */
const waysOf = async (payload: Payload, resolve: Resolve | undefined): Promise<Way[]> => {
  const hooks = await findRows({ payload }, SLUG.webhooks, { sort: 'id' })
  const none: Where[] = hooks.map(({ id }) => ({ target: { not_equals: id } }))
  const stray = await findRow({ payload }, SLUG.outbox, { where: { and: [waiting, { target: { exists: true } }, ...none] }, sort: 'id', select: { target: true } })
  return [{}, ...hooks.map((hook) => ({ target: hook.id, hook, ...(resolve ? { resolve } : {}) })), ...(stray?.target ? [{ target: stray.target, gone: true }] : [])]
}

/**
 * Sends what acts have queued, each target by itself. At least once: a message whose sender died after sending is sent again, under the
 * same key. Returns how many messages were looked at. `resolve`: how names are resolved, for tests.
 */
export const sendDue = async (payload: Payload, { stopping = () => false, resolve }: { stopping?: () => boolean; resolve?: Resolve } = {}): Promise<number> => {
  const ways = await waysOf(payload, resolve)
  const counts = await Promise.all(ways.map((way) => sendWay(payload, way, stopping)))
  return counts.reduce((sum, count) => sum + count, 0)
}


import type { Payload } from 'payload'
import { findRows } from '@/db/rows'
import { isOutEvent, type OutEvent } from '@/domain/outgoing/events'
import { idOf } from '@/lib/idOf'
import type { Webhook } from '@/payload-types'
import { SLUG } from '@/slugs'

/** What the outbox must know of a hook. */
export type KnownHook = { id: string; office: string; events: OutEvent[]; active: boolean }

type Held = { at: number; hooks: Promise<KnownHook[]> }

const KEY = Symbol.for('portal.webhooks')
const holder = globalThis as typeof globalThis & { [KEY]?: Map<Payload, Held> }

/** Other processes (MongoDB) change hooks too: nobody works on a list older than this, in milliseconds. */
const MAX_AGE = 10_000

const held = (): Map<Payload, Held> => (holder[KEY] ??= new Map())

export const forgetHooks = (): void => held().clear()

export const eventsOf = ({ events }: Pick<Webhook, 'events'>): OutEvent[] => (Array.isArray(events) ? events.filter(isOutEvent) : [])

const read = async (payload: Payload): Promise<KnownHook[]> =>
  (await findRows({ payload }, SLUG.webhooks, { sort: 'id' })).map((row) => ({ id: row.id, office: idOf(row.office) ?? '', events: eventsOf(row), active: row.active === true }))

/** Every hook of every office, read once and kept for some seconds: each act asks. */
export const knownHooks = (payload: Payload): Promise<KnownHook[]> => {
  const entry = held().get(payload)
  if (entry && performance.now() - entry.at < MAX_AGE) return entry.hooks
  const hooks = read(payload).catch((error: unknown) => {
    held().delete(payload)
    throw error
  })
  held().set(payload, { at: performance.now(), hooks })
  return hooks
}

import type { PayloadRequest } from 'payload'
import { insertRows } from '@/db/rows'
import { outEventOf, type OutBody, type OutEvent } from '@/domain/outgoing/events'
import type { Phase } from '@/domain/workflow/types'
import { knownHooks } from '@/services/webhooks/known'
import { SLUG } from '@/slugs'

const iso = (at: number): string => new Date(at).toISOString()

type Outgoing = {
  office: string
  kind: string
  /** Names what happened, once: the same cannot queue twice. It goes out with the message, so that the other side can tell doubles. */
  key: string
  matter?: string
  seq?: number
  payload: Record<string, unknown>
  at: number
  /** What other systems may be told. Absent: nothing leaves the portal. */
  told?: { event: OutEvent; body: Omit<OutBody, 'id' | 'event' | 'at'> }
}

/**
 * Queues a message in the transaction of the act: one row for the portal's own log and one for each system that wants to know, so that
 * one that fails does not send twice to the others. Nothing leaves before the commit.
 */
export const queueMessage = async (req: PayloadRequest, { told, at, key, ...message }: Outgoing): Promise<void> => {
  const due = { ...message, dueAt: iso(at), tries: 0, createdAt: iso(at), updatedAt: iso(at) }
  const hooks = told ? (await knownHooks(req.payload)).filter(({ office, active, events }) => active && office === message.office && events.includes(told.event)) : []
  await insertRows(req, SLUG.outbox, [
    { ...due, key },
    ...hooks.map(({ id }) => ({ ...due, key: `${key}.${id}`, target: id, payload: { id: `${key}.${id}`, event: told?.event, at: iso(at), ...told?.body } })),
  ])
}

/** What of a matter the queue looks at. `type` is the id of its type, `typeCode` what other systems are told. */
export type QueuedMatter = { id: string; office: string; number: string; eventCount: number; step: string; phase: Phase; confidentiality: 'normal' | 'restricted' }

export type MatterHappened = { matter: QueuedMatter; before?: { step: string; phase: Phase; confidentiality: 'normal' | 'restricted' }; typeCode: string; action: string; payload: Record<string, unknown>; at: number }

/** Queues what happened to a matter. Of restricted ones nothing leaves the portal, also not that they were restricted or set free. */
export const queueOfMatter = (req: PayloadRequest, { matter, before, typeCode, action, payload, at }: MatterHappened): Promise<void> => {
  const { id, office, number, eventCount: seq, step, phase, confidentiality } = matter
  const open = confidentiality === 'normal' && before?.confidentiality !== 'restricted'
  return queueMessage(req, {
    office, kind: `matter.${action}`, key: `${id}.${seq}`, matter: id, seq, payload, at,
    ...(open ? { told: { event: outEventOf({ action, before, after: matter }), body: { matter: { id, number, seq, type: typeCode, step, phase } } } } : {}),
  })
}

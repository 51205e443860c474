import type { Resolve } from '@/channels/post'
import { NotSent, type SendFault } from '@/channels/types'
import { sendToHook } from '@/channels/webhook'
import { withTransaction } from '@/db/transaction'
import { newId } from '@/db/ids'
import { DomainError } from '@/domain/errors'
import type { OutBody } from '@/domain/outgoing/events'
import { now } from '@/lib/clock'
import { logger } from '@/lib/logger'
import { appendAudit } from '@/services/audit/append'
import type { Desk } from '@/services/desk/desk'
import { SLUG } from '@/slugs'
import { openSecret } from './secret'
import { hookOf } from './view'

/** What became of a test message: the answer (its beginning), or why there is none. */
export type Tried = { ok: true; status: number; text: string } | { ok: false; fault: SendFault; status?: number }

const SHOWN = 500

const faultOf = (error: unknown): Tried => {
  if (error instanceof NotSent) return { ok: false, fault: error.fault, ...(error.status === undefined ? {} : { status: error.status }) }
  logger.error({ err: error }, 'a test message failed')
  return { ok: false, fault: 'internal' }
}

const opened = (id: string, sealed: string | null | undefined): string => {
  try {
    return openSecret(id, sealed ?? '')
  } catch (cause) {
    throw new NotSent('secret', undefined, { cause })
  }
}

/** Sends a test message at once, signed like all others, and tells the answer. Errors: `notAllowed`, `notFound`. */
export const tryHook = async (desk: Desk, id: string, resolve?: Resolve): Promise<Tried> => {
  if (!desk.holds('settings.edit')) throw new DomainError('notAllowed')
  const hook = await hookOf({ payload: desk.payload }, desk, id)
  const key = `test.${newId()}`
  const body: OutBody = { id: key, event: 'test', at: new Date(now()).toISOString() }
  await withTransaction(desk.payload, (req) =>
    appendAudit(req, { office: desk.viewer.office, action: 'webhook.try', actor: { kind: 'staff', id: desk.me.id, name: desk.me.name }, targetKind: SLUG.webhooks, target: id, address: desk.acting.address }))
  try {
    const { status, text } = await sendToHook({ address: hook.address, secret: opened(id, hook.secret), key, event: 'test', body, ...(resolve ? { resolve } : {}) })
    return { ok: true, status, text: text.slice(0, SHOWN) }
  } catch (error) {
    return faultOf(error)
  }
}

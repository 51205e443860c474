import type { PayloadRequest, Where } from 'payload'
import { readAddress } from '@/channels/hookAddress'
import { newSigningSecret } from '@/channels/sign'
import { newId } from '@/db/ids'
import { countRows, deleteRows, insertRow, updateRowIf } from '@/db/rows'
import { afterCommit, withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { isOutEvent, type OutEvent } from '@/domain/outgoing/events'
import { t } from '@/i18n'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { appendAudit } from '@/services/audit/append'
import type { Desk } from '@/services/desk/desk'
import { assertFresh } from '@/services/session/fresh'
import { SLUG } from '@/slugs'
import { forgetHooks } from './known'
import { sealSecret } from './secret'
import { hookOf } from './view'

const LONGEST_NAME = 60
/** Each act queues a message for each hook: more than this is a mistake. */
const MOST_HOOKS = 20

export type HookData = { name: string; address: string; events: OutEvent[]; active: boolean }
type Given = { name?: unknown; address?: unknown; events?: unknown; active?: unknown }

const iso = (): string => new Date(now()).toISOString()

/** Who may change to whom the portal speaks, and only after a recent proof of who they are. Errors: `notAllowed`, `proofNeeded`. */
const assertMay = async (desk: Desk): Promise<void> => {
  if (!desk.holds('settings.edit')) throw new DomainError('notAllowed')
  await assertFresh(desk.req)
}

const addressFault = (text: string): string | undefined => {
  const read = readAddress(text, { networks: env().WEBHOOK_ALLOW, http: env().WEBHOOK_HTTP })
  return 'fault' in read ? read.fault : undefined
}

const clean = ({ name, address, events, active }: Given, { lang }: Desk): HookData => {
  const data: HookData = {
    name: typeof name === 'string' ? name.trim().slice(0, LONGEST_NAME) : '', address: typeof address === 'string' ? address.trim() : '',
    events: Array.isArray(events) ? [...new Set(events.filter(isOutEvent))] : [], active: active === true,
  }
  const wrong = addressFault(data.address)
  const said = [
    ...(data.name ? [] : [{ path: 'name', text: t(lang, 'webhooks.wrong.name') }]),
    ...(wrong ? [{ path: 'address', text: t(lang, `webhooks.wrong.${wrong}` as 'webhooks.wrong.private') }] : []),
    ...(data.events.length > 0 ? [] : [{ path: 'events', text: t(lang, 'webhooks.wrong.events') }]),
  ]
  if (said.length > 0) throw new DomainError('invalid', { said }, said.map(({ path }) => ({ field: path, code: 'invalid' })))
  return data
}

const audited = async (req: PayloadRequest, desk: Desk, action: string, target: string, detail: Record<string, unknown>): Promise<void> => {
  await appendAudit(req, { office: desk.viewer.office, action, actor: { kind: 'staff', id: desk.me.id, name: desk.me.name }, targetKind: SLUG.webhooks, target, detail, address: desk.acting.address })
  await afterCommit(req, forgetHooks)
}

/** What may stand in the audit log of an address: a path or a query may be a password of its kind. */
const hostOnly = (address: string): string => new URL(address).origin

/**
 * Makes a hook. Returns its secret, which is shown this once and kept sealed.
 * Errors: `notAllowed`, `proofNeeded`, `invalid` with `detail.said`, `guardFailed` (`hooks`) when there are too many.
 */
export const addHook = async (desk: Desk, given: Given): Promise<{ id: string; secret: string }> => {
  await assertMay(desk)
  const data = clean(given, desk)
  const id = newId()
  const secret = newSigningSecret()
  const { office } = desk.viewer
  await withTransaction(desk.payload, async (req) => {
    if ((await countRows(req, SLUG.webhooks, { office: { equals: office } })) >= MOST_HOOKS) {
      throw new DomainError('guardFailed', { guard: 'hooks', said: [{ path: '', text: t(desk.lang, 'webhooks.wrong.tooMany', { n: MOST_HOOKS }) }] })
    }
    await insertRow(req, SLUG.webhooks, { id, office, ...data, revision: 1, secret: sealSecret(id, secret), secretAt: iso(), changedBy: desk.me.id })
    await audited(req, desk, 'webhook.add', id, { host: hostOnly(data.address), events: data.events, active: data.active })
  })
  return { id, secret }
}

type Changing = { id: string; seen: unknown; given: Given }

/** Changes a hook as it was seen. Errors: as `addHook`; `notFound`, `conflict`. */
export const changeHook = async (desk: Desk, { id, seen, given }: Changing): Promise<{ id: string }> => {
  await assertMay(desk)
  const data = clean(given, desk)
  await withTransaction(desk.payload, async (req) => {
    const row = await hookOf(req, desk, id)
    const where: Where = { and: [{ id: { equals: id } }, { revision: { equals: typeof seen === 'number' ? seen : -1 } }] }
    if ((await updateRowIf(req, SLUG.webhooks, where, { ...data, revision: row.revision + 1, changedBy: desk.me.id })) !== 1) throw new DomainError('conflict')
    await audited(req, desk, 'webhook.change', id, { host: hostOnly(data.address), events: data.events, active: data.active })
  })
  return { id }
}

/** Gives a hook a new secret, shown this once; the old one signs nothing any more. Errors: `notAllowed`, `proofNeeded`, `notFound`. */
export const renewSecret = async (desk: Desk, id: string): Promise<{ id: string; secret: string }> => {
  await assertMay(desk)
  const secret = newSigningSecret()
  await withTransaction(desk.payload, async (req) => {
    const row = await hookOf(req, desk, id)
    await updateRowIf(req, SLUG.webhooks, { id: { equals: id } }, { secret: sealSecret(id, secret), secretAt: iso(), revision: row.revision + 1, changedBy: desk.me.id })
    await audited(req, desk, 'webhook.renewSecret', id, {})
  })
  return { id, secret }
}

/** Removes a hook. What waits for it is not sent any more. Errors: `notAllowed`, `proofNeeded`, `notFound`. */
export const removeHook = async (desk: Desk, id: string): Promise<void> => {
  await assertMay(desk)
  await withTransaction(desk.payload, async (req) => {
    const row = await hookOf(req, desk, id)
    await deleteRows(req, SLUG.webhooks, { id: { equals: id } })
    await audited(req, desk, 'webhook.remove', id, { host: hostOnly(row.address) })
  })
}

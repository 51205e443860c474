import type { Where } from 'payload'
import { countRows, findRow, findRows } from '@/db/rows'
import { looseKeys } from '@/lib/keysFolder'
import { waiting } from '@/services/outbox/due'
import { deadOnes } from '@/services/webhooks/view'
import { SLUG } from '@/slugs'
import { sweeps as allSweeps, type Sweep } from '../sweeps'
import type { Check, Finding, Ground } from '../types'
import { unopened } from './contactKeys'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** A message that leaves the portal is late after this. */
const OUTBOX_LATE = 10 * MINUTE
const OUTBOX_TRIES = 3
/** How often in a row a sweep may fail, and how many of its turns it may miss, before it is told. */
const SWEEP_FAULTS = 2
const SWEEP_TURNS = 3
const LONG_TURN = 60 * MINUTE
const AUDIT_FRESH = DAY
const TASK_TOLD = 7 * DAY

const iso = (at: number): string => new Date(at).toISOString()
const hours = (ms: number): number => Math.max(1, Math.round(ms / (60 * MINUTE)))

const DEAD_FIX = { href: '/admin/structure/webhooks', needs: ['settings.edit', 'health.view'], asks: ['settings.edit'] } as const

/** Messages that should have left the portal and have not, and those that were given up. */
export const outbox: Check = async ({ payload, model, now }) => {
  const own: Where = { office: { equals: model.office.id } }
  const stuck: Where = { and: [own, waiting, { or: [{ tries: { greater_than_equal: OUTBOX_TRIES } }, { dueAt: { less_than: iso(now - OUTBOX_LATE) } }] }] }
  const n = await countRows({ payload }, SLUG.outbox, stuck)
  const dead = await countRows({ payload }, SLUG.outbox, { and: [own, deadOnes] })
  const oldest = n > 0 ? await findRow({ payload }, SLUG.outbox, { where: stuck, sort: 'id', select: { createdAt: true } }) : undefined
  const late: Finding[] = n > 0 ? [{ code: 'outbox', gravity: 'now', params: { n, hours: hours(now - Date.parse(oldest?.createdAt ?? iso(now))) } }] : []
  return [...late, ...(dead > 0 ? [{ code: 'outboxDead', gravity: 'soon', params: { n: dead }, fix: DEAD_FIX } as const] : [])]
}

/** A turn may be long, as when thousands of matters follow their unit; a pause between two turns may not, nor one that a crashed process left and nobody took over. */
const isLate = ({ every, begunAt, endedAt = 0, heldUntil }: Sweep, now: number): boolean => {
  if (begunAt !== undefined && begunAt > endedAt) return now - begunAt > LONG_TURN || (heldUntil !== undefined && now - heldUntil > every + MINUTE)
  return endedAt > 0 && now - endedAt > every * SWEEP_TURNS + MINUTE
}

/** The portal's own sweeps: whether they run somewhere, in time and without failing. */
export const sweeps = async ({ payload, now }: Pick<Ground, 'payload' | 'now'>): Promise<Finding[]> => {
  const all = await allSweeps(payload)
  if (all.length === 0) return [{ code: 'noSweeps', gravity: 'now' }]
  const failing = all.filter(({ faults }) => faults >= SWEEP_FAULTS)
  const late = all.filter((sweep) => !failing.includes(sweep) && isLate(sweep, now))
  const of = (code: 'sweepFails' | 'sweepLate', found: Sweep[]): Finding[] =>
    (found.length > 0 ? [{ code, gravity: 'now', params: { n: found.length }, names: found.map(({ name }) => ({ zh: name })) }] : [])
  return [...of('sweepFails', failing), ...of('sweepLate', late)]
}

const FIX = { href: '/admin/collections/tasks', needs: ['health.view'] } as const

/** Long work after a change of structure: how far it is, and whether it is stuck. */
export const tasks: Check = async ({ payload, model, now }) => {
  const own: Where = { office: { equals: model.office.id } }
  const rows = await findRows({ payload }, SLUG.tasks, { where: { and: [own, { or: [{ state: { not_equals: 'done' } }, { finishedAt: { greater_than: iso(now - TASK_TOLD) } }] }] }, sort: 'id', limit: 50 })
  return rows.flatMap((row): Finding[] => {
    const params = { done: row.done, all: row.total ?? row.done }
    if (row.state === 'done') return row.error ? [{ code: `${row.kind}Gaps`, gravity: 'soon', params, fix: FIX }] : []
    if (row.tries > 0) return [{ code: `${row.kind}Stuck`, gravity: 'now', params: { ...params, tries: row.tries }, fix: FIX }]
    return row.total === 0 && row.done === 0 ? [] : [{ code: row.kind, gravity: 'note', params, fix: FIX }]
  })
}

/** The audit chain as it was last verified. */
export const audit: Check = async ({ payload, model, now }: Ground) => {
  const head = await findRow({ payload }, SLUG.auditHeads, { where: { office: { equals: model.office.id } } })
  const fix = { href: '/desk/audit', needs: ['audit.view'] } as const
  if (head?.faultSeq) return [{ code: 'auditBroken', gravity: 'now', params: { seq: head.faultSeq }, fix }]
  const verified = head?.verifiedAt ? Date.parse(head.verifiedAt) : undefined
  return head && (verified === undefined || now - verified > AUDIT_FRESH) ? [{ code: 'auditOld', gravity: 'soon', fix }] : []
}

/** Keys are for the portal's own user alone, and all that are needed are there. */
export const keys: Check = async (ground) => {
  const loose = looseKeys()
  return [
    ...(loose.length > 0 ? [{ code: 'keysOpen' as const, gravity: 'now' as const, params: { n: loose.length }, names: loose.map((zh) => ({ zh })) }] : []),
    ...(await unopened(ground)),
  ]
}

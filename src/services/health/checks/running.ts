import type { Where } from 'payload'
import { countRows, findRow, findRows } from '@/db/rows'
import { looseKeys } from '@/lib/keysFolder'
import { SLUG } from '@/slugs'
import { sweeps as allSweeps, type Sweep } from '../sweeps'
import type { Check, Finding, Ground } from '../types'

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

/** Messages that should have left the portal and have not. */
export const outbox: Check = async ({ payload, model, now }) => {
  const unsent: Where[] = [{ office: { equals: model.office.id } }, { sentAt: { exists: false } }]
  const stuck: Where = { and: [...unsent, { or: [{ tries: { greater_than_equal: OUTBOX_TRIES } }, { dueAt: { less_than: iso(now - OUTBOX_LATE) } }] }] }
  const n = await countRows({ payload }, SLUG.outbox, stuck)
  if (n === 0) return []
  const oldest = await findRow({ payload }, SLUG.outbox, { where: stuck, sort: 'id', select: { createdAt: true } })
  return [{ code: 'outbox', gravity: 'now', params: { n, hours: hours(now - Date.parse(oldest?.createdAt ?? iso(now))) } }]
}

/** A turn may be long, as when thousands of matters follow their unit; a pause between two turns may not. */
const isLate = ({ every, begunAt, endedAt = 0 }: Sweep, now: number): boolean => {
  if (begunAt !== undefined && begunAt > endedAt) return now - begunAt > LONG_TURN
  return endedAt > 0 && now - endedAt > every * SWEEP_TURNS + MINUTE
}

/** The portal's own sweeps: whether they run in this process, in time and without failing. */
export const sweeps = ({ now }: Pick<Ground, 'now'>): Finding[] => {
  const all = allSweeps()
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
  const fix = { href: '/admin/collections/audit-log', needs: ['audit.view'] } as const
  if (head?.faultSeq) return [{ code: 'auditBroken', gravity: 'now', params: { seq: head.faultSeq }, fix }]
  const verified = head?.verifiedAt ? Date.parse(head.verifiedAt) : undefined
  return head && (verified === undefined || now - verified > AUDIT_FRESH) ? [{ code: 'auditOld', gravity: 'soon', fix }] : []
}

/** Keys are for the portal's own user alone. */
export const keys: Check = () => {
  const loose = looseKeys()
  return loose.length > 0 ? [{ code: 'keysOpen', gravity: 'now', params: { n: loose.length }, names: loose.map((zh) => ({ zh })) }] : []
}

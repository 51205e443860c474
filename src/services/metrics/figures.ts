import type { Payload, Where } from 'payload'
import { countRows, findRow, findRows } from '@/db/rows'
import { writeQueueOf } from '@/db/writeQueue'
import { now } from '@/lib/clock'
import { sweeps } from '@/services/health/sweeps'
import { deadOnes } from '@/services/webhooks/view'
import { waiting } from '@/services/outbox/due'
import { SLUG } from '@/slugs'

/** One figure as a monitoring system reads it. Labels come from closed lists of the code: never ids, codes or words of people. */
export type Figure = { name: string; help: string; /** What its values are told apart by. */ label?: string; values: { of?: string; value: number }[] }

const KEPT_MS = 10_000
const iso = (at: number): string => new Date(at).toISOString()
const seconds = (ms: number): number => Math.max(0, Math.round(ms / 1000))

type Source = { payload: Payload; at: number }

const outbox = async ({ payload, at }: Source): Promise<Figure[]> => {
  const late: Where = { and: [waiting, { dueAt: { less_than_equal: iso(at) } }] }
  const oldest = await findRow({ payload }, SLUG.outbox, { where: late, sort: 'dueAt', select: { dueAt: true } })
  return [
    { name: 'portal_outbox_due', help: 'Messages that should have left by now', values: [{ value: await countRows({ payload }, SLUG.outbox, late) }] },
    { name: 'portal_outbox_oldest_due_seconds', help: 'How long the oldest of them is late', values: [{ value: oldest ? seconds(at - Date.parse(oldest.dueAt)) : 0 }] },
    { name: 'portal_outbox_dead', help: 'Messages that were given up and wait for a person', values: [{ value: await countRows({ payload }, SLUG.outbox, deadOnes) }] },
  ]
}

const work = async ({ payload, at }: Source): Promise<Figure[]> => {
  const all = await sweeps(payload)
  return [
    { name: 'portal_tasks_waiting', help: 'Long work after a change of structure that is not done', values: [{ value: await countRows({ payload }, SLUG.tasks, { state: { not_equals: 'done' } }) }] },
    { name: 'portal_sweep_age_seconds', help: 'How long ago a sweep last ended', label: 'sweep', values: all.flatMap(({ name, endedAt }) => (endedAt === undefined ? [] : [{ of: name, value: seconds(at - endedAt) }])) },
    { name: 'portal_sweep_faults', help: 'How often in a row a sweep has failed', label: 'sweep', values: all.map(({ name, faults }) => ({ of: name, value: faults })) },
  ]
}

const audit = async ({ payload, at }: Source): Promise<Figure[]> => {
  const heads = await findRows({ payload }, SLUG.auditHeads, { select: { verifiedAt: true, faultSeq: true } })
  const oldest = Math.max(0, ...heads.map(({ verifiedAt }) => (verifiedAt ? seconds(at - Date.parse(verifiedAt)) : Number.POSITIVE_INFINITY)))
  return [
    { name: 'portal_audit_verified_age_seconds', help: 'How long ago the audit chain was last verified; +Inf: never', values: [{ value: oldest }] },
    { name: 'portal_audit_broken', help: 'Audit chains that were found broken', values: [{ value: heads.filter(({ faultSeq }) => faultSeq).length }] },
  ]
}

const matters = async ({ payload, at }: Source): Promise<Figure[]> => {
  const open: Where[] = [{ open: { equals: true } }]
  const late: Where[] = [...open, { paused: { not_equals: true } }, { dueAt: { less_than: iso(at) } }]
  return [
    { name: 'portal_matters_open', help: 'Open matters', values: [{ value: await countRows({ payload }, SLUG.matters, { and: open }) }] },
    { name: 'portal_matters_overdue', help: 'Open matters whose limit is over', values: [{ value: await countRows({ payload }, SLUG.matters, { and: late }) }] },
  ]
}

const writer = ({ payload }: Source): Figure[] => {
  const queue = writeQueueOf(payload)
  if (!queue) return []
  return [
    { name: 'portal_sqlite_waiting', help: 'Writes that wait for the writer now', values: [{ value: queue.waiting }] },
    { name: 'portal_sqlite_turns', help: 'Turns of the writer since the start', values: [{ value: queue.turns }] },
    { name: 'portal_sqlite_wait_seconds', help: 'Seconds that were waited for the writer since the start, all together', values: [{ value: queue.seconds }] },
  ]
}

const read = async (source: Source): Promise<Figure[]> => [...(await outbox(source)), ...(await work(source)), ...(await audit(source)), ...(await matters(source)), ...writer(source)]

/** Reads the figures of the whole portal, all offices together; asked often, it reads the database once in ten seconds. */
export const makeFigures = (payload: Payload): (() => Promise<Figure[]>) => {
  let held: { at: number; figures: Promise<Figure[]> } | undefined
  return () => {
    const at = now()
    if (held && Math.abs(at - held.at) < KEPT_MS) return held.figures
    const figures = read({ payload, at })
    held = { at, figures }
    figures.catch(() => { held = undefined })
    return figures
  }
}

const KEY = Symbol.for('portal.figures')

/** Tells the server in front of Next, which answers /metrics, where the figures are. */
export const offerFigures = (payload: Payload): void => {
  ;(globalThis as typeof globalThis & { [KEY]?: () => Promise<Figure[]> })[KEY] = makeFigures(payload)
}

import type { Payload, PayloadRequest } from 'payload'
import { findRows } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { crossedThresholds, type ThresholdMark } from '@/domain/clocks'
import { DomainError } from '@/domain/errors'
import { now } from '@/lib/clock'
import { logger } from '@/lib/logger'
import { plainActing } from '@/services/matters/actor'
import { clockColumns, clockEventsOf, clockRowsOf, type ClockRow } from '@/services/matters/clockRows'
import { matterById } from '@/services/matters/find'
import { saveMatter } from '@/services/matters/save'
import { needModel } from '@/services/structure/cache'
import { idOf } from '@/lib/idOf'
import { SLUG } from '@/slugs'

const BATCH = 200
const ACTING = plainActing({ kind: 'system', job: 'thresholds' })

const mark = async (req: PayloadRequest, clock: ClockRow, marks: ThresholdMark[], columns: Record<string, unknown>, at: number): Promise<void> => {
  const data = { ...columns, done: [...(clock.done ?? []), ...marks], updatedAt: new Date(at).toISOString() }
  await req.payload.db.updateOne({ collection: SLUG.clocks, id: clock.id, data, req, returning: false })
}

type Sweep = { payload: Payload; outer?: PayloadRequest }

const handle = async ({ payload, outer }: Sweep, matterId: string, clockId: string): Promise<void> => {
  const at = now()
  await withTransaction(payload, async (req) => {
    const model = await needModel(req)
    const matter = await matterById(req, matterId)
    const clock = (await clockRowsOf(req, matterId)).find((row) => row.id === clockId)
    if (!matter || !clock) return
    const { reading, columns } = clockColumns({ limit: clock.limit, events: await clockEventsOf(req, matterId), calendar: model.calendar, now: at })
    const marks = crossedThresholds({ limit: clock.limit, reading, done: clock.done ?? [] })
    await mark(req, clock, marks, columns, at)
    if (marks.length === 0) return
    await saveMatter({
      req, model, before: matter, changes: {}, acting: ACTING, at,
      event: { kind: 'system', action: 'threshold', data: { clock: clock.clock, percent: marks.map((item) => item.percent), acts: marks.map((item) => item.act) } },
    })
  }, { req: outer })
}

/**
 * Records every threshold that a running clock has crossed, once, and queues the reminders it asks for (domain.md §4). `outer`: a
 * request whose transaction it shall join; then a failure is the owner's.
 */
export const thresholds = async (payload: Payload, outer?: PayloadRequest): Promise<number> => {
  const due = await findRows(outer ?? { payload }, SLUG.clocks, { where: { nextAt: { less_than_equal: new Date(now()).toISOString() } }, limit: BATCH, sort: 'nextAt' })
  for (const row of due) {
    try {
      await handle({ payload, outer }, idOf(row.matter) ?? '', row.id)
    } catch (error) {
      if (outer) throw error
      // A person wrote to the matter in this moment; the clock is read again at the next sweep. One bad row stops no other.
      if (!(error instanceof DomainError && error.code === 'conflict')) logger.error({ err: error, clock: row.id }, 'a clock could not be read')
    }
  }
  return due.length
}

import type { PayloadRequest } from 'payload'
import { newId } from '@/db/ids'
import { measureRun, instantWhenUsed } from '@/domain/clocks/clock'
import { isOpen, nextThresholdAt, pickLimits, readClock, type Calendar, type ClockEvent, type ClockReading, type ClockSignal, type Limit, type ThresholdMark } from '@/domain/clocks'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { iso, type MatterRow } from './row'

export type ClockRow = {
  id: string; matter: string; clock: string; limit: Limit; limitVersion?: string | null; state: ClockReading['state']
  startedAt?: string | null; dueAt?: string | null; warnAt?: string | null; stoppedAt?: string | null; done?: ThresholdMark[] | null; nextAt?: string | null
}

type SignalRow = { at: string; signals?: ClockSignal[] | null; data?: { extendMinutes?: number } | null }

/** Percent of a limit from which a matter counts as nearly late, when its limit names no threshold below 100. */
const WARN_PERCENT = 80

/** Happenings of a matter as its clocks hear them. */
export const toClockEvents = (rows: SignalRow[]): ClockEvent[] =>
  rows.flatMap((row) => {
    const at = Date.parse(row.at)
    const extension = row.data?.extendMinutes
    const heard: ClockEvent[] = (row.signals ?? []).map((signal) => ({ at, signal }))
    return extension ? [...heard, { at, signal: 'extended' as const, addMinutes: extension, clock: 'resolve' }] : heard
  })

export const clockEventsOf = async (req: PayloadRequest, matter: string): Promise<ClockEvent[]> => {
  const found = await req.payload.db.find<SignalRow & { id: string }>({ collection: SLUG.events, where: { matter: { equals: matter } }, sort: 'seq', pagination: false, limit: 0, req })
  return toClockEvents(found.docs)
}

export const clockRowsOf = async (req: PayloadRequest, matter: string): Promise<ClockRow[]> => {
  const found = await req.payload.db.find<ClockRow>({ collection: SLUG.clocks, where: { matter: { equals: matter } }, sort: 'id', pagination: false, limit: 0, req })
  return found.docs
}

const warnPercent = (limit: Limit): number => Math.max(0, ...limit.thresholds.map(({ percent }) => percent).filter((percent) => percent < 100)) || WARN_PERCENT

type Input = { limit: Limit; events: ClockEvent[]; calendar: Calendar; now: number }

/** The columns that follow from a clock's reading. */
export const clockColumns = (input: Input) => {
  const reading = readClock(input)
  const measured = isOpen(reading) ? measureRun(input) : undefined
  const warn = measured ? instantWhenUsed(measured, Math.ceil((measured.limitMs * warnPercent(input.limit)) / 100)) : undefined
  const next = isOpen(reading) ? nextThresholdAt(input) : undefined
  return {
    reading,
    columns: {
      state: reading.state,
      startedAt: reading.startedAt === undefined ? null : iso(reading.startedAt),
      dueAt: reading.dueAt === undefined ? null : iso(reading.dueAt),
      stoppedAt: reading.stoppedAt === undefined ? null : iso(reading.stoppedAt),
      warnAt: warn === undefined ? null : iso(warn),
      nextAt: next === undefined ? null : iso(next),
    },
  }
}

type Columns = ReturnType<typeof clockColumns>

/** What a matter stores of its clocks, for sorting and filtering: the open clock that runs out first. */
export const summary = (clocks: { clock: string; read: Columns }[]): Pick<MatterRow, 'nextClock' | 'dueAt' | 'warnAt' | 'paused'> => {
  const open = clocks.filter(({ read }) => isOpen(read.reading) && read.columns.dueAt)
  const running = open.filter(({ read }) => read.reading.pausedSince === undefined)
  const first = [...(running.length > 0 ? running : open)].sort((one, other) => ((one.read.columns.dueAt ?? '') < (other.read.columns.dueAt ?? '') ? -1 : 1))[0]
  return {
    nextClock: first?.clock ?? null,
    dueAt: first?.read.columns.dueAt ?? null,
    warnAt: first?.read.columns.warnAt ?? null,
    paused: open.length > 0 && running.length === 0,
  }
}

/** The limits that apply to a matter, most specific first per clock. */
export const limitsFor = (model: OfficeModel, matter: Pick<MatterRow, 'categoryPath' | 'type'>): Limit[] => {
  const codes = matter.categoryPath.split('/').filter(Boolean).reverse().flatMap((id) => model.categories.byId.get(id)?.code ?? [])
  return pickLimits({ limits: model.limits?.definition.limits ?? [], categories: codes, matterType: model.types.byId.get(matter.type)?.code })
}

type NewClocks = { model: OfficeModel; matter: Pick<MatterRow, 'id' | 'office' | 'categoryPath' | 'type'>; events: ClockEvent[]; now: number }

/** Rows of the clocks of a new matter, and the matter's summary of them. */
export const newClocks = ({ model, matter, events, now }: NewClocks) => {
  const made = limitsFor(model, matter).map((limit) => ({ limit, clock: limit.clock, read: clockColumns({ limit, events, calendar: model.calendar, now }) }))
  const at = iso(now)
  return {
    rows: made.map(({ limit, clock, read }) => ({
      id: newId(), office: matter.office, matter: matter.id, clock, limit, limitVersion: model.limits?.version, done: [], ...read.columns, createdAt: at, updatedAt: at,
    })),
    summary: summary(made),
  }
}

/** What was met or missed stays so when the calendar changes; a clock that was started anew is another run. */
export const isSettled = (row: ClockRow, { stoppedAt, startedAt }: { stoppedAt: string | null; startedAt: string | null }): boolean =>
  Boolean(row.stoppedAt) && row.stoppedAt === stoppedAt && row.startedAt === startedAt

/** A clock as it reads, and as it was judged when it stopped: a calendar that changed since does not judge it again. */
export const settledReading = (row: ClockRow, reading: ClockReading): ClockReading => {
  const { startedAt, stoppedAt } = reading
  if (startedAt === undefined || stoppedAt === undefined || !row.dueAt) return reading
  return isSettled(row, { startedAt: iso(startedAt), stoppedAt: iso(stoppedAt) }) ? { ...reading, state: row.state, dueAt: Date.parse(row.dueAt) } : reading
}

type Reread = { req: PayloadRequest; model: OfficeModel; rows: ClockRow[]; events: ClockEvent[]; now: number; limits?: Limit[] }

/** Reads every clock of a matter anew and stores what changed. `limits`: the ones that apply now, after a correction. */
export const rereadClocks = async ({ req, model, rows, events, now, limits }: Reread): Promise<ReturnType<typeof summary>> => {
  const read: { clock: string; read: Columns }[] = []
  for (const row of rows) {
    const limit = limits?.find((candidate) => candidate.clock === row.clock) ?? row.limit
    const result = clockColumns({ limit, events, calendar: model.calendar, now })
    read.push({ clock: row.clock, read: result })
    const same = !limits && (isSettled(row, result.columns) || Object.entries(result.columns).every(([key, value]) => (row[key as keyof ClockRow] ?? null) === value))
    if (same) continue
    // A clock of its own comes from no version of the office's limits.
    const corrected = limits ? { limit, ...(row.limitVersion ? { limitVersion: model.limits?.version } : {}) } : {}
    await req.payload.db.updateOne({ collection: SLUG.clocks, id: row.id, data: { ...result.columns, ...corrected, updatedAt: iso(now) }, req, returning: false })
  }
  return summary(read)
}

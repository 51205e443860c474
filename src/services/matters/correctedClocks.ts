import type { PayloadRequest } from 'payload'
import { newId } from '@/db/ids'
import { deleteRows, insertRow } from '@/db/rows'
import { readClock, recomputeClock, type ClockEvent, type Limit } from '@/domain/clocks'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { clockColumns, clockRowsOf, type ClockRow } from './clockRows'
import { iso, type MatterRow } from './row'

/** What a clock promised before and promises now, as ISO instants; null: it did not or does not run. Kept in the event. */
export type ClockShift = { clock: string; from: string | null; to: string | null }

export const isoOf = (at: number | undefined): string | null => (at === undefined ? null : iso(at))

export type Asked = { model: OfficeModel; events: ClockEvent[]; now: number }

/** The clock that a routine gives a matter besides those of the office's limits: no correction of the matter takes it away. */
export const ROUTINE_CLOCK = 'routine'

/** The limits of a corrected matter: those that apply to it now, and its own one, which comes from no category and no type. */
export const withOwn = (limits: readonly Limit[], rows: readonly ClockRow[]): Limit[] => {
  const own = rows.find(({ clock, limitVersion }) => clock === ROUTINE_CLOCK && !limitVersion)
  return own ? [...limits.filter(({ clock }) => clock !== ROUTINE_CLOCK), own.limit] : [...limits]
}

const isNew = (rows: ClockRow[]) => (limit: Limit): boolean => !rows.some(({ clock }) => clock === limit.clock)

const shiftOf = (row: ClockRow, limit: Limit | undefined, { model: { calendar }, events, now }: Asked): ClockShift[] => {
  const before = { limit: row.limit, calendar }
  if (!limit) return [{ clock: row.clock, from: isoOf(readClock({ ...before, events, now }).dueAt), to: null }]
  const made = recomputeClock({ events, now, before, after: { limit, calendar }, because: 'correction' })
  return made.changed ? [{ clock: row.clock, from: isoOf(made.before.dueAt), to: isoOf(made.after.dueAt) }] : []
}

/** What a corrected category, type or unit changes about the clocks of a matter (decisions.md 8). Closed clocks are judged anew, too. */
export const correctionShifts = (rows: ClockRow[], limits: Limit[], asked: Asked): ClockShift[] => [
  ...rows.flatMap((row) => shiftOf(row, limits.find(({ clock }) => clock === row.clock), asked)),
  ...limits.filter(isNew(rows)).map((limit) => ({
    clock: limit.clock, from: null, to: isoOf(readClock({ limit, events: asked.events, calendar: asked.model.calendar, now: asked.now }).dueAt),
  })),
]

type Replace = Asked & { req: PayloadRequest; matter: Pick<MatterRow, 'id' | 'office'>; rows: ClockRow[]; limits: Limit[] }

/** Clocks that the corrected matter has no limit for go; those it has got begin, as from the start. Returns the rows as they are then. */
export const replaceClocks = async ({ req, model, matter, rows, limits, events, now }: Replace): Promise<ClockRow[]> => {
  const at = iso(now)
  const gone = rows.filter((row) => !limits.some(({ clock }) => clock === row.clock))
  const fresh = limits.filter(isNew(rows))
  if (gone.length === 0 && fresh.length === 0) return rows
  if (gone.length > 0) await deleteRows(req, SLUG.clocks, { id: { in: gone.map(({ id }) => id) } })
  for (const limit of fresh) {
    const { columns } = clockColumns({ limit, events, calendar: model.calendar, now })
    await insertRow(req, SLUG.clocks, {
      id: newId(), office: matter.office, matter: matter.id, clock: limit.clock, limit, limitVersion: model.limits?.version, done: [], ...columns, createdAt: at, updatedAt: at,
    })
  }
  return clockRowsOf(req, matter.id)
}

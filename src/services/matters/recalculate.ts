import type { PayloadRequest } from 'payload'
import { isOpen, localDate, recomputeClock, type Calendar } from '@/domain/clocks'
import { both, t } from '@/i18n'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { plainActing } from './actor'
import { clockEventsOf, clockRowsOf, type ClockRow } from './clockRows'
import { isoOf, type Asked, type ClockShift } from './correctedClocks'
import type { MatterRow } from './row'
import type { NewEvent, SaveArgs } from './save'

/** A change of the working calendar, as its task knows it. `since`: clocks that began later never knew another calendar. */
export type CalendarChange = { task: string; before: Calendar; since: number }

type Told = { task?: string; clocks?: ClockShift[] }
type PastEvent = { id: string; data?: unknown }

/** What people were last told about a clock by an earlier recalculation. */
const lastTold = (past: PastEvent[], clock: string): { task?: string; to: string | null } | undefined => {
  for (const { data } of [...past].reverse()) {
    const { task, clocks } = (data ?? {}) as Told
    const shift = clocks?.find((item) => item.clock === clock)
    if (shift) return { task, to: shift.to }
  }
  return undefined
}

type Moved = { from: string | null; to: string | null; stale: boolean }

const movedBy = (row: ClockRow, { change, model: { calendar }, events, now }: Asked & { change: CalendarChange }): Moved | undefined => {
  const { limit } = row
  const made = recomputeClock({ events, now, before: { limit, calendar: change.before }, after: { limit, calendar }, because: 'calendar' })
  if (!isOpen(made.before)) return undefined
  const [stored, to] = [row.dueAt ?? null, isoOf(made.after.dueAt)]
  // A clock that stands still is reckoned as if it went on now, so what is stored of it says nothing.
  const stale = made.after.pausedSince === undefined && stored !== to
  if (stale) return { from: stored, to, stale }
  return made.changed && (made.before.startedAt ?? 0) < change.since ? { from: isoOf(made.before.dueAt), to, stale } : undefined
}

const shiftOf = (row: ClockRow, past: PastEvent[], asked: Asked & { change: CalendarChange }): ClockShift[] => {
  const moved = movedBy(row, asked)
  if (!moved) return []
  const { from, to, stale } = moved
  const told = lastTold(past, row.clock)
  // Between the change and this moment a step may have stored the new limit already: then it is told here, and once.
  if (!stale && told && (told.task === asked.change.task || told.to === to)) return []
  return [{ clock: row.clock, from, to }]
}

type Looked = { model: OfficeModel; matter: string; now: number; change: CalendarChange }

/** What a change of the calendar means for the open clocks of one matter; nothing where people have been told already. */
export const calendarShifts = async (req: PayloadRequest, { model, matter, now, change }: Looked): Promise<ClockShift[]> => {
  const rows = await clockRowsOf(req, matter)
  const { docs: past } = await req.payload.db.find<PastEvent>({
    collection: SLUG.events, where: { and: [{ matter: { equals: matter } }, { action: { equals: 'recalculated' } }] }, sort: 'seq', pagination: false, limit: 0, req,
  })
  const events = await clockEventsOf(req, matter)
  return rows.flatMap((row) => shiftOf(row, past, { model, events, now, change }))
}

const reporterLine = (shifts: ClockShift[], { calendar }: OfficeModel): NewEvent['residentLine'] => {
  const to = shifts.find(({ clock }) => clock === 'resolve')?.to
  if (!to) return undefined
  const date = localDate(Date.parse(to), calendar)
  return { zh: t('zh', 'staff.recalculated.line', { date }), en: t('en', 'staff.recalculated.line', { date }) }
}

type Saved = { req: PayloadRequest; model: OfficeModel; matter: MatterRow; now: number; change: CalendarChange; shifts: ClockShift[] }

/** How it is saved that the calendar moved a matter's limits: with what was shown before, and what is now (decisions.md 8). */
export const recalculated = ({ req, model, matter, now, change, shifts }: Saved): SaveArgs => ({
  req, model, before: matter, changes: {}, at: now, reread: true, acting: plainActing({ kind: 'system', job: 'recalculateClocks' }),
  event: { kind: 'system', action: 'recalculated', data: { task: change.task, clocks: shifts }, reason: both('staff.recalculated.reason'), residentLine: reporterLine(shifts, model) },
})

import { isOpen, readClock, standardDayMinutes, workingMinutesBetween, type Calendar, type ClockReading } from '@/domain/clocks'
import { toClockEvents, type ClockRow } from '@/services/matters/clockRows'
import type { EventClockVM, StayVM } from '../view'
import type { EventRow } from './load'

type Trail = { events: EventRow[]; clocks: ClockRow[]; calendar: Calendar; nameOf: (row: ClockRow) => string }
type Change = { before: ClockReading; after: ClockReading }

const CLOSED: Readonly<Partial<Record<string, EventClockVM['what']>>> = { met: 'met', missed: 'missed' }

const closed = ({ after }: Change): EventClockVM['what'] => CLOSED[after.state] ?? 'ended'

/** What an event did to an open clock. */
const whileOpen = ({ before, after }: Change): EventClockVM['what'] | undefined => {
  if (!isOpen(after)) return closed({ before, after })
  if (after.limitMinutes > before.limitMinutes) return 'extended'
  if (before.pausedSince === undefined && after.pausedSince !== undefined) return 'paused'
  return before.pausedSince !== undefined && after.pausedSince === undefined ? 'resumed' : undefined
}

/** What an event did to a clock; undefined: nothing. */
const whatOf = (change: Change): EventClockVM['what'] | undefined => {
  const { before, after } = change
  if (after.state === 'notStarted') return undefined
  if (before.startedAt !== after.startedAt) return isOpen(after) ? 'started' : closed(change)
  if (isOpen(before)) return whileOpen(change)
  // A closing that was undone: the clock goes on from where it stood.
  return isOpen(after) ? 'resumed' : undefined
}

const running = (reading: ClockReading): EventClockVM['what'] | undefined => (isOpen(reading) ? (reading.state === 'overdue' ? 'late' : 'running') : undefined)

const told = (row: ClockRow, what: EventClockVM['what'], reading: ClockReading, { calendar, nameOf }: Trail): EventClockVM => {
  const { unit } = row.limit
  const { usedMinutes, limitMinutes, leftMinutes, pausedMinutes, dueAt } = reading
  const working = unit === 'workingHours' || unit === 'workingDays'
  return {
    code: row.clock, name: nameOf(row), what, unit, usedMinutes, limitMinutes, leftMinutes, pausedMinutes,
    ...(dueAt === undefined ? {} : { dueAt }), ...(working ? { workdayMinutes: standardDayMinutes(calendar) } : {}),
  }
}

const isMove = ({ kind, stepFrom, stepTo }: EventRow): boolean => kind === 'transition' && stepFrom !== stepTo

/** How the clock that ends first stands at a step which touched none. */
const standing = (readings: { row: ClockRow; after: ClockReading }[], trail: Trail): EventClockVM[] => {
  const open = readings.filter(({ after }) => isOpen(after)).sort((one, other) => (one.after.dueAt ?? 0) - (other.after.dueAt ?? 0))
  const [first] = open
  const what = first && running(first.after)
  return first && what ? [told(first.row, what, first.after, trail)] : []
}

const ORDER: EventClockVM['what'][] = ['missed', 'met', 'ended', 'extended', 'paused', 'resumed', 'late', 'running', 'started']

/**
 * Which clocks each event started, paused, resumed, prolonged or stopped, how long they had run of what limit, and whether they
 * were in time; for a step that touched none, how the first of them stood. Read anew from the events, like every clock.
 */
export const clocksOfEvents = (trail: Trail): EventClockVM[][] => {
  const { events, clocks, calendar } = trail
  return events.map((event, index) => {
    const move = isMove(event)
    if (!move && (event.signals ?? []).length === 0 && event.data?.extendMinutes === undefined) return []
    const now = Date.parse(event.at)
    const before = toClockEvents(events.slice(0, index))
    const after = toClockEvents(events.slice(0, index + 1))
    const readings = clocks.map((row) => ({ row, before: readClock({ limit: row.limit, events: before, calendar, now }), after: readClock({ limit: row.limit, events: after, calendar, now }) }))
    const changed = readings.flatMap(({ row, ...change }) => {
      const what = whatOf(change)
      return what ? [told(row, what, change.after, trail)] : []
    })
    if (changed.length > 0) return changed.sort((one, other) => ORDER.indexOf(one.what) - ORDER.indexOf(other.what))
    return move ? standing(readings, trail) : []
  })
}

/** A step is left by a move, and by a change of the workflow that brings the matter elsewhere. */
const leaves = (event: EventRow): boolean => isMove(event) || Boolean(event.stepTo && event.stepFrom && event.stepTo !== event.stepFrom)

/** How long a matter stood in the step that each event left, in working minutes. */
export const staysOfEvents = ({ events, calendar }: Pick<Trail, 'events' | 'calendar'>): (Omit<StayVM, 'name'> & { step: string } | undefined)[] => {
  let since: number | undefined
  return events.map((event) => {
    const at = Date.parse(event.at)
    const entered = since
    if (event.stepTo && event.stepTo !== event.stepFrom) since = at
    if (!leaves(event) || entered === undefined || !event.stepFrom) return undefined
    return { step: event.stepFrom, minutes: workingMinutesBetween(entered, at, calendar), workdayMinutes: standardDayMinutes(calendar) }
  })
}

/** An event of the portal's own that marks a clock's progress belongs to the step it happened in. */
export const isMark = ({ kind, action }: EventRow): boolean => kind === 'system' && action === 'threshold'

/** The marks of each event: those that came after it and before the next step. */
export const marksOfEvents = (events: readonly EventRow[]): Map<string, EventRow[]> => {
  const marks = new Map<string, EventRow[]>()
  let holder: EventRow | undefined
  for (const event of events) {
    if (isMark(event)) {
      if (holder) marks.set(holder.id, [...(marks.get(holder.id) ?? []), event])
    } else if (!holder || event.stepTo) holder = event
  }
  return marks
}

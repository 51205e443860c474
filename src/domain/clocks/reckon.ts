import { DomainError } from '../errors'
import { dayKind } from './calendar'
import { readClock } from './clock'
import { type ExplainRow, explainClock } from './explain'
import type { Calendar, Limit } from './types'

export type Reckoning =
  | { ok: true; dueAt: number; rows: ExplainRow[]; missingYears: number[]; /** When it would be due if nobody made up for holidays, where that is another moment. */ withoutMakeUp?: number }
  /** The limit reaches too far, or the calendar has no working time. */
  | { ok: false; reason: string }

const due = (limit: Limit, at: number, calendar: Calendar) => {
  const signal = limit.start[0] ?? 'created'
  const input = { limit: { ...limit, start: [signal] }, events: [{ at, signal }], calendar, now: at }
  return { reading: readClock(input), rows: explainClock(input) }
}

const plain = (calendar: Calendar): Calendar =>
  ({ ...calendar, exceptions: Object.fromEntries(Object.entries(calendar.exceptions).filter(([date]) => dayKind(date, calendar) !== 'makeUp')) })

/** When a limit that starts at `at` (epoch ms) runs out, and why: the clock itself, nothing happening in between. */
export const reckon = ({ limit, at, calendar }: { limit: Limit; at: number; calendar: Calendar }): Reckoning => {
  try {
    const { reading, rows } = due(limit, at, calendar)
    const dueAt = reading.dueAt ?? at
    const other = rows.some(({ why }) => why === 'makeUp') ? due(limit, at, plain(calendar)).reading.dueAt : undefined
    return { ok: true, dueAt, rows, missingYears: reading.missingYears, ...(other !== undefined && other !== dueAt ? { withoutMakeUp: other } : {}) }
  } catch (error) {
    if (error instanceof DomainError && error.code === 'invalid') return { ok: false, reason: String(error.detail.reason ?? 'invalid') }
    throw error
  }
}

import type { ClockVM } from '@/components/desk/types'
import type { QueueRow } from '@/db/queue'
import { isOpen, limitMinutesOf, readClock, standardDayMinutes, workingMinutesBetween, type ClockEvent, type Limit } from '@/domain/clocks'
import type { ClockRow } from '@/services/matters/clockRows'
import { ms } from '@/services/matters/row'
import type { Desk } from './desk'

type Timing = Pick<Desk, 'model' | 'say' | 'now'>

const isWorking = ({ unit }: Pick<Limit, 'unit'>): boolean => unit === 'workingHours' || unit === 'workingDays'

const between = (limit: Limit, from: number, to: number, { model }: Timing): number =>
  isWorking(limit) ? workingMinutesBetween(from, to, model.calendar) : (to - from) / 60_000

const stateOf = (row: QueueRow, due: number, now: number): ClockVM['state'] => (row.paused ? 'paused' : due < now ? 'overdue' : 'running')

/**
 * The clock of a list's row, reckoned from what the matter stores of it: exact in what is left, and of the limit without
 * extensions in what was used.
 */
export const rowClock = (row: QueueRow, timing: Timing): ClockVM | undefined => {
  const { limit } = row
  const dueAt = ms(row.dueAt)
  if (!limit || dueAt === undefined || !row.open) return undefined
  const { model, now, say } = timing
  const left = dueAt >= now ? between(limit, now, dueAt, timing) : -between(limit, dueAt, now, timing)
  const limitMinutes = Math.max(limitMinutesOf(limit, model.calendar), left)
  const warn = ms(row.warnAt)
  const state = stateOf(row, dueAt, now)
  return {
    code: limit.clock, name: say(limit.name), state, soon: state === 'running' && warn !== undefined && warn <= now, unit: limit.unit, limitMinutes,
    usedMinutes: Math.max(0, limitMinutes - left), leftMinutes: left, dueAt, pausedMinutes: 0,
    ...(row.clockStartedAt ? { startedAt: Date.parse(row.clockStartedAt) } : {}),
    ...(row.paused && row.stepSince ? { pausedSince: Date.parse(row.stepSince) } : {}),
    ...(isWorking(limit) ? { workdayMinutes: standardDayMinutes(model.calendar) } : {}),
  }
}

type Reading = { row: ClockRow; events: ClockEvent[]; pausedFor?: string }

/** A clock of a matter's page, read anew from everything that happened. */
export const fullClock = ({ row, events, pausedFor }: Reading, { model, now, say }: Timing): ClockVM => {
  const { limit } = row
  const reading = readClock({ limit, events, calendar: model.calendar, now })
  const warn = ms(row.warnAt)
  const { percent: _percent, missingYears, ...figures } = reading
  return {
    ...figures, code: row.clock, name: say(limit.name), unit: limit.unit,
    soon: reading.state === 'running' && warn !== undefined && warn <= now,
    ...(reading.state === 'paused' && pausedFor ? { pausedFor } : {}),
    ...(isWorking(limit) ? { workdayMinutes: standardDayMinutes(model.calendar) } : {}),
    ...(missingYears.length > 0 && isOpen(reading) ? { missingYears } : {}),
  }
}

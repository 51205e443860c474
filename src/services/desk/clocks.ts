import type { QueueRow } from '@/db/queue'
import { tMaybe } from '@/i18n'
import { isOpen, limitMinutesOf, readClock, standardDayMinutes, workingMinutesBetween, type ClockEvent, type Limit } from '@/domain/clocks'
import { settledReading, type ClockRow } from '@/services/matters/clockRows'
import { ms } from '@/services/matters/row'
import type { Desk } from './desk'
import type { ClockVM } from './view'

type Timing = Pick<Desk, 'model' | 'say' | 'now'> & Partial<Pick<Desk, 'lang'>>

/** Short names for the clocks every office has; an office's own clock goes by its limit's name. */
export const clockName = (limit: Limit, { say, lang }: Pick<Timing, 'say' | 'lang'>): string => tMaybe(lang ?? 'zh', `staff.clock.${limit.clock}`) ?? say(limit.name)

const isWorking = ({ unit }: Pick<Limit, 'unit'>): boolean => unit === 'workingHours' || unit === 'workingDays'

const between = (limit: Limit, from: number, to: number, { model }: Timing): number =>
  isWorking(limit) ? workingMinutesBetween(from, to, model.calendar) : (to - from) / 60_000

const stateOf = (row: QueueRow, due: number, now: number): ClockVM['state'] => (row.paused ? 'paused' : due < now ? 'overdue' : 'running')

const leftAt = (limit: Limit, due: number, timing: Timing): number =>
  due >= timing.now ? between(limit, timing.now, due, timing) : -between(limit, due, timing.now, timing)

const pauseOf = ({ paused, stepSince }: QueueRow): Pick<ClockVM, 'pausedSince'> => (paused && stepSince ? { pausedSince: Date.parse(stepSince) } : {})

const dayOf = (limit: Limit, { model }: Timing): Pick<ClockVM, 'workdayMinutes'> => (isWorking(limit) ? { workdayMinutes: standardDayMinutes(model.calendar) } : {})

const runs = (row: QueueRow, limit: Limit, due: number, timing: Timing): ClockVM => {
  const left = leftAt(limit, due, timing)
  const limitMinutes = Math.max(limitMinutesOf(limit, timing.model.calendar), left)
  const warn = ms(row.warnAt)
  const state = stateOf(row, due, timing.now)
  return {
    code: limit.clock, name: clockName(limit, timing), state, soon: state === 'running' && warn !== undefined && warn <= timing.now, unit: limit.unit, limitMinutes,
    usedMinutes: Math.max(0, limitMinutes - left), leftMinutes: left, startedAt: ms(row.clockStartedAt), dueAt: due, pausedMinutes: 0, ...pauseOf(row), ...dayOf(limit, timing),
  }
}

/**
 * The clock of a list's row, reckoned from what the matter stores of it: exact in what is left, and of the limit without
 * extensions in what was used. None for a matter that is closed or has no clock.
 */
export const rowClock = (row: QueueRow, timing: Timing): ClockVM | undefined => {
  const due = ms(row.dueAt)
  return row.limit && due !== undefined && row.open ? runs(row, row.limit, due, timing) : undefined
}

type Reading = { row: ClockRow; events: ClockEvent[]; pausedFor?: string }

/** A clock of a matter's page, read anew from everything that happened. */
export const fullClock = ({ row, events, pausedFor }: Reading, timing: Timing): ClockVM => {
  const { model, now } = timing
  const { limit } = row
  const reading = settledReading(row, readClock({ limit, events, calendar: model.calendar, now }))
  const warn = ms(row.warnAt)
  const { percent: _percent, missingYears, ...figures } = reading
  return {
    ...figures, code: row.clock, name: clockName(limit, timing), unit: limit.unit,
    soon: reading.state === 'running' && warn !== undefined && warn <= now,
    ...(reading.state === 'paused' && pausedFor ? { pausedFor } : {}),
    ...dayOf(limit, timing),
    ...(missingYears.length > 0 && isOpen(reading) ? { missingYears } : {}),
  }
}

import { describe, expect, it } from 'vitest'
import { asCn, cn, cn2026, makeLimit } from './calendar.fixture'
import { recomputeClock } from './recompute'
import type { ClockEvent } from './types'

const limit = makeLimit()
const urgent = makeLimit({ code: 'resolve.gas', amount: 4, unit: 'workingHours' })
const events: ClockEvent[] = [
  { at: cn('2026-09-29 15:00'), signal: 'created' },
  { at: cn('2026-09-30 09:00'), signal: 'waitReporter' },
  { at: cn('2026-09-30 11:00'), signal: 'resumed' },
]
const shut = { ...cn2026, exceptions: { ...cn2026.exceptions, '2026-10-08': { kind: 'holiday' as const } } }
const now = cn('2026-09-30 12:00')

describe('recomputeClock', () => {
  it('replays a corrected limit from the original start, pauses included', () => {
    const result = recomputeClock({ events, now, before: { limit, calendar: cn2026 }, after: { limit: urgent, calendar: cn2026 }, because: 'correction' })
    expect(result.changed).toBe(true)
    expect(result.after.startedAt).toBe(cn('2026-09-29 15:00'))
    // 150 minutes on the 29th, 120 paused on the 30th, 60 until noon, 30 after lunch
    expect(asCn(result.after.dueAt ?? 0)).toBe('2026-09-30 14:00')
    expect(result.after.pausedMinutes).toBe(120)
  })

  it('finds a clock overdue that was in time under the wrong limit', () => {
    const result = recomputeClock({ events, now: cn('2026-09-30 15:00'), before: { limit, calendar: cn2026 }, after: { limit: urgent, calendar: cn2026 }, because: 'correction' })
    expect([result.before.state, result.after.state]).toEqual(['running', 'overdue'])
  })

  it('changes nothing when the limit is the same', () => {
    expect(recomputeClock({ events, now, before: { limit, calendar: cn2026 }, after: { limit, calendar: cn2026 }, because: 'correction' }).changed).toBe(false)
  })

  it('moves an open clock when the calendar changes', () => {
    const result = recomputeClock({ events, now, before: { limit, calendar: cn2026 }, after: { limit, calendar: shut }, because: 'calendar' })
    expect([result.before, result.after].map(({ dueAt = 0 }) => asCn(dueAt))).toEqual(['2026-10-09 17:00', '2026-10-10 17:00'])
  })

  it('leaves a stopped clock as it was when the calendar changes, but not when its limit was wrong', () => {
    const closed: ClockEvent[] = [...events, { at: cn('2026-10-09 17:15'), signal: 'verified' }]
    const input = { events: closed, now: cn('2026-10-12 09:00'), before: { limit, calendar: cn2026 } }
    const byCalendar = recomputeClock({ ...input, after: { limit, calendar: shut }, because: 'calendar' })
    expect([byCalendar.changed, byCalendar.after.state]).toEqual([false, 'missed'])
    const longer = recomputeClock({ ...input, after: { limit: { ...limit, amount: 5 }, calendar: cn2026 }, because: 'correction' })
    expect([longer.changed, longer.after.state]).toEqual([true, 'met'])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { berlinAlways, cn, cn2026, makeLimit } from './calendar.fixture'
import { readClock } from './clock'
import { explainClock } from './explain'
import { LIMIT_UNITS, type ClockEvent } from './types'

const limit = makeLimit({ amount: 1 })
const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

describe('explainClock', () => {
  it('accounts for a working day over Spring Festival, stretch by stretch', () => {
    const rows = explainClock({ limit, events: [{ at: cn('2026-02-14 16:00'), signal: 'created' }], calendar: cn2026, now: cn('2026-02-14 16:00') })
    expect(rows.map((r) => `${r.date} ${clock(r.fromMin)}-${clock(r.toMin)} ${r.minutes} ${r.why}${r.name ? ` ${r.name}` : ''}`)).toEqual([
      '2026-02-14 16:00-17:30 90 makeUp 春节',
      '2026-02-14 17:30-24:00 0 outsideHours 春节',
      ...['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((day) => `2026-02-${day} 00:00-24:00 0 holiday 春节`),
      '2026-02-24 00:00-09:00 0 outsideHours',
      '2026-02-24 09:00-12:00 180 working',
      '2026-02-24 12:00-13:30 0 outsideHours',
      '2026-02-24 13:30-16:00 150 working',
    ])
  })

  it('shows pauses and days off', () => {
    const events: ClockEvent[] = [
      { at: cn('2026-01-09 15:30'), signal: 'created' },
      { at: cn('2026-01-09 16:30'), signal: 'waitReporter' },
      { at: cn('2026-01-10 10:00'), signal: 'resumed' },
    ]
    const rows = explainClock({ limit: { ...limit, amount: 2, unit: 'workingHours' }, events, calendar: cn2026, now: cn('2026-01-10 11:00') })
    expect(rows.map((r) => [r.date, r.fromMin, r.toMin, r.minutes, r.why])).toEqual([
      ['2026-01-09', 930, 990, 60, 'working'],
      ['2026-01-09', 990, 1440, 0, 'paused'],
      ['2026-01-10', 0, 600, 0, 'paused'],
      ['2026-01-10', 600, 1440, 0, 'dayOff'],
      ['2026-01-11', 0, 1440, 0, 'dayOff'],
      ['2026-01-12', 0, 540, 0, 'outsideHours'],
      ['2026-01-12', 540, 600, 60, 'working'],
    ])
  })

  it('counts every minute of natural time', () => {
    const rows = explainClock({ limit: { ...limit, unit: 'naturalDays' }, events: [{ at: cn('2026-02-14 16:00'), signal: 'created' }], calendar: cn2026, now: cn('2026-02-20 16:00') })
    expect(rows).toEqual([
      { date: '2026-02-14', fromMin: 960, toMin: 1440, minutes: 480, why: 'natural' },
      { date: '2026-02-15', fromMin: 0, toMin: 960, minutes: 960, why: 'natural' },
    ])
  })

  it('ends and begins days where clocks are moved at midnight', () => {
    const beirut = { ...berlinAlways, timeZone: 'Asia/Beirut' }
    const start = Date.parse('2026-03-28T20:00:00Z') // 22:00; at midnight it is 01:00
    const rows = explainClock({ limit: { ...limit, amount: 4, unit: 'workingHours' }, events: [{ at: start, signal: 'created' }], calendar: beirut, now: start })
    expect(rows.map((r) => [r.date, r.fromMin, r.toMin, r.minutes])).toEqual([['2026-03-28', 1320, 1440, 120], ['2026-03-29', 60, 180, 120]])
  })

  it('has nothing to say of a clock that never started', () => {
    expect(explainClock({ limit, events: [], calendar: cn2026, now: 0 })).toEqual([])
  })

  it('adds up to the limit and leaves no gap, also when clocks are moved', () => {
    const gaps = fc.array(fc.tuple(fc.nat(60 * 60), fc.nat(60 * 60)), { maxLength: 3 })
    const starts = fc.integer({ min: 0, max: 500_000 }).map((m) => cn('2026-01-01 00:00') + m * 60_000)
    fc.assert(fc.property(fc.constantFrom(cn2026, berlinAlways), fc.constantFrom(...LIMIT_UNITS), fc.integer({ min: 1, max: 12 }), starts, gaps, (calendar, unit, amount, start, pauses) => {
      let at = start
      const events: ClockEvent[] = [{ at, signal: 'created' }]
      for (const [before, length] of pauses) {
        events.push({ at: at + before * 60_000, signal: 'waitWeather' }, { at: at + (before + length) * 60_000, signal: 'resumed' })
        at += (before + length) * 60_000
      }
      const input = { limit: { ...limit, unit, amount }, events, calendar, now: at }
      const rows = explainClock(input)
      expect(rows.reduce((sum, row) => sum + row.minutes, 0)).toBeCloseTo(readClock(input).limitMinutes, 6)
      rows.slice(1).forEach((row, i) => {
        const previous = rows[i]!
        if (row.date === previous.date) expect(row.fromMin).toBe(previous.toMin)
        else expect([previous.toMin, row.fromMin]).toEqual([1440, 0])
      })
    }), { numRuns: 150 })
  })
})

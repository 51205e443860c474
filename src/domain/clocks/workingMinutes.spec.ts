import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../errors'
import { asCn, berlinAlways, cn, cn2026 } from './calendar.fixture'
import type { Calendar } from './types'
import { addWorkingMinutes, workingMinutesBetween } from './workingMinutes'

const MINUTE = 60_000
const newYork: Calendar = { ...cn2026, timeZone: 'America/New_York', exceptions: {} }
const nights: Calendar = { ...berlinAlways, week: { ...berlinAlways.week, 7: [{ from: 60, to: 240 }] } }
/** 除夕 worked until noon, a Saturday made up by its morning only, and a Wednesday that opens late. */
const halves: Calendar = { ...cn2026, exceptions: {
  ...cn2026.exceptions, '2026-02-13': { kind: 'workday', name: '年前', hours: [{ from: 540, to: 720 }] }, '2026-02-28': { kind: 'workday', hours: [{ from: 540, to: 660 }] },
  '2026-03-04': { kind: 'workday', hours: [{ from: 900, to: 960 }, { from: 600, to: 630 }] },
} }
const calendars = fc.constantFrom(cn2026, newYork, berlinAlways, nights, halves)
const instants = fc.integer({ min: Date.UTC(2025, 9, 1), max: Date.UTC(2027, 3, 1) })
const minutes = fc.integer({ min: 0, max: 60_000 })

describe('addWorkingMinutes', () => {
  it.each([
    ['within a span', '2026-01-05 09:00', 60, '2026-01-05 10:00'],
    ['over lunch', '2026-01-05 11:30', 60, '2026-01-05 14:00'],
    ['from lunch', '2026-01-05 12:30', 30, '2026-01-05 14:00'],
    ['a full day ends at its closing hour', '2026-01-05 09:00', 420, '2026-01-05 17:30'],
    ['one minute more is next morning', '2026-01-05 09:00', 421, '2026-01-06 09:01'],
    ['before opening', '2026-01-05 03:00', 1, '2026-01-05 09:01'],
    ['from a weekend', '2026-01-10 10:00', 1, '2026-01-12 09:01'],
    ['into a make-up Saturday', '2026-02-13 17:00', 60, '2026-02-14 09:30'],
    ['over the whole Spring Festival', '2026-02-14 17:00', 60, '2026-02-24 09:30'],
    ['three days over National Day, ending on a make-up Saturday', '2026-09-30 15:00', 3 * 420, '2026-10-10 15:00'],
    ['a make-up Sunday', '2026-09-19 12:00', 420, '2026-09-20 17:30'],
    ['nothing is the instant itself, also at night', '2026-01-10 03:00', 0, '2026-01-10 03:00'],
    ['out of the covered year, by the week alone', '2026-12-31 17:00', 60, '2027-01-01 09:30'],
  ])('%s', (_, from, amount, due) => {
    expect(asCn(addWorkingMinutes(cn(from), amount, cn2026))).toBe(due)
  })

  // reckoned by hand: a standard day is 09:00–12:00 and 13:30–17:30, 420 minutes
  it.each([
    ['a Friday cut short at noon goes on the next worked Saturday', '2026-02-13 11:00', 120, '2026-02-14 10:00'],
    ['nothing counts in its afternoon', '2026-02-13 15:00', 30, '2026-02-14 09:30'],
    ['ends with its shorter day', '2026-02-13 09:00', 180, '2026-02-13 12:00'],
    ['a whole day runs over it', '2026-02-12 13:30', 420, '2026-02-13 12:00'],
    ['a Saturday made up until eleven', '2026-02-27 17:00', 150, '2026-02-28 11:00'],
    ['and a minute more is Monday', '2026-02-27 17:00', 151, '2026-03-02 09:01'],
    ['hours in whatever order they were written', '2026-03-03 17:30', 60, '2026-03-04 15:30'],
    ['a day of three working days over the short one', '2026-03-03 09:00', 3 * 420, '2026-03-06 16:00'],
  ])('with hours of its own: %s', (_, from, amount, due) => {
    expect(asCn(addWorkingMinutes(cn(from), amount, halves))).toBe(due)
  })

  it.each([
    ['negative', () => addWorkingMinutes(0, -1, cn2026)],
    ['no number', () => addWorkingMinutes(0, Number.NaN, cn2026)],
    ['no instant', () => addWorkingMinutes(Number.NaN, 1, cn2026)],
    ['endless', () => addWorkingMinutes(0, Infinity, cn2026)],
    ['beyond 30 years', () => addWorkingMinutes(0, 420 * 262 * 30, cn2026)],
    ['no working time', () => addWorkingMinutes(0, 1, { ...cn2026, week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } })],
    ['no such zone', () => addWorkingMinutes(0, 1, { ...cn2026, timeZone: 'Nowhere' })],
  ])('refuses: %s', (_, act) => {
    expect(act).toThrow(DomainError)
  })

  it('is undone by workingMinutesBetween', () => {
    fc.assert(fc.property(calendars, instants, minutes, (calendar, at, amount) => {
      expect(workingMinutesBetween(at, addWorkingMinutes(at, amount, calendar), calendar)).toBe(amount)
    }), { numRuns: 300 })
  })

  it('gives the earliest such instant', () => {
    fc.assert(fc.property(calendars, instants, fc.integer({ min: 1, max: 5000 }), (calendar, at, amount) => {
      const due = addWorkingMinutes(at, amount, calendar)
      expect(workingMinutesBetween(at, due - 1, calendar)).toBeLessThan(amount)
    }), { numRuns: 300 })
  })

  it('may be done in two steps', () => {
    fc.assert(fc.property(calendars, instants, minutes, minutes, (calendar, at, a, b) => {
      expect(addWorkingMinutes(addWorkingMinutes(at, a, calendar), b, calendar)).toBe(addWorkingMinutes(at, a + b, calendar))
    }), { numRuns: 300 })
  })

  it('never ends earlier for starting later', () => {
    fc.assert(fc.property(calendars, instants, fc.nat(20 * 1440 * MINUTE), fc.integer({ min: 1, max: 60_000 }), (calendar, at, later, amount) =>
      addWorkingMinutes(at, amount, calendar) <= addWorkingMinutes(at + later, amount, calendar)), { numRuns: 300 })
  })
})

describe('workingMinutesBetween', () => {
  it.each([
    ['a working day', '2026-01-05 00:00', '2026-01-06 00:00', 420],
    ['a week', '2026-01-05 00:00', '2026-01-12 00:00', 5 * 420],
    ['the week before Spring Festival with its make-up Saturday', '2026-02-09 00:00', '2026-02-16 00:00', 6 * 420],
    ['National Day week', '2026-10-01 00:00', '2026-10-08 00:00', 0],
    ['lunch', '2026-01-05 12:00', '2026-01-05 13:30', 0],
    ['backwards', '2026-01-06 00:00', '2026-01-05 00:00', 0],
    // 261 weekdays, 19 holidays of them on weekdays, 6 make-up days
    ['the year 2026', '2026-01-01 00:00', '2027-01-01 00:00', 248 * 420],
  ])('%s', (_, from, to, expected) => {
    expect(workingMinutesBetween(cn(from), cn(to), cn2026)).toBe(expected)
  })

  it.each([
    ['spring, clocks forward', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', 23 * 60],
    ['autumn, clocks back', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', 25 * 60],
    ['over both', '2026-03-01T00:00:00Z', '2026-11-01T00:00:00Z', 245 * 1440],
  ])('counts the hours really worked when clocks move: %s', (_, from, to, expected) => {
    expect(workingMinutesBetween(Date.parse(from), Date.parse(to), berlinAlways)).toBe(expected)
  })

  it('agrees with counting minute by minute', () => {
    const worked = (at: number): boolean => {
      const local = new Date(at + 480 * MINUTE)
      const exception = cn2026.exceptions[local.toISOString().slice(0, 10)]
      const weekend = [0, 6].includes(local.getUTCDay())
      const minute = local.getUTCHours() * 60 + local.getUTCMinutes()
      if (exception ? exception.kind === 'holiday' : weekend) return false
      return (minute >= 540 && minute < 720) || (minute >= 810 && minute < 1050)
    }
    const start = fc.integer({ min: 0, max: 364 * 1440 }).map((m) => cn('2026-01-01 00:00') + m * MINUTE)
    fc.assert(fc.property(start, fc.nat(6 * 1440), (from, length) => {
      let counted = 0
      for (let m = 0; m < length; m += 1) if (worked(from + m * MINUTE)) counted += 1
      expect(workingMinutesBetween(from, from + length * MINUTE, cn2026)).toBe(counted)
    }), { numRuns: 60 })
  })

  it('is all elapsed time where work never ends, wherever clocks were moved and by how much', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'Pacific/Apia', 'Africa/Casablanca', 'Asia/Beirut', 'Australia/Lord_Howe', 'America/Santiago', 'UTC')
    const since2011 = fc.integer({ min: Date.UTC(2011, 10, 1), max: Date.UTC(2026, 11, 31) })
    const starts = fc.oneof(since2011, fc.integer({ min: Date.UTC(2011, 11, 26), max: Date.UTC(2012, 0, 3) }))
    fc.assert(fc.property(zones, starts, fc.nat(40 * 1440), (timeZone, from, length) => {
      expect(workingMinutesBetween(from, from + length * MINUTE, { ...berlinAlways, timeZone })).toBe(length)
    }), { numRuns: 600 })
  })

  it('adds up over any point between, and never exceeds elapsed time', () => {
    fc.assert(fc.property(calendars, fc.tuple(instants, instants, instants), (calendar, points) => {
      const [a = 0, b = 0, c = 0] = points.sort((x, y) => x - y)
      const whole = workingMinutesBetween(a, c, calendar)
      expect(workingMinutesBetween(a, b, calendar) + workingMinutesBetween(b, c, calendar)).toBeCloseTo(whole, 6)
      expect(whole).toBeLessThanOrEqual((c - a) / MINUTE)
    }), { numRuns: 200 })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asCn, berlinAlways, cn, cn2026 } from '../clocks/calendar.fixture'
import { dayNumber, isWorkday, localDate, weekdayOf } from '../clocks/calendar'
import { DomainError } from '../errors'
import { dueTimes, minuteOf, nextDues, type Due } from './cadence'
import type { Cadence, Shift } from './types'

const due = (cadence: Cadence, from: string, to: string, at = '09:00'): Due[] => dueTimes({ cadence, at, calendar: cn2026, from: cn(`${from} 00:00`), to: cn(`${to} 00:00`) })
const days = (dues: readonly Due[]): string[] => dues.map(({ date }) => date.slice(5))

describe('dueTimes', () => {
  it.each<[string, Cadence, string, string, string[]]>([
    ['every day', { kind: 'daily', workdaysOnly: false }, '2026-02-13', '2026-02-17', ['02-13', '02-14', '02-15', '02-16']],
    ['working days, a make-up Saturday among them', { kind: 'daily', workdaysOnly: true }, '2026-02-12', '2026-02-26', ['02-12', '02-13', '02-14', '02-24', '02-25']],
    ['a weekday', { kind: 'weekly', weekday: 3, shift: 'none' }, '2026-02-09', '2026-03-02', ['02-11', '02-18', '02-25']],
    ['a weekday in the holidays, after them', { kind: 'weekly', weekday: 3, shift: 'after' }, '2026-02-09', '2026-03-02', ['02-11', '02-24', '02-25']],
    ['a weekday in the holidays, before them', { kind: 'weekly', weekday: 3, shift: 'before' }, '2026-02-09', '2026-03-02', ['02-11', '02-14', '02-25']],
    ['a day of the month', { kind: 'monthly', day: 15, shift: 'none' }, '2026-01-01', '2026-04-01', ['01-15', '02-15', '03-15']],
    ['the 31st, or the last there is', { kind: 'monthly', day: 31, shift: 'none' }, '2026-01-01', '2026-05-01', ['01-31', '02-28', '03-31', '04-30']],
    ['the 1st, moved back across the turn of the month', { kind: 'monthly', day: 1, shift: 'before' }, '2026-01-20', '2026-03-01', ['01-30', '02-28']],
    ['the 31st, moved on across the turn of the month', { kind: 'monthly', day: 31, shift: 'after' }, '2026-01-01', '2026-03-01', ['02-02', '02-28']],
    ['the second working day', { kind: 'workday', n: 2 }, '2026-01-01', '2026-03-01', ['01-05', '02-03']],
    ['the last working day', { kind: 'workday', n: -1 }, '2026-01-01', '2026-04-01', ['01-30', '02-28', '03-31']],
    ['the third last', { kind: 'workday', n: -3 }, '2026-02-01', '2026-03-01', ['02-26']],
    ['more working days than there are', { kind: 'workday', n: 23 }, '2026-02-01', '2026-03-01', ['02-28']],
    ['before three days off or more', { kind: 'beforeHoliday', length: 3 }, '2026-01-05', '2026-06-30', ['02-14', '04-03', '04-30', '06-18']],
    ['before weekends, too', { kind: 'beforeHoliday', length: 2 }, '2026-01-05', '2026-01-26', ['01-09', '01-16', '01-23']],
    ['before nothing so long', { kind: 'beforeHoliday', length: 10 }, '2026-01-05', '2026-12-01', []],
  ])('%s', (_case, cadence, from, to, expected) => expect(days(due(cadence, from, to))).toEqual(expected))

  it('is at the local time of day, its beginning included and its end not', () => {
    const daily: Cadence = { kind: 'daily', workdaysOnly: false }
    const all = (from: string, to: string) => dueTimes({ cadence: daily, at: '08:30', calendar: cn2026, from: cn(from), to: cn(to) }).map(({ at }) => asCn(at))
    expect(all('2026-03-01 08:30', '2026-03-02 08:30')).toEqual(['2026-03-01 08:30'])
    expect(all('2026-03-01 08:31', '2026-03-02 08:31')).toEqual(['2026-03-02 08:30'])
  })

  it('follows a zone that moves its clocks', () => {
    const input = { cadence: { kind: 'daily', workdaysOnly: false } as const, at: '02:30', calendar: berlinAlways, from: Date.parse('2026-03-28T00:00Z'), to: Date.parse('2026-03-31T00:00Z') }
    expect(dueTimes(input).map(({ at }) => new Date(at).toISOString())).toEqual(['2026-03-28T01:30:00.000Z', '2026-03-29T01:00:00.000Z', '2026-03-30T00:30:00.000Z'])
  })

  it.each<[Cadence, string, Due['why']]>([
    [{ kind: 'weekly', weekday: 3, shift: 'after' }, '2026-02-24', { kind: 'moved', because: 'holiday', name: '春节' }],
    [{ kind: 'monthly', day: 31, shift: 'after' }, '2026-02-02', { kind: 'moved', because: 'dayOff' }],
    [{ kind: 'monthly', day: 31, shift: 'none' }, '2026-02-28', { kind: 'clamped' }],
    [{ kind: 'beforeHoliday', length: 3 }, '2026-04-03', { kind: 'holiday', days: 3, name: '清明节' }],
    [{ kind: 'workday', n: 1 }, '2026-03-02', { kind: 'plain' }],
  ])('%o says why it is %s', (cadence, date, why) => expect(due(cadence, '2026-02-01', '2026-05-01').find((each) => each.date === date)?.why).toEqual(why))

  it('names the day that was planned', () => expect(due({ kind: 'weekly', weekday: 3, shift: 'after' }, '2026-02-20', '2026-02-25')[0]).toMatchObject({ date: '2026-02-24', planned: '2026-02-18' }))

  it('comes to no end where nobody ever works', () => {
    const idle = { ...cn2026, week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }, exceptions: {} }
    const none = (cadence: Cadence) => dueTimes({ cadence, at: '09:00', calendar: idle, from: cn('2026-01-01 00:00'), to: cn('2026-03-01 00:00') })
    expect(none({ kind: 'monthly', day: 1, shift: 'after' })).toEqual([])
    expect(none({ kind: 'workday', n: 1 })).toEqual([])
  })

  it.each(['9:00', '24:00', '', '12:60'])('"%s" is no time', (at) => expect(() => minuteOf(at)).toThrow(DomainError))
})

const shift = fc.constantFrom<Shift>('none', 'before', 'after')
const cadences: fc.Arbitrary<Cadence> = fc.oneof(
  fc.record({ kind: fc.constant('daily' as const), workdaysOnly: fc.boolean() }),
  fc.record({ kind: fc.constant('weekly' as const), weekday: fc.integer({ min: 1, max: 7 }), shift }),
  fc.record({ kind: fc.constant('monthly' as const), day: fc.integer({ min: 1, max: 31 }), shift }),
  fc.record({ kind: fc.constant('workday' as const), n: fc.integer({ min: -10, max: 23 }).filter((n) => n !== 0) }),
  fc.record({ kind: fc.constant('beforeHoliday' as const), length: fc.integer({ min: 2, max: 10 }) }),
)
const minute = fc.integer({ min: 0, max: 1439 }).map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`)
const instant = fc.integer({ min: cn('2026-01-01 00:00'), max: cn('2026-11-30 00:00') })
const HOUR = 3_600_000

describe('dueTimes, for any cadence', () => {
  it('is in order, one a day, within its bounds', () => {
    fc.assert(fc.property(cadences, minute, instant, fc.integer({ min: 0, max: 4000 }), (cadence, at, from, hours) => {
      const dues = dueTimes({ cadence, at, calendar: cn2026, from, to: from + hours * HOUR })
      expect(dues.every((each) => each.at >= from && each.at < from + hours * HOUR)).toBe(true)
      expect(dues.every((each, index) => index === 0 || (each.at > (dues[index - 1]?.at ?? 0) && each.date > (dues[index - 1]?.date ?? '')))).toBe(true)
    }), { numRuns: 150, seed: 11 })
  })

  it('does not depend on where one begins to look', () => {
    fc.assert(fc.property(cadences, minute, instant, fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 2000 }), (cadence, at, from, one, other) => {
      const [middle, to] = [from + one * HOUR, from + (one + other) * HOUR]
      const between = (start: number, end: number) => dueTimes({ cadence, at, calendar: cn2026, from: start, to: end })
      expect([...between(from, middle), ...between(middle, to)]).toEqual(between(from, to))
    }), { numRuns: 150, seed: 12 })
  })

  it('is a working day wherever it is moved, counted in working days, or before holidays', () => {
    fc.assert(fc.property(cadences.filter((cadence) => ('shift' in cadence ? cadence.shift !== 'none' : cadence.kind !== 'daily' || cadence.workdaysOnly)), instant, (cadence, from) => {
      for (const { date } of dueTimes({ cadence, at: '10:00', calendar: cn2026, from, to: from + 2000 * HOUR })) expect(isWorkday(date, cn2026)).toBe(true)
    }), { numRuns: 100, seed: 13 })
  })

  it('is planned on its own weekday or day, and away from it only where nobody works', () => {
    fc.assert(fc.property(cadences, instant, (cadence, from) => {
      for (const { date, planned } of dueTimes({ cadence, at: '10:00', calendar: cn2026, from, to: from + 2000 * HOUR })) {
        if (cadence.kind === 'weekly') expect(weekdayOf(dayNumber(planned))).toBe(cadence.weekday)
        if (date !== planned) expect(isWorkday(planned, cn2026)).toBe(false)
      }
    }), { numRuns: 100, seed: 14 })
  })
})

describe('nextDues', () => {
  it('goes on into the next year, and never names the moment itself', () => {
    const daily = { cadence: { kind: 'daily', workdaysOnly: false } as const, at: '08:00', calendar: cn2026 }
    expect(nextDues({ ...daily, after: cn('2026-12-31 08:00'), count: 2 }).map(({ at }) => localDate(at, cn2026))).toEqual(['2027-01-01', '2027-01-02'])
  })
  it('finds what comes but once a year', () => {
    const cadence: Cadence = { kind: 'beforeHoliday', length: 9 }
    expect(nextDues({ cadence, at: '09:00', calendar: cn2026, after: cn('2026-01-01 00:00'), count: 3 }).map(({ date }) => date)).toEqual(['2026-02-14'])
  })
})

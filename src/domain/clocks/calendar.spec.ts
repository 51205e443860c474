import chineseDays from 'chinese-days'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../errors'
import { cn, cn2026 } from './calendar.fixture'
import {
  dateText, dayKind, dayNumber, isWorkday, isWorkingTime, localDate, missingYears, standardDayMinutes, weekdayOf, workingSpans,
} from './calendar'
import type { Calendar } from './types'

const noDays: Calendar['week'] = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }

describe('dates', () => {
  it.each([['1970-01-01', 0, 4], ['2026-02-14', 20498, 6], ['1969-12-28', -4, 7], ['2024-02-29', 19782, 4]])(
    '%s is day %i, weekday %i', (date, day, weekday) => {
      expect(dayNumber(date)).toBe(day)
      expect(dateText(day)).toBe(date)
      expect(weekdayOf(day)).toBe(weekday)
    })

  it.each(['2026-2-14', '2026-02-30', '2026-13-01', '', '20260214', '2026-02-14T00:00'])('"%s" is no date', (date) => {
    expect(() => dayNumber(date)).toThrow(DomainError)
  })

  it('has the local date, not the UTC one', () => {
    expect(localDate(cn('2026-01-01 00:00'), cn2026)).toBe('2026-01-01')
    expect(localDate(cn('2026-01-01 00:00') - 1, cn2026)).toBe('2025-12-31')
    expect(localDate(cn('2026-01-01 00:00'), { ...cn2026, timeZone: 'America/New_York' })).toBe('2025-12-31')
  })
})

describe('days', () => {
  it.each([
    ['2026-02-13', 'workday', true], ['2026-02-14', 'makeUp', true], ['2026-02-16', 'holiday', false],
    ['2026-01-10', 'dayOff', false], ['2026-10-10', 'makeUp', true], ['2026-10-07', 'holiday', false],
  ])('%s is %s', (date, kind, works) => {
    expect(dayKind(date, cn2026)).toBe(kind)
    expect(isWorkday(date, cn2026)).toBe(works)
  })

  it('agrees with an independent list on every day of 2026', () => {
    for (let day = dayNumber('2026-01-01'); day <= dayNumber('2026-12-31'); day += 1)
      expect([dateText(day), isWorkday(dateText(day), cn2026)]).toEqual([dateText(day), chineseDays.isWorkday(dateText(day))])
  })

  it('works as on Monday on a make-up day', () => {
    const shortFriday = { ...cn2026, week: { ...cn2026.week, 5: [{ from: 540, to: 600 }] } }
    expect(workingSpans('2026-02-14', shortFriday)).toEqual(cn2026.week[1])
    expect(workingSpans('2026-02-13', shortFriday)).toEqual([{ from: 540, to: 600 }])
    expect(standardDayMinutes(shortFriday)).toBe(420)
  })

  it('takes the first weekday that works where Monday is off', () => {
    const museum = { ...cn2026, week: { ...cn2026.week, 1: [], 2: [{ from: 600, to: 660 }] } }
    expect(standardDayMinutes(museum)).toBe(60)
    expect(workingSpans('2026-02-14', museum)).toEqual([{ from: 600, to: 660 }])
  })

  it('has no standard day where nobody ever works', () => {
    expect(() => standardDayMinutes({ ...cn2026, week: noDays })).toThrow(DomainError)
  })

  it('puts spans in order, without overlap, within the day', () => {
    const span = fc.record({ from: fc.integer({ min: -60, max: 1500 }), to: fc.integer({ min: -60, max: 1500 }) })
    fc.assert(fc.property(fc.array(span, { maxLength: 5 }), (typed) => {
      const spans = workingSpans('2026-01-05', { ...cn2026, week: { ...cn2026.week, 1: typed } })
      for (let minute = 0; minute < 1440; minute += 7)
        expect(spans.filter((s) => minute >= s.from && minute < s.to).length)
          .toBe(typed.some((s) => minute >= s.from && minute < s.to) ? 1 : 0)
      expect(spans.every((s, i) => s.from < s.to && s.from >= (spans[i - 1]?.to ?? 0) && s.to <= 1440)).toBe(true)
    }))
  })
})

describe('isWorkingTime', () => {
  it.each([
    ['2026-01-05 08:59', false], ['2026-01-05 09:00', true], ['2026-01-05 11:59', true], ['2026-01-05 12:00', false],
    ['2026-01-05 17:29', true], ['2026-01-05 17:30', false], ['2026-02-14 10:00', true], ['2026-02-16 10:00', false],
  ])('%s: %s', (at, works) => {
    expect(isWorkingTime(cn(at), cn2026)).toBe(works)
  })
})

describe('missingYears', () => {
  it.each([
    ['2026-01-01 00:00', '2026-12-31 23:59', []],
    ['2025-12-31 23:59', '2026-01-01 00:00', [2025]],
    ['2026-12-31 23:00', '2028-01-01 00:00', [2027, 2028]],
  ])('%s to %s', (from, to, years) => {
    expect(missingYears({ from: cn(from), to: cn(to), calendar: cn2026 })).toEqual(years)
  })
})

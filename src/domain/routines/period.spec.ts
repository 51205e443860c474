import { describe, expect, it } from 'vitest'
import { asCn, cn, cn2026 } from '../clocks/calendar.fixture'
import { dueTimes } from './cadence'
import { namedPeriod, periodName, periodOf, withPeriods, wordsWithPeriods } from './period'
import type { Cadence, Fill, Period } from './types'

const timing = (cadence: Cadence, day: string, at = '09:00') => {
  const due = dueTimes({ cadence, at, calendar: cn2026, from: cn(`${day} 00:00`), to: cn(`${day} 23:59`) })[0]
  if (!due) throw new Error(`not due on ${day}`)
  return { cadence, at, due, calendar: cn2026 }
}
const daily: Cadence = { kind: 'daily', workdaysOnly: false }
const weekly = (weekday: number): Cadence => ({ kind: 'weekly', weekday, shift: 'after' })
const monthly = (day: number): Cadence => ({ kind: 'monthly', day, shift: 'before' })

describe('periodOf', () => {
  it.each<[string, Cadence, string, string, Period, string, string]>([
    ['a morning looks at yesterday', daily, '2026-03-10', '08:00', 'day', '2026-03-09 00:00', '2026-03-10 00:00'],
    ['an evening at today so far', daily, '2026-03-10', '18:00', 'day', '2026-03-10 00:00', '2026-03-10 18:00'],
    ['a Monday at last week', weekly(1), '2026-03-09', '09:00', 'week', '2026-03-02 00:00', '2026-03-09 00:00'],
    ['a Monday in a holiday still at the week before it', weekly(1), '2026-04-07', '09:00', 'week', '2026-03-30 00:00', '2026-04-06 00:00'],
    ['a Friday at this week so far', weekly(5), '2026-03-13', '15:00', 'week', '2026-03-09 00:00', '2026-03-13 15:00'],
    ['the 3rd working day at last month', { kind: 'workday', n: 3 }, '2026-03-04', '09:00', 'month', '2026-02-01 00:00', '2026-03-01 00:00'],
    ['the 3rd last at this month so far', { kind: 'workday', n: -3 }, '2026-03-27', '09:00', 'month', '2026-03-01 00:00', '2026-03-27 09:00'],
    ['the 15th at last month', monthly(15), '2026-04-15', '09:00', 'month', '2026-03-01 00:00', '2026-04-01 00:00'],
    ['the 25th at this month so far', monthly(25), '2026-03-25', '09:00', 'month', '2026-03-01 00:00', '2026-03-25 09:00'],
    ['the 1st, come early, at the month that is ending', monthly(1), '2026-01-30', '09:00', 'month', '2026-01-01 00:00', '2026-01-30 09:00'],
    ['a weekly one that counts a month, at last month', weekly(5), '2026-03-13', '09:00', 'month', '2026-02-01 00:00', '2026-03-01 00:00'],
    ['before holidays, at yesterday', { kind: 'beforeHoliday', length: 3 }, '2026-04-30', '18:00', 'day', '2026-04-29 00:00', '2026-04-30 00:00'],
  ])('%s', (_case, cadence, day, at, period, from, to) => {
    const span = periodOf(timing(cadence, day, at), period)
    expect([asCn(span.from), asCn(span.to)]).toEqual([from, to])
  })

  it('says when it had not ended', () => {
    expect(periodOf(timing(monthly(25), '2026-03-25'), 'month').running).toBe(true)
    expect(periodOf(timing(daily, '2026-03-10', '08:00'), 'day').running).toBe(false)
  })
})

describe('the names of periods', () => {
  const fills: Pick<Fill, 'period'>[] = [{ period: 'day' }]
  it('are those of the figures where there are any, else of the day itself', () => {
    const morning = timing(daily, '2026-03-01', '08:00')
    expect(namedPeriod(morning, 'day', fills).first).toBe('2026-02-28')
    expect(namedPeriod(morning, 'day', []).first).toBe('2026-03-01')
    expect(namedPeriod(morning, 'month', fills).first).toBe('2026-03-01')
  })
  it.each<[Period, string, string, string, string]>([
    ['day', '2026-03-01', '2026-03-01', '3月1日', '1 March'],
    ['week', '2026-03-09', '2026-03-15', '3月9日 – 3月15日', '9 March – 15 March'],
    ['week', '2026-03-30', '2026-04-05', '3月30日 – 4月5日', '30 March – 5 April'],
    ['month', '2026-03-01', '2026-03-31', '2026年3月', 'March 2026'],
  ])('a %s from %s to %s', (period, first, last, zh, en) => {
    expect(periodName({ first, last }, period, 'zh')).toBe(zh)
    expect(periodName({ first, last }, period, 'en')).toBe(en)
  })
  it('stand in texts, as often as they are asked for', () => {
    expect(withPeriods('{date}（{week}）{date} {month}', timing(weekly(1), '2026-03-09'), { lang: 'zh', fills: [{ period: 'week' }] })).toBe('3月9日（3月2日 – 3月8日）3月9日 2026年3月')
    expect(wordsWithPeriods({ zh: '{date} 汇总', en: 'Digest of {date}' }, timing(daily, '2026-03-10', '08:00'), fills)).toEqual({ zh: '3月9日 汇总', en: 'Digest of 9 March' })
    expect(wordsWithPeriods({ zh: '无' }, timing(daily, '2026-03-10'), [])).toEqual({ zh: '无' })
  })
})

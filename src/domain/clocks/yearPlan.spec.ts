import { describe, expect, it } from 'vitest'
import type { ListedDay } from './holidayList'
import type { Calendar } from './types'
import { choicesOf, countYear, listChanges, yearPlan } from './yearPlan'

const span = [{ from: 540, to: 720 }]
const calendar: Calendar = {
  timeZone: 'Asia/Shanghai', week: { 1: span, 2: span, 3: span, 4: span, 5: span, 6: [], 7: [] }, coveredYears: [2026],
  exceptions: { '2026-01-01': { kind: 'holiday', name: '元旦' }, '2026-01-04': { kind: 'workday', name: '元旦' }, '2026-05-09': { kind: 'workday' } },
}

describe('a year of days', () => {
  const months = yearPlan(2026, calendar)

  it.each([[2026, 365], [2028, 366], [2000, 366], [2100, 365]])('%s has %s days', (year, count) => {
    expect(yearPlan(year, calendar).reduce((sum, { days }) => sum + days.length, 0)).toBe(count)
  })

  it('says of each day what it is', () => {
    expect(months[0]?.days.slice(0, 4)).toEqual([
      { date: '2026-01-01', day: 1, weekday: 4, kind: 'holiday', name: '元旦' }, { date: '2026-01-02', day: 2, weekday: 5, kind: 'workday' },
      { date: '2026-01-03', day: 3, weekday: 6, kind: 'dayOff' }, { date: '2026-01-04', day: 4, weekday: 7, kind: 'makeUp', name: '元旦' },
    ])
  })

  it('counts what is worked', () => expect(countYear(months)).toEqual({ workdays: 262, holidays: 1, makeUps: 2, partDays: 0 }))

  it('offers making up only on days that are free', () => {
    expect(choicesOf('2026-05-08', calendar)).toEqual(['plain', 'holiday', 'part'])
    expect(choicesOf('2026-05-09', calendar)).toEqual(['plain', 'holiday', 'workday', 'part'])
    expect(choicesOf('2026-01-01', calendar)).toEqual(['plain', 'holiday', 'part'])
  })

  it('says by which hours a day is worked that has its own', () => {
    const hours = [{ from: 540, to: 630 }]
    const short = { ...calendar, exceptions: { '2026-02-16': { kind: 'workday' as const, name: '除夕', hours }, '2026-02-14': { kind: 'workday' as const, hours } } }
    const february = yearPlan(2026, short)[1]!.days
    expect(february[15]).toEqual({ date: '2026-02-16', day: 16, weekday: 1, kind: 'partDay', name: '除夕', hours: '09:00-10:30' })
    expect(february[13]).toEqual({ date: '2026-02-14', day: 14, weekday: 6, kind: 'makeUp', hours: '09:00-10:30' })
    expect(countYear(yearPlan(2026, short))).toEqual({ workdays: 262, holidays: 0, makeUps: 1, partDays: 1 })
  })
})

describe('a new list', () => {
  const day = (date: string, kind: ListedDay['kind'], name?: string): ListedDay => ({ date, kind, ...(name ? { name } : {}) })
  const before = [day('2026-10-01', 'holiday', '国庆'), day('2027-01-01', 'holiday', '元旦'), day('2027-01-02', 'holiday', '元旦'), day('2027-01-04', 'workday')]

  it.each([
    { why: 'nothing', after: before.slice(1), is: [] },
    { why: 'a day gone', after: before.slice(2), is: ['2027-01-01 holiday → -'] },
    { why: 'a day new', after: [...before.slice(1), day('2027-05-01', 'holiday')], is: ['2027-05-01 - → holiday'] },
    { why: 'a day of another kind', after: [before[1]!, before[2]!, day('2027-01-04', 'holiday')], is: ['2027-01-04 workday → holiday'] },
    { why: 'another name', after: [before[1]!, day('2027-01-02', 'holiday', '新年'), before[3]!], is: ['2027-01-02 holiday → holiday'] },
    { why: 'other hours', after: [before[1]!, before[2]!, { ...before[3]!, hours: span }], is: ['2027-01-04 workday → workday'] },
    { why: 'a day of the year before', after: [...before.slice(1), day('2026-12-31', 'holiday')], is: ['2026-12-31 - → holiday'] },
    { why: 'everything, when the list is empty', after: [], is: ['2027-01-01 holiday → -', '2027-01-02 holiday → -', '2027-01-04 workday → -'] },
  ])('changes $why', ({ after, is }) => {
    expect(listChanges(before, after, 2027).map(({ date, was, is: now }) => `${date} ${was?.kind ?? '-'} → ${now?.kind ?? '-'}`)).toEqual(is)
  })
})

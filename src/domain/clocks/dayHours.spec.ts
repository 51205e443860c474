import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayHours } from './dayHours'
import { explainClock } from './explain'
import type { Calendar, Limit, LimitUnit } from './types'

const day = [{ from: 540, to: 720 }, { from: 810, to: 1080 }]
const calendar: Calendar = {
  timeZone: 'Asia/Shanghai', week: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] }, coveredYears: [2026],
  exceptions: { '2026-05-09': { kind: 'workday', name: '劳动节调休' }, '2026-05-01': { kind: 'holiday', name: '劳动节' }, '2026-04-30': { kind: 'workday', name: '节前', hours: [{ from: 540, to: 690 }] } },
}
const limitOf = (amount: number, unit: LimitUnit): Limit => ({ code: 'l', clock: 'resolve', name: { zh: '限' }, amount, unit, start: ['created'], stop: ['archived'], pause: [], thresholds: [] })
const at = (local: string): number => Date.parse(`${local}+08:00`)
const account = (received: string, amount: number, unit: LimitUnit) => explainClock({ limit: limitOf(amount, unit), events: [{ at: at(received), signal: 'created' }], calendar, now: at(received) })

describe('hour by hour', () => {
  it('shows Friday 17:40 before a make-up Saturday', () => {
    const { hours, days } = dayHours(account('2026-05-08T17:40:00', 8, 'workingHours'))
    expect(hours).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17])
    expect(days.map(({ date, why, name, minutes, left }) => [date, why, name, minutes, left])).toEqual([
      ['2026-05-08', 'working', undefined, 20, 460], ['2026-05-09', 'makeUp', '劳动节调休', 450, 10], ['2026-05-10', 'dayOff', undefined, 0, 10], ['2026-05-11', 'working', undefined, 10, 0],
    ])
    expect(days[0]?.cells.at(-1)).toMatchObject({ hour: 17, minutes: 20, to: 100 })
    expect(days[0]?.cells.at(-1)?.from).toBeCloseTo(66.67, 1)
    expect(days[1]?.cells.map(({ minutes }) => minutes)).toEqual([60, 60, 60, 0, 30, 60, 60, 60, 60])
    expect(days[3]?.cells[0]).toMatchObject({ hour: 9, minutes: 10, from: 0 })
  })

  it('shows a day that is cut short, and that its afternoon does not count', () => {
    const { days } = dayHours(account('2026-04-29T17:00:00', 4, 'workingHours'))
    expect(days.map(({ date, why, name, minutes, left }) => [date, why, name, minutes, left]).slice(0, 3)).toEqual([
      ['2026-04-29', 'working', undefined, 60, 180], ['2026-04-30', 'partDay', '节前', 150, 30], ['2026-05-01', 'holiday', '劳动节', 0, 30],
    ])
    expect(days[1]?.cells.map(({ minutes }) => minutes)).toEqual([60, 60, 30, 0, 0, 0, 0, 0, 0])
  })

  it('has nothing to show of nothing', () => expect(dayHours([])).toEqual({ hours: [], days: [] }))

  it('leaves no minute out and counts none twice', () => {
    const moment = fc.integer({ min: at('2026-04-20T00:00:00') / 60_000, max: at('2026-05-20T00:00:00') / 60_000 })
    fc.assert(fc.property(moment, fc.integer({ min: 1, max: 40 }), fc.constantFrom<LimitUnit>('workingHours', 'naturalHours', 'workingDays'), (minute, amount, unit) => {
      const rows = explainClock({ limit: limitOf(amount, unit), events: [{ at: minute * 60_000, signal: 'created' }], calendar, now: minute * 60_000 })
      const { days } = dayHours(rows)
      const total = rows.reduce((sum, row) => sum + row.minutes, 0)
      expect(days.reduce((sum, { minutes }) => sum + minutes, 0)).toBeCloseTo(total, 6)
      expect(days.flatMap(({ cells }) => cells).reduce((sum, { minutes }) => sum + minutes, 0)).toBeCloseTo(total, 6)
      expect(days.at(-1)?.left).toBeCloseTo(0, 6)
    }))
  })
})

import { describe, expect, it } from 'vitest'
import type { Calendar } from '../clocks/types'
import { hoursIn, openState } from './openingHours'

const DAY = [{ from: 540, to: 1050 }]
const calendar: Calendar = {
  timeZone: 'Asia/Shanghai', week: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY, 6: [], 7: [] }, coveredYears: [2026], exceptions: { '2026-10-01': { kind: 'holiday' }, '2026-10-10': { kind: 'workday' } },
}
/** An instant of a local time in Shanghai. */
const at = (date: string, time: string): number => Date.parse(`${date}T${time}:00+08:00`)
const said = (text: string, when: number): string => {
  const hours = hoursIn(text)
  const state = hours && openState(hours, when, calendar)
  if (!state) return 'unknown'
  const time = (instant: number | undefined) => (instant === undefined ? '' : new Date(instant + 8 * 3_600_000).toISOString().slice(5, 16))
  return state.open ? `open ${time(state.until)}`.trim() : `closed ${time(state.next)}`.trim()
}

describe('opening hours as people write them', () => {
  it.each([
    ['周一至周五 9:00-12:00 13:30-17:30', '2026-11-23', '10:00', 'open 11-23T12:00'],
    ['周一至周五 9:00—12:00、13:30—17:30', '2026-11-23', '12:30', 'closed 11-23T13:30'],
    ['周一至周五 9:00-17:30；周六 9:00-12:00', '2026-11-27', '18:00', 'closed 11-28T09:00'],
    ['星期一到星期五 9:00-17:30', '2026-11-28', '10:00', 'closed 11-30T09:00'],
    ['每天 8:00-20:00', '2026-10-01', '10:00', 'open 10-01T20:00'],
    ['8:00-20:00', '2026-11-29', '07:59', 'closed 11-29T08:00'],
    ['24 小时', '2026-10-01', '03:00', 'open'],
    ['全天', '2026-11-29', '23:59', 'open'],
    ['工作日 9:00-17:00', '2026-10-10', '10:00', 'open 10-10T17:00'],
    ['工作日 9:00-17:00', '2026-10-01', '10:00', 'closed 10-02T09:00'],
    ['周一、周三、周五 9:00-12:00', '2026-11-24', '10:00', 'closed 11-25T09:00'],
    ['Mon-Fri 9:00-17:30', '2026-11-23', '17:30', 'closed 11-24T09:00'],
    ['Monday to Friday 9:00-17:30', '2026-11-23', '09:00', 'open 11-23T17:30'],
  ])('%s on %s at %s: %s', (text, date, time, expected) => {
    expect(said(text, at(date, time))).toBe(expected)
  })

  it('says nothing of weekdays on a public holiday', () => {
    expect(said('周一至周五 9:00-17:30', at('2026-10-01', '10:00'))).toBe('unknown')
  })

  it.each([['看情况'], [''], ['周一至周五'], ['早上到晚上'], ['周五至周一 9:00-17:00'], ['9:00-17:00 以现场为准'], ['周一至周五 25:00-26:00'], ['周一至周五 9:00-17:00；另行通知']])('does not guess at “%s”', (text) => {
    expect(hoursIn(text)).toBeUndefined()
  })
})

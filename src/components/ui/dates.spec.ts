import { describe, expect, it } from 'vitest'
import { day, dayRange, dayTime, exactTime, fullDay, isoDay, nearDayTime, promiseTime } from './dates'

const at = (text: string) => Date.parse(text)
const zh = { lang: 'zh', timeZone: 'Asia/Shanghai', now: at('2026-11-24T11:00:00+08:00') } as const
const en = { ...zh, lang: 'en' } as const

describe('dates', () => {
  it('words days in the office time zone', () => {
    expect(day(at('2026-11-20T23:30:00Z'), zh)).toBe('11月21日')
    expect(day(at('2026-11-20T10:00:00Z'), en)).toBe('20 November')
    expect(fullDay(at('2026-11-20T10:00:00Z'), zh)).toBe('2026年11月20日')
    expect(isoDay(at('2026-11-20T16:00:00Z'), zh)).toBe('2026-11-21')
  })

  it('adds the year when it is another one', () => {
    expect(day(at('2025-12-31T15:00:00Z'), zh)).toBe('2025年12月31日')
    expect(day(at('2025-12-31T16:00:00Z'), zh)).toBe('1月1日')
  })

  it.each([
    ['2026-11-24T14:30:00+08:00', '今天 14:30'],
    ['2026-11-23T09:05:00+08:00', '昨天 09:05'],
    ['2026-11-25T00:00:00+08:00', '明天 00:00'],
    ['2026-11-20T14:46:00+08:00', '11月20日 14:46'],
    ['2025-11-24T14:30:00+08:00', '2025年11月24日 14:30'],
  ])('near %s', (text, expected) => {
    expect(nearDayTime(at(text), zh)).toBe(expected)
  })

  it('words promises, ranges and exact instants', () => {
    expect(promiseTime(at('2026-11-25T17:30:00+08:00'), zh)).toBe('11月25日（星期三）17:30')
    expect(promiseTime(at('2026-11-25T17:30:00+08:00'), en)).toBe('Wednesday 25 November, 17:30')
    expect(dayRange(at('2026-11-01T00:00:00+08:00'), at('2026-11-19T00:00:00+08:00'), zh)).toBe('11月1日—19日')
    expect(dayRange(at('2026-10-20T00:00:00+08:00'), at('2026-11-19T00:00:00+08:00'), zh)).toBe('10月20日—11月19日')
    expect(dayRange(at('2026-11-01T00:00:00+08:00'), at('2026-11-19T00:00:00+08:00'), en)).toMatch(/^1\s?–\s?19 November$/)
    expect(dayTime(at('2026-11-24T14:30:00+08:00'), zh)).toBe('11月24日 14:30')
    expect(exactTime(at('2026-11-24T14:30:00+08:00'), zh)).toBe('2026年11月24日 14:30')
  })
})

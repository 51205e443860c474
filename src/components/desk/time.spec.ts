import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, desk, HOUR, MINUTE, NOW } from './desk.fixture'
import { agoWord, dayWord, exactWord, instantOf, localDay, localParts, shareWord, spanWord, whenWord } from './time'

const zh = desk('zh')
const en = desk('en')

describe('days and times', () => {
  it.each([
    [NOW, '今天 10:42', 'today 10:42'],
    [NOW + DAY, '明天 10:42', 'tomorrow 10:42'],
    [NOW - DAY, '昨天 10:42', 'yesterday 10:42'],
    [NOW - 4 * DAY, '11月20日 10:42', '20 Nov 10:42'],
    [NOW + 60 * DAY, '2027年1月23日 10:42', '23 Jan 2027 10:42'],
    // 23:30 of the day before in Shanghai is still the same day in London.
    [Date.UTC(2026, 10, 23, 15, 30), '昨天 23:30', 'yesterday 23:30'],
  ])('%i', (at, chinese, english) => {
    expect(whenWord(at, zh)).toBe(chinese)
    expect(whenWord(at, en)).toBe(english)
  })

  it('says the whole date for titles', () => {
    expect(exactWord(NOW, zh)).toBe('2026年11月24日 周二 10:42')
    expect(exactWord(NOW, en)).toBe('Tue 24 Nov 2026, 10:42')
  })

  it.each([
    [0, '刚刚'],
    [59_000, '刚刚'],
    [6 * MINUTE, '6 分钟前'],
    [59 * MINUTE, '59 分钟前'],
    [2 * HOUR, '08:42'],
    [DAY, '昨天 10:42'],
    [4 * DAY, '11月20日'],
    [-DAY, '明天'],
  ])('%i ms ago', (before, words) => {
    expect(agoWord(NOW - before, zh)).toBe(words)
  })

  it('counts days by the office, not by the machine', () => {
    expect(dayWord(Date.UTC(2026, 10, 24, 16, 0), zh)).toBe('明天')
    expect(localDay(Date.UTC(2026, 10, 24, 16, 0), 'Asia/Shanghai')).toBe('2026-11-25')
  })

  it('knows the weekday and midnight', () => {
    expect(localParts(Date.UTC(2026, 10, 23, 16, 0), 'Asia/Shanghai')).toEqual({ year: 2026, month: 11, day: 24, hour: 0, minute: 0, weekday: 2 })
  })

  it('finds the instant of a local time, and back', () => {
    fc.assert(fc.property(
      fc.constantFrom('Asia/Shanghai', 'Asia/Urumqi', 'UTC', 'Europe/Berlin', 'America/St_Johns'),
      fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) }),
      fc.integer({ min: 4, max: 23 }), fc.integer({ min: 0, max: 59 }),
      (timeZone, at, hour, minute) => {
        const day = localDay(at, timeZone)
        const found = localParts(instantOf(day, hour, minute, timeZone), timeZone)
        expect([localDay(instantOf(day, hour, minute, timeZone), timeZone), found.hour, found.minute]).toEqual([day, hour, minute])
      },
    ))
  })
})

describe('spans', () => {
  const work = { unit: 'workingHours' as const }
  const natural = { unit: 'naturalDays' as const }
  it.each([
    [50, work, '50 分钟'],
    [-40, work, '40 分钟'],
    [80, work, '80 分钟'],
    [180, work, '3 工作时'],
    [278, work, '4.5 工作时'],
    [660, work, '11 工作时'],
    [960, work, '2 工作日'],
    [1320, work, '2 工作日 6 时'],
    [1910, work, '4 工作日'],
    [1320, { ...work, workdayMinutes: 420 }, '3 工作日 1 时'],
    [1950, { ...work, workdayMinutes: 390 }, '5 工作日'],
    [1948, { ...work, workdayMinutes: 390 }, '4 工作日 6 时'],
    [1949, { ...work, workdayMinutes: 360 }, '5 工作日 2 时'],
    [59, natural, '59 分钟'],
    [60, natural, '1 小时'],
    [278, natural, '4 时 38 分'],
    [125, natural, '2 时 05 分'],
    [2880, natural, '2 天'],
    [3000, natural, '2 天 2 时'],
    [0, work, '0 分钟'],
  ])('%i minutes', (minutes, clock, words) => {
    expect(spanWord(minutes, clock, zh)).toBe(words)
  })

  it('never says a whole working day as hours beside days', () => {
    fc.assert(fc.property(fc.integer({ min: 960, max: 50_000 }), (minutes) => {
      expect(spanWord(minutes, work, zh)).not.toMatch(/工作日 ([89]|\d\d) 时/)
    }))
  })

  it.each([
    [2124, 2400, work, '35.4 / 40 工作时'],
    [11, 60, work, '11 / 60 分钟'],
    [1242, 1440, natural, '20.7 / 24 小时'],
    [7200, 14_400, natural, '5 / 10 天'],
    [4800, 9600, work, '10 / 20 工作日'],
  ])('%i of %i', (used, limit, clock, words) => {
    expect(shareWord(used, limit, clock, zh)).toBe(words)
  })

  it('has a singular in English', () => {
    expect([spanWord(1440 * 3, natural, en), spanWord(1440 * 2 + 60, natural, en)]).toEqual(['3 days', '2 days 1 h'])
  })
})

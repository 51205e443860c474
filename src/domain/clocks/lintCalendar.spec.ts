import { describe, expect, it } from 'vitest'
import { cn2026 } from './calendar.fixture'
import { lintCalendar } from './lintCalendar'
import type { Calendar } from './types'

const days = (spans: Calendar['week'][1]): Calendar['week'] => ({ ...cn2026.week, 1: spans })
const noDays: Calendar['week'] = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }

describe('lintCalendar', () => {
  it('finds nothing in a sound calendar', () => {
    expect(lintCalendar(cn2026)).toEqual([])
    expect(lintCalendar({ ...cn2026, week: days([{ from: 0, to: 720 }, { from: 720, to: 1440 }]) })).toEqual([])
  })

  it.each<[string, Partial<Calendar>, string[]]>([
    ['unknown zone', { timeZone: 'Asia/Atlantis' }, ['timeZoneUnknown']],
    ['end before start', { week: days([{ from: 600, to: 540 }]) }, ['spanInvalid 1']],
    ['past midnight', { week: days([{ from: 600, to: 1500 }]) }, ['spanInvalid 1']],
    ['half minutes', { week: days([{ from: 600.5, to: 700 }]) }, ['spanInvalid 1']],
    ['overlap', { week: days([{ from: 700, to: 800 }, { from: 540, to: 720 }]) }, ['spansOverlap 1']],
    ['nobody works', { week: noDays }, ['noWorkingTime']],
    ['Monday off', { week: days([]) }, ['mondayOff 1']],
    ['no date', { exceptions: { '2026-02-30': { kind: 'holiday' } } }, ['dateInvalid 2026-02-30']],
    ['hours of a holiday', { exceptions: { '2026-02-16': { kind: 'holiday', hours: [{ from: 540, to: 720 }] } } }, ['holidayHours 2026-02-16']],
    ['a day’s own hours the wrong way round', { exceptions: { '2026-02-16': { kind: 'workday', hours: [{ from: 720, to: 540 }] } } }, ['spanInvalid 2026-02-16']],
    ['a day’s own hours over each other', { exceptions: { '2026-02-16': { kind: 'workday', hours: [{ from: 540, to: 720 }, { from: 700, to: 800 }] } } }, ['spansOverlap 2026-02-16']],
    ['sound hours of its own', { exceptions: { '2026-02-16': { kind: 'workday', hours: [{ from: 540, to: 720 }] } } }, []],
    ['year not covered', { exceptions: { '2027-01-01': { kind: 'holiday' } } }, ['yearNotCovered 2027-01-01']],
  ])('%s', (_, part, expected) => {
    expect(lintCalendar({ ...cn2026, ...part }).map(({ code, where }) => (where ? `${code} ${where}` : code))).toEqual(expected)
  })
})

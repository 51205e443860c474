import { describe, expect, it } from 'vitest'
import { cn, cn2026 } from './calendar.fixture'
import { calendarGaps } from './calendarGaps'

describe('calendarGaps', () => {
  it.each([
    ['nothing is missing', [2026], '2026-06-01 12:00', undefined, []],
    ['the last moment of October', [2026], '2026-10-31 23:59', undefined, []],
    ['1 November, local time', [2026], '2026-11-01 00:00', undefined, ['2027 nextYearMissing']],
    ['next year is there', [2026, 2027], '2026-11-01 00:00', undefined, []],
    ['this year is missing', [2025], '2026-06-01 12:00', undefined, ['2026 currentYearMissing']],
    ['both are', [], '2026-12-01 12:00', undefined, ['2026 currentYearMissing', '2027 nextYearMissing']],
    ['New Year’s first moment', [2026], '2027-01-01 00:00', undefined, ['2027 currentYearMissing']],
    ['a clock reaches next year', [2026], '2026-06-01 12:00', '2027-01-04 10:00', ['2027 reachedYearMissing']],
    ['a clock reaches further', [2026], '2026-11-02 12:00', '2028-01-04 10:00', ['2027 nextYearMissing', '2028 reachedYearMissing']],
    ['a clock reaches three years on', [2026, 2028], '2026-06-01 12:00', '2029-01-04 10:00', ['2027 reachedYearMissing', '2029 reachedYearMissing']],
    ['and every year between', [2026], '2026-06-01 12:00', '2028-01-04 10:00', ['2027 reachedYearMissing', '2028 reachedYearMissing']],
    ['an old due date reaches nothing', [2026], '2026-06-01 12:00', '2025-01-04 10:00', []],
  ])('%s', (_, coveredYears, now, latest, expected) => {
    const gaps = calendarGaps({ calendar: { ...cn2026, coveredYears }, now: cn(now), latestDueAt: latest === undefined ? undefined : cn(latest) })
    expect(gaps.map(({ year, code }) => `${year} ${code}`)).toEqual(expected)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workingMinutesBetween, type Calendar } from '@/domain/clocks'
import { awake, workingBefore } from './times'

const OFFICE = [{ from: 540, to: 720 }, { from: 810, to: 1050 }]
const calendar: Calendar = { timeZone: 'Asia/Shanghai', week: { 1: OFFICE, 2: OFFICE, 3: OFFICE, 4: OFFICE, 5: OFFICE, 6: [], 7: [] }, exceptions: {}, coveredYears: [2026] }
const START = Date.parse('2026-01-01T00:00:00Z')
const instant = fc.integer({ min: 0, max: 300 * 86_400 }).map((seconds) => START + seconds * 1000)

describe('times of the demonstration', () => {
  it('go back by working minutes, to the minute', () => {
    fc.assert(fc.property(instant, fc.integer({ min: 0, max: 6000 }), (at, minutes) => {
      const before = workingBefore(at, minutes, calendar)
      const between = workingMinutesBetween(before, at, calendar)
      expect(between).toBeGreaterThanOrEqual(minutes)
      expect(between).toBeLessThan(minutes + 1.1)
    }), { numRuns: 60 })
  })

  it('let residents sleep', () => {
    fc.assert(fc.property(instant, (at) => {
      const when = awake(at, calendar.timeZone)
      const hour = new Date(when + 8 * 3_600_000).getUTCHours()
      expect(when - at).toBeGreaterThanOrEqual(0)
      expect(when - at).toBeLessThanOrEqual(9.5 * 3_600_000)
      expect(hour >= 7 && hour < 22).toBe(true)
    }))
  })
})

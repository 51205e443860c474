import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asCn, cn, cn2026, makeLimit } from './calendar.fixture'
import { readClock } from './clock'
import { type ThresholdMark, crossedThresholds, nextThresholdAt } from './thresholds'
import { type ClockEvent, LIMIT_UNITS, type Limit } from './types'

// 10 working hours from Monday 09:00: 50 % at 15:30, 80 % Tuesday 10:00, 100 % at 12:00, 150 % Wednesday 10:00.
const limit = makeLimit({ amount: 10, unit: 'workingHours' })
const created: ClockEvent = { at: cn('2026-01-05 09:00'), signal: 'created' }
const input = (now: string, more: ClockEvent[] = []) => ({ limit, events: [created, ...more], calendar: cn2026, now: cn(now) })
const crossed = (now: string, done: ThresholdMark[] = [], more: ClockEvent[] = []) =>
  crossedThresholds({ limit, reading: readClock(input(now, more)), done })

describe('crossedThresholds', () => {
  it.each([
    ['2026-01-05 15:29', []],
    ['2026-01-05 15:30', [50]],
    ['2026-01-06 12:00', [50, 80, 100]],
    ['2026-01-07 10:00', [50, 80, 100, 150]],
  ])('at %s: %j', (now, percents) => {
    expect(crossed(now).map(({ percent }) => percent)).toEqual(percents)
  })

  it('leaves out what was acted on', () => {
    expect(crossed('2026-01-06 12:00', crossed('2026-01-06 11:00')).map(({ percent }) => percent)).toEqual([100])
  })

  it('counts afresh after an extension and in a new round', () => {
    const done = crossed('2026-01-07 10:00')
    const longer: ClockEvent[] = [{ at: cn('2026-01-07 10:00'), signal: 'extended', addMinutes: 600 }]
    expect(crossed('2026-01-07 10:00', done, longer).map(({ percent }) => percent)).toEqual([50])
    const again: ClockEvent[] = [{ at: cn('2026-01-07 10:00'), signal: 'verified' }, { at: cn('2026-01-12 09:00'), signal: 'reopened' }]
    expect(crossed('2026-01-12 15:30', done, again).map(({ percent }) => percent)).toEqual([50])
  })

  it('tells two acts at the same percent apart', () => {
    const both = { thresholds: [{ percent: 50, act: 'remindOwner' }, { percent: 50, act: 'tellLead' }] as const }
    const reading = readClock(input('2026-01-05 15:30'))
    const all = crossedThresholds({ limit: { thresholds: [...both.thresholds] }, reading, done: [] })
    expect(all.map(({ act }) => act)).toEqual(['remindOwner', 'tellLead'])
    expect(crossedThresholds({ limit: { thresholds: [...both.thresholds] }, reading, done: all.slice(0, 1) }).map(({ act }) => act)).toEqual(['tellLead'])
  })

  it('is silent before the start and after the stop', () => {
    expect(crossedThresholds({ limit, reading: readClock({ ...input('2026-01-07 10:00'), events: [] }), done: [] })).toEqual([])
    expect(crossed('2026-01-07 10:00', [], [{ at: cn('2026-01-07 09:30'), signal: 'verified' }])).toEqual([])
  })

  it('still names what was crossed before a pause', () => {
    expect(crossed('2026-01-20 10:00', [], [{ at: cn('2026-01-05 16:00'), signal: 'waitReporter' }]).map(({ percent }) => percent)).toEqual([50])
  })
})

describe('nextThresholdAt', () => {
  it.each([
    ['2026-01-05 09:00', '2026-01-05 15:30'],
    ['2026-01-05 15:30', '2026-01-06 10:00'],
    ['2026-01-06 11:00', '2026-01-06 12:00'],
    ['2026-01-06 12:00', '2026-01-07 10:00'],
  ])('seen from %s is %s', (now, next) => {
    expect(asCn(nextThresholdAt(input(now)) ?? 0)).toBe(next)
  })

  it.each<[string, ClockEvent[], string]>([
    ['after the last', [], '2026-01-07 10:00'],
    ['in a pause', [{ at: cn('2026-01-05 10:00'), signal: 'waitReporter' }], '2026-01-05 11:00'],
    ['after the stop', [{ at: cn('2026-01-05 10:00'), signal: 'verified' }], '2026-01-05 11:00'],
  ])('is none %s', (_, more, now) => {
    expect(nextThresholdAt(input(now, more))).toBeUndefined()
  })

  it('is the first instant at which something more is crossed', () => {
    const nows = fc.integer({ min: 0, max: 5 * 1440 }).map((m) => created.at + m * 60_000)
    fc.assert(fc.property(fc.constantFrom(...LIMIT_UNITS), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 99 }), nows, (unit, amount, percent, now) => {
      const thresholds: Limit['thresholds'] = [{ percent, act: 'remindOwner' }, { percent: 100, act: 'tellLead' }]
      const one = { limit: { ...limit, unit, amount, thresholds }, events: [created], calendar: cn2026, now }
      const next = nextThresholdAt(one)
      fc.pre(next !== undefined)
      const count = (at: number) => crossedThresholds({ limit: one.limit, reading: readClock({ ...one, now: at }), done: [] }).length
      expect(count(next ?? 0)).toBeGreaterThan(count(now))
      expect(count((next ?? 0) - 1)).toBe(count(now))
    }), { numRuns: 200 })
  })
})

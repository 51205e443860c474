import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../errors'
import { asCn, cn, cn2026, makeLimit } from './calendar.fixture'
import { isOpen, readClock } from './clock'
import { convertMinutes } from './meter'
import { type ClockEvent, type ClockSignal, LIMIT_UNITS, type Limit } from './types'

const limit = makeLimit()
const at = (time: string, signal: ClockSignal, rest: Partial<ClockEvent> = {}): ClockEvent => ({ at: cn(time), signal, ...rest })
const read = (events: ClockEvent[], now: string, part: Partial<Limit> = {}) =>
  readClock({ limit: { ...limit, ...part }, events, calendar: cn2026, now: cn(now) })

// Monday 5 January 2026, 15:00; three working days of seven hours run out on Thursday 8, 15:00.
const created = at('2026-01-05 15:00', 'created')

describe('readClock', () => {
  it.each<[string, ClockEvent[], string, { state: string; due?: string; used?: number; left?: number; paused?: number }]>([
    ['has not started', [], '2026-01-05 15:00', { state: 'notStarted', used: 0, left: 1260 }],
    ['knows nothing of what comes later', [created], '2026-01-05 14:59', { state: 'notStarted', left: 1260 }],
    ['runs', [created], '2026-01-06 09:30', { state: 'running', due: '2026-01-08 15:00', used: 180, left: 1080 }],
    ['is in time at the very instant', [created], '2026-01-08 15:00', { state: 'running', due: '2026-01-08 15:00', left: 0 }],
    ['is overdue after it', [created], '2026-01-08 15:01', { state: 'overdue', due: '2026-01-08 15:00', left: -1 }],
    ['is met', [created, at('2026-01-08 15:00', 'verified')], '2026-03-01 00:00', { state: 'met', due: '2026-01-08 15:00', used: 1260 }],
    ['is missed', [created, at('2026-01-09 09:00', 'verified')], '2026-03-01 00:00', { state: 'missed', used: 1260 + 150, left: -150 }],
    ['ignores a second start', [created, at('2026-01-07 10:00', 'created')], '2026-01-07 10:00', { state: 'running', due: '2026-01-08 15:00' }],
    ['ignores signals it does not name', [created, at('2026-01-06 10:00', 'replied')], '2026-01-06 10:00', { state: 'running', due: '2026-01-08 15:00' }],
    ['pauses: reckoned as if resumed now', [created, at('2026-01-06 10:00', 'waitReporter')], '2026-01-07 10:00',
      { state: 'paused', due: '2026-01-09 15:00', used: 210, paused: 420 }],
    ['resumes', [created, at('2026-01-06 10:00', 'waitReporter'), at('2026-01-07 10:00', 'resumed')], '2026-01-07 12:00',
      { state: 'running', due: '2026-01-09 15:00', used: 330, paused: 420 }],
    ['waits for two at once, once', [created, at('2026-01-06 10:00', 'waitReporter'), at('2026-01-06 11:00', 'waitWeather'), at('2026-01-07 10:00', 'resumed')],
      '2026-01-07 10:00', { state: 'running', due: '2026-01-09 15:00', paused: 420 }],
    ['gains nothing from a pause at night', [created, at('2026-01-05 18:00', 'waitReporter'), at('2026-01-06 08:00', 'resumed')], '2026-01-06 09:00',
      { state: 'running', due: '2026-01-08 15:00', paused: 0 }],
    ['stops out of a pause', [created, at('2026-01-06 10:00', 'waitReporter'), at('2026-01-20 10:00', 'archived')], '2026-02-01 00:00',
      { state: 'met', used: 210 }],
    ['stays overdue through a pause', [created, at('2026-01-08 16:00', 'waitReporter')], '2026-01-09 16:00',
      { state: 'overdue', due: '2026-01-08 15:00', left: -60 }],
    ['does not start by a pause', [at('2026-01-05 10:00', 'waitReporter')], '2026-01-06 10:00', { state: 'notStarted' }],
    ['is extended', [created, at('2026-01-06 10:00', 'extended', { addMinutes: 420 })], '2026-01-06 10:00',
      { state: 'running', due: '2026-01-09 15:00', left: 1680 - 210 }],
    ['is extended after it ran out', [created, at('2026-01-09 10:00', 'extended', { addMinutes: 420 })], '2026-01-09 10:00',
      { state: 'running', due: '2026-01-09 15:00' }],
    ['is not extended through another clock', [created, at('2026-01-06 10:00', 'extended', { addMinutes: 420, clock: 'accept' })], '2026-01-06 10:00',
      { state: 'running', due: '2026-01-08 15:00' }],
    ['is not extended once it stopped', [created, at('2026-01-09 09:00', 'verified'), at('2026-01-09 09:30', 'extended', { addMinutes: 999 })], '2026-01-10 00:00',
      { state: 'missed', due: '2026-01-08 15:00' }],
    ['is never shortened', [created, at('2026-01-06 10:00', 'extended', { addMinutes: -400 })], '2026-01-06 10:00',
      { state: 'running', due: '2026-01-08 15:00' }],
    ['starts anew when reopened', [created, at('2026-01-06 10:00', 'extended', { addMinutes: 420 }), at('2026-01-07 10:00', 'verified'), at('2026-01-12 09:00', 'reopened')],
      '2026-01-12 10:00', { state: 'running', due: '2026-01-14 17:30', used: 60, left: 1200, paused: 0 }],
    ['stays stopped when it does not name what came', [created, at('2026-01-07 10:00', 'verified'), at('2026-01-12 09:00', 'returned')],
      '2026-01-12 10:00', { state: 'met' }],
    ['stays stopped for a start signal of the same round', [created, at('2026-01-07 10:00', 'verified'), at('2026-01-12 09:00', 'created')],
      '2026-01-12 10:00', { state: 'met' }],
    ['ends without a verdict', [created, at('2026-01-07 10:00', 'dismissed'), at('2026-01-07 10:00', 'archived')], '2026-03-01 00:00', { state: 'ended', due: '2026-01-08 15:00', used: 630 }],
    ['ends without a verdict though it was late', [created, at('2026-01-20 10:00', 'withdrawn')], '2026-03-01 00:00', { state: 'ended' }],
    ['was met before it could end', [created, at('2026-01-07 10:00', 'verified'), at('2026-01-08 10:00', 'dismissed')], '2026-03-01 00:00', { state: 'met' }],
    ['starts anew after it ended', [created, at('2026-01-07 10:00', 'withdrawn'), at('2026-01-12 09:00', 'reopened')], '2026-01-12 10:00', { state: 'running', used: 60 }],
    ['goes on where it stood when the closing is undone', [created, at('2026-01-06 10:00', 'dismissed'), at('2026-01-07 10:00', 'restored')], '2026-01-07 12:00',
      { state: 'running', due: '2026-01-09 15:00', used: 330, paused: 420 }],
    ['goes on though the closing had stopped it as met', [created, at('2026-01-06 10:00', 'archived'), at('2026-01-07 10:00', 'restored')], '2026-01-07 12:00',
      { state: 'running', due: '2026-01-09 15:00', used: 330, paused: 420 }],
    ['is not taken up again when it had been met before', [created, at('2026-01-06 10:00', 'verified'), at('2026-01-06 11:00', 'dismissed'), at('2026-01-07 10:00', 'restored')],
      '2026-01-08 10:00', { state: 'met' }],
    ['goes on pausing when the closing is undone', [created, at('2026-01-06 10:00', 'waitReporter'), at('2026-01-06 12:00', 'dismissed'), at('2026-01-07 10:00', 'restored')],
      '2026-01-07 10:00', { state: 'paused', used: 210, paused: 420 }],
    ['knows nothing to undo while it runs', [created, at('2026-01-06 10:00', 'restored')], '2026-01-06 10:00', { state: 'running', due: '2026-01-08 15:00' }],
    ['takes events of any order by their time', [at('2026-01-07 10:00', 'verified'), created], '2026-01-08 10:00', { state: 'met' }],
  ])('%s', (_, events, now, expected) => {
    const reading = read(events, now)
    expect(reading.state).toBe(expected.state)
    if (expected.due !== undefined) expect(asCn(reading.dueAt ?? 0)).toBe(expected.due)
    if (expected.used !== undefined) expect(reading.usedMinutes).toBe(expected.used)
    if (expected.left !== undefined) expect(reading.leftMinutes).toBe(expected.left)
    if (expected.paused !== undefined) expect(reading.pausedMinutes).toBe(expected.paused)
  })

  it('lets any start signal begin again once the matter came back', () => {
    const events = [at('2026-01-05 10:00', 'assigned'), at('2026-01-06 10:00', 'handled'), at('2026-01-07 10:00', 'returned'), at('2026-01-08 10:00', 'assigned')]
    const reading = read(events, '2026-01-08 11:00', { start: ['assigned'], stop: ['handled'] })
    expect(reading).toMatchObject({ state: 'running', startedAt: cn('2026-01-08 10:00'), usedMinutes: 60 })
  })

  it('shows since when it waits, also when overdue', () => {
    expect(read([created, at('2026-01-08 16:00', 'waitReporter')], '2026-01-09 16:00').pausedSince).toBe(cn('2026-01-08 16:00'))
    expect(read([created], '2026-01-06 10:00')).not.toHaveProperty('pausedSince')
  })

  it.each([
    ['naturalHours', 4, '2026-01-05 19:00'],
    ['naturalDays', 2, '2026-01-07 15:00'],
    ['workingHours', 4, '2026-01-06 10:30'],
    ['workingDays', 0.5, '2026-01-06 10:00'],
  ] as const)('counts %s', (unit, amount, due) => {
    expect(asCn(read([created], '2026-01-05 15:00', { unit, amount }).dueAt ?? 0)).toBe(due)
  })

  it('says when it reckons through a year without a list, and only in working time', () => {
    const late = at('2026-12-31 15:00', 'created')
    expect(read([late], '2026-12-31 16:00').missingYears).toEqual([2027])
    expect(read([late], '2026-12-31 16:00', { unit: 'naturalDays' }).missingYears).toEqual([])
    expect(read([created], '2026-01-06 16:00').missingYears).toEqual([])
  })

  it('keeps the days of an extension when its kind is not the clock’s', () => {
    const events = [created, at('2026-01-05 15:00', 'extended', { addMinutes: 420, addKind: 'working' })]
    expect(asCn(read(events, '2026-01-05 16:00', { unit: 'naturalDays', amount: 2 }).dueAt ?? 0)).toBe('2026-01-08 15:00')
    expect(convertMinutes({ minutes: 2880, from: 'natural', to: 'working', calendar: cn2026 })).toBe(840)
  })

  it('reads nothing before the start, and a limit of nothing as used up', () => {
    expect(read([], '2026-01-05 16:00').percent).toBe(0)
    expect(read([created], '2026-01-05 15:00', { amount: 0 })).toMatchObject({ percent: 100, dueAt: created.at, state: 'running' })
  })

  it('refuses a calendar in which a limit could never run out', () => {
    const never = { ...cn2026, week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } }
    expect(() => readClock({ limit, events: [created], calendar: never, now: created.at })).toThrow(DomainError)
  })
})

const signals = fc.constantFrom<ClockSignal>('created', 'waitReporter', 'waitWeather', 'resumed', 'verified', 'reopened', 'extended', 'replied', 'dismissed', 'archived', 'restored')
const histories = fc
  .array(fc.record({ gap: fc.nat(3 * 24 * 3_600_000), signal: signals, add: fc.nat(900) }), { maxLength: 12 })
  .map((rows) => {
    let time = created.at
    const rest = rows.map(({ gap, signal, add }): ClockEvent => {
      time += gap
      return { at: time, signal, ...(signal === 'extended' ? { addMinutes: add } : {}) }
    })
    return [created, ...rest]
  })
const inputs = fc
  .record({ events: histories, unit: fc.constantFrom(...LIMIT_UNITS), amount: fc.integer({ min: 1, max: 40 }), wait: fc.nat(30 * 24 * 3_600_000) })
  .map(({ events, unit, amount, wait }) => ({
    limit: { ...limit, unit, amount }, events, calendar: cn2026, now: (events.at(-1)?.at ?? 0) + wait,
  }))

describe('readClock, whatever happened', () => {
  it('keeps its books: used and left make the limit, the state follows the due date', () => {
    fc.assert(fc.property(inputs, (input) => {
      const reading = readClock(input)
      const { startedAt = 0, dueAt = 0 } = reading
      expect(reading.usedMinutes + reading.leftMinutes).toBeCloseTo(reading.limitMinutes, 6)
      expect(reading.pausedMinutes).toBeGreaterThanOrEqual(0)
      expect(dueAt).toBeGreaterThanOrEqual(startedAt)
      if (isOpen(reading)) expect(reading.state === 'overdue').toBe(input.now > dueAt)
      else if (reading.state !== 'ended') expect(reading.state).toBe((reading.stoppedAt ?? 0) <= dueAt ? 'met' : 'missed')
      if (reading.leftMinutes < 0) expect(['overdue', 'missed', 'ended']).toContain(reading.state)
    }), { numRuns: 300 })
  })

  it('is running until due and overdue a moment after, if nothing more happens', () => {
    fc.assert(fc.property(inputs, (input) => {
      const reading = readClock(input)
      fc.pre(reading.state === 'running')
      const dueAt = reading.dueAt ?? 0
      expect(readClock({ ...input, now: dueAt })).toMatchObject({ state: 'running', dueAt, leftMinutes: 0 })
      expect(readClock({ ...input, now: dueAt + 1 })).toMatchObject({ state: 'overdue', dueAt })
    }), { numRuns: 200 })
  })

  it('never becomes due earlier by a pause', () => {
    const pauses = fc.tuple(fc.nat(20 * 24 * 3_600_000), fc.nat(5 * 24 * 3_600_000))
    fc.assert(fc.property(inputs, pauses, (input, [after, length]) => {
      const quiet = input.events.filter(({ signal }) => !['waitReporter', 'waitWeather', 'resumed'].includes(signal))
      const from = created.at + after
      const paused: ClockEvent[] = [...quiet, { at: from, signal: 'waitReporter' }, { at: from + length, signal: 'resumed' }]
      const before = readClock({ ...input, events: quiet })
      const with_ = readClock({ ...input, events: paused })
      expect(with_.dueAt ?? 0).toBeGreaterThanOrEqual(before.dueAt ?? 0)
      expect(with_.usedMinutes).toBeLessThanOrEqual(before.usedMinutes)
    }), { numRuns: 300 })
  })

  it('never becomes due earlier by an extension', () => {
    fc.assert(fc.property(inputs, fc.integer({ min: 1, max: 5000 }), (input, addMinutes) => {
      const before = readClock(input)
      fc.pre(isOpen(before))
      const after = readClock({ ...input, events: [...input.events, { at: input.now, signal: 'extended', addMinutes }] })
      expect(after.dueAt ?? 0).toBeGreaterThan(before.dueAt ?? 0)
      expect(after.limitMinutes).toBeCloseTo(before.limitMinutes + addMinutes, 6)
    }), { numRuns: 200 })
  })

  it('reads the past as it was: later events change nothing', () => {
    fc.assert(fc.property(inputs, fc.nat(20 * 24 * 3_600_000), (input, back) => {
      const now = input.now - back
      expect(readClock({ ...input, now })).toEqual(readClock({ ...input, now, events: input.events.filter((event) => event.at <= now) }))
    }), { numRuns: 200 })
  })
})

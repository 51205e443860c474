import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../errors'
import { DAY, fromLocal, offsetAt, toLocal } from './zone'

const ZONES = [
  'Asia/Shanghai', 'UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca',
  'Asia/Kathmandu', 'America/Santiago', 'Pacific/Apia', 'Asia/Beirut',
]
const instants = fc.integer({ min: Date.UTC(1985, 0, 1), max: Date.UTC(2040, 0, 1) })
const zones = fc.constantFrom(...ZONES)

/** The local clock as Intl itself shows it, as if it were UTC. */
const shownByIntl = (timeZone: string, at: number): number => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  }).formatToParts(at)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
}

describe('offsetAt', () => {
  it.each([
    ['Asia/Shanghai', '2026-07-01T00:00:00Z', 480],
    ['Asia/Shanghai', '1988-07-01T00:00:00Z', 540],
    ['Europe/Berlin', '2026-03-29T00:59:59Z', 60],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', 120],
    ['Asia/Kathmandu', '2026-01-01T00:00:00Z', 345],
    ['America/New_York', '2026-12-31T23:59:59Z', -300],
    ['UTC', '2026-01-01T00:00:00Z', 0],
  ])('%s at %s is %i minutes', (zone, at, minutes) => {
    expect(offsetAt(zone, Date.parse(at)) / 60_000).toBe(minutes)
  })

  it('agrees with the clock that Intl shows', () => {
    fc.assert(fc.property(zones, instants, (zone, at) => {
      const second = Math.floor(at / 1000) * 1000
      expect(toLocal(zone, second)).toBe(shownByIntl(zone, second))
    }), { numRuns: 400 })
  })

  it.each(['Mars/Olympus', ''])('refuses the zone "%s"', (zone) => {
    expect(() => offsetAt(zone, 0)).toThrow(DomainError)
  })

  it('refuses an instant that is no number', () => {
    expect(() => offsetAt('UTC', Number.NaN)).toThrow(DomainError)
  })
})

describe('fromLocal', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29T01:59', '2026-03-29T00:59'],
    ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:00'], // skipped: the moment of the skip
    ['Europe/Berlin', '2026-03-29T03:00', '2026-03-29T01:00'],
    ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30'], // repeated: its first passing
    ['Europe/Berlin', '2026-10-25T03:00', '2026-10-25T02:00'],
    ['Asia/Shanghai', '2026-01-01T00:00', '2025-12-31T16:00'],
    ['America/New_York', '2026-12-31T23:00', '2027-01-01T04:00'],
  ])('%s %s is %sZ', (zone, local, utc) => {
    expect(new Date(fromLocal(zone, Date.parse(`${local}Z`))).toISOString().slice(0, 16)).toBe(utc)
  })

  it('never goes back as local time goes on', () => {
    fc.assert(fc.property(zones, instants, fc.integer({ min: 0, max: DAY }), (zone, local, step) =>
      fromLocal(zone, local) <= fromLocal(zone, local + step)), { numRuns: 500 })
  })

  it('undoes toLocal wherever no hour is repeated', () => {
    fc.assert(fc.property(zones, instants, (zone, at) => {
      const back = fromLocal(zone, toLocal(zone, at))
      expect(toLocal(zone, back)).toBe(toLocal(zone, at))
      expect(back).toBeLessThanOrEqual(at)
    }), { numRuns: 500 })
  })
})

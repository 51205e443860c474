import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutoffOf, dueAtOf, isDue, RETENTION_FLOOR_DAYS, ruleOf } from './retention'

const DAY = 86_400_000

describe('ruleOf', () => {
  it.each([
    ['nothing said anywhere', {}, {}, undefined],
    ['the type says it', { retentionDays: 1000, retentionMode: 'delete' }, { retentionDays: 2000, retentionMode: 'anonymise' }, { days: 1000, mode: 'delete' }],
    ['the office says it', {}, { retentionDays: 2000, retentionMode: 'delete' }, { days: 2000, mode: 'delete' }],
    ['the type says how long, the office how', { retentionDays: 800 }, { retentionMode: 'delete' }, { days: 800, mode: 'delete' }],
    ['nobody says how', { retentionDays: 800 }, {}, { days: 800, mode: 'anonymise' }],
    ['shorter than any may be', { retentionDays: 30 }, {}, { days: RETENTION_FLOOR_DAYS, mode: 'anonymise' }],
    ['emptied fields', { retentionDays: null, retentionMode: null }, { retentionDays: null, retentionMode: null }, undefined],
  ] as const)('%s', (_name, type, office, expected) => {
    expect(ruleOf(type, office)).toEqual(expected)
  })
})

describe('isDue', () => {
  const rule = { days: 400, mode: 'delete' as const }
  it.each([[400 * DAY - 1, false], [400 * DAY, true]])('%i ms after the last activity: %s', (passed, expected) => {
    expect(isDue(rule, 1000, 1000 + passed)).toBe(expected)
  })

  it('agrees with the bounds that lists are asked by, and never comes before the floor', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 40_000 }), fc.integer({ min: 0, max: 10 ** 13 }), fc.integer({ min: 0, max: 10 ** 13 }), (retentionDays, lastAt, now) => {
      const asked = ruleOf({ retentionDays }, {})!
      expect(isDue(asked, lastAt, now)).toBe(lastAt <= cutoffOf(asked, now))
      expect(dueAtOf(asked, lastAt) - lastAt).toBeGreaterThanOrEqual(RETENTION_FLOOR_DAYS * DAY)
    }))
  })
})

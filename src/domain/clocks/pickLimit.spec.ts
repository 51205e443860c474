import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeLimit } from './calendar.fixture'
import { pickLimit, pickLimits } from './pickLimit'

const limits = [
  makeLimit({ code: 'office' }),
  makeLimit({ code: 'type', matterType: 'hazard' }),
  makeLimit({ code: 'root', category: 'environment' }),
  makeLimit({ code: 'leaf', category: 'noise' }),
  makeLimit({ code: 'leaf+type', category: 'noise', matterType: 'hazard' }),
  makeLimit({ code: 'accept', clock: 'accept' }),
]

describe('pickLimit', () => {
  it.each([
    ['the office default when nothing else fits', ['traffic'], 'report', 'office'],
    ['no category at all', [], undefined, 'office'],
    ['the type before the default', ['traffic'], 'hazard', 'type'],
    ['an ancestor before the type', ['dust', 'environment'], 'hazard', 'root'],
    ['the nearest category before its ancestor', ['noise', 'environment'], 'report', 'leaf'],
    ['category and type before the category alone', ['noise', 'environment'], 'hazard', 'leaf+type'],
  ])('%s', (_, categories, matterType, expected) => {
    expect(pickLimit({ limits, clock: 'resolve', categories, matterType })?.code).toBe(expected)
  })

  it('has none for a clock the office does not set', () => {
    expect(pickLimit({ limits, clock: 'firstReply', categories: ['noise'] })).toBeUndefined()
  })

  it('gives one limit a clock', () => {
    expect(pickLimits({ limits, categories: ['noise'], matterType: 'report' }).map((l) => l.code)).toEqual(['leaf', 'accept'])
  })

  it('does not depend on the order of the rows', () => {
    const chains = fc.subarray(['noise', 'environment', 'traffic'])
    fc.assert(fc.property(fc.shuffledSubarray(limits, { minLength: limits.length }), chains, fc.constantFrom('hazard', 'report'), (rows, categories, matterType) =>
      pickLimit({ limits: rows, clock: 'resolve', categories, matterType })?.code ===
      pickLimit({ limits, clock: 'resolve', categories, matterType })?.code))
  })
})

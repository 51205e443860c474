import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOutEvent, outEventOf } from './events'
import { MOST_TRIES, pauseAfter } from './retry'

const HOUR = 3_600_000
const at = (step: string, phase: 'intake' | 'routing' | 'handling' | 'archive') => ({ step, phase })

describe('what other systems are told of', () => {
  it.each([
    ['matter.opened', { action: 'create', after: at('intake', 'intake') }],
    ['matter.moved', { action: 'accept', before: at('intake', 'intake'), after: at('routing', 'routing') }],
    ['matter.moved', { action: 'pass', before: at('handle', 'handling'), after: at('handle2', 'handling') }],
    ['matter.closed', { action: 'verify', before: at('verify', 'handling'), after: at('archive', 'archive') }],
    ['matter.closed', { action: 'closeSilent', before: at('intake', 'intake'), after: at('rejected', 'archive') }],
    ['matter.reopened', { action: 'reopen', before: at('archive', 'archive'), after: at('handle', 'handling') }],
    ['matter.late', { action: 'threshold', before: at('handle', 'handling'), after: at('handle', 'handling') }],
    ['matter.changed', { action: 'note', before: at('handle', 'handling'), after: at('handle', 'handling') }],
    ['matter.changed', { action: 'rate', before: at('archive', 'archive'), after: at('archive', 'archive') }],
  ] as const)('%s: %j', (event, happened) => expect(outEventOf(happened)).toBe(event))

  it.each([['matter.closed', true], ['register.review', true], ['test', false], ['matter.*', false], [3, false], [undefined, false]])('%s is one: %s', (value, expected) => expect(isOutEvent(value)).toBe(expected))
})

describe('trying again', () => {
  it.each([[1, 2 / 60], [2, 4 / 60], [9, 512 / 60], [10, 12], [11, 12], [500, 12]])('after try %i waits %f hours', (tries, hours) => expect(pauseAfter(tries, 0)).toBe(Math.round(hours * HOUR)))

  it('gives up after about two days', () => {
    const all = (random: number) => Array.from({ length: MOST_TRIES - 1 }, (_, i) => pauseAfter(i + 1, random)).reduce((sum, pause) => sum + pause, 0) / HOUR
    expect(all(0)).toBeGreaterThan(40)
    expect(all(1)).toBeLessThan(52)
  })

  it('waits never less than the plain pause, and at most a quarter more', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (tries, random) => {
      const plain = pauseAfter(tries, 0)
      expect(pauseAfter(tries, random)).toBeGreaterThanOrEqual(plain)
      expect(pauseAfter(tries, random)).toBeLessThanOrEqual(plain * 1.25)
      expect(pauseAfter(tries + 1, 0)).toBeGreaterThanOrEqual(plain)
    }))
  })
})

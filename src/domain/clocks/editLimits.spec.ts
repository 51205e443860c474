import { describe, expect, it } from 'vitest'
import { applying, changedLimits, clocksOf, inReadingOrder, newLimit, ownClock, putLimit, removeLimit } from './editLimits'
import { lintLimits } from './lintLimits'
import type { Limit, LimitSet } from './types'

const limit = (code: string, more: Partial<Limit> = {}): Limit => ({ code, clock: 'resolve', name: { zh: code }, amount: 5, unit: 'workingDays', start: ['created', 'reopened'], stop: ['handled', 'archived'], cancel: ['withdrawn'], pause: ['waitReporter'], thresholds: [{ percent: 50, act: 'tellLead' }], ...more })
const setOf = (...limits: Limit[]): LimitSet => ({ code: 'set', name: { zh: '时限' }, limits })
const [office, noise, night, topic, accept] = [limit('office'), limit('noise', { category: 'noise' }), limit('night', { category: 'night' }), limit('topic', { matterType: 'topic' }), limit('accept', { clock: 'accept' })]
const set = setOf(night, noise, topic, office, accept)

describe('editing limits', () => {
  it('begins a new limit with what its clock listens to already', () => {
    expect(newLimit(set)).toMatchObject({ code: 'limit-6', clock: 'resolve', start: office.start, stop: office.stop, cancel: office.cancel, pause: office.pause, thresholds: office.thresholds })
    expect(newLimit(setOf(limit('limit-2'))).code).toBe('limit-3')
  })

  it('begins the first of a clock with something that can be published once it has a name', () => {
    expect(lintLimits({ limits: [{ ...newLimit(setOf(), 'accept'), name: { zh: '受理' } }] })).toEqual([])
  })

  it('puts, replaces and removes one', () => {
    expect(putLimit(set, limit('new')).limits).toHaveLength(6)
    expect(putLimit(set, limit('noise', { amount: 9 })).limits.map(({ amount }) => amount)).toEqual([5, 9, 5, 5, 5])
    expect(removeLimit(set, 'topic').limits.map(({ code }) => code)).toEqual(['night', 'noise', 'office', 'accept'])
  })

  it('tells what changed, whatever the order', () => {
    expect(changedLimits(set.limits, [...set.limits].reverse())).toEqual([])
    const after = putLimit(putLimit(removeLimit(set, 'topic'), limit('noise', { amount: 9 })), limit('new'))
    expect(changedLimits(set.limits, after.limits).map(({ kind, code }) => `${kind} ${code}`)).toEqual(['changed noise', 'added new', 'removed topic'])
  })

  it('names the office’s own clocks by number', () => {
    expect(ownClock([limit('a')])).toBe('own1')
    expect(ownClock([limit('a', { clock: 'own1' }), limit('b', { clock: 'own3' })])).toBe('own2')
  })

  it('reads clock by clock, the widest first', () => {
    expect(inReadingOrder(set.limits).map(({ code }) => code)).toEqual(['accept', 'office', 'topic', 'night', 'noise'])
    expect(clocksOf([limit('x', { clock: 'verify' })])).toEqual(['accept', 'firstReply', 'resolve', 'verify'])
  })
})

describe('which limit applies', () => {
  it.each([
    { line: ['night', 'noise'], type: 'report', is: 'night by category' }, { line: ['stall', 'noise'], type: 'report', is: 'noise by above' }, { line: ['waste'], type: 'topic', is: 'topic by type' },
    { line: ['waste'], type: 'report', is: 'office by office' }, { line: [], type: undefined, is: 'office by office' }, { line: ['night', 'noise'], type: 'topic', is: 'night by category' },
  ])('$is', ({ line, type, is }) => {
    const found = applying({ limits: set.limits, clock: 'resolve', line, matterType: type })
    expect(`${found?.limit.code} by ${found?.by}`).toBe(is)
  })

  it('says so where there is none', () => expect(applying({ limits: set.limits, clock: 'verify', line: ['noise'] })).toBeUndefined())
})

import { describe, expect, it } from 'vitest'
import { cn2026 } from '../clocks/calendar.fixture'
import { nextReview, reviewState, wantsReminder } from './review'
import type { ReviewCycle } from './types'

const at = (text: string) => Date.parse(`${text}+08:00`)
const months = (every: number): ReviewCycle => ({ every, unit: 'months', remindDays: 7 })

describe('nextReview', () => {
  it.each<[string, ReviewCycle, string, string]>([
    ['days', { every: 10, unit: 'days', remindDays: 2 }, '2026-03-01T23:59', '2026-03-11T00:00'],
    ['months', months(3), '2026-01-15T08:00', '2026-04-15T00:00'],
    ['months to a shorter one', months(1), '2026-01-31T08:00', '2026-02-28T00:00'],
    ['months over the year', months(3), '2026-11-30T08:00', '2027-02-28T00:00'],
    ['a whole year from a leap day', months(12), '2028-02-29T08:00', '2029-02-28T00:00'],
    ['the local day, not the day of Greenwich', months(1), '2026-05-01T00:30', '2026-06-01T00:00'],
  ])('%s', (_case, cycle, from, due) => {
    expect(nextReview({ cycle, from: at(from), calendar: cn2026 })).toBe(at(due))
  })

  it('is never without a cycle', () => expect(nextReview({ cycle: undefined, from: 0, calendar: cn2026 })).toBeUndefined())
})

describe('reviewState', () => {
  const due = at('2026-04-15T00:00')
  it.each([['2026-04-07T23:59', 'fine'], ['2026-04-08T00:00', 'soon'], ['2026-04-15T23:59', 'soon'], ['2026-04-16T00:00', 'late']])('at %s: %s', (now, state) => {
    expect(reviewState({ due, cycle: months(3), now: at(now) })).toBe(state)
  })
  it('is none without a cycle or a date', () => {
    expect(reviewState({ due, cycle: undefined, now: due })).toBe('none')
    expect(reviewState({ due: undefined, cycle: months(1), now: due })).toBe('none')
  })
})

describe('wantsReminder', () => {
  const [due, cycle] = [at('2026-04-15T00:00'), months(3)]
  it.each<[string, number | undefined, string, boolean]>([
    ['before its time', undefined, '2026-04-07T23:59', false],
    ['when its time has come', undefined, '2026-04-08T00:00', true],
    ['not twice', at('2026-04-08T00:00'), '2026-04-10T00:00', false],
    ['again in the next round', at('2026-01-08T00:00'), '2026-04-08T00:00', true],
  ])('%s', (_case, reminded, now, answer) => expect(wantsReminder({ due, cycle, now: at(now), reminded })).toBe(answer))
})

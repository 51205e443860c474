import { describe, expect, it } from 'vitest'
import { reckon } from './reckon'
import type { Calendar, Limit, LimitUnit } from './types'

const day = [{ from: 540, to: 720 }, { from: 810, to: 1080 }]
const calendar: Calendar = {
  timeZone: 'Asia/Shanghai', week: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] }, coveredYears: [2026],
  exceptions: { '2026-05-09': { kind: 'workday', name: '劳动节调休' } },
}
const limitOf = (amount: number, unit: LimitUnit, more: Partial<Limit> = {}): Limit => ({ code: 'l', clock: 'resolve', name: { zh: '限' }, amount, unit, start: ['created'], stop: ['archived'], pause: [], thresholds: [], ...more })
const local = (text: string): number => Date.parse(`${text}+08:00`)
const told = (received: string, limit: Limit, on = calendar): string => {
  const found = reckon({ limit, at: local(received), calendar: on })
  return found.ok ? new Date(found.dueAt + 8 * 3_600_000).toISOString().slice(0, 16) : found.reason
}

describe('a due date', () => {
  it.each([
    { received: '2026-05-08T17:40', limit: limitOf(8, 'workingHours'), is: '2026-05-11T09:10' },
    { received: '2026-05-08T17:40', limit: limitOf(1, 'workingDays'), is: '2026-05-09T17:40' },
    { received: '2026-05-08T17:40', limit: limitOf(2, 'naturalDays'), is: '2026-05-10T17:40' },
    { received: '2026-05-08T17:40', limit: limitOf(1, 'workingHours', { start: ['handled', 'reopened'] }), is: '2026-05-09T09:40' },
    { received: '2026-05-08T17:40', limit: limitOf(10_000, 'workingDays'), is: 'tooFar' },
  ])('of $limit.amount $limit.unit received $received is $is', ({ received, limit, is }) => expect(told(received, limit)).toBe(is))

  it('says what it would be without the make-up Saturday, only where that matters', () => {
    const at = local('2026-05-08T17:40')
    expect(reckon({ limit: limitOf(8, 'workingHours'), at, calendar })).toMatchObject({ withoutMakeUp: local('2026-05-12T09:10'), missingYears: [] })
    expect(reckon({ limit: limitOf(10, 'naturalHours'), at, calendar })).not.toHaveProperty('withoutMakeUp')
    expect(reckon({ limit: limitOf(8, 'workingHours'), at: local('2026-06-01T10:00'), calendar })).not.toHaveProperty('withoutMakeUp')
  })

  it('names the years whose list is missing', () => {
    expect(reckon({ limit: limitOf(5, 'workingDays'), at: local('2026-12-30T10:00'), calendar })).toMatchObject({ missingYears: [2027] })
  })

  it('fails for a zone that is none, and not quietly for anything else', () => {
    expect(told('2026-05-08T17:40', limitOf(1, 'workingHours'), { ...calendar, timeZone: 'Nowhere/At-all' })).toBe('timeZone')
    expect(() => reckon({ limit: limitOf(1, 'workingHours'), at: 0, calendar: { ...calendar, week: undefined as unknown as Calendar['week'] } })).toThrow(TypeError)
  })
})

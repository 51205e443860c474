import { describe, expect, it } from 'vitest'
import type { Calendar } from '../clocks/types'
import { beginOf, bookableOn, clockText, datesAhead, eraseAfter, freePlaces, minuteIn, nextFree, seatOf, slotKey, slotsOn, stillOpen } from './slots'
import type { BookingRules } from './types'

const DAY = [{ from: 540, to: 720 }, { from: 810, to: 1050 }]
const calendar: Calendar = {
  timeZone: 'Asia/Shanghai', week: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY, 6: [], 7: [] }, coveredYears: [2026],
  exceptions: { '2026-10-01': { kind: 'holiday' }, '2026-10-10': { kind: 'workday' }, '2026-11-25': { kind: 'workday', hours: [{ from: 540, to: 660 }] } },
}
const rules: BookingRules = { calendar, slotMinutes: 30, capacity: 2, leadMinutes: 60, horizonDays: 7, closings: [], active: true }
/** Monday, 2026-11-23 at 10:10 in Shanghai. */
const NOW = Date.UTC(2026, 10, 23, 2, 10)
const NONE = new Map<string, number>()
const times = (slots: readonly { minute: number }[]) => slots.map(({ minute }) => clockText(minute))

describe('the slots of a day', () => {
  it.each([
    ['a working day', '2026-11-24', 14, '09:00', '17:00'], ['a made-up working day', '2026-10-10', 14, '09:00', '17:00'], ['half a day', '2026-11-25', 4, '09:00', '10:30'],
  ])('%s', (_what, date, count, first, last) => {
    const slots = times(slotsOn(rules, date))
    expect([slots.length, slots[0], slots.at(-1)]).toEqual([count, first, last])
  })

  it.each([['a holiday', '2026-10-01'], ['a weekend', '2026-11-28']])('%s has none', (_what, date) => {
    expect(slotsOn(rules, date)).toEqual([])
  })

  it('lie within the hours, do not overlap, and leave a rest to nobody', () => {
    for (const slotMinutes of [5, 7, 25, 50, 180, 240]) {
      const slots = slotsOn({ ...rules, slotMinutes }, '2026-11-24')
      for (const { minute, length } of slots) expect(DAY.some(({ from, to }) => from <= minute && minute + length <= to)).toBe(true)
      for (const [at, slot] of slots.entries()) expect(slot.minute).toBeGreaterThanOrEqual((slots[at - 1]?.minute ?? 0) + (at > 0 ? slotMinutes : 0))
    }
  })

  it.each([
    ['all day', { from: 0, to: 1440 }, 0], ['an hour', { from: 540, to: 600 }, 12], ['a minute that touches one', { from: 569, to: 570 }, 13], ['from the end of one on', { from: 570, to: 571 }, 13], ['the break', { from: 720, to: 810 }, 14],
  ])('without what a closing touches: %s', (_what, span, left) => {
    expect(slotsOn({ ...rules, closings: [{ date: '2026-11-24', ...span }] }, '2026-11-24')).toHaveLength(left)
    expect(slotsOn({ ...rules, closings: [{ date: '2026-11-25', ...span }] }, '2026-11-24')).toHaveLength(14)
  })
})

describe('what can be booked', () => {
  it('begins after the lead time, today', () => {
    expect(times(bookableOn(rules, { date: '2026-11-23', now: NOW, taken: NONE }))[0]).toBe('11:30')
    expect(times(bookableOn({ ...rules, leadMinutes: 50 }, { date: '2026-11-23', now: NOW, taken: NONE }))[0]).toBe('11:00')
  })

  it('ends with the horizon', () => {
    expect(datesAhead(rules, NOW)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'])
    expect(bookableOn(rules, { date: '2026-12-01', now: NOW, taken: NONE })).toEqual([])
    expect(bookableOn(rules, { date: '2026-11-20', now: NOW, taken: NONE })).toEqual([])
  })

  it('is nothing at a counter that takes none', () => {
    expect(bookableOn({ ...rules, active: false }, { date: '2026-11-24', now: NOW, taken: NONE })).toEqual([])
  })

  it.each([[0, 2], [1, 1], [2, 0], [3, 0]])('%i taken leaves %i', (count, left) => {
    const slot = { date: '2026-11-24', minute: 540 }
    expect(bookableOn(rules, { date: slot.date, now: NOW, taken: new Map([[slotKey(slot), count]]) })[0]).toMatchObject({ minute: 540, left })
  })

  it('reckons days by the office’s clock', () => {
    const late = Date.UTC(2026, 10, 23, 16, 30) // 00:30 on the 24th in Shanghai
    expect(datesAhead(rules, late)[0]).toBe('2026-11-24')
    expect(beginOf({ date: '2026-11-24', minute: 540 }, calendar)).toBe(Date.UTC(2026, 10, 24, 1))
  })
})

describe('what is offered to whoever came too late', () => {
  it('is the next free ones, then the earlier', () => {
    const taken = new Map([['2026-11-24 570', 2], ['2026-11-24 600', 2]])
    const next = nextFree(rules, { wished: { date: '2026-11-24', minute: 570 }, now: NOW, taken, most: 3 })
    expect(next.map(({ date, minute }) => `${date} ${clockText(minute)}`)).toEqual(['2026-11-24 10:30', '2026-11-24 11:00', '2026-11-24 11:30'])
    const last = nextFree(rules, { wished: { date: '2026-11-30', minute: 1020 }, now: NOW, taken, most: 2 })
    expect(last.map(({ date, minute }) => `${date} ${clockText(minute)}`)).toEqual(['2026-11-30 16:30', '2026-11-30 16:00'])
  })

  it('is never full, and never the wish itself', () => {
    const taken = new Map(slotsOn(rules, '2026-11-24').map((slot): [string, number] => [slotKey(slot), 2]))
    const all = nextFree(rules, { wished: { date: '2026-11-24', minute: 540 }, now: NOW, taken, most: 1000 })
    expect(all.length).toBeGreaterThan(20)
    expect(all.filter(({ date, left }) => date === '2026-11-24' || left < 1)).toEqual([])
  })
})

describe('a booked time', () => {
  const slot = { date: '2026-11-24', minute: 540, length: 30 }
  it.each([
    ['as it was', rules, true], ['other lengths of slots', { ...rules, slotMinutes: 50 }, true], ['a closing of that hour', { ...rules, closings: [{ date: '2026-11-24', from: 540, to: 600 }] }, false],
    ['a closing later', { ...rules, closings: [{ date: '2026-11-24', from: 570, to: 600 }] }, true], ['a holiday that came', { ...rules, calendar: { ...calendar, exceptions: { '2026-11-24': { kind: 'holiday' as const } } } }, false],
    ['hours cut short', { ...rules, calendar: { ...calendar, exceptions: { '2026-11-24': { kind: 'workday' as const, hours: [{ from: 550, to: 720 }] } } } }, false],
  ])('%s', (_what, now, open) => {
    expect(stillOpen(now, slot)).toBe(open)
  })

  it('is forgotten after its day and the days kept', () => {
    expect(eraseAfter(slot, { keepDays: 0, calendar })).toBe(Date.UTC(2026, 10, 24, 16))
    expect(eraseAfter(slot, { keepDays: 2, calendar })).toBe(Date.UTC(2026, 10, 26, 16))
  })
})

describe('places', () => {
  it('are named one by one, the lowest free first', () => {
    expect(freePlaces(3, [])).toEqual([1, 2, 3])
    expect(freePlaces(3, [1, 3])).toEqual([2])
    expect(freePlaces(1, [1, 2])).toEqual([])
    expect(seatOf({ counter: 'c', slot: { date: '2026-11-24', minute: 540 }, place: 2 })).toBe('c 2026-11-24 540 2')
  })

  it.each([['0930', 570], ['9:30', 570], ['23:59', 1439], ['24:00', undefined], ['12:60', undefined], ['', undefined], ['x', undefined]])('%s is %s', (text, minute) => {
    expect(minuteIn(text)).toBe(minute)
  })
})

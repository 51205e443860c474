import { dateText, dayNumber, instantOf, localDay, workingSpans } from '../clocks/calendar'
import { MINUTE } from '../clocks/zone'
import type { BookingRules, Closing, OpenSlot, Slot } from './types'

type Span = { from: number; to: number }

const overlaps = (slot: Span, { from, to }: Closing): boolean => slot.from < to && from < slot.to

const slotsIn = ({ from, to }: Span, length: number): Span[] =>
  Array.from({ length: Math.max(0, Math.floor((to - from) / length)) }, (_, at) => ({ from: from + at * length, to: from + (at + 1) * length }))

/**
 * The slots of a counter on a local date, in order: its opening hours cut into stretches of the same length, without holidays, and without stretches
 * that a closing touches. A rest that is shorter than a slot is given to nobody. Errors: `invalid` for anything that is no date.
 */
export const slotsOn = ({ calendar, slotMinutes, closings }: Pick<BookingRules, 'calendar' | 'slotMinutes' | 'closings'>, date: string): Slot[] => {
  const shut = closings.filter((closing) => closing.date === date)
  return workingSpans(date, calendar)
    .flatMap((span) => slotsIn(span, slotMinutes))
    .filter((slot) => !shut.some((closing) => overlaps(slot, closing)))
    .map(({ from }) => ({ date, minute: from, length: slotMinutes }))
}

/** The instant at which a slot begins, in epoch milliseconds. */
export const beginOf = ({ date, minute }: Pick<Slot, 'date' | 'minute'>, calendar: BookingRules['calendar']): number => instantOf({ day: dayNumber(date), minute, calendar })

/** The local dates on which a counter may be booked now, today first, whether it is open then or not. */
export const datesAhead = ({ calendar, horizonDays }: Pick<BookingRules, 'calendar' | 'horizonDays'>, now: number): string[] => {
  const today = localDay(now, calendar)
  return Array.from({ length: horizonDays + 1 }, (_, at) => dateText(today + at))
}

/** Names a slot: how many are taken of it is counted by this. */
export const slotKey = ({ date, minute }: Pick<Slot, 'date' | 'minute'>): string => `${date} ${minute}`

/** The slots of a local date that may be booked now, with what is left of each; full ones say 0. */
export const bookableOn = (rules: BookingRules, { date, now, taken }: { date: string; now: number; taken: ReadonlyMap<string, number> }): OpenSlot[] => {
  if (!rules.active || !datesAhead(rules, now).includes(date)) return []
  return slotsOn(rules, date)
    .filter((slot) => beginOf(slot, rules.calendar) - now >= rules.leadMinutes * MINUTE)
    .map((slot) => ({ ...slot, left: Math.max(0, rules.capacity - (taken.get(slotKey(slot)) ?? 0)) }))
}

/** The next slots with a place, nearest in time after a wished one first, then the earlier ones: what is offered to whoever came too late. */
export const nextFree = (rules: BookingRules, { wished, now, taken, most }: { wished: Pick<Slot, 'date' | 'minute'>; now: number; taken: ReadonlyMap<string, number>; most: number }): OpenSlot[] => {
  const free = datesAhead(rules, now).flatMap((date) => bookableOn(rules, { date, now, taken })).filter(({ left }) => left > 0)
  const at = (slot: Pick<Slot, 'date' | 'minute'>): string => `${slot.date} ${String(slot.minute).padStart(4, '0')}`
  const after = free.filter((slot) => at(slot) > at(wished))
  const before = free.filter((slot) => at(slot) < at(wished)).reverse()
  return [...after, ...before].slice(0, most)
}

/** Whether a booked stretch is still within the counter's opening hours as they are now: otherwise whoever booked it must be told. */
export const stillOpen = (rules: Pick<BookingRules, 'calendar' | 'slotMinutes' | 'closings'>, { date, minute, length }: Slot): boolean => {
  const slot = { from: minute, to: minute + length }
  return workingSpans(date, rules.calendar).some(({ from, to }) => from <= slot.from && slot.to <= to) && !rules.closings.some((closing) => closing.date === date && overlaps(slot, closing))
}

/** The unique name of one place of a slot. Whoever writes it first has the place. */
export const seatOf = ({ counter, slot, place }: { counter: string; slot: Pick<Slot, 'date' | 'minute'>; place: number }): string => `${counter} ${slotKey(slot)} ${place}`

/** The places of a slot that are not taken, lowest first. */
export const freePlaces = (capacity: number, taken: readonly number[]): number[] => Array.from({ length: capacity }, (_, at) => at + 1).filter((place) => !taken.includes(place))

/** When a booking is deleted: the end of its local date and so many days. Epoch milliseconds. */
export const eraseAfter = ({ date }: Pick<Slot, 'date'>, { keepDays, calendar }: { keepDays: number; calendar: BookingRules['calendar'] }): number =>
  instantOf({ day: dayNumber(date) + 1 + keepDays, minute: 0, calendar })

/** "09:30" of minutes after midnight. */
export const clockText = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Minutes after midnight of "0930" or "09:30"; undefined for anything else. */
export const minuteIn = (text: string): number | undefined => {
  const [, hours, minutes] = /^(\d{1,2}):?(\d{2})$/.exec(text) ?? []
  const minute = Number(hours) * 60 + Number(minutes)
  return hours !== undefined && Number(minutes) < 60 && minute < 1440 ? minute : undefined
}

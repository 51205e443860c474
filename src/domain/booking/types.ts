import type { Calendar } from '../clocks/types'

/** Whether a counter asks for a name and a telephone number: not at all, if one likes, or because it needs them. */
export const CONTACT_ASKED = ['none', 'optional', 'needed'] as const
export type ContactAsked = (typeof CONTACT_ASKED)[number]

/** `done`: somebody was marked as come or as missing; which of the two is only counted, never kept of a booking. */
export const BOOKING_STATES = ['booked', 'called', 'done', 'cancelled'] as const
export type BookingState = (typeof BOOKING_STATES)[number]

/** A stretch of one local date on which a counter is closed. Minutes after local midnight, `to` exclusive. */
export type Closing = { date: string; from: number; to: number }

/** How a counter may be booked. */
export type BookingRules = {
  /** The office's calendar; with the counter's own week where it has one. */
  calendar: Calendar
  slotMinutes: number
  /** Places in each slot. */
  capacity: number
  /** A slot that begins sooner than this many minutes from now is not given any more. */
  leadMinutes: number
  /** How many days ahead one may book; today is day 0. */
  horizonDays: number
  closings: readonly Closing[]
  /** A counter that takes no bookings at present has no open slots. */
  active: boolean
}

/** One stretch of a day at a counter. `minute` after local midnight. */
export type Slot = { date: string; minute: number; length: number }

/** A slot with what is left of it. */
export type OpenSlot = Slot & { left: number }

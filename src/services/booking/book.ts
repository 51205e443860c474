import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { newId } from '@/db/ids'
import { findRow, insertRow, isNotUnique, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { bookableOn, eraseAfter, freePlaces, seatOf } from '@/domain/booking/slots'
import type { Slot } from '@/domain/booking/types'
import { localDate } from '@/domain/clocks'
import { DomainError, type FieldError } from '@/domain/errors'
import { receiptFromBytes } from '@/domain/matter/receipt'
import { maskName, maskPhone } from '@/domain/privacy/mask'
import { now } from '@/lib/clock'
import type { Booking } from '@/payload-types'
import { encryptContact, type Contact } from '@/services/matters/contact'
import { readContact } from '@/services/matters/createInput'
import { queryWordOf, wordDigest } from '@/services/matters/secrets'
import { SLUG } from '@/slugs'
import { counterByCode, groundOf, heldFrom, type Counter, type Here } from './counters'

export type BookingReceipt = { code: string; word: string; repeated: boolean }

type Wish = Pick<Slot, 'date' | 'minute'>
export type BookingInput = { counter: string; item?: string | undefined; wish: Wish; contact: Record<string, unknown>; /** Made with the form: however often it is sent, it takes one place. */ key: string }

const iso = (at: number): string => new Date(at).toISOString()

/** Name and telephone as the counter asks for them; what it does not ask is not kept. Errors: `invalid` naming the fields. */
export const contactFor = ({ contact: asked }: Pick<Counter, 'contact'>, raw: Record<string, unknown>): Contact => {
  if (asked === 'none') return {}
  const { contact, errors } = readContact({ name: raw.name, phone: raw.phone })
  const named: FieldError[] = errors.map((error) => ({ ...error, field: error.field.replace(/^contact\./, '') }))
  const lacks = (field: 'name' | 'phone'): FieldError[] => (asked === 'needed' && !contact[field] && !named.some((error) => error.field === field) ? [{ field, code: 'required' }] : [])
  const unasked: FieldError[] = (contact.name || contact.phone) && raw.consent !== 'yes' ? [{ field: 'consent', code: 'consent' }] : []
  const all = [...named, ...lacks('name'), ...lacks('phone'), ...unasked]
  if (all.length > 0) throw new DomainError('invalid', {}, all)
  return contact
}

const sealedContact = (booking: string, contact: Contact) =>
  contact.name || contact.phone
    ? { ...encryptContact(booking, contact), masked: { ...(contact.name ? { name: maskName(contact.name) } : {}), ...(contact.phone ? { phone: maskPhone(contact.phone) } : {}) } }
    : {}

const placeOf = ({ seat }: Pick<Booking, 'seat'>): number => Number(seat.slice(seat.lastIndexOf(' ') + 1))

type Place = { slot: Slot; seat: string; eraseAfter: string }

/** What tells whoever came too late from any other conflict. */
export const SLOT_TAKEN = 'slotTaken'

/**
 * A place of a slot that is free as this transaction sees it: of two that see the same, the unique seat lets one through. Errors: `conflict` (`slotTaken`) when all are taken;
 * `invalid` when the slot is none that may be booked now.
 */
export const placeIn = async (req: PayloadRequest, counter: Counter, wish: Wish): Promise<Place> => {
  const at = now()
  const { rules, taken } = await groundOf(req, counter, localDate(at, counter.rules.calendar))
  const slot = bookableOn(rules, { date: wish.date, now: at, taken }).find(({ minute }) => minute === wish.minute)
  if (!slot) throw new DomainError('conflict', { fault: SLOT_TAKEN, why: 'closed' })
  const held = (await heldFrom(req, counter.id, wish.date)).filter(({ date, minute }) => date === wish.date && minute === wish.minute)
  const [place] = freePlaces(counter.rules.capacity, held.map(placeOf))
  if (place === undefined) throw new DomainError('conflict', { fault: SLOT_TAKEN, why: 'full' })
  return { slot, seat: seatOf({ counter: counter.id, slot, place }), eraseAfter: iso(eraseAfter(slot, { keepDays: counter.keepDays, calendar: counter.rules.calendar })) }
}

/** Tries of a place that somebody else took in the same moment: each finds at least one more taken. */
const MOST_TRIES = 60

/** Runs work that takes a unique place until it has one or there is none left. */
export const untilPlaced = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (!isNotUnique(error) || attempt >= MOST_TRIES) throw error
    }
  }
}

const itemId = async (here: Here, req: PayloadRequest, code: string | undefined): Promise<{ item?: string }> => {
  const row = code ? await findRow(req, SLUG.services, { where: { and: [{ office: { equals: here.model.office.id } }, { code: { equals: code } }, { _status: { equals: 'published' } }] } }) : undefined
  return row ? { item: row.id } : {}
}

const receiptOf = (row: Pick<Booking, 'code' | 'idempotencyKey'>, repeated: boolean): BookingReceipt => ({ code: row.code, word: queryWordOf(row.idempotencyKey), repeated })

const insert = (here: Here, input: BookingInput, contact: Contact): Promise<BookingReceipt> =>
  withTransaction(here.payload, async (req) => {
    const earlier = await findRow(req, SLUG.bookings, { where: { idempotencyKey: { equals: input.key } } })
    if (earlier) return receiptOf(earlier, true)
    const counter = await counterByCode(here, input.counter, req)
    const { slot, seat, eraseAfter: until } = await placeIn(req, counter, input.wish)
    const [id, code] = [newId(), receiptFromBytes(randomBytes(10))]
    const word = queryWordOf(input.key)
    await insertRow(req, SLUG.bookings, {
      id, office: here.model.office.id, counter: counter.id, ...(await itemId(here, req, input.item)), date: slot.date, minute: slot.minute, length: slot.length, seat, code, wordHash: wordDigest(code, word), idempotencyKey: input.key,
      state: 'booked', revision: 1, lang: here.lang, eraseAfter: until, ...sealedContact(id, contact),
    })
    return { code, word, repeated: false }
  })

/** Keys are made by the form's page: long and random. */
const KEY = /^[\w-]{20,64}$/

/**
 * Takes a place at a counter. The same key again gives the same receipt and takes nothing. Errors: `invalid` naming the fields; `notFound`; `conflict` with `detail.fault`
 * `slotTaken` when the slot is full or no longer given.
 */
export const bookSlot = async (here: Here, input: BookingInput): Promise<BookingReceipt> => {
  if (!KEY.test(input.key)) throw new DomainError('invalid', { why: 'key' })
  const counter = await counterByCode(here, input.counter)
  const contact = contactFor(counter, input.contact)
  return untilPlaced(() => insert(here, input, contact))
}

type Moved = { booking: Pick<Booking, 'id' | 'revision'>; counter: string; wish: Wish }

/** Moves a booking to another slot of its counter, contact and code unchanged. Errors: `conflict`, with `slotTaken` when the new slot is gone: the old place is kept then. */
export const moveBooking = (here: Here, { booking, counter: code, wish }: Moved): Promise<void> =>
  untilPlaced(() => withTransaction(here.payload, async (req) => {
    const counter = await counterByCode(here, code, req)
    const { slot, seat, eraseAfter: until } = await placeIn(req, counter, wish)
    const changed = await updateRowIf(req, SLUG.bookings, { and: [{ id: { equals: booking.id } }, { revision: { equals: booking.revision } }, { state: { in: ['booked', 'called'] } }] }, {
      date: slot.date, minute: slot.minute, length: slot.length, seat, eraseAfter: until, state: 'booked', remindedAt: null, revision: booking.revision + 1,
    })
    if (changed !== 1) throw new DomainError('conflict')
  }))

import { DomainError } from '@/domain/errors'
import { formatReceipt, parseReceipt } from '@/domain/matter/receipt'
import { bookSlot, moveBooking, SLOT_TAKEN } from '@/services/booking/book'
import { cancelBooking } from '@/services/booking/cancel'
import { counterById } from '@/services/booking/counters'
import { dropTyped, keepTyped, typedIn } from '@/services/booking/kept'
import { BOOKING_SESSION_MS, bookingByKey, bookingOf, freshSession, openBooking, readBooking, signBooking, type BookingSession } from '@/services/booking/session'
import { bookPath } from '@/services/booking/view'
import { clockText } from '@/domain/booking/slots'
import { takeWithEffort } from '@/services/effort'
import { takeToken } from '@/services/limits'
import { field, typedCode } from '@/services/site/report/step'
import { idOf } from '@/lib/idOf'
import { faultsOf } from '../../../../../../lib/bookViews'
import { door, leadTo, sentCookie, setCookie, type AtDoor, type Going } from '../../../../../../lib/door'
import { faultQuery } from '../../../../../../lib/trackFaults'

const opened = (session: BookingSession, to = '/book/mine'): Going => ({ to, cookies: [setCookie('booking', signBooking(session), BOOKING_SESSION_MS / 1000)] })

const minuteOf = (text: string): number => (/^\d{1,4}$/.test(text) ? Number(text) : -1)

const wishOf = ({ posted: { fields } }: AtDoor) => ({ date: field(fields, 'day').slice(0, 10), minute: minuteOf(field(fields, 'minute')) })

/** A refused booking leads back to its page, with what was typed and why. */
const refused = async (at: AtDoor, error: DomainError): Promise<Going> => {
  const { payload, model, request, posted: { fields } } = at
  const typed = typedIn(fields)
  const token = await keepTyped({ payload, model }, sentCookie(request, 'wish'), { ...typed, faults: faultsOf(error) })
  const { date, minute } = wishOf(at)
  const asked = { item: field(fields, 'item').slice(0, 64), ...(minute >= 0 ? { day: date, at: clockText(minute).replace(':', '') } : {}), try: '1' }
  return { to: bookPath(typed.counter, asked), cookies: [setCookie('wish', token, 3600)] }
}

/** Takes a place. A repeated sending is answered with the same booking, whatever the limit says. */
const send = async (at: AtDoor): Promise<Going> => {
  const { payload, model, lang, request, posted: { fields }, address } = at
  const typed = typedIn(fields)
  const earlier = await bookingByKey(payload, typed.key)
  if (earlier) return opened(freshSession(earlier.code))
  try {
    await takeWithEffort({ payload, door: 'booking', address }, fields)
    const receipt = await bookSlot({ payload, model, lang }, { counter: typed.counter, item: field(fields, 'item').slice(0, 64) || undefined, wish: wishOf(at), contact: { name: typed.name, phone: typed.phone, consent: typed.consent ? 'yes' : '' }, key: typed.key })
    await dropTyped(payload, sentCookie(request, 'wish'))
    const { to, cookies = [] } = opened(freshSession(receipt.code))
    return { to, cookies: [...cookies, setCookie('wish', '', 0)] }
  } catch (error) {
    if (!(error instanceof DomainError) || !['invalid', 'conflict', 'tooMany', 'effortNeeded'].includes(error.code) || !typed.counter) throw error
    return refused(at, error)
  }
}

/** Code and word open a booking. */
const open = async ({ payload, posted: { fields }, address }: AtDoor): Promise<Going> => {
  const code = typedCode(fields)
  try {
    return opened(await openBooking({ payload, code, word: field(fields, 'word'), address, fields }))
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const receipt = parseReceipt(code)
    const typed = receipt ? formatReceipt(receipt) : code
    return { to: `/book/mine?other=1&${faultQuery(error)}${typed ? `&code=${encodeURIComponent(typed)}` : ''}` }
  }
}

const holding = async ({ payload, request }: AtDoor) => {
  const session = readBooking(sentCookie(request, 'booking'))
  const row = session && (await bookingOf(payload, session.code))
  return session && row ? { session, row } : undefined
}

const GONE: Going = { to: '/book/mine?other=1&fault=expired' }

const cancel = async (at: AtDoor): Promise<Going> => {
  const mine = await holding(at)
  if (!mine) return GONE
  await takeToken({ payload: at.payload, door: 'followUp', address: at.address })
  await cancelBooking(at, mine.row.id)
  return opened(mine.session)
}

const move = async (at: AtDoor): Promise<Going> => {
  const mine = await holding(at)
  if (!mine) return GONE
  await takeToken({ payload: at.payload, door: 'followUp', address: at.address })
  const counter = await counterById(at, idOf(mine.row.counter))
  if (!counter) return GONE
  try {
    await moveBooking(at, { booking: mine.row, counter: counter.code, wish: wishOf(at) })
    return opened(mine.session, '/book/mine?moved=1')
  } catch (error) {
    if (error instanceof DomainError && error.detail.fault === SLOT_TAKEN) return opened(mine.session, '/book/mine?full=1')
    throw error
  }
}

const ACTS: Record<string, (at: AtDoor) => Promise<Going>> = { send, open, cancel, move }

/** What residents do with bookings: take a place, open, move or cancel one. */
export const POST = door(async (at, { act = '' }) => {
  const run = Object.hasOwn(ACTS, act) ? ACTS[act] : undefined
  if (!run) throw new DomainError('notFound')
  return run(at)
})

export const GET = leadTo(() => '/book')

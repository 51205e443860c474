import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countRows, findRow, findRows } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { bookings as sweep } from '@/jobs/bookings.handler'
import { setClock } from '@/lib/clock'
import { bookSlot, moveBooking, SLOT_TAKEN, type BookingInput } from '@/services/booking/book'
import { cancelBooking } from '@/services/booking/cancel'
import { callBooking, closeCounter, dayView, endBooking, reopenCounter } from '@/services/booking/day'
import { openBooking, readBooking, freshSession, signBooking, bookingOf } from '@/services/booking/session'
import { bookedView, chooseView } from '@/services/booking/view'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { deskOfRole, openDeskPortal, type DeskPortal } from '../helpers/desk'

let portal: DeskPortal
beforeAll(async () => {
  portal = await openDeskPortal()
})
afterAll(async () => {
  setClock()
  await portal.close()
})

/** Monday, 2026-11-23 at 8:10 in Shanghai. */
const MORNING = Date.UTC(2026, 10, 23, 0, 10)
const DAY = 86_400_000
beforeEach(() => setClock(() => MORNING))
afterEach(() => setClock())

const here = async () => ({ payload: portal.payload, model: await needModel(portal.payload), lang: 'zh' as const })
const key = () => randomBytes(24).toString('base64url')
let day = 24
/** A day nobody else in this file books. */
const freshDay = (): string => `2026-11-${String(day++)}`
/** Days of the second week, for what needs more of them. */
let late = 1
const freshDayOfWeek = (): string => `2026-12-0${late++}`
const book = async (wish: { date: string; minute: number }, more: Partial<BookingInput> = {}) => bookSlot(await here(), { counter: 'general', wish, contact: {}, key: key(), ...more })
const taken = (error: unknown) => error instanceof DomainError && error.detail.fault === SLOT_TAKEN
const rowOf = async (code: string) => (await bookingOf(portal.payload, code))!
const ANNA = { name: '王阿姨', phone: '13800138000', consent: 'yes' }

describe('the last place', () => {
  it('goes to exactly one of fifty who want it at once', async () => {
    const wish = { date: freshDay(), minute: 540 }
    await book(wish)
    const all = await Promise.allSettled(Array.from({ length: 50 }, () => book(wish)))
    const won = all.filter(({ status }) => status === 'fulfilled')
    const lost = all.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))
    expect([won.length, lost.filter(taken).length]).toEqual([1, 49])
    expect(await countRows({ payload: portal.payload }, SLUG.bookings, { and: [{ date: { equals: wish.date } }, { state: { equals: 'booked' } }] })).toBe(2)
  })

  it('is not given twice by sending the same form twice, at once or later', async () => {
    const wish = { date: freshDay(), minute: 540 }
    const same = key()
    const twice = await Promise.all([book(wish, { key: same }), book(wish, { key: same })])
    const later = await book({ date: wish.date, minute: 570 }, { key: same })
    expect(new Set([...twice, later].map(({ code, word }) => `${code} ${word}`)).size).toBe(1)
    expect(later.repeated).toBe(true)
    expect(await countRows({ payload: portal.payload }, SLUG.bookings, { idempotencyKey: { equals: same } })).toBe(1)
  })

  it('is free again once it was cancelled, and the page offers the next ones meanwhile', async () => {
    const wish = { date: freshDay(), minute: 540 }
    const [first] = [await book(wish), await book(wish)]
    await expect(book(wish)).rejects.toSatisfy(taken)
    const view = await chooseView(await here(), 'general', { day: wish.date, minute: 540 })
    expect([view.gone, view.chosen, view.next[0]?.time]).toEqual([true, undefined, '09:30'])
    await cancelBooking(portal, (await rowOf(first.code)).id)
    await expect(book(wish)).resolves.toMatchObject({ repeated: false })
  })
})

describe('what may be booked', () => {
  it.each([
    ['the past', { date: '2026-11-20', minute: 540 }], ['too soon', { date: '2026-11-23', minute: 540 }], ['a weekend', { date: '2026-11-28', minute: 540 }], ['beyond the horizon', { date: '2026-12-25', minute: 540 }],
    ['no slot begins then', { date: '2026-11-27', minute: 541 }], ['no date at all', { date: 'soon', minute: 540 }], ['no time', { date: '2026-11-27', minute: -1 }],
  ])('not %s', async (_what, wish) => {
    await expect(book(wish)).rejects.toMatchObject({ code: 'conflict' })
  })

  it.each([
    ['a number that is none', { phone: '12', consent: 'yes' }, 'phone'], ['without consent', { name: '王阿姨' }, 'consent'],
  ])('%s is refused at its field', async (_what, contact, field) => {
    await expect(book({ date: '2026-11-27', minute: 540 }, { contact })).rejects.toMatchObject({ code: 'invalid', fields: [{ field }] })
  })

  it('not at a counter that is not there, nor with a key of somebody’s own making', async () => {
    await expect(book({ date: '2026-11-27', minute: 540 }, { counter: 'nowhere' })).rejects.toMatchObject({ code: 'notFound' })
    await expect(book({ date: '2026-11-27', minute: 540 }, { key: 'short' })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('contact details', () => {
  it('are sealed, shown masked, and gone with the cancelling', async () => {
    const { code } = await book({ date: '2026-11-27', minute: 600 }, { contact: ANNA })
    const row = await rowOf(code)
    expect(JSON.stringify(row)).not.toMatch(/王阿姨|13800138000/)
    expect(row.masked).toMatchObject({ phone: expect.stringContaining('*') })
    await cancelBooking(portal, row.id)
    expect(await rowOf(code)).toMatchObject({ state: 'cancelled', cipher: null, masked: null, keyId: null })
    await cancelBooking(portal, row.id)
    const tally = await findRow({ payload: portal.payload }, SLUG.bookingDays, { where: { date: { equals: '2026-11-27' } } })
    expect(tally).toMatchObject({ cancelled: 1 })
  })
})

describe('code and word', () => {
  it('open the booking, and nothing else does', async () => {
    const { code, word } = await book({ date: '2026-11-27', minute: 630 })
    const open = (given: string) => openBooking({ payload: portal.payload, code, word: given, address: '192.0.2.77', fields: {} })
    expect(await open(word)).toMatchObject({ code, wordUntil: 0 })
    await expect(open('AAAA-AAAA')).rejects.toMatchObject({ code: 'wrongCode' })
    await expect(openBooking({ payload: portal.payload, code: 'AAAAAAAAAA', word, address: '192.0.2.77', fields: {} })).rejects.toMatchObject({ code: 'wrongCode' })
    await expect(open('')).rejects.toMatchObject({ code: 'invalid' })
  })

  it('stand in a cookie that cannot be made by hand', () => {
    const cookie = signBooking(freshSession('ABCDEFGHJK'))
    expect(readBooking(cookie)).toMatchObject({ code: 'ABCDEFGHJK' })
    expect(readBooking(cookie.replace('ABCDEFGHJK', 'ABCDEFGHJM'))).toBeUndefined()
    expect(readBooking(undefined)).toBeUndefined()
  })
})

describe('moving', () => {
  it('takes the new place and frees the old one; without a new place the old one stays', async () => {
    const date = freshDayOfWeek()
    const { code } = await book({ date, minute: 540 })
    const full = { date, minute: 600 }
    await book(full)
    await book(full)
    await expect(moveBooking(await here(), { booking: await rowOf(code), counter: 'general', wish: full })).rejects.toSatisfy(taken)
    expect(await rowOf(code)).toMatchObject({ date, minute: 540 })
    await moveBooking(await here(), { booking: await rowOf(code), counter: 'general', wish: { date, minute: 660 } })
    expect(await rowOf(code)).toMatchObject({ date, minute: 660, state: 'booked' })
    expect((await chooseView(await here(), 'general', { day: date })).slots.find(({ minute }) => minute === 540)?.left).toBe(2)
  })
})

describe('the day list', () => {
  it('is for those who run bookings, and shows only its day; names are masked until called', async () => {
    const date = freshDayOfWeek()
    const { code } = await book({ date, minute: 540 }, { contact: ANNA })
    await expect(dayView(await portal.deskFor('clerk'), { date })).rejects.toMatchObject({ code: 'notAllowed' })
    const desk = await deskOfRole(portal, { username: 'counter', role: 'serviceDesk' })
    const lines = async () => (await dayView(desk, { counter: 'general', date })).slots.flatMap(({ bookings }) => bookings)
    expect(await lines()).toMatchObject([{ name: expect.not.stringContaining('王阿姨'), state: 'booked' }])
    const { id, revision } = await rowOf(code)
    await callBooking(desk, { id, revision })
    expect(await lines()).toMatchObject([{ name: '王阿姨', phone: '13800138000', state: 'called' }])
    await expect(callBooking(desk, { id, revision })).rejects.toMatchObject({ code: 'conflict' })
    expect(await findRow({ payload: portal.payload }, SLUG.audit, { where: { action: { equals: 'booking.call' } } })).toBeDefined()
    expect((await dayView(desk, { counter: 'general', date: '2026-12-11' })).slots.flatMap(({ bookings }) => bookings)).toEqual([])
  })

  it('counts who came, and keeps of nobody which it was', async () => {
    const date = freshDayOfWeek()
    const desk = await portal.deskFor('counter')
    const codes = [await book({ date, minute: 540 }, { contact: ANNA }), await book({ date, minute: 570 }, { contact: ANNA })].map(({ code }) => code)
    const rows = [await rowOf(codes[0]!), await rowOf(codes[1]!)]
    await endBooking(desk, { id: rows[0]!.id, revision: 1, how: 'came' })
    await endBooking(desk, { id: rows[1]!.id, revision: 1, how: 'missed' })
    await expect(endBooking(desk, { id: rows[0]!.id, revision: 2, how: 'missed' })).rejects.toMatchObject({ code: 'conflict' })
    expect((await dayView(desk, { counter: 'general', date })).tally).toMatchObject({ came: 1, missed: 1 })
    const [one, other] = [await rowOf(codes[0]!), await rowOf(codes[1]!)].map(({ state, cipher, masked, keyId, revision }) => ({ state, cipher, masked, keyId, revision }))
    expect(one).toEqual(other)
    expect(one).toEqual({ state: 'done', cipher: null, masked: null, keyId: null, revision: 2 })
  })
})

describe('closing a counter', () => {
  it('says who must be told, tells those who left a contact, offers other times, and takes nobody’s booking', async () => {
    const date = freshDayOfWeek()
    const desk = await portal.deskFor('counter')
    const [known, nameless] = [await book({ date, minute: 540 }, { contact: ANNA }), await book({ date, minute: 600 })]
    await book({ date, minute: 840 })
    expect(await closeCounter(desk, { counter: 'general', date, from: 540, to: 720, reason: '停电检修' })).toBe(2)
    const view = await dayView(desk, { counter: 'general', date })
    expect(view.affected.map(({ time, reachable }) => [time, reachable])).toEqual([['09:00', true], ['10:00', false]])
    const queued = await findRows({ payload: portal.payload }, SLUG.outbox, { where: { kind: { equals: 'booking.closed' } } })
    expect(queued).toHaveLength(1)
    expect(JSON.stringify(queued)).not.toMatch(/王阿姨|13800138000/)
    const mine = await bookedView(await here(), await rowOf(nameless.code), freshSession(nameless.code))
    expect([mine.closed, mine.state, mine.next.length > 0]).toEqual([true, 'booked', true])
    await expect(book({ date, minute: 570 })).rejects.toMatchObject({ code: 'conflict' })
    const slot = mine.next[0]!
    await moveBooking(await here(), { booking: await rowOf(nameless.code), counter: 'general', wish: slot })
    expect((await bookedView(await here(), await rowOf(nameless.code), freshSession(nameless.code))).closed).toBe(false)
    await reopenCounter(desk, view.closings[0]!.id)
    expect((await bookedView(await here(), await rowOf(known.code), freshSession(known.code))).closed).toBe(false)
  })

  it.each([
    ['no reason', { reason: ' ' }, 'reason'], ['an end before its beginning', { from: 600, to: 540 }, 'to'], ['no day', { date: 'x' }, 'date'],
  ])('is refused with %s', async (_what, change, field) => {
    await expect(closeCounter(await portal.deskFor('counter'), { counter: 'general', date: '2026-12-07', reason: '检修', ...change })).rejects.toMatchObject({ code: 'invalid', fields: [{ field }] })
  })

  it('is refused to those without the right', async () => {
    await expect(closeCounter(await portal.deskFor('clerk'), { counter: 'general', date: '2026-12-07', reason: '检修' })).rejects.toMatchObject({ code: 'notAllowed' })
  })
})

describe('as days go by', () => {
  it('those who left a contact are reminded once, the day before; the others never', async () => {
    await book({ date: '2026-12-07', minute: 540 }, { contact: ANNA })
    await book({ date: '2026-12-07', minute: 570 })
    const reminders = () => countRows({ payload: portal.payload }, SLUG.outbox, { and: [{ kind: { equals: 'booking.reminder' } }, { key: { exists: true } }] })
    setClock(() => Date.UTC(2026, 11, 5, 2))
    const before = await reminders()
    await sweep(portal.payload)
    const early = await reminders()
    setClock(() => Date.UTC(2026, 11, 6, 2))
    await sweep(portal.payload)
    await sweep(portal.payload)
    expect([early - before, (await reminders()) - early]).toEqual([0, 1])
  })

  it('bookings are gone soon after their day, contact and all; the numbers stay', async () => {
    const { code } = await book({ date: '2026-12-04', minute: 600 }, { contact: ANNA })
    setClock(() => Date.UTC(2026, 11, 5, 15, 59))
    await sweep(portal.payload)
    expect(await bookingOf(portal.payload, code)).toBeDefined()
    setClock(() => Date.UTC(2026, 11, 5, 16, 1))
    await sweep(portal.payload)
    expect(await bookingOf(portal.payload, code)).toBeUndefined()
    setClock(() => MORNING + 60 * DAY)
    await sweep(portal.payload)
    expect(await countRows({ payload: portal.payload }, SLUG.bookings)).toBe(0)
    expect(await countRows({ payload: portal.payload }, SLUG.bookingDays)).toBeGreaterThan(0)
  })
})

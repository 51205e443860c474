import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { needModel } from '@/services/structure/cache'
import { rest, rolePeople, type RolePerson } from '../helpers/doors'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
let owner: RolePerson | undefined
let office = ''

beforeAll(async () => {
  portal = await openPortal()
  owner = (await rolePeople(portal.payload)).find(({ role }) => role === 'OWNER' || role === 'owner')
  office = (await needModel(portal.payload)).office.id
})
afterAll(() => portal.close())

const save = (body: object) => rest({ config: portal.payload.config, method: 'PATCH', path: `/offices/${office}`, token: owner?.token, body })

const weekday = [{ from: 540, to: 720 }, { from: 810, to: 1050 }]
const WEEK = { 1: weekday, 2: weekday, 3: weekday, 4: weekday, 5: weekday, 6: [], 7: [] }

describe("the office's settings", () => {
  it.each<{ why: string; body: object; path: string }>([
    { why: 'no week at all', body: { week: { 1: 'nine to five' } }, path: 'week' },
    { why: 'a span that ends before it starts', body: { week: { ...WEEK, 3: [{ from: 600, to: 500 }] } }, path: 'week' },
    { why: 'spans that overlap', body: { week: { ...WEEK, 3: [{ from: 500, to: 700 }, { from: 600, to: 800 }] } }, path: 'week' },
    { why: 'a week without work', body: { week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } }, path: 'week' },
    { why: 'a time zone nobody knows', body: { timeZone: 'Mars/Olympus' }, path: 'timeZone' },
    { why: 'years in words', body: { calendarYears: ['next'] }, path: 'calendarYears' },
    { why: 'a colour that white cannot be read on', body: { brand: '#FFEE00' }, path: 'brand' },
  ])('refuse $why, and say where', async ({ body, path }) => {
    const before = (await needModel(portal.payload)).calendar
    const { status, text } = await save(body)
    expect(status, text).toBe(400)
    expect(text).toContain(`"path":"${path}"`)
    expect((await needModel(portal.payload)).calendar).toEqual(before)
  })

  it('take hours that can be reckoned in', async () => {
    const { status, text } = await save({ week: { ...WEEK, 6: [{ from: 540, to: 720 }] }, calendarYears: [2026, 2027] })
    expect(status, text).toBe(200)
    const { calendar } = await needModel(portal.payload)
    expect(calendar.week[6]).toEqual([{ from: 540, to: 720 }])
    expect(calendar.coveredYears).toEqual([2026, 2027])
  })
})

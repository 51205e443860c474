import { createLocalReq } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findRow, findRows } from '@/db/rows'
import { checkPackage } from '@/domain/package/check'
import { runTasks } from '@/jobs/tasks.handler'
import { setClock } from '@/lib/clock'
import { wordsOf } from '@/lib/wordsOf'
import { deskOf, type Desk } from '@/services/desk/desk'
import { forgetOfficeModel, needModel } from '@/services/structure/cache'
import { fieldsOf } from '@/services/structure/package/fields'
import { exportOf } from '@/services/structure/package/read'
import { readSource } from '@/services/structure/package/source'
import { targetOf } from '@/services/structure/package/target'
import { undoChange } from '@/services/structure/undo'
import { calendarView, type CalendarView } from '@/services/studio/limits/calendar'
import { limitsEditor } from '@/services/studio/limits/editor'
import { SLUG } from '@/slugs'
import { driver } from '../helpers/matters'
import { addPerson, PASSWORD } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
const PEOPLE = { planner: 'owner', worker: 'handler', looker: 'auditor' } as const
type Who = keyof typeof PEOPLE
const ids = new Map<Who, string>()
const tokens = new Map<Who, string>()
const NOVEMBER = Date.parse('2026-11-02T02:00:00.000Z')

beforeAll(async () => {
  portal = await openPortal()
  for (const who of Object.keys(PEOPLE) as Who[]) {
    ids.set(who, (await addPerson(portal.payload, { username: `studio-${who}`, roles: [{ role: PEOPLE[who] }] })).id)
    const { token } = await portal.payload.login({ collection: SLUG.users, data: { username: `studio-${who}`, password: PASSWORD } })
    tokens.set(who, token ?? '')
  }
  forgetOfficeModel()
}, 60_000)
afterAll(() => portal.close())
beforeEach(() => setClock(() => NOVEMBER))
afterEach(() => setClock())

const deskFor = async (who: Who): Promise<Desk> => {
  const id = ids.get(who) ?? ''
  const user = await portal.payload.findByID({ collection: SLUG.users, id, overrideAccess: true, depth: 0 })
  const req = await createLocalReq({ user: { ...user, collection: SLUG.users } }, portal.payload)
  return deskOf({ req, person: { id, office: String(user.office), name: user.name, username: user.username }, lang: 'zh' })
}

const ROUTES = {
  day: () => import('@/app/(studio)/admin/structure/api/limits/calendar/day/route'),
  import: () => import('@/app/(studio)/admin/structure/api/limits/calendar/import/route'),
}
type Refusal = { error?: { code: string; detail: { said?: { path: string; text: string }[] }; fields: { field: string }[] } }
const ask = async <T>(door: keyof typeof ROUTES, body: unknown, by: Who | null = 'planner', headers: Record<string, string> = {}) => {
  const request = new Request(`http://localhost/admin/structure/api/limits/calendar/${door}`, {
    method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', host: 'localhost', ...(by ? { authorization: `JWT ${tokens.get(by)}` } : {}), ...headers },
  })
  const response = await (await ROUTES[door]()).POST(request, { params: Promise.resolve({}) })
  return { status: response.status, data: (await response.json()) as T & Refusal }
}

const dayRow = (date: string) => findRow(portal, SLUG.calendarDays, { where: { date: { equals: date } } })
const changes = () => findRows(portal, SLUG.changes, { sort: 'id' })
const lastChange = async () => (await findRows(portal, SLUG.changes, { where: { table: { in: [SLUG.calendarDays, SLUG.changes, SLUG.offices] } }, sort: ['-at', '-id'], limit: 60 }))
/** Lets the tasks run whose time comes a little later. */
const settle = async () => {
  setClock(() => NOVEMBER + 300_000)
  await runTasks(portal.payload)
  setClock(() => NOVEMBER)
}
const reclocks = () => findRows(portal, SLUG.tasks, { where: { kind: { equals: 'reclock' } } })
const covered = async () => (await needModel(portal.payload)).calendar.coveredYears

describe('the calendar', () => {
  it('warns from November on of a next year that is missing, and counts what runs into it', async () => {
    setClock(() => Date.parse('2026-10-31T02:00:00.000Z'))
    expect((await calendarView(await deskFor('planner'))).gaps).toEqual([])
    setClock(() => NOVEMBER)
    expect((await calendarView(await deskFor('planner'))).gaps).toEqual([{ year: 2027, code: 'nextYearMissing', reaching: 0, daysLeft: 60 }])
    setClock(() => Date.parse('2026-12-30T02:00:00.000Z'))
    await driver(() => portal.payload).create({ category: 'environment-green' })
    const [gap] = (await calendarView(await deskFor('planner'))).gaps
    expect(gap).toMatchObject({ year: 2027, daysLeft: 2 })
    expect(gap?.reaching).toBeGreaterThan(0)
    expect((await calendarView(await deskFor('planner'))).open).toBe(1)
  })

  it('shows the asked year, else the present one', async () => {
    expect((await calendarView(await deskFor('planner'), 2027)).year).toBe(2027)
    for (const year of [undefined, Number.NaN, 1, 99_999]) expect((await calendarView(await deskFor('planner'), year)).year).toBe(2026)
  })

  it('makes a day a holiday, changes it, and makes it ordinary again, each with its reason; open limits follow', async () => {
    const before = (await reclocks()).length
    const made = await ask<CalendarView>('day', { date: '2026-12-25', kind: 'holiday', name: '停电检修', reason: '全街道停电' })
    expect(made.status).toBe(200)
    expect(made.data.calendar.exceptions['2026-12-25']).toEqual({ kind: 'holiday', name: '停电检修' })
    expect((await reclocks()).length).toBeGreaterThan(before)
    expect((await lastChange())[0]).toMatchObject({ table: SLUG.calendarDays, reason: '全街道停电' })
    const row = (await dayRow('2026-12-25'))!
    expect((await ask<CalendarView>('day', { date: '2026-12-25', kind: 'workday', name: '照常', seen: row.updatedAt })).data.calendar.exceptions['2026-12-25']).toEqual({ kind: 'workday', name: '照常' })
    expect((await ask('day', { date: '2026-12-25', kind: 'holiday', name: 'x', seen: '2020-01-01T00:00:00.000Z' })).data.error?.code).toBe('conflict')
    expect((await ask<CalendarView>('day', { date: '2026-12-25', kind: 'plain' })).data.calendar.exceptions['2026-12-25']).toBeUndefined()
    expect(await dayRow('2026-12-25')).toBeUndefined()
  })

  it('lets a day be worked in part; open limits follow its hours, and another one makes it whole again', async () => {
    await settle()
    const before = (await reclocks()).length
    const { data } = await ask<CalendarView>('day', { date: '2026-12-24', kind: 'part', hours: '9：00-11：30', name: '年终盘点', reason: '下午停电' })
    expect(data.calendar.exceptions['2026-12-24']).toEqual({ kind: 'workday', name: '年终盘点', hours: [{ from: 540, to: 690 }] })
    expect((await reclocks()).length).toBeGreaterThan(before)
    const row = (await dayRow('2026-12-24'))!
    expect(row).toMatchObject({ kind: 'workday', hours: '09:00-11:30' })
    const open = async () => (await findRow(portal, SLUG.tasks, { where: { kind: { equals: 'reclock' } }, sort: '-id' }))?.input as { before?: { exceptions: Record<string, unknown> } } | undefined
    await settle()
    const { data: later } = await ask<CalendarView>('day', { date: '2026-12-24', kind: 'part', hours: '09:00-12:00', name: '年终盘点', seen: row.updatedAt })
    expect(later.calendar.exceptions['2026-12-24']?.hours).toEqual([{ from: 540, to: 720 }])
    expect((await open())?.before?.exceptions['2026-12-24']).toEqual({ kind: 'workday', hours: [{ from: 540, to: 690 }] })
    expect((await ask<CalendarView>('day', { date: '2026-12-24', kind: 'workday', name: '' })).data.calendar.exceptions['2026-12-24']?.hours).toBeUndefined()
    expect((await ask<CalendarView>('day', { date: '2026-12-24', kind: 'plain' })).status).toBe(200)
  })

  it('is carried by a package with its hours', async () => {
    await ask('day', { date: '2026-12-24', kind: 'part', hours: '09:00-12:00 13:00-14:00', name: '年终盘点' })
    const model = await needModel(portal.payload)
    const pack = exportOf(await readSource(portal, model.office.id))
    expect(pack.calendarDays.find(({ date }) => date === '2026-12-24')).toEqual({ date: '2026-12-24', kind: 'workday', name: { zh: '年终盘点' }, hours: [{ from: 540, to: 720 }, { from: 780, to: 840 }] })
    expect(checkPackage(pack)).toMatchObject({ ok: true })
    const day = pack.calendarDays.find(({ date }) => date === '2026-12-24')!
    const source = await readSource(portal, model.office.id)
    const target = targetOf(source, { office: model.office.id, at: new Date().toISOString() })
    expect(fieldsOf('calendarDays', day as never, target)).toMatchObject({ kind: 'workday', hours: '09:00-12:00 13:00-14:00' })
    await ask('day', { date: '2026-12-24', kind: 'plain' })
  })

  it.each([
    { why: 'hours that are none', body: { date: '2026-12-24', kind: 'part', hours: '上午' } }, { why: 'a part without hours', body: { date: '2026-12-24', kind: 'part' } },
    { why: 'a day that is none', body: { date: '2026-02-30', kind: 'holiday' } }, { why: 'no day', body: { kind: 'holiday' } }, { why: 'a kind that is none', body: { date: '2026-12-24', kind: 'party' } },
  ])('refuses $why', async ({ body }) => expect((await ask('day', body)).status).toBe(400))
})

describe('a year’s list', () => {
  const NOTICE = '一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月14日（周日）、2月20日（周六）上班。'

  it('with a fault changes nothing, and says in which line', async () => {
    const before = (await changes()).length
    const { status, data } = await ask('import', { text: `${NOTICE}\n三、清明节：4月31日放假`, year: 2027, reason: '通知' })
    expect(status).toBe(400)
    expect(data.error?.detail.said).toEqual([{ path: '3', text: expect.stringContaining('第 3 行：没有这一天') as string }])
    expect((await ask('import', { text: NOTICE, year: 2031 })).status).toBe(400)
    expect((await ask('import', { text: '没有日子', year: 2027 })).data.error?.detail.said?.[0]?.text).toContain('2027')
    expect((await ask('import', { text: NOTICE, year: '2027' })).status).toBe(400)
    expect((await changes()).length).toBe(before)
    expect(await covered()).toEqual([2026])
  })

  it('is put in whole as one change, and the year counts as listed', async () => {
    const tasks = (await reclocks()).length
    const { status, data } = await ask<{ changed: number; view: CalendarView }>('import', { text: NOTICE, year: 2027, reason: '国务院办公厅的通知' })
    expect(status).toBe(200)
    expect(data.changed).toBe(12)
    expect(data.view).toMatchObject({ year: 2027, gaps: [] })
    expect(data.view.days.filter(({ date }) => date.startsWith('2027-')).map(({ date, kind }) => `${date.slice(5)} ${kind}`)).toEqual([
      '01-01 holiday', '01-02 holiday', '01-03 holiday', '02-05 holiday', '02-06 holiday', '02-07 holiday', '02-08 holiday', '02-09 holiday', '02-10 holiday', '02-11 holiday', '02-14 workday', '02-20 workday',
    ])
    expect(await covered()).toEqual([2026, 2027])
    const rows = (await changes()).filter(({ reason }) => reason === '国务院办公厅的通知')
    expect(new Set(rows.map(({ batch }) => batch)).size).toBe(1)
    expect(rows.find(({ table }) => table === SLUG.changes)).toMatchObject({ count: 13 })
    expect((await reclocks()).length).toBeLessThanOrEqual(tasks + 1)
  })

  it('takes away what the new list leaves out, leaves other years alone, and does nothing twice', async () => {
    const year2026 = (await findRows(portal, SLUG.calendarDays)).filter(({ date }) => date.startsWith('2026-')).length
    const { data } = await ask<{ changed: number; view: CalendarView }>('import', { text: '2027-01-01,holiday,元旦节\n2027-02-14,workday,春节', year: 2027 })
    expect(data.changed).toBe(11)
    const cut = await ask<{ changed: number; view: CalendarView }>('import', { text: '2027-01-01,holiday,元旦节\n2027-02-14,半天,春节,09:00-12:00', year: 2027 })
    expect([cut.data.changed, cut.data.view.days.find(({ date }) => date === '2027-02-14')?.hours]).toEqual([1, [{ from: 540, to: 720 }]])
    expect((await ask<{ changed: number }>('import', { text: '2027-01-01,holiday,元旦节\n2027-02-14,workday,春节', year: 2027 })).data.changed).toBe(1)
    expect(data.view.days.filter(({ date }) => date.startsWith('2027-')).map(({ date, kind, name }) => `${date} ${kind} ${name.zh}`)).toEqual(['2027-01-01 holiday 元旦节', '2027-02-14 workday 春节'])
    expect((await findRows(portal, SLUG.calendarDays)).filter(({ date }) => date.startsWith('2026-'))).toHaveLength(year2026)
    const before = (await changes()).length
    expect((await ask<{ changed: number }>('import', { text: '2027-01-01,holiday,元旦节\n2027-02-14,workday,春节', year: 2027 })).data.changed).toBe(0)
    expect((await changes()).length).toBe(before)
    expect(wordsOf((await dayRow('2027-01-01'))?.name).zh).toBe('元旦节')
  })
})

describe('an import', () => {
  it('is taken back as one, the year with it', async () => {
    const before = await findRows(portal, SLUG.calendarDays, { sort: 'date' })
    expect((await ask('import', { text: '元旦：1月1日至2日放假。1月8日上班', year: 2028, reason: '早了一年' })).status).toBe(200)
    expect(await covered()).toEqual([2026, 2027, 2028])
    const head = (await changes()).find(({ reason, table }) => reason === '早了一年' && table === SLUG.changes)
    await undoChange(await deskFor('planner'), head?.id ?? '', '退回')
    forgetOfficeModel()
    expect(await covered()).toEqual([2026, 2027])
    expect((await findRows(portal, SLUG.calendarDays, { sort: 'date' })).map(({ date, kind }) => `${date} ${kind}`)).toEqual(before.map(({ date, kind }) => `${date} ${kind}`))
  })
})

describe('the doors', () => {
  it.each(['day', 'import'] as const)('%s asks for the right and for a request of this site', async (door) => {
    const body = { date: '2026-12-24', kind: 'holiday', text: '5月1日放假', year: 2028 }
    expect((await ask(door, body, 'worker')).status).toBe(403)
    expect((await ask(door, body, 'looker')).status).toBe(403)
    expect((await ask(door, body, null)).status).toBe(401)
    expect((await ask(door, body, 'planner', { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect(await dayRow('2026-12-24')).toBeUndefined()
  })
})

describe('the editor of limits', () => {
  it('opens with the limits in force, the categories with what they lie under, and what limits may rest on', async () => {
    const view = await limitsEditor(await deskFor('looker'))
    expect(view.draft).toMatchObject({ kind: 'limits', changed: false, current: { number: 1 } })
    const building = view.choices.categories.find(({ code }) => code === 'environment-building')
    expect(building).toMatchObject({ line: ['environment-building', 'environment'], depth: 1 })
    const cited = view.draft?.definition.limits.flatMap(({ cites }) => cites ?? []) ?? []
    expect(cited.filter((cite) => !view.choices.cites.some(({ code }) => code === cite))).toEqual([])
    await expect(limitsEditor(await deskFor('looker'), 'nosuch')).rejects.toMatchObject({ code: 'notFound' })
  })
})

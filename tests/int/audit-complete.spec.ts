import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SanitizedConfig } from 'payload'
import { countRows, findRows } from '@/db/rows'
import { setClock } from '@/lib/clock'
import { forgetRefusals, recordRefusal, tellHeldRefusals, type Refusal } from '@/services/audit/refusals'
import { doorPattern } from '@/services/audit/ofDoors'
import { auditFile } from '@/services/desk/audit/files'
import { auditView } from '@/services/desk/audit'
import { parseAuditQuery } from '@/services/desk/audit/query'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { deskOfUser } from '../helpers/deskOfUser'
import { rest } from '../helpers/doors'
import { driver } from '../helpers/matters'
import { addPerson, PASSWORD, type Person } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
let config: SanitizedConfig
let office: string
let auditor: Person
let volunteer: Person
let intake: Person
let token: string
const on = driver(() => portal.payload)

beforeAll(async () => {
  portal = await openPortal()
  config = portal.payload.config
  office = (await needModel(portal.payload)).office.id
  auditor = await addPerson(portal.payload, { username: 'the-auditor', roles: [{ role: 'auditor' }] })
  volunteer = await addPerson(portal.payload, { username: 'helper', roles: [{ role: 'publisher' }] })
  intake = await addPerson(portal.payload, { username: 'desk-1', roles: [{ role: 'intake' }] })
  token = (await portal.payload.login({ collection: SLUG.users, data: { username: volunteer.username, password: PASSWORD } })).token ?? ''
})
afterAll(async () => {
  setClock()
  await portal.close()
})

const entries = (action: string) => findRows({ payload: portal.payload }, SLUG.audit, { where: { action: { equals: action } }, sort: 'seq' })

describe('refusals', () => {
  it('at Payload’s doors are entries: who, at which door, on what, from where; reading what is open is none', async () => {
    forgetRefusals()
    const { matter } = await on.create()
    const headers = { 'x-portal-ip': '192.0.2.9' }
    expect((await rest({ config, method: 'POST', path: '/grid-units', token, headers, body: { name: 'x' } })).status).toBe(403)
    expect((await rest({ config, method: 'POST', path: `/matters/${matter.id}/transition`, token, headers, body: { action: 'accept', input: {}, expectedRevision: 1 } })).status).toBe(404)
    expect((await rest({ config, path: '/notices', token, headers })).status).toBe(200)
    const found = await entries('access.refused')
    expect(found).toHaveLength(2)
    expect(found[0]).toMatchObject({ outcome: 'denied', actorName: 'Test helper', address: '192.0.2.9', detail: { why: 'notAllowed', door: expect.stringContaining('/grid-units') as string } })
    expect(found[1]).toMatchObject({ outcome: 'denied', target: matter.id, detail: { why: 'hidden', door: 'POST /api/matters/:id/transition' } })
  })

  it('of a loop fill no disk: three are told, the rest counted and told once', async () => {
    forgetRefusals()
    let at = Date.parse('2026-03-02T02:00:00Z')
    setClock(() => at)
    const before = await countRows({ payload: portal.payload }, SLUG.audit)
    const refusal = (n: number): Refusal => ({ office, action: 'access.refused', actor: { kind: 'staff', id: volunteer.id, name: '甲' }, outcome: 'denied', kind: `${volunteer.id} POST /x`, pool: { name: volunteer.id, most: 30 }, target: `t${n}` })
    for (let n = 0; n < 500; n += 1) await recordRefusal(portal.payload, refusal(n))
    expect(await countRows({ payload: portal.payload }, SLUG.audit)).toBe(before + 3)
    for (let n = 0; n < 500; n += 1) await recordRefusal(portal.payload, { ...refusal(n), kind: `${volunteer.id} ${n}` })
    expect(await countRows({ payload: portal.payload }, SLUG.audit)).toBe(before + 30)
    expect(await tellHeldRefusals(portal.payload)).toBe(0)
    at += 11 * 60_000
    expect(await tellHeldRefusals(portal.payload)).toBeGreaterThan(0)
    expect((await entries('access.refused')).map(({ detail }) => (detail as { more?: number } | null)?.more)).toContain(497)
    setClock()
  })

  it.each([
    ['GET', '/desk/api/photos/01M83PNZ7HVM16JP19RD2RA3X9', 'GET /desk/api/photos/:id'], ['POST', '/api/matters/x1/act', 'POST /api/matters/:id/act'], ['GET', '/desk/api/registers/李小红/file', 'GET /desk/api/registers/:id/file'],
  ])('%s %s are told as the door %s', (method, path, door) => expect(doorPattern(method, path)).toBe(door))
})

describe('who could not sign in', () => {
  it('is an entry, alike for a name that exists and one that does not; what was typed is in neither', async () => {
    forgetRefusals()
    const tries = [volunteer.username, 'no-such-name-My-Password-1']
    const answers = []
    for (const username of tries) answers.push(await rest({ config, method: 'POST', path: '/users/login', body: { username, password: 'Wrong-Pass-123' } }))
    expect(answers[0]?.status).toBe(answers[1]?.status)
    expect(answers[0]?.body).toEqual(answers[1]?.body)
    const found = await entries('session.refused')
    expect(found).toHaveLength(2)
    expect(found.map(({ outcome }) => outcome)).toEqual(['failed', 'failed'])
    expect(found[0]).toMatchObject({ target: volunteer.id })
    expect(found[1]?.target ?? null).toBeNull()
    expect(JSON.stringify(found)).not.toMatch(/My-Password|Wrong-Pass/)
  })
})

describe('changes', () => {
  it('carry digests of what was before and after', async () => {
    const { matter } = await on.create()
    await on.move(matter.id, 'accept', { by: intake.acting })
    const [created, accepted] = await findRows({ payload: portal.payload }, SLUG.audit, { where: { and: [{ target: { equals: matter.id } }, { action: { in: ['matter.create', 'matter.accept'] } }] }, sort: 'seq' })
    expect(created).toMatchObject({ outcome: 'done', after: expect.stringMatching(/^[0-9a-f]{64}$/) as string })
    expect(accepted?.before).toMatch(/^[0-9a-f]{64}$/)
    expect(accepted?.after).not.toBe(accepted?.before)
  })
})

describe('the auditor', () => {
  it('searches by time, person, kind, object and outcome, page by page, and sees nothing that anybody wrote', async () => {
    const { matter } = await on.create({ text: '楼道里有人说了一句很特别的话', contact: { phone: '13800138000', name: '李小红' } })
    await on.move(matter.id, 'accept', { by: intake.acting })
    await on.act(matter.id, 'note', { by: intake.acting, input: { text: '备注里也有很特别的话' } })
    const desk = await deskOfUser(portal.payload, auditor.id)
    const ask = (query: string) => auditView(desk, parseAuditQuery(new URLSearchParams(query)))
    const mine = await ask(`target=${matter.number}&group=matters`)
    expect(mine.rows.map(({ what }) => what)).toEqual(expect.arrayContaining(['登记事项', '写备注']))
    expect(mine.rows.every(({ object }) => object.includes(matter.number))).toBe(true)
    expect(JSON.stringify(await ask(''))).not.toMatch(/很特别的话|13800138000|李小红/)
    expect((await ask('group=refusals&outcome=denied')).rows.length).toBeGreaterThan(0)
    expect((await ask('group=refusals&outcome=done')).rows).toEqual([])
    expect((await ask('person=desk-1')).rows.every(({ who }) => who.includes('desk-1'))).toBe(true)
    expect((await ask('from=2031-01-01')).rows).toEqual([])
    const page = await ask('')
    const older = await auditView(desk, parseAuditQuery(new URL(`http://x${page.next ?? ''}`).searchParams))
    expect(older.rows[0]?.seq).toBe((page.rows.at(-1)?.seq ?? 0) - 1)
  })

  it('is in the log: each search once, not each page; each file', async () => {
    const desk = await deskOfUser(portal.payload, auditor.id)
    const count = async () => [(await entries('audit.search')).length, (await entries('audit.export')).length]
    const [searches = 0, files = 0] = await count()
    await auditView(desk, { group: 'matters' })
    await auditView(desk, { group: 'matters', before: 20 })
    const csv = await auditFile(desk, {}, 'csv')
    expect(csv.text.split('\r\n').length).toBeGreaterThan(10)
    expect(csv.text).not.toMatch(/(^|,)"?[=+@]/m)
    expect((await auditFile(desk, {}, 'lines')).text.split('\n')[0]).toContain('"hash"')
    expect(await count()).toEqual([searches + 1, files + 2])
  })

  it('is alone in it', async () => {
    const desk = await deskOfUser(portal.payload, intake.id)
    await expect(auditView(desk, {})).rejects.toMatchObject({ code: 'notAllowed' })
    await expect(auditFile(desk, {}, 'csv')).rejects.toMatchObject({ code: 'notAllowed' })
  })
})

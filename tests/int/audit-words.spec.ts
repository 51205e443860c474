import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRow, findRows, updateRowIf } from '@/db/rows'
import type { FormDef } from '@/domain/forms/types'
import { setClock } from '@/lib/clock'
import { auditView } from '@/services/desk/audit'
import { auditFile } from '@/services/desk/audit/files'
import { parseAuditQuery } from '@/services/desk/audit/query'
import { appendAudit } from '@/services/audit/append'
import { publishDefinition } from '@/services/structure/publish'
import { writeBatch } from '@/services/structure/batch'
import { withTransaction } from '@/db/transaction'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { deskOfUser } from '../helpers/deskOfUser'
import { graphql, rest } from '../helpers/doors'
import { driver } from '../helpers/matters'
import { addPerson, PASSWORD, type Person } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'

/** What the log holds can never be taken out again: no words of people. And rights are found in it as what they are. */

const PHONE = '13800138000'
const SAID = `停水通知：请联系王师傅 ${PHONE}`
let portal: TestPortal
let auditor: Person
let office: string
const tokens = new Map<string, string>()
const on = driver(() => portal.payload)

const entries = (where: Record<string, unknown> = {}) => findRows({ payload: portal.payload }, SLUG.audit, { where: where as never, sort: 'seq' })
const search = async (query: string, lang: 'zh' | 'en' = 'zh') => (await auditView(await deskOfUser(portal.payload, auditor.id, lang), parseAuditQuery(new URLSearchParams(query)))).rows
const send = (role: string, method: 'POST' | 'PATCH' | 'DELETE', path: string, body: object = {}) => rest({ config: portal.payload.config, method, path, token: tokens.get(role), body: body as Record<string, unknown> })

beforeAll(async () => {
  portal = await openPortal()
  office = (await needModel(portal.payload)).office.id
  for (const role of ['owner', 'securityAdmin', 'auditor', 'publisher']) {
    const person = await addPerson(portal.payload, { username: `w-${role}`, roles: [{ role }] })
    if (role === 'auditor') auditor = person
    tokens.set(role, (await portal.payload.login({ collection: SLUG.users, data: { username: person.username, password: PASSWORD } })).token ?? '')
  }
}, 60_000)
afterAll(async () => {
  setClock()
  await portal.close()
})

describe('what people wrote', () => {
  it('is in no entry: a draft’s title, a page’s, a tag’s, a reply’s; code or id find them', async () => {
    const column = await findRow({ payload: portal.payload }, SLUG.columns, {})
    const made = await send('publisher', 'POST', '/notices?draft=true', { title: SAID, column: column?.id, _status: 'draft' })
    expect(made.status, made.text.slice(0, 300)).toBe(201)
    const tag = await send('owner', 'POST', '/tags', { code: 'w-tag', name: SAID })
    expect(tag.status, tag.text.slice(0, 300)).toBe(201)
    const id = String((made.body.doc as { id: string }).id)
    expect(await entries({ target: { equals: id } })).toMatchObject([{ action: 'structure.change', targetKind: SLUG.notices }])
    expect(JSON.stringify(await entries())).not.toMatch(/王师傅|13800138000/)
    expect(await search(`target=${id}`)).toMatchObject([{ object: `公告 ${id}` }])
    expect((await search('target=w-tag')).map(({ object }) => object)).toEqual([expect.stringContaining('w-tag')])
  })

  it('nor what a change of many was called, nor why a version was published', async () => {
    const { teams } = await needModel(portal.payload)
    const team = teams.all[0]!
    await withTransaction(portal.payload, (req) => writeBatch(req, { office, label: SAID, reason: SAID, changes: [{ collection: SLUG.teams, target: team.id, before: { ...team, name: { zh: 'x' } }, after: { ...team } }] }))
    const last = (await entries({ targetKind: { equals: SLUG.changes } })).at(-1)
    expect(last).toMatchObject({ action: 'structure.change', detail: { count: 1, kinds: ['teams'] } })
    const form = (await findRow({ payload: portal.payload }, SLUG.forms, {}))!
    const [first, ...rest] = (form.definition as unknown as FormDef).pages
    await updateRowIf({ payload: portal.payload }, SLUG.forms, { id: { equals: form.id } }, { definition: { ...(form.definition as object), pages: [{ ...first, title: { zh: '换个名字' } }, ...rest] } as never })
    const req = await createLocalReq({}, portal.payload)
    expect(await publishDefinition({ req, slug: SLUG.forms, kind: 'form', id: form.id, reason: SAID })).toMatchObject({ published: true })
    expect((await entries({ action: { equals: 'structure.publish' } })).at(-1)).toMatchObject({ target: form.id, detail: { number: expect.any(Number) as number } })
    expect(JSON.stringify(await entries())).not.toMatch(/王师傅|13800138000/)
    expect((await search('group=structure')).find(({ more }) => more.includes('种类 队伍'))).toBeDefined()
  })

  it('is not shown where an entry of before still has it', async () => {
    await withTransaction(portal.payload, (req) => appendAudit(req, { office, action: 'structure.change', actor: { kind: 'system', id: 'portal' }, targetKind: SLUG.notices, target: 'old-1', detail: { label: SAID } }))
    expect(JSON.stringify(await search('target=old-1'))).not.toMatch(/王师傅|13800138000/)
    expect((await auditFile(await deskOfUser(portal.payload, auditor.id), { target: 'old-1' }, 'csv')).text).not.toMatch(/王师傅/)
  })
})

describe('rights', () => {
  it('are found as given, changed and taken away, with whose and which', async () => {
    const person = await addPerson(portal.payload, { username: 'w-new', roles: [] })
    const role = await findRow({ payload: portal.payload }, SLUG.roles, { where: { code: { equals: 'handler' } } })
    const given = await send('securityAdmin', 'POST', '/grants', { person: person.id, role: role?.id, reason: SAID })
    expect(given.status, given.text.slice(0, 300)).toBe(201)
    const id = String((given.body.doc as { id: string }).id)
    expect((await send('securityAdmin', 'PATCH', `/grants/${id}`, { from: '2026-01-01T00:00:00.000Z' })).status).toBe(200)
    expect((await send('securityAdmin', 'PATCH', `/grants/${id}`, { until: '2026-01-02T00:00:00.000Z' })).status).toBe(200)
    expect((await send('securityAdmin', 'DELETE', `/grants/${id}`)).status).toBe(200)
    const found = await entries({ target: { equals: id } })
    expect(found.map(({ action }) => action)).toEqual(['grant.given', 'grant.changed', 'grant.taken', 'grant.taken'])
    expect(found[0]).toMatchObject({ detail: { person: person.id, role: 'handler' }, actorName: expect.any(String) as string })
    expect(JSON.stringify(found)).not.toContain('王师傅')
    const rows = (await search('group=people')).filter(({ object }) => object.includes('w-new'))
    expect(rows.map(({ what }) => what)).toEqual(expect.arrayContaining(['给了权限', '改了权限', '收回权限']))
    expect(rows.some(({ more }) => more.includes('角色 handler'))).toBe(true)
    expect((await search('group=people', 'en')).map(({ what }) => what)).toContain('Gave a role')
  })

  it('of a role that is changed, of people and of teams have words of their own; in a change of many, too', async () => {
    const role = (await findRow({ payload: portal.payload }, SLUG.roles, { where: { code: { equals: 'volunteer' } } }))!
    const changed = await send('securityAdmin', 'PATCH', `/roles/${role.id}`, { permissions: ['matter.view'] })
    expect(changed.status, changed.text.slice(0, 300)).toBe(200)
    expect((await entries({ target: { equals: role.id } })).at(-1)).toMatchObject({ action: 'role.changed', detail: { code: 'volunteer' } })
    const after = (await findRow({ payload: portal.payload }, SLUG.roles, { where: { id: { equals: role.id } } }))!
    await withTransaction(portal.payload, (req) => writeBatch(req, { office, label: 'x', changes: [{ collection: SLUG.roles, target: role.id, before: { ...role }, after: { ...after } }] }))
    expect((await entries()).slice(-2).map(({ action }) => action)).toEqual(['structure.change', 'role.changed'])
    const words = (await search('group=people')).map(({ what }) => what)
    expect(words).toEqual(expect.arrayContaining(['改了角色的权限']))
    for (const lang of ['zh', 'en'] as const) expect((await search('group=people', lang)).filter(({ what }) => /其他动作|Another action/.test(what))).toEqual([])
  })
})

describe('the auditor’s page', () => {
  it('finds what was erased and held by itself, and says nothing twice or in numbers alone', async () => {
    const base = { office, actor: { kind: 'system' as const, id: 'forget' } }
    await withTransaction(portal.payload, (req) => appendAudit(req, { ...base, action: 'retention.finish', detail: { deleted: 1 } }, { ...base, action: 'session.refused', outcome: 'failed' }))
    expect((await search('group=keeping')).map(({ what }) => what)).toContain('完成到期销毁')
    expect((await search('outcome=failed')).map(({ what }) => what)).toEqual(['尝试登录'])
    const { matter } = await on.create()
    await on.act(matter.id, 'note', { by: (await addPerson(portal.payload, { username: 'w-desk', roles: [{ role: 'intake' }] })).acting, input: { text: SAID } })
    const [note] = await search(`target=${matter.number}`)
    expect(note).toMatchObject({ what: '写备注', more: expect.stringMatching(/^这件的第 \d+ 次变动$/) as string })
    for (const row of await search('')) expect(row.more).not.toContain('序号')
  })

  it('is the only door: nobody reads the log, its anchors and what was cut by Payload’s, and nothing is left without a record', async () => {
    const config = portal.payload.config
    for (const slug of [SLUG.audit, SLUG.auditAnchors, SLUG.auditSegments]) {
      for (const path of [`/${slug}?where[actorName][contains]=x`, `/${slug}/count`, `/${slug}?limit=0&depth=2`]) expect((await rest({ config, path, token: tokens.get('auditor') })).status, path).toBe(403)
    }
    const told = await graphql({ config, token: tokens.get('auditor'), query: '{ AuditLogs { totalDocs docs { action actorName } } }' })
    expect(told.text).not.toMatch(/"totalDocs":[1-9]/)
    expect(told.text).toContain('errors')
    const before = (await entries({ action: { equals: 'audit.search' } })).length
    await search('group=people')
    expect((await entries({ action: { equals: 'audit.search' } })).length).toBe(before + 1)
  })
})

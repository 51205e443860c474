import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hiddenFromEditors, hiddenUnless } from '@/access/menu'
import { viewerOf } from '@/access/viewer'
import { findRow, findRows } from '@/db/rows'
import { changePassword } from '@/services/session/changePassword'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { rest, rolePeople, type RolePerson } from '../helpers/doors'
import { driver } from '../helpers/matters'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
let people: RolePerson[] = []
const one = (role: string): RolePerson => people.find((person) => person.role === role) as RolePerson
const ask = (method: string, path: string, body?: unknown, token = one('owner').token) => rest({ config: portal.payload.config, method, path, token, body, headers: { 'accept-language': 'zh' } })
const on = driver(() => portal.payload)

beforeAll(async () => {
  portal = await openPortal()
  people = await rolePeople(portal.payload)
})
afterAll(() => portal.close())

describe('what is kept of a change', () => {
  it('is why, beside the row and not in it', async () => {
    const tag = (await needModel(portal.payload)).tags.all[0]
    const { status, text } = await ask('PATCH', `/tags/${tag?.id}`, { name: '新名字', changeReason: '  原来的说法看不懂 ' })
    expect(status, text).toBe(200)
    expect(text).not.toContain('原来的说法看不懂')
    const change = await findRow(portal, SLUG.changes, { where: { target: { equals: tag?.id } }, sort: '-id' })
    expect(change).toMatchObject({ reason: '原来的说法看不懂', actor: one('owner').id })
    expect(JSON.stringify([change?.before, change?.after])).not.toContain('changeReason')
    await ask('PATCH', `/tags/${tag?.id}`, { name: '又一个名字' })
    expect((await findRow(portal, SLUG.changes, { where: { target: { equals: tag?.id } }, sort: '-id' }))?.reason ?? null).toBeNull()
  })

  it('names grants by person and role', async () => {
    const [grant] = await findRows(portal, SLUG.grants, { where: { person: { equals: one('handler').id } } })
    const role = (await findRow(portal, SLUG.roles, { where: { code: { equals: 'handler' } } }))?.name as unknown as { zh: string }
    expect(grant?.title).toBe(`Door handler · ${role.zh}`)
    expect(await findRow(portal, SLUG.changes, { where: { target: { equals: grant?.id } } })).toMatchObject({ label: `Door handler · ${role.zh}` })
  })

  it('names whoever sets their own password in the audit log, not among the changes of structure', async () => {
    const { id } = one('owner')
    const model = await needModel(portal.payload)
    const before = await findRows(portal, SLUG.changes, { where: { target: { equals: id } } })
    await changePassword({ payload: portal.payload, person: { id, office: model.office.id, name: 'Door owner', username: 'door-owner' }, current: 'Door-Test-Pass-9x', next: 'Another-Pass-77z', headers: new Headers() })
    expect(await findRows(portal, SLUG.changes, { where: { target: { equals: id } } })).toEqual(before)
    expect(await findRow(portal, SLUG.audit, { where: { and: [{ action: { equals: 'session.passwordChanged' } }, { target: { equals: id } }] }, sort: '-seq' })).toMatchObject({ actorKind: 'staff', actorName: 'Door owner' })
    const { token } = await portal.payload.login({ collection: SLUG.users, data: { username: 'door-owner', password: 'Another-Pass-77z' } })
    people = people.map((person) => (person.id === id ? { ...person, token: token ?? '' } : person))
  })

  it('names a rule that assigns by its name', async () => {
    const rules = (await needModel(portal.payload)).routing?.definition.rules ?? []
    await on.create({ text: '楼道里的消防通道被杂物堵住了，闻到烧焦的味道', category: undefined })
    for (const row of await findRows(portal, SLUG.audit, { where: { actorKind: { equals: 'rule' } } })) expect(rules.map(({ code }) => code)).not.toContain(row.actorName)
  })
})

describe('the page of a row', () => {
  it('says where it is used and how many matters are open, to those who work on structure', async () => {
    await on.create()
    const source = (await needModel(portal.payload)).sources.byCode.get('web')
    const { status, body } = await ask('GET', `/sources/${source?.id}/uses`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ closable: true })
    expect(body.open).toBeGreaterThan(0)
    expect(JSON.stringify(body.uses)).toContain('事项（来源）')
    expect((await ask('GET', `/sources/${source?.id}/uses`, undefined, one('handler').token)).status).toBe(403)
    expect((await ask('GET', `/sources/${source?.id}/uses`, undefined, 'nobody')).status).toBe(401)
  })
})

describe('the menu of the admin', () => {
  it.each([
    ['owner', false, false],
    ['securityAdmin', false, false],
    ['auditor', false, false],
    ['publisher', true, true],
    ['reviewer', true, true],
  ])('%s', async (role, grants, structure) => {
    const user = await portal.payload.findByID({ collection: SLUG.users, id: one(role).id, depth: 0, overrideAccess: true })
    const req = await createLocalReq({ user: { ...user, collection: SLUG.users } }, portal.payload)
    await viewerOf(req)
    expect(hiddenUnless('grants.view', 'grants.edit')({ user: req.user })).toBe(grants)
    expect(hiddenFromEditors({ user: req.user })).toBe(structure)
  })
})

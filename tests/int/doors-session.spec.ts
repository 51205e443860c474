import type { SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRow, findRows } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { unsafeAddPerson, unsafeGrant } from '@/services/people/addPerson'
import { appoint } from '@/services/people/appoint'
import { changePassword } from '@/services/session/changePassword'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { graphql, rest, rolePeople, type RolePerson } from '../helpers/doors'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
let settings: SanitizedConfig
let people: RolePerson[] = []
const PASSWORD = 'Door-Test-Pass-9x'

const one = (role: string): RolePerson => {
  const person = people.find((candidate) => candidate.role === role)
  if (!person) throw new Error(`no ${role}`)
  return person
}

const roleId = async (code: string) => (await findRow({ payload: portal.payload }, SLUG.roles, { where: { code: { equals: code } } }))?.id ?? ''

const addPerson = async (username: string, roles: string[], mustChangePassword = false) => {
  const { office } = await needModel(portal.payload)
  return withTransaction(portal.payload, async (req) => {
    const person = await unsafeAddPerson(req, { office: office.id, username, name: username, password: PASSWORD, mustChangePassword })
    for (const role of roles) await unsafeGrant(req, { office: office.id, person: person.id, role: await roleId(role), reason: 'test' })
    return person.id
  })
}

const signIn = (username: string, password = PASSWORD, headers?: Record<string, string>) => rest({ config: settings, method: 'POST', path: '/users/login', body: { username, password }, ...(headers ? { headers } : {}) })

beforeAll(async () => {
  portal = await openPortal()
  settings = portal.payload.config
  people = await rolePeople(portal.payload)
})
afterAll(() => portal.close())

describe('sign-in', () => {
  it('has no first user, forgotten or reset password on any door', async () => {
    for (const path of ['/users/first-register', '/users/forgot-password', '/users/reset-password']) {
      const answer = await rest({ config: settings, method: 'POST', path, body: { username: 'owner', password: PASSWORD, token: 'x', name: 'x' } })
      expect(answer.status, path).toBe(403)
    }
    const names = ['loginUser', 'logoutUser', 'forgotPasswordUser', 'resetPasswordUser', 'unlockUser', 'loginUsersItem', 'forgotPasswordUsersItem', 'unlockUsersItem', 'createUsersItem']
    for (const name of names) expect((await graphql({ config: settings, query: `mutation { ${name} { __typename } }` })).text, name).toContain('Cannot query field')
  })

  it('unlocking asks for the right to edit people', async () => {
    for (const person of people) {
      const answer = await rest({ config: settings, method: 'POST', path: '/users/unlock', token: person.token, body: { username: 'door-handler' } })
      expect(answer.status === 200, `${person.role} ${answer.text}`).toBe(person.permissions.includes('people.edit'))
    }
    expect((await rest({ config: settings, method: 'POST', path: '/users/unlock', body: { username: 'door-handler' } })).status).toBe(403)
  })

  it('locks an account after five wrong passwords, also for the right one', async () => {
    await addPerson('locked-out', ['handler'])
    for (let index = 0; index < 5; index += 1) expect((await signIn('locked-out', 'Wrong-Pass-123')).status).toBe(401)
    expect((await signIn('locked-out')).status).toBe(401)
  })

  it('counts by address what failed, and not a whole office that signs in from behind one', async () => {
    await addPerson('first-day', ['handler'])
    const from = { 'x-portal-ip': '192.0.2.40' }
    for (let index = 0; index < 25; index += 1) expect((await signIn('first-day', PASSWORD, from)).status).toBe(200)
    for (let index = 0; index < 20; index += 1) expect((await signIn(`nobody-${index}`, 'Wrong-Pass-123', from)).status).toBe(401)
    expect((await signIn('first-day', PASSWORD, from)).status).toBe(429)
    expect((await signIn('first-day', PASSWORD, { 'x-portal-ip': '192.0.2.41' })).status).toBe(200)
  })

  it('refuses whoever is switched off, and ends the sessions they had', async () => {
    const id = await addPerson('leaving', ['handler'])
    const first = await signIn('leaving')
    const token = String(first.body.token)
    expect((await rest({ config: settings, path: '/matters?limit=1', token })).status).toBe(200)
    const off = await rest({ config: settings, method: 'PATCH', path: `/users/${id}`, token: one('owner').token, body: { active: false } })
    expect(off.status, off.text).toBe(one('owner').permissions.includes('people.edit') ? 200 : 403)
    if (off.status !== 200) await portal.payload.update({ collection: SLUG.users, id, data: { active: false }, overrideAccess: true })
    expect((await rest({ config: settings, path: '/matters?limit=1', token })).status).toBe(403)
    expect((await signIn('leaving')).status).toBe(403)
  })

  it('whoever must change the password holds nothing until then', async () => {
    const id = await addPerson('newcomer', ['dispatcher'], true)
    const token = String((await signIn('newcomer')).body.token)
    expect((await rest({ config: settings, path: '/matters?limit=1', token })).status).toBe(403)
    const { office } = await needModel(portal.payload)
    const person = { id, office: office.id, name: 'newcomer', username: 'newcomer' }
    const change = (current: string, next: string) => changePassword({ payload: portal.payload, person, current, next, headers: new Headers() })
    await expect(change('Wrong-Pass-123', 'Another-Pass-77')).rejects.toMatchObject({ fields: [{ field: 'current' }] })
    await expect(change(PASSWORD, 'short')).rejects.toMatchObject({ fields: [{ field: 'next', code: 'short' }] })
    await expect(change(PASSWORD, PASSWORD)).rejects.toMatchObject({ fields: [{ field: 'next', code: 'same' }] })
    await change(PASSWORD, 'Another-Pass-77')
    expect((await rest({ config: settings, path: '/users/me', token })).body.user).toBeNull()
    const after = String((await signIn('newcomer', 'Another-Pass-77')).body.token)
    expect((await rest({ config: settings, path: '/matters?limit=1', token: after })).status).toBe(200)
  })

  it('leaves an audit record of each', async () => {
    const { id } = one('handler')
    const rows = await findRows({ payload: portal.payload }, SLUG.audit, { where: { and: [{ action: { equals: 'session.signIn' } }, { target: { equals: id } }] } })
    expect(rows).toHaveLength(1)
  })
})

describe('grants', () => {
  const grant = async (by: string, person: string, role: string) =>
    rest({ config: settings, method: 'POST', path: '/grants', token: one(by).token, body: { person, role: await roleId(role) } })

  it('come from the security administrator alone', async () => {
    const target = await addPerson('grantee', [])
    for (const person of people) {
      const answer = await grant(person.role, target, 'volunteer')
      expect(answer.status === 201, `${person.role} ${answer.text}`).toBe(person.permissions.includes('grants.edit'))
    }
  })

  it('never go to oneself', async () => {
    const security = one('securityAdmin')
    expect((await grant('securityAdmin', security.id, 'handler')).status).toBe(403)
    const other = await addPerson('moved', [])
    const made = await grant('securityAdmin', other, 'volunteer')
    const id = (made.body.doc as { id: string }).id
    const moved = await rest({ config: settings, method: 'PATCH', path: `/grants/${id}`, token: security.token, body: { person: security.id } })
    expect(moved.status).toBe(403)
  })

  it('never give one person two of the three', async () => {
    expect((await grant('securityAdmin', one('owner').id, 'auditor')).status).toBe(403)
    expect((await grant('securityAdmin', one('auditor').id, 'owner')).status).toBe(403)
    expect((await grant('securityAdmin', one('auditor').id, 'handler')).status).toBe(201)
  })

  it('keep the last security administrator', async () => {
    const role = await roleId('securityAdmin')
    const held = await findRows({ payload: portal.payload }, SLUG.grants, { where: { role: { equals: role } } })
    expect(held).toHaveLength(1)
    await expect(portal.payload.delete({ collection: SLUG.grants, id: held[0]?.id ?? '', overrideAccess: true })).rejects.toThrow()
    expect((await rest({ config: settings, method: 'DELETE', path: `/grants/${held[0]?.id}`, token: one('securityAdmin').token })).status).toBe(403)
  })
})

describe('roles', () => {
  const change = async (code: string, body: Record<string, unknown>, by = 'securityAdmin') =>
    rest({ config: settings, method: 'PATCH', path: `/roles/${await roleId(code)}`, token: one(by).token, body })
  const permissionsOf = (code: string) => one(code).permissions

  it('are not widened by those who hold them', async () => {
    const widened = await change('securityAdmin', { permissions: [...permissionsOf('securityAdmin'), 'matter.view', 'contact.reveal'] })
    expect(widened.status, widened.text).toBe(403)
    expect((await findRow({ payload: portal.payload }, SLUG.roles, { where: { code: { equals: 'securityAdmin' } } }))?.permissions).not.toContain('matter.view')
    expect((await change('securityAdmin', { permissions: permissionsOf('securityAdmin') })).status).toBe(200)
    expect((await change('volunteer', { permissions: [...permissionsOf('volunteer'), 'matter.reply'] })).status).toBe(200)
  })

  it('do not lose the mark of the three while they have its power, and do not give it without the mark', async () => {
    for (const code of ['owner', 'securityAdmin', 'auditor']) for (const exclusive of [null, 'owner', 'security', 'audit']) {
      const own = (await findRow({ payload: portal.payload }, SLUG.roles, { where: { code: { equals: code } } }))?.exclusive
      if (exclusive !== own) expect((await change(code, { exclusive })).status, `${code} ${exclusive}`).toBe(400)
    }
    for (const power of ['audit.view', 'grants.edit', 'structure.edit']) {
      expect((await change('handler', { permissions: [...permissionsOf('handler'), power] })).status, power).toBe(400)
      const made = await rest({ config: settings, method: 'POST', path: '/roles', token: one('securityAdmin').token, body: { code: `new-${power.replace('.', '-')}`, name: 'new', permissions: [power] } })
      expect(made.status, made.text).toBe(400)
    }
  })

  it('do not make their holders two of the three', async () => {
    const both = await addPerson('two-hats', ['auditor', 'mediator'])
    const marked = await change('mediator', { permissions: ['structure.edit'], exclusive: 'owner' })
    expect(marked.status, marked.text).toBe(403)
    await portal.payload.delete({ collection: SLUG.grants, where: { person: { equals: both } }, overrideAccess: true })
  })

  it('are not removed while anybody holds them', async () => {
    for (const code of ['volunteer', 'securityAdmin']) {
      const answer = await rest({ config: settings, method: 'DELETE', path: `/roles/${await roleId(code)}`, token: one('securityAdmin').token })
      expect(answer.status, answer.text).toBe(403)
    }
    expect(await findRow({ payload: portal.payload }, SLUG.roles, { where: { code: { equals: 'securityAdmin' } } })).toBeDefined()
  })

  it('leave a security administrator who may sign in', async () => {
    const off = (id: string, by: string) => rest({ config: settings, method: 'PATCH', path: `/users/${id}`, token: one(by).token, body: { active: false } })
    for (const by of ['owner', 'securityAdmin']) expect((await off(one('securityAdmin').id, by)).status, by).toBe(403)
    const second = await addPerson('second-security', ['securityAdmin'])
    expect((await off(second, 'owner')).status).toBe(200)
    expect((await off(one('securityAdmin').id, 'owner')).status).toBe(403)
  })

  it('are changed by the security administrator alone', async () => {
    for (const { role } of people.filter((person) => !person.permissions.includes('grants.edit'))) expect((await change('volunteer', { description: 'x' }, role)).status, role).toBe(403)
  })
})

describe('the first appointments', () => {
  const named = { security: { name: '甲', username: 'sec-admin' }, audit: { name: '乙', username: 'audit-one' } }

  it('are the owner’s, once', async () => {
    const { office } = await needModel(portal.payload)
    const by = (role: string) => appoint({ payload: portal.payload, owner: { id: one(role).id, name: role, office: office.id }, ...named })
    await expect(by('dispatcher')).rejects.toMatchObject({ code: 'notAllowed' })
    await expect(appoint({ payload: portal.payload, owner: { id: one('owner').id, name: 'o', office: office.id }, security: named.security, audit: named.security })).rejects.toMatchObject({ code: 'invalid' })
    const made = await by('owner')
    expect(made.map((item) => item.kind)).toEqual(['security', 'audit'])
    expect((await signIn('sec-admin', made[0]?.password)).status).toBe(200)
    await expect(by('owner')).rejects.toMatchObject({ code: 'notAllowed' })
  })
})

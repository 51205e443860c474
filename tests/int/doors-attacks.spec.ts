import type { SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRow, findRows } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { unsafeAddPerson } from '@/services/people/addPerson'
import { addPhoto } from '@/services/photos/add'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { PNG } from '../helpers/desk'
import { graphql, rest, rolePeople, type RolePerson } from '../helpers/doors'
import { driver, type Driver } from '../helpers/matters'
import { makePeople, PASSWORD, type People } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
let config: SanitizedConfig
let people: RolePerson[] = []
let staff: People
let drive: Driver

const token = (role: string): string => {
  const person = people.find((each) => each.role === role)
  if (!person) throw new Error(`no ${role}`)
  return person.token
}

beforeAll(async () => {
  portal = await openPortal()
  config = portal.payload.config
  people = await rolePeople(portal.payload)
  staff = await makePeople(portal.payload)
  drive = driver(() => portal.payload)
})
afterAll(() => portal.close())

describe('questions that look through a relation', () => {
  const ASKED = [
    'matters?where[ownerPerson.lastSignInAt][exists]=true', 'matters?where[ownerPerson.username][like]=o', 'matters?where[registeredBy.phone][exists]=false', 'matters?where[verifiedBy.name][like]=T',
    'matters?where[parent.text][like]=a', 'matters?where[mergedInto.title][like]=a', 'matters?where[or][0][and][0][parent.text][like]=a', 'matters?where[OR][0][parent.text][like]=a',
    'matters?where[unit.lead.username][like]=o', 'matters?where[unit.officers.phone][exists]=true', 'matters?where[ownerUnit.lead.lastSignInAt][exists]=true', 'matters?where[formVersion.publishedBy.phone][exists]=false',
    'matters?sort=ownerPerson.hash', 'matters?sort=-registeredBy.salt', 'matters?sort=parent.receiptCode', 'matters?sort=number,mergedInto.wordHash', 'matters?sort[]=ownerPerson.lastSignInAt',
    'clocks?sort=matter.receiptCode', 'clocks?sort=-matter.wordHash', 'clocks?where[matter.ownerPerson.phone][exists]=false', 'clocks?where[matter.parent.text][like]=a',
    'assignments?where[person.lastSignInAt][exists]=true', 'assignments?sort=person.hash', 'matter-events?where[actor.phone][exists]=false', 'matter-events?sort=actor.salt', 'attachments?where[person.username][like]=a',
    'clocks?where[limit.code][equals]=x', 'matters?where[answers.since][equals]=today', 'matters?sort=answers.since', 'matter-events?where[data.revision][equals]=1',
    'grants?where[person.lastSignInAt][exists]=true', 'grants?sort=person.hash', 'grid-units?where[lead.phone][exists]=false', 'grid-units?sort=lead.hash', 'users?where[unit.lead.phone][exists]=false',
  ]

  it.each(ASKED)('%s is refused to everybody', async (path) => {
    for (const { token: own, role } of people) {
      const answer = await rest({ config, path: `/${path}&limit=1&depth=0`, token: own })
      expect([400, 403], `${role} ${answer.text.slice(0, 120)}`).toContain(answer.status)
      const [slug = '', query = ''] = path.split('?')
      if (!path.includes('sort')) expect([400, 403], role).toContain((await rest({ config, path: `/${slug}/count?${query}`, token: own })).status)
    }
    expect([400, 403]).toContain((await rest({ config, path: `/${path}&limit=1` })).status)
  })

  it.each(['matters?where[unit.code][equals]=jw-01', 'matters?where[category.code][exists]=true', 'matters?sort=unit.code', 'matters?where[ownerPerson][exists]=false', 'matters?where[ownerPerson.id][exists]=false',
    'clocks?where[matter.phase][equals]=intake', 'clocks?where[matter.unit.code][equals]=jw-01', 'matters?where[office.code][exists]=true'])('%s is a fair one', async (path) => {
    expect((await rest({ config, path: `/${path}&limit=1&depth=0`, token: token('dispatcher') })).status).toBe(200)
  })

  it('are refused by GraphQL, too, whatever the names they go by', async () => {
    for (const query of ['{ Matters(sort: "ownerPerson.hash") { docs { id } } }', '{ a: Clocks(sort: "matter.receiptCode") { docs { id } } }', 'query q { ...f } fragment f on Query { Grants(sort: "-person.salt") { docs { id } } }']) {
      expect((await graphql({ config, token: token('dispatcher'), query })).text, query).toContain('cannot be queried')
    }
  })
})

describe('what is not published', () => {
  const EDITS: Record<string, string[]> = { notices: ['content.edit', 'content.publish'], pages: ['content.edit', 'content.publish'], 'rule-documents': ['rules.edit'] }
  const mayKnow = (person: RolePerson | undefined, path: string): boolean => (EDITS[path.split(/[/?]/)[0] ?? ''] ?? []).some((permission) => person?.permissions.includes(permission))
  const published = () => findRow({ payload: portal.payload }, SLUG.notices, { where: { _status: { equals: 'published' } } })

  /** A draft of a new notice, and one over a published notice. Returns their ids. */
  const write = async (): Promise<string[]> => {
    const column = await findRow({ payload: portal.payload }, SLUG.columns, {})
    const own = token('publisher')
    const draft = await rest({ config, method: 'POST', path: '/notices?draft=true', token: own, body: { title: 'NOT-YET-SAID', code: 'not-yet', column: column?.id, _status: 'draft' } })
    const over = (await published())?.id ?? ''
    const changed = await rest({ config, method: 'PATCH', path: `/notices/${over}?draft=true`, token: own, body: { title: 'NOT-YET-SAID-2', _status: 'draft' } })
    expect([draft.status, changed.status], draft.text + changed.text).toEqual([201, 200])
    return [(draft.body.doc as { id: string }).id, over]
  }

  it('is known to those who write it, versions included, and to nobody else', async () => {
    const [draft, over] = await write()
    const paths = [
      'notices?draft=true&limit=100', `notices/${draft}?draft=true`, `notices/${over}?draft=true&depth=2&locale=all`, 'notices?where[title][like]=NOT-YET&draft=true', 'notices/versions?limit=100',
      'notices/versions?where[version.title][like]=NOT-YET', 'pages/versions', 'rule-documents/versions',
    ]
    for (const person of [undefined, ...people]) {
      for (const path of paths.filter((each) => !mayKnow(person, each))) {
        const answer = await rest({ config, path: `/${path}`, token: person?.token })
        expect(answer.text, `${person?.role} ${path}`).not.toContain('NOT-YET-SAID')
        if (path.includes('versions')) expect(answer.status, `${person?.role} ${path}`).toBe(403)
      }
    }
    expect((await rest({ config, path: '/notices/versions?limit=100', token: token('publisher') })).text).toContain('NOT-YET-SAID-2')
  })

  it('is no more on GraphQL', async () => {
    for (const person of [undefined, ...people].filter((each) => !mayKnow(each, 'notices'))) {
      const seen = await graphql({ config, token: person?.token, query: '{ Notices(draft: true, limit: 100) { docs { title } } versionsNotices(limit: 100) { docs { version { title } } } }' })
      expect(seen.text, person?.role).not.toContain('NOT-YET-SAID')
    }
  })
})

describe('requests that another page makes a browser send', () => {
  const cookieOf = (role: string) => `payload-token=${token(role)}`
  const routes = async () => ({
    rest: await import('@/app/(payload)/api/[...slug]/route'),
    graphql: await import('@/app/(payload)/api/graphql/route'),
  })
  const STRANGE: Record<string, string>[] = [{ origin: 'https://evil.example' }, { origin: 'http://localhost:9999' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]

  it('change nothing, though the cookie goes along: REST in every method, GraphQL', async () => {
    const { rest: { POST, PATCH, PUT, DELETE }, graphql: { POST: ask } } = await routes()
    const id = staff.as('handler').id
    const calls = [
      ['POST', POST, ['users', 'logout']], ['POST', POST, ['grants']], ['PATCH', PATCH, ['users', id]], ['DELETE', DELETE, ['grants', id]], ['PUT', PUT, ['users', id]],
      ['POST', POST, ['matters', id, 'transition']], ['POST', POST, ['users', 'unlock']], ['POST', POST, ['payload-preferences', 'x']],
    ] as const
    for (const headers of STRANGE) {
      for (const [method, handler, slug] of calls) {
        const request = new Request(`http://localhost/api/${slug.join('/')}`, { method, headers: { host: 'localhost', cookie: cookieOf('securityAdmin'), 'content-type': 'application/json', ...headers }, body: '{}' })
        const answer = await handler(request, { params: Promise.resolve({ slug: [...slug] }) })
        expect([answer.status, await answer.text()], `${method} ${slug.join('/')}`).toEqual([403, expect.stringContaining('crossSite')])
      }
      const request = new Request('http://localhost/api/graphql', { method: 'POST', headers: { host: 'localhost', cookie: cookieOf('securityAdmin'), 'content-type': 'application/json', ...headers }, body: '{"query":"{ Matters { totalDocs } }"}' })
      expect((await ask(request, undefined)).status).toBe(403)
    }
    expect((await rest({ config, path: '/users/me', token: token('securityAdmin') })).body.user).not.toBeNull()
  })

  it('are not dressed up as plain text', async () => {
    const { rest: { POST } } = await routes()
    for (const type of ['text/plain', 'text/plain;charset=UTF-8', 'application/octet-stream', 'text/xml']) {
      const request = new Request('http://localhost/api/grants', { method: 'POST', headers: { host: 'localhost', cookie: cookieOf('securityAdmin'), 'content-type': type }, body: '{}' })
      expect((await POST(request, { params: Promise.resolve({ slug: ['grants'] }) })).status, type).toBe(400)
    }
  })

  it('are served when they come from here, and when a program sends them', async () => {
    const { rest: { POST } } = await routes()
    const here: Record<string, string>[] = [{ origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }, {}]
    for (const headers of here) {
      const request = new Request('http://localhost/api/payload-preferences/own', { method: 'POST', headers: { host: 'localhost', authorization: `JWT ${token('owner')}`, 'content-type': 'application/json', ...headers }, body: '{"value":{"a":1}}' })
      expect((await POST(request, { params: Promise.resolve({ slug: ['payload-preferences', 'own'] }) })).status).toBe(200)
    }
  })
})

describe('what Payload keeps for itself', () => {
  const EDIT = /^(?:structure|content|rules|people|grants|settings)\.edit$/
  const editors = () => people.filter(({ permissions }) => permissions.some((permission) => EDIT.test(permission)))
  const others = () => [undefined, ...people.filter((person) => !editors().includes(person))]
  const lock = async (own: string | undefined) => {
    const notice = await findRow({ payload: portal.payload }, SLUG.notices, {})
    return rest({ config, method: 'POST', path: '/payload-locked-documents?depth=0', token: own, body: { document: { relationTo: SLUG.notices, value: notice?.id }, user: { relationTo: SLUG.users, value: staff.as('owner').id } } })
  }
  const NONE = '/payload-locked-documents?where[globalSlug][equals]=none'

  it('documents are held open by those who edit, each in their own name', async () => {
    expect(editors().map(({ role }) => role)).toContain('publisher')
    for (const { id, role, token: own } of editors()) {
      const made = await lock(own)
      expect(made.status, `${role} ${made.text}`).toBe(201)
      expect((made.body.doc as { user: { value: string } }).user.value).toBe(id)
    }
  })

  it('documents are neither held nor let go by anybody else', async () => {
    expect(others().length).toBeGreaterThan(5)
    for (const person of others()) {
      expect((await lock(person?.token)).status, person?.role).toBe(403)
      for (const method of ['GET', 'DELETE']) expect((await rest({ config, method, path: NONE, token: person?.token })).status, `${person?.role} ${method}`).toBe(403)
      expect((await rest({ config, method: 'PATCH', path: NONE, token: person?.token, body: {} })).status, person?.role).toBe(403)
    }
  })

  it('preferences are each person’s own; keys and migrations are no door', async () => {
    await rest({ config, method: 'POST', path: '/payload-preferences/secret-key', token: token('owner'), body: { value: { note: 'MINE' } } })
    const id = (await findRows({ payload: portal.payload }, 'payload-preferences', { where: { key: { equals: 'secret-key' } } }))[0]?.id ?? ''
    expect(id).not.toBe('')
    for (const { role, token: own } of people.filter((person) => person.role !== 'owner')) {
      for (const path of ['/payload-preferences?limit=100', `/payload-preferences/${id}`, '/payload-preferences/secret-key', '/payload-preferences?where[key][equals]=secret-key&depth=2']) {
        expect((await rest({ config, path, token: own })).text, role).not.toContain('MINE')
      }
      for (const method of ['PATCH', 'DELETE']) expect((await rest({ config, method, path: `/payload-preferences?where[id][equals]=${id}`, token: own, ...(method === 'PATCH' ? { body: { value: 1 } } : {}) })).body.docs ?? []).toEqual([])
      for (const path of ['/payload-kv', '/payload-migrations', '/payload-jobs', '/payload-jobs/run']) expect((await rest({ config, path, token: own })).status, `${role} ${path}`).toBeGreaterThanOrEqual(400)
    }
    expect((await rest({ config, path: '/payload-preferences/secret-key', token: token('owner') })).text).toContain('MINE')
  })
})

describe('a restricted matter', () => {
  it('leaves a record of whoever reads it, on REST and GraphQL, alone, in a list or along with another row', async () => {
    const { matter } = await drive.create({ restricted: true })
    await drive.act(matter.id, 'assignParty', { by: staff.as('dispatcher').acting, input: { party: { person: staff.as('handler').id } } })
    await addPhoto({ payload: portal.payload, office: matter.office, bytes: PNG, stage: 'report', owner: {}, matter: matter.id, visibility: 'staff' })
    const looks = async () => (await findRows({ payload: portal.payload }, SLUG.audit, { where: { and: [{ action: { equals: 'matter.view' } }, { target: { equals: matter.id } }] } })).length
    const reader = token('dispatcher')
    const ways = [
      () => rest({ config, path: `/matters/${matter.id}`, token: reader }),
      () => rest({ config, path: '/matters?limit=0&select[text]=true', token: reader }),
      () => rest({ config, path: `/clocks?where[matter][equals]=${matter.id}&depth=1&limit=1`, token: reader }),
      ...['matter-events', 'clocks', 'assignments', 'attachments'].map((slug) => () => rest({ config, path: `/${slug}?where[matter][equals]=${matter.id}&depth=0&select[createdAt]=true`, token: reader })),
      () => graphql({ config, token: reader, query: `{ MattersItem(id: "${matter.id}") { text } }` }),
    ]
    for (const [index, way] of ways.entries()) {
      const before = await looks()
      expect(await way()).toMatchObject({ status: 200 })
      expect(await looks(), `way ${index}`).toBe(before + 1)
    }
    const before = await looks()
    for (const [role, status] of [['handler', 404], ['auditor', 403], ['volunteer', 404]] as const) expect((await rest({ config, path: `/matters/${matter.id}`, token: token(role) })).status).toBe(status)
    await rest({ config, path: '/matters?limit=0', token: token('auditor') })
    expect(await looks()).toBe(before)
  })
})

describe('questions that make no sense', () => {
  it.each(['limit=1&limit=1', 'where[dueAt][greater_than]=xx', 'where[id][near]=1,2,3', 'where[path][within]=a', 'where[text][all]=a', 'where[id][equals][or]=1', 'where[text][like][]=a&where[text][like][]=b', 'where[or][0][text][like][x]=a'])(
    '%s is answered as such, and is no fault of ours', async (query) => {
      const answer = await rest({ config, path: `/matters?${query}`, token: token('dispatcher') })
      expect([answer.status, answer.text.slice(0, 200)]).toEqual([400, expect.stringContaining('cannot be understood')])
    })

  it('texts inside rich text are not asked for, by nobody and with no trick', async () => {
    for (const [path, value] of [['body.root.children.text', 'a'], ['body.children.text', "zz%') OR (1=1) OR ('a' like '"], ['body.x', '%'], ["body.a'b", 'x']]) {
      for (const operator of ['like', 'contains', 'equals', 'not_like', 'exists']) {
        const answer = await rest({ config, path: `/notices?where[${encodeURIComponent(path ?? '')}][${operator}]=${encodeURIComponent(value ?? '')}` })
        expect(answer.status, `${path} ${operator}`).toBe(400)
      }
    }
  })
})

describe('query strings', () => {
  const TRAPS = ['where[or]=x', 'where[or][]=', 'where=1', 'where[and][0]=x', 'limit=-1', 'limit=x', 'page=-5', 'depth=99', 'depth=-1', 'select=x', 'select[__proto__][x]=1', 'where[__proto__][equals]=1', 'where[constructor][equals]=1',
    'where[text][__proto__]=1', 'where[id][in]=a,b,c', 'where[text][like]=%25%27%22;--', 'where[number][not_like]=%5C', 'populate[matters][wordHash]=true&depth=2', 'joins[x][sort]=hash', 'locale=all&fallback-locale=none', 'trash=true', 'draft=true', 'pagination=false&limit=0']

  it('give nobody more than a plain question, and no sealed field', async () => {
    const { matter, receiptCode } = await drive.create()
    const visible = (await rest({ config, path: '/matters?limit=0&depth=0', token: token('handler') })).body.totalDocs as number
    for (const trap of TRAPS) {
      const answer = await rest({ config, path: `/matters?${trap}`, token: token('handler') })
      for (const secret of [receiptCode, matter.wordHash, matter.idempotencyKey, '"hash":', '"salt":', '"searchText":']) expect(answer.text, trap).not.toContain(secret)
      expect(((answer.body.docs ?? []) as unknown[]).length, trap).toBeLessThanOrEqual(visible)
      expect((await rest({ config, path: `/matters?${trap}` })).status, trap).toBeGreaterThanOrEqual(400)
    }
  })
})

describe('a person of staff', () => {
  it('must choose a new password when somebody else has set it, and the record says that it was set', async () => {
    const { office } = await needModel(portal.payload)
    const { id } = await withTransaction(portal.payload, (req) => unsafeAddPerson(req, { office: office.id, username: 'taken-over', name: 'taken', password: PASSWORD, mustChangePassword: false }))
    for (const password of ['Another-River-43', 'Third-River-44']) {
      const answer = await rest({ config, method: 'PATCH', path: `/users/${id}`, token: token('owner'), body: { password } })
      expect(answer.status, answer.text).toBe(200)
    }
    expect(await findRow({ payload: portal.payload }, SLUG.users, { where: { id: { equals: id } } })).toMatchObject({ mustChangePassword: true })
    // The second time nothing else changes: it must be told all the same.
    const told = await findRows({ payload: portal.payload }, SLUG.audit, { where: { and: [{ action: { equals: 'people.passwordSet' } }, { target: { equals: id } }] } })
    expect(told.map(({ actor }) => actor)).toEqual([1, 2].map(() => people.find(({ role }) => role === 'owner')?.id))
    const kept = await findRows({ payload: portal.payload }, SLUG.changes, { where: { target: { equals: id } } })
    expect(JSON.stringify(kept)).not.toMatch(/"(?:hash|salt|password)":/)
  })
})

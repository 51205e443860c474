import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRow } from '@/db/rows'
import { SLUG } from '@/slugs'
import { engineOf } from '../helpers/dbSqlite'
import { PNG } from '../helpers/desk'
import { rolePeople } from '../helpers/doors'
import { openPortal, type TestPortal } from '../helpers/portal'

/** Bodies that are no document, sent to Payload's own doors by those who may write there. */

let portal: TestPortal
let tokens: Record<string, string> = {}
beforeAll(async () => {
  portal = await openPortal()
  tokens = Object.fromEntries((await rolePeople(portal.payload)).map(({ role, token }) => [role, token]))
})
afterAll(() => portal.close())

type Sent = { method?: string; role?: string; type?: string; body?: BodyInit; headers?: Record<string, string> }

const ask = async (path: string, { method = 'POST', role = 'owner', type, body, headers = {} }: Sent): Promise<{ status: number; text: string }> => {
  const doors: Record<string, (request: Request, context: { params: Promise<{ slug: string[] }> }) => Promise<Response>> = await import('@/app/(payload)/api/[...slug]/route')
  const request = new Request(`http://localhost/api/${path}`, { method, headers: { host: 'localhost', cookie: `payload-token=${tokens[role]}`, ...(type === undefined ? {} : { 'content-type': type }), ...headers }, ...(body === undefined ? {} : { body }) })
  if (type === undefined && body instanceof Uint8Array) request.headers.delete('content-type')
  const answer = await doors[method]!(request, { params: Promise.resolve({ slug: path.split('?')[0]!.split('/') }) })
  return { status: answer.status, text: await answer.text() }
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const part = (name: string, value: string): string => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--x--\r\n`
const FORM = 'multipart/form-data; boundary=x'

const ODD: [string, Sent][] = [
  ['nothing at all', {}], ['no words', { body: bytes('') }], ['blanks', { type: 'application/json', body: '  \n' }], ['nothing, said to be JSON', { type: 'application/json' }],
  ['a list', { type: 'application/json', body: '[]' }], ['null', { type: 'application/json', body: 'null' }], ['a number', { type: 'application/json', body: '7' }], ['a word', { type: 'application/json', body: '"x"' }], ['half of it', { type: 'application/json', body: '{"title":' }],
  ['an empty document', { type: 'application/json', body: '{}' }], ['a document without a type', { body: bytes('{"title":"x"}') }], ['a type in capitals', { type: 'Application/JSON ; charset=utf-8', body: '{"title":1}' }],
  ['a posted form', { type: 'application/x-www-form-urlencoded', body: 'title=x' }], ['an empty posted form', { type: 'application/x-www-form-urlencoded', body: '' }], ['plain words', { type: 'text/plain', body: '{}' }],
  ['a form in parts without a document', { type: FORM, body: part('title', 'x') }], ['a form with half a document', { type: FORM, body: part('_payload', '{"title":') }], ['a form with a list', { type: FORM, body: part('_payload', '[]') }], ['a form with null', { type: FORM, body: part('_payload', 'null') }],
  ['a form cut off', { type: FORM, body: '--x\r\nContent-Disposition: form-data' }], ['a form without its mark', { type: 'multipart/form-data', body: part('_payload', '{}') }], ['an empty form', { type: FORM, body: '' }],
  ['a form that names a file elsewhere', { type: FORM, body: part('file', 'null') }], ['other parts', { type: 'multipart/mixed; boundary=x', body: part('_payload', '{}') }],
  ['a question that is none', { type: 'application/json', body: 'null', headers: { 'x-http-method-override': 'GET' } }],
]

const DOORS: [string, string, string][] = [
  ['POST', 'notices', 'publisher'], ['POST', 'forms', 'owner'], ['POST', 'media', 'publisher'], ['POST', 'users', 'securityAdmin'], ['POST', 'users/login', 'owner'], ['PATCH', 'notices/NOTICE', 'publisher'], ['PATCH', 'notices', 'publisher'],
]

describe.each(DOORS)('%s %s', (method, place, role) => {
  it.each(ODD)('takes %s for what it is', async (_name, sent) => {
    const notice = (await findRow({ payload: portal.payload }, SLUG.notices, {}))?.id ?? ''
    const { status, text } = await ask(place.replace('NOTICE', notice), { ...sent, method, role })
    expect(status, text.slice(0, 300)).toBeLessThan(500)
  })
})

describe('addresses that cannot be read', () => {
  it.each([
    ['GET', 'notices?where=x'], ['GET', 'notices?where=%00'], ['GET', 'notices?where=[]'], ['GET', 'notices/x?data=//'], ['DELETE', 'notices/x?data=//'], ['PATCH', 'notices?where=%3F'], ['GET', 'notices/count?where={'],
  ])('%s %s is refused', async (method, path) => {
    expect((await ask(path, { method, role: 'publisher', ...(method === 'PATCH' ? { type: 'application/json', body: '{}' } : {}) })).status).toBe(400)
    const posted = await ask('notices', { role: 'publisher', type: 'application/x-www-form-urlencoded', body: 'where=x', headers: { 'x-payload-http-method-override': 'GET' } })
    expect(posted.status).toBe(400)
  })

  it.each([['OPTIONS', 'payload-migrations'], ['DELETE', 'payload-preferences/count']])('%s %s is not there', async (method, path) => {
    expect((await ask(path, { method })).status).toBe(404)
  })

  it('are not those whose questions are well put', async () => {
    expect((await ask(`notices?limit=1&where=${encodeURIComponent('{"title":{"exists":true}}')}`, { method: 'GET', role: 'publisher' })).status).toBe(200)
  })
})

describe('questions that cost more than an answer is worth', () => {
  const asked = async (query: string) => {
    const { POST } = (await import('@/app/(payload)/api/graphql/route')) as { POST: (request: Request, context: { params: Promise<object> }) => Promise<Response> }
    const answer = await POST(new Request('http://localhost/api/graphql', { method: 'POST', headers: { host: 'localhost', 'content-type': 'application/json' }, body: JSON.stringify({ query }) }), { params: Promise.resolve({}) })
    return { status: answer.status, text: await answer.text() }
  }
  const doubling = (depth: number) => `{...f0} ${Array.from({ length: depth }, (_, at) => `fragment f${at} on Query{...f${at + 1} ...f${at + 1}}`).join(' ')} fragment f${depth} on Query{Access{canAccessAdmin}}`

  it.each([
    ['fragments that double forty times over', doubling(40)], ['fragments that end nowhere', '{...f} fragment f on Query{...f}'], ['two that name one another', '{...a} fragment a on Query{...b} fragment b on Query{...a}'],
    ['words without end', `{ ${'a '.repeat(5000)} }`], ['half a question', '{ Notices { '],
  ])('%s are refused in GraphQL, by nobody’s name', async (_name, query) => {
    const { status, text } = await asked(query)
    expect(status, text.slice(0, 200)).toBe(400)
    expect(text).toContain('"errors"')
  })

  it('so are those that come as a form', async () => {
    const { POST } = (await import('@/app/(payload)/api/graphql/route')) as { POST: (request: Request, context: { params: Promise<object> }) => Promise<Response> }
    const form = new FormData()
    form.set('query', '{ Notices { totalDocs } }')
    expect((await POST(new Request('http://localhost/api/graphql', { method: 'POST', headers: { host: 'localhost' }, body: form }), { params: Promise.resolve({}) })).status).toBe(400)
  })

  it('those of a page are answered', async () => {
    expect(await asked('{ Notices(limit: 1) { ...n } } fragment n on Notices { totalDocs docs { id } }')).toMatchObject({ status: 200, text: expect.stringContaining('totalDocs') as string })
  })

  it.each(['limit', 'page', 'depth'])('numbers that no database counts to are refused: %s', async (name) => {
    for (const many of ['99999999999999999999', '9223372036854775808', '-1', '1.5', '1000001']) {
      for (const path of [`notices?${name}=${many}`, `media?${name}=${many}`, `matters?${name}=${many}`]) expect((await ask(path, { method: 'GET' })).status, path).toBe(400)
    }
  })
})

describe('what Payload fails over', () => {
  it('is told by the name it has in the log, and by nothing else', async () => {
    const { writer } = engineOf(portal.payload).connections()
    await writer.execute('ALTER TABLE notices RENAME TO notices_gone')
    try {
      const { status, text } = await ask('notices', { method: 'GET', role: 'publisher', headers: { 'x-request-id': 'AB23CD45EF' } })
      expect([status, JSON.parse(text)]).toMatchObject([500, { error: { code: 'internal', reference: 'AB23CD45EF' }, errors: [{ message: expect.stringContaining('AB23CD45EF') as string }] }])
      expect(text).not.toContain('notices')
    } finally {
      await writer.execute('ALTER TABLE notices_gone RENAME TO notices')
    }
  })
})

describe('a disk without room', () => {
  it('is told in words, not by a code', async () => {
    const { writer } = engineOf(portal.payload).connections()
    const [pages] = Object.values((await writer.execute('PRAGMA page_count')).rows[0] ?? {})
    await writer.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    await writer.execute(`PRAGMA max_page_count = ${Number(pages)}`)
    try {
      const words = JSON.stringify({ title: '长'.repeat(200), code: 'much', column: (await findRow({ payload: portal.payload }, SLUG.columns, {}))?.id, summary: '长'.repeat(300), _status: 'draft' })
      const answers: { status: number; text: string }[] = []
      for (let turn = 0; turn < 40 && !answers.some(({ status }) => status >= 500); turn += 1) answers.push(await ask('notices?draft=true', { role: 'publisher', type: 'application/json', body: words.replace('much', `much-${turn}`) }))
      const { status, text } = answers.at(-1)!
      expect([status, JSON.parse(text)]).toMatchObject([503, { error: { code: 'storageFull' }, errors: [{ message: expect.stringContaining('存储空间满了') as string }] }])
    } finally {
      await writer.execute('PRAGMA max_page_count = 4294967294')
    }
  })
})

describe('what is well sent', () => {
  it('arrives: words, words in a form, a picture with its words', async () => {
    const column = (await findRow({ payload: portal.payload }, SLUG.columns, {}))?.id
    const notice = JSON.stringify({ title: '停水通知', code: 'water-off', column, _status: 'draft' })
    expect((await ask('notices?draft=true', { role: 'publisher', type: 'application/json;charset=UTF-8', body: notice })).status).toBe(201)
    const inForm = await ask('notices?draft=true', { role: 'publisher', type: FORM, body: part('_payload', notice.replace('water-off', 'water-on')) })
    expect(inForm.text).toContain('停水通知')
    const picture = new FormData()
    picture.set('_payload', JSON.stringify({ alt: '楼前的树' }))
    picture.set('file', new Blob([new Uint8Array(PNG)], { type: 'image/png' }), '树.png')
    const kept = await ask('media', { role: 'publisher', body: picture })
    expect(kept.status, kept.text.slice(0, 300)).toBe(201)
    expect(kept.text).toContain('楼前的树')
  })

  it('is answered: a question that is too long for an address', async () => {
    const { status, text } = await ask('notices', { role: 'publisher', type: 'application/x-www-form-urlencoded', body: 'limit=1&depth=0', headers: { 'x-payload-http-method-override': 'GET' } })
    expect([status, (JSON.parse(text) as { limit: number }).limit]).toEqual([200, 1])
  })
})

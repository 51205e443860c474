import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SanitizedConfig } from 'payload'
import { countRows, findRow, findRows } from '@/db/rows'
import { SLUG } from '@/slugs'
import { rest } from '../helpers/doors'
import { addPerson, PASSWORD } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
let config: SanitizedConfig
let token: string
let column: string
let serial = 0

beforeAll(async () => {
  portal = await openPortal()
  config = portal.payload.config
  const person = await addPerson(portal.payload, { username: 'editor', roles: [{ role: 'publisher' }, { role: 'reviewer' }] })
  token = (await portal.payload.login({ collection: SLUG.users, data: { username: person.username, password: PASSWORD } })).token ?? ''
  column = (await findRow({ payload: portal.payload }, SLUG.columns, {}))?.id ?? ''
})
afterAll(() => portal.close())

const words = (...texts: string[]) => ({
  root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: [{ type: 'paragraph', version: 1, direction: null, format: '', indent: 0, textFormat: 0, children: texts.map((text, at) => ({ type: 'text', version: 1, text, format: at, style: '', mode: 'normal', detail: 0 })) }] },
})

const notice = (data: Record<string, unknown>) => {
  serial += 1
  return { code: `scan-${serial}`, title: '停水通知', column, _status: 'published', body: words('明天停水半天。'), ...data }
}
const post = (body: Record<string, unknown>, slug = 'notices', query = '') => rest({ config, method: 'POST', path: `/${slug}${query}`, token, body })
const seen = () => countRows({ payload: portal.payload }, SLUG.audit, { action: { equals: 'content.privacySeen' } })

describe('what is to be public', () => {
  it('is published at once where nothing looks like personal data, hotlines and the office’s own numbers included', async () => {
    const office = await findRow({ payload: portal.payload }, SLUG.offices, {})
    expect((await post(notice({ body: words(`请打12345、110，或值班电话${office?.dutyPhone ?? ''}，地址：6号楼门口`) }))).status).toBe(201)
  })

  it.each<[string, Record<string, unknown>, string, string]>([
    ['a phone number in the text', { body: words('找张师傅13800138000') }, '正文', '电话号码'],
    ['a number of which half is bold', { body: words('找张师傅138', '00138000') }, '正文', '电话号码'],
    ['an identity number in the title', { title: '领取通知 11010519491231002X' }, '标题', '身份证号'],
    ['a plate', { body: words('车辆京A12345占用通道') }, '正文', '车牌'],
    ['a bank card', { body: words('汇到4111 1111 1111 1111') }, '正文', '银行卡号'],
    ['a name', { body: words('联系人：王建国') }, '正文', '姓名'],
    ['a home', { body: words('3号楼2单元501室漏水') }, '正文', '住址门牌'],
  ])('waits where there is %s, and says what and where', async (_what, data, place, kind) => {
    const draft = notice(data)
    const { status, text } = await post(draft)
    expect([status, text]).toEqual([400, expect.stringContaining('privacySeen')])
    for (const word of [place, kind, '个字']) expect(text).toContain(word)
    expect(await findRow({ payload: portal.payload }, SLUG.notices, { where: { code: { equals: draft.code } } })).toBeUndefined()
  })

  it('may be kept as a draft meanwhile, and is looked at when it is published', async () => {
    const { body } = await post(notice({ body: words('找张师傅13800138000'), _status: 'draft' }), 'notices', '?draft=true')
    const id = String((body.doc as { id?: string }).id)
    expect((await rest({ config, method: 'PATCH', path: `/notices/${id}`, token, body: { _status: 'published' } })).status).toBe(400)
    expect((await rest({ config, path: `/notices/${id}` })).status).toBe(404)
  })

  it('goes on when the person says so, which is recorded with who, where and which kinds, and holds for that save alone', async () => {
    const before = await seen()
    const { status, body } = await post(notice({ body: words('找张师傅13800138000'), privacySeen: true }))
    expect(status).toBe(201)
    expect(await seen()).toBe(before + 1)
    const entry = (await findRows({ payload: portal.payload }, SLUG.audit, { where: { action: { equals: 'content.privacySeen' } }, sort: '-seq', limit: 1 }))[0]
    expect(entry).toMatchObject({ actorName: 'Test editor', targetKind: 'notices', detail: { count: 1, kinds: ['phone'] } })
    expect(JSON.stringify(entry)).not.toContain('13800138000')
    const id = String((body.doc as { id?: string }).id)
    expect((await rest({ config, method: 'PATCH', path: `/notices/${id}`, token, body: { pinned: true } })).status).toBe(400)
  })

  it('is looked at in its other language too', async () => {
    const { body } = await post(notice({ _status: 'draft' }), 'notices', '?draft=true')
    const id = String((body.doc as { id?: string }).id)
    expect((await rest({ config, method: 'PATCH', path: `/notices/${id}?locale=en&draft=true`, token, body: { title: 'Call 13800138000', _status: 'draft' } })).status).toBe(200)
    const { status, text } = await rest({ config, method: 'PATCH', path: `/notices/${id}`, token, body: { _status: 'published' } })
    expect([status, text]).toEqual([400, expect.stringContaining('电话号码')])
  })

  it('is looked at in pages, in rule documents for everybody and in what is said of a picture', async () => {
    const page = await post({ code: 'scan-page', title: '关于', _status: 'published', blocks: [{ blockType: 'richText', body: words('找张师傅13800138000') }] }, 'pages')
    expect([page.status, page.text]).toEqual([400, expect.stringContaining('privacySeen')])
    const rules = await addPerson(portal.payload, { username: 'ruler', roles: [{ role: 'owner' }] })
    const login = await portal.payload.login({ collection: SLUG.users, data: { username: rules.username, password: PASSWORD } })
    const rule = { code: 'scan-rule', title: '办法', edition: '1', audience: 'public', _status: 'published', clauses: [{ code: '1', heading: '第一条', text: '联系人：王建国' }] }
    const write = (body: Record<string, unknown>) => rest({ config, method: 'POST', path: '/rule-documents', token: login.token ?? '', body })
    const refused = await write(rule)
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('姓名')])
    expect((await write({ ...rule, audience: 'staff' })).status).toBe(201)
  })
})

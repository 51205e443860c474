import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SanitizedConfig } from 'payload'
import { countRows, findRow, findRows, insertRow, updateRowIf } from '@/db/rows'
import { publishing } from '@/jobs/publishing.handler'
import { now } from '@/lib/clock'
import type { Desk } from '@/services/desk/desk'
import { noticeDetail } from '@/services/desk/noticeDetail'
import { noticesView, noticesWaiting } from '@/services/desk/notices'
import { actOnNotice, type Asked } from '@/services/publishing/chain/acts'
import { chainOf, stepsOf } from '@/services/publishing/chain/row'
import { publishDue } from '@/services/publishing/chain/sweep'
import { noticeByCode } from '@/services/site/content/notice'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { isAtomic } from '../helpers/engine'
import { graphql, rest } from '../helpers/doors'
import { deskOfUser } from '../helpers/deskOfUser'
import { addPerson, PASSWORD } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'

const PEOPLE = { writer: ['publisher'], first: ['publisher'], second: ['reviewer'], third: ['director'], both: ['publisher', 'reviewer', 'director'] } as const
type Name = keyof typeof PEOPLE

let portal: TestPortal
let config: SanitizedConfig
let column: string
let serial = 0
const ids: Partial<Record<Name, string>> = {}
const tokens: Partial<Record<Name, string>> = {}

beforeAll(async () => {
  portal = await openPortal()
  config = portal.payload.config
  for (const name of Object.keys(PEOPLE) as Name[]) {
    const person = await addPerson(portal.payload, { username: name, roles: PEOPLE[name].map((role) => ({ role })) })
    ids[name] = person.id
    tokens[name] = (await portal.payload.login({ collection: SLUG.users, data: { username: name, password: PASSWORD } })).token ?? ''
  }
  const office = (await findRow({ payload: portal.payload }, SLUG.offices, {}))?.id ?? ''
  const roles = await findRows({ payload: portal.payload }, SLUG.roles)
  const role = (code: string) => roles.find((each) => each.code === code)?.id ?? ''
  column = await insertRow({ payload: portal.payload }, SLUG.columns, {
    office, code: 'three', name: { zh: '三审栏目' } as never, staleDays: 30, reviews: ['publisher', 'reviewer', 'director'].map((code) => ({ role: role(code) })),
  })
})
afterAll(() => portal.close())

const words = (text: string) => ({
  root: { type: 'root', version: 1, direction: null, format: '' as const, indent: 0, children: [{ type: 'paragraph', version: 1, direction: null, format: '', indent: 0, textFormat: 0, children: [{ type: 'text', version: 1, text, format: 0, style: '', mode: 'normal', detail: 0 }] }] },
})

const as = (name: Name, method: string, path: string, body?: Record<string, unknown>) => rest({ config, method, path, token: tokens[name] ?? '', ...(body ? { body } : {}) })

/** A draft by the writer. */
const draft = async (data: Record<string, unknown> = {}): Promise<{ id: string; code: string }> => {
  serial += 1
  const code = `chain-${serial}`
  const { status, body } = await as('writer', 'POST', '/notices?draft=true', { code, title: '停水通知', column, body: words('明天停水半天。'), _status: 'draft', ...data })
  expect(status).toBe(201)
  return { id: String((body.doc as { id?: string }).id), code }
}

const desk = (name: Name): Promise<Desk> => deskOfUser(portal.payload, ids[name] ?? '')

const act = async (name: Name, id: string, what: Asked['act'], more: Partial<Asked> = {}): Promise<void> => {
  const revision = (await chainOf({ payload: portal.payload }, id))?.revision ?? 0
  await actOnNotice(await desk(name), { act: what, notice: id, revision, note: '', ...more })
}

const state = async (id: string) => {
  const { step, live, level, round } = (await chainOf({ payload: portal.payload }, id))!
  return { step, live, level, round }
}

const approved = async (): Promise<{ id: string; code: string }> => {
  const made = await draft()
  await act('writer', made.id, 'submit')
  for (const name of ['first', 'second', 'third'] as const) await act(name, made.id, 'approve')
  return made
}

const stored = (id: string) => findRow({ payload: portal.payload }, SLUG.notices, { where: { id: { equals: id } } })

describe('a notice of a column with three reviews', () => {
  it('comes out after three people of the named roles approved it, with number, date and every step kept', async () => {
    const { id, code } = await approved()
    expect(await state(id)).toMatchObject({ step: 'approved', live: 'none', round: 1 })
    await act('second', id, 'publish')
    expect(await state(id)).toMatchObject({ step: 'done', live: 'published' })
    const row = await stored(id)
    expect(row).toMatchObject({ _status: 'published', number: expect.stringMatching(/^三审栏目〔\d{4}〕\d+号$/) as string })
    expect(Math.abs(Date.parse(row?.publishedAt ?? '') - now())).toBeLessThan(60_000)
    expect((await stepsOf({ payload: portal.payload }, id)).map((step) => [step.act, step.level, step.personName])).toEqual([
      ['submit', 1, 'Test writer'], ['approve', 1, 'Test first'], ['approve', 2, 'Test second'], ['approve', 3, 'Test third'], ['publish', 0, 'Test second'],
    ])
    expect((await noticeByCode(portal.payload, await needModel(portal.payload), 'zh', code)).view).toMatchObject({ title: '停水通知', state: 'valid', number: row?.number })
    expect((await findRows({ payload: portal.payload }, SLUG.audit, { where: { target: { equals: id } }, sort: 'seq' })).map(({ action }) => action)).toEqual(expect.arrayContaining(['notice.submit', 'notice.approve', 'notice.publish']))
  })

  it('is reviewed by nobody who wrote it, nor twice in a round by one person, nor by whom the column does not name', async () => {
    const { id } = await draft()
    await act('writer', id, 'submit')
    await expect(act('writer', id, 'approve')).rejects.toMatchObject({ code: 'verifierHandled', detail: { why: 'ownText' } })
    await expect(act('second', id, 'approve')).rejects.toMatchObject({ code: 'notAllowed' })
    await act('both', id, 'approve')
    await expect(act('both', id, 'approve')).rejects.toMatchObject({ code: 'verifierHandled', detail: { why: 'reviewedBefore' } })
    await act('second', id, 'approve')
    await expect(act('second', id, 'publish')).rejects.toMatchObject({ code: 'illegalStep' })
  })

  it.each<[string, (id: string) => Promise<{ status: number }>]>([
    ['REST', (id) => as('both', 'PATCH', `/notices/${id}`, { _status: 'published' })],
    ['REST, of many at once', async (id) => {
      const answer = await as('both', 'PATCH', `/notices?where[id][equals]=${id}`, { _status: 'published' })
      return { status: (answer.body.errors as unknown[] | undefined)?.length ? 409 : answer.status }
    }],
    ['REST, as a draft that says it is published', (id) => as('both', 'PATCH', `/notices/${id}?draft=true`, { _status: 'published' })],
    ['GraphQL', async (id) => {
      const answer = await graphql({ config, token: tokens.both ?? '', query: `mutation { updateNoticesItem(id: "${id}", data: { _status: published }) { id } }` })
      return { status: JSON.stringify(answer).includes('要审过') ? 409 : 200 }
    }],
    ['the Local API as a person', async (id) => {
      const user = { ...(await portal.payload.findByID({ collection: SLUG.users, id: ids.both ?? '', depth: 0, overrideAccess: true })), collection: SLUG.users }
      return portal.payload.update({ collection: SLUG.notices, id, data: { _status: 'published' }, user, overrideAccess: true }).then(() => ({ status: 200 }), (error: { status?: number }) => ({ status: error.status ?? 0 }))
    }],
    ['a new one, published at once', async () => as('both', 'POST', '/notices', { code: `direct-${(serial += 1)}`, title: '直接发', column, _status: 'published' })],
  ])('is not put out past its reviews by %s', async (_door, publish) => {
    const { id } = await draft()
    expect((await publish(id)).status).toBe(409)
    expect((await stored(id))?._status).toBe('draft')
    expect(await countRows({ payload: portal.payload }, SLUG.notices, { code: { like: 'direct-' } })).toBe(0)
  })

  it('is not put out by restoring a version that was public, nor taken in apart from the chain, nor deleted', async () => {
    const { id } = await approved()
    await act('second', id, 'publish')
    const [version] = (await portal.payload.findVersions({ collection: SLUG.notices, where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: 'published' } }] }, overrideAccess: true, limit: 1 })).docs
    expect((await as('writer', 'PATCH', `/notices/${id}?draft=true`, { title: '改过的题目', _status: 'draft' })).status).toBe(200)
    await act('writer', id, 'submit')
    expect((await as('both', 'POST', `/notices/versions/${version?.id}`)).status).toBe(409)
    expect((await as('both', 'PATCH', `/notices/${id}`, { _status: 'draft' })).status).toBe(409)
    expect((await as('both', 'DELETE', `/notices/${id}`)).status).toBe(409)
    expect(await stored(id)).toMatchObject({ _status: 'published', title: { zh: '停水通知' } })
  })

  it('keeps the date of its first publication whatever is sent, on a new edition too', async () => {
    const { id } = await draft({ publishedAt: '2001-01-01T00:00:00.000Z', number: '伪造1号' })
    const kept = await stored(id)
    expect([kept?.publishedAt ?? null, kept?.number ?? null]).toEqual([null, null])
    await act('writer', id, 'submit')
    for (const name of ['first', 'second', 'third'] as const) await act(name, id, 'approve')
    await act('third', id, 'publish')
    const first = (await stored(id))?.publishedAt
    await as('writer', 'PATCH', `/notices/${id}?draft=true`, { publishedAt: '2001-01-01T00:00:00.000Z', title: '第二版', _status: 'draft' })
    await act('writer', id, 'submit')
    for (const name of ['first', 'second', 'third'] as const) await act(name, id, 'approve')
    expect((await as('second', 'PATCH', `/notices/${id}`, { _status: 'published', publishedAt: '2001-01-01T00:00:00.000Z' })).status).toBe(200)
    expect(await stored(id)).toMatchObject({ publishedAt: first, title: { zh: '第二版' } })
  })

  it('loses its reviews when it is written on, and says so; what was approved is not what would come out', async () => {
    const { id } = await approved()
    expect((await as('writer', 'PATCH', `/notices/${id}?draft=true`, { body: words('后天停水。'), _status: 'draft' })).status).toBe(200)
    expect(await state(id)).toMatchObject({ step: 'draft', level: 0 })
    await expect(act('second', id, 'publish')).rejects.toMatchObject({ code: 'illegalStep' })
    const view = await noticeDetail(await desk('second'), id)
    expect(view.steps.map((step) => step.act)).toEqual(['edit', 'approve', 'approve', 'approve', 'submit'])
    expect(view.steps.at(-1)).toMatchObject({ other: true, differs: expect.arrayContaining([{ how: 'out', text: '明天停水半天。' }, { how: 'in', text: '后天停水。' }]) as unknown })
  })

  // what was refused is taken back by the transaction
  it.runIf(isAtomic())('does not come out when it was changed below the chain after its reviews', async () => {
    const { id } = await approved()
    await portal.payload.update({ collection: SLUG.notices, id, data: { title: '偷换的题目' }, draft: true, overrideAccess: true })
    await expect(act('second', id, 'publish')).rejects.toMatchObject({ code: 'conflict', detail: { why: 'changed' } })
    expect((await as('second', 'PATCH', `/notices/${id}`, { _status: 'published' })).status).toBe(409)
    expect((await stored(id))?._status).toBe('draft')
  })

  it('takes one of two reviewers who decide at once', async () => {
    const { id } = await draft()
    await act('writer', id, 'submit')
    const { revision } = (await chainOf({ payload: portal.payload }, id))!
    const both = await Promise.allSettled([desk('first'), desk('both')].map(async (who) => actOnNotice(await who, { act: 'approve', notice: id, revision, note: '' })))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await stepsOf({ payload: portal.payload }, id)).filter((step) => step.act === 'approve')).toHaveLength(1)
  })

  it('goes back with a reason, and not without', async () => {
    const { id } = await draft()
    await act('writer', id, 'submit')
    await expect(act('first', id, 'sendBack')).rejects.toMatchObject({ fields: [{ field: 'note', code: 'required' }] })
    await act('first', id, 'sendBack', { note: '时间没写清' })
    expect(await state(id)).toMatchObject({ step: 'draft' })
    expect((await stepsOf({ payload: portal.payload }, id)).at(-1)).toMatchObject({ act: 'sendBack', note: '时间没写清' })
  })

  it('waits for its time, comes out once with it, also when the portal was down meanwhile, and expires', async () => {
    const { id, code } = await draft({ validUntil: new Date(now() + 3_600_000).toISOString() })
    await act('writer', id, 'submit')
    for (const name of ['first', 'second', 'third'] as const) await act(name, id, 'approve')
    await expect(act('second', id, 'schedule', { at: now() - 1 })).rejects.toMatchObject({ fields: [{ field: 'at', code: 'future' }] })
    await act('second', id, 'schedule', { at: now() + 60_000 })
    await publishing(portal.payload)
    expect((await stored(id))?._status).toBe('draft')
    await updateRowIf({ payload: portal.payload }, SLUG.chains, { notice: { equals: id } }, { publishAt: new Date(now() - 86_400_000).toISOString() })
    await Promise.all([publishDue(portal.payload), publishDue(portal.payload)])
    expect((await stored(id))?._status).toBe('published')
    expect((await stepsOf({ payload: portal.payload }, id)).filter((step) => step.act === 'publish')).toMatchObject([{ personName: '' }])
    await updateRowIf({ payload: portal.payload }, SLUG.chains, { notice: { equals: id } }, { validUntil: new Date(now() - 1).toISOString() })
    expect(await publishDue(portal.payload)).toBe(1)
    expect(await publishDue(portal.payload)).toBe(0)
    expect(await state(id)).toMatchObject({ live: 'expired' })
    expect((await noticeByCode(portal.payload, await needModel(portal.payload), 'zh', code)).view.title).toBe('停水通知')
  })

  it('is withdrawn with a reason, is gone from every public door, and says that it was there', async () => {
    const { id, code } = await approved()
    await act('third', id, 'publish')
    await act('third', id, 'withdraw', { note: '通知有误' })
    expect((await rest({ config, path: `/notices/${id}` })).status).toBe(404)
    await expect(noticeByCode(portal.payload, await needModel(portal.payload), 'zh', code)).rejects.toMatchObject({ code: 'expired' })
    expect(await state(id)).toMatchObject({ live: 'withdrawn', step: 'draft' })
  })

  it('is archived: readable, and in no list', async () => {
    const { id, code } = await approved()
    await act('third', id, 'publish')
    await act('third', id, 'archive')
    expect((await noticeByCode(portal.payload, await needModel(portal.payload), 'zh', code)).view.state).toBe('archived')
  })

  it('is looked through before it is sent on: what must be mended, and what may stay with a reason that is kept', async () => {
    const bare = await draft({ body: null })
    await expect(act('writer', bare.id, 'submit')).rejects.toMatchObject({ fields: [{ field: 'findings', code: 'must' }] })
    const { id } = await draft({ body: words('找张师傅13800138000') })
    await expect(act('writer', id, 'submit')).rejects.toMatchObject({ code: 'guardFailed' })
    await act('writer', id, 'submit', { note: '本人同意公开' })
    expect((await stepsOf({ payload: portal.payload }, id)).find((step) => step.act === 'override')).toMatchObject({ note: '本人同意公开', findings: [expect.objectContaining({ kind: 'privacy', what: 'phone' })] })
    for (const name of ['first', 'second', 'third'] as const) await act(name, id, 'approve')
    await act('third', id, 'publish')
    expect((await stored(id))?._status).toBe('published')
  })

  it('is counted for whom it waits for, and listed by its state', async () => {
    const { id } = await draft()
    const before = await noticesWaiting(await desk('first'))
    await act('writer', id, 'submit')
    expect(await noticesWaiting(await desk('first'))).toBe(before + 1)
    expect(await noticesWaiting(await desk('writer'))).toBe(0)
    const view = await noticesView(await desk('first'), 'review')
    expect(view.work?.mine.some(({ href }) => href.endsWith(id))).toBe(true)
    expect(view.work?.rows.every((row) => row.state === 'review')).toBe(true)
  })
})

import { existsSync } from 'node:fs'
import path from 'node:path'
import { createLocalReq } from 'payload'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { countRows, findRow } from '@/db/rows'
import type { FormDef, Question } from '@/domain/forms/types'
import { afterRetention } from '@/jobs/afterRetention.handler'
import { now, setClock } from '@/lib/clock'
import { deskOf, type Desk } from '@/services/desk/desk'
import { matterVM } from '@/services/desk/matter/view'
import { addPhoto } from '@/services/photos/add'
import { needModel } from '@/services/structure/cache'
import { createDraft, publishDraft, readDraft, saveDraft, versionsOf } from '@/services/structure/drafts'
import type { Tried } from '@/services/studio/forms/tryForm'
import { formList, formView } from '@/services/studio/forms/view'
import { SLUG } from '@/slugs'
import { driver, reporter } from '../helpers/matters'
import { makePeople, PASSWORD, type People } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'

const DAY = 86_400_000
const FORM = 'report'

let portal: TestPortal
let people: People
const on = driver(() => portal.payload)
const by = (role: string) => people.as(role).acting
const tokens = new Map<string, string>()

const deskFor = async (role: string): Promise<Desk> => {
  const { id } = people.as(role)
  const user = await portal.payload.findByID({ collection: SLUG.users, id, overrideAccess: true, depth: 0 })
  const req = await createLocalReq({ user: { ...user, collection: SLUG.users } }, portal.payload)
  return deskOf({ req, person: { id, office: String(user.office), name: user.name, username: user.username }, lang: 'zh' })
}

beforeAll(async () => {
  portal = await openPortal()
  people = await makePeople(portal.payload)
  for (const role of ['owner', 'handler']) {
    const { token } = await portal.payload.login({ collection: SLUG.users, data: { username: people.as(role).username, password: PASSWORD } })
    tokens.set(role, token ?? '')
  }
})
afterAll(() => portal.close())
afterEach(() => setClock())

const draftOf = async () => readDraft<FormDef>(await deskFor('owner'), 'form', FORM)

/** The form in force with more questions on its last page, and changes of those it has. */
const changedForm = (def: FormDef, more: Question[] = [], change: Record<string, Partial<Question>> = {}): FormDef => ({
  ...def,
  pages: def.pages.map((page, at) => ({ ...page, questions: [...page.questions.map((question) => ({ ...question, ...change[question.key] })), ...(at === def.pages.length - 1 ? more : [])] })),
})

const publish = async (definition: FormDef): Promise<void> => {
  const desk = await deskFor('owner')
  await saveDraft(desk, { kind: 'form', key: FORM, definition })
  await publishDraft(desk, { kind: 'form', key: FORM, reason: '试一试' })
}

const ask = async ({ body, role = 'owner', headers = {} }: { body: unknown; role?: string | null; headers?: Record<string, string> }) => {
  const { POST } = await import('@/app/(studio)/admin/structure/api/forms/try/route')
  const request = new Request('http://localhost/admin/structure/api/forms/try', {
    method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', host: 'localhost', ...(role ? { authorization: `JWT ${tokens.get(role)}` } : {}), ...headers },
  })
  const response = await POST(request, { params: Promise.resolve({}) })
  return { status: response.status, data: (await response.json()) as Tried & { error?: { code: string } } }
}

describe('the list and the editor of forms', () => {
  it('lists every form with the matter types that use it', async () => {
    const forms = await formList(await deskFor('owner'))
    const { model } = await deskFor('owner')
    expect(forms.map(({ code }) => code).sort()).toEqual(model.forms.all.map(({ code }) => code).sort())
    const report = forms.find(({ code }) => code === FORM)
    expect(report).toMatchObject({ number: 1, changed: false, pages: 1, questions: 6 })
    expect(report?.usedBy).toEqual(model.types.all.filter(({ form }) => form === model.forms.byCode.get(FORM)?.id).map(({ name }) => name.zh))
    expect(report?.usedBy.length).toBeGreaterThan(0)
  })

  it('refuses what may not be asked, says why and what to ask instead, and does not publish it', async () => {
    const desk = await deskFor('owner')
    const { definition } = await draftOf()
    await saveDraft(desk, { kind: 'form', key: FORM, definition: changedForm(definition, [{ key: 'q1', kind: 'text', label: { zh: '您的身份证号' } }]) })
    const { issues } = await draftOf()
    expect(issues).toHaveLength(1)
    expect(issues[0]).toMatchObject({ severity: 'error', path: '/pages/0/questions/6/label', code: 'refused' })
    expect(issues[0]?.why).toContain('不收集证件')
    expect(issues[0]?.instead).toContain('联系方式')
    expect(issues[0]?.what).not.toContain('/pages')
    const error = await publishDraft(desk, { kind: 'form', key: FORM, reason: '加一题' }).then(() => undefined, (reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'invalid' })
    expect(await versionsOf(desk, 'form', FORM)).toHaveLength(1)
    await saveDraft(desk, { kind: 'form', key: FORM, definition })
  })

  it('makes a form as a copy of another, which nothing uses and nobody published', async () => {
    const desk = await deskFor('owner')
    const { definition } = await draftOf()
    await createDraft(desk, { kind: 'form', definition: { ...definition, code: 'form-9', name: { zh: '另一张' } } })
    const view = await formView(await deskFor('owner'), 'form-9')
    expect(view).toMatchObject({ usedBy: [], inFlight: { older: 0, all: 0 }, draft: { code: 'form-9', versions: [], changed: true } })
    expect(view.draft.definition.pages).toEqual(definition.pages)
  })

  it('tells how many matters in progress keep an older version', async () => {
    await on.create()
    await on.create()
    expect((await formView(await deskFor('owner'), FORM)).inFlight).toEqual({ older: 0, all: 2 })
    const { definition } = await draftOf()
    await publish(changedForm(definition, [{ key: 'floor', kind: 'number', label: { zh: '几层？' } }]))
    await on.create()
    expect((await formView(await deskFor('owner'), FORM)).inFlight).toEqual({ older: 2, all: 3 })
  })
})

describe('the door that tries a form', () => {
  const pages: FormDef['pages'] = [
    { title: { zh: '一' }, questions: [
      { key: 'origin', kind: 'choice', required: true, label: { zh: '从哪来' }, options: [{ code: 'works', label: { zh: '施工' } }, { code: 'horns', label: { zh: '鸣笛' }, endsWith: { zh: '请拨122' } }, { code: 'shop', label: { zh: '商铺' } }] },
      { key: 'hours', kind: 'number', required: true, label: { zh: '几小时' }, showIf: { match: 'all', rows: [{ question: 'origin', op: 'is', value: 'works' }] } },
    ] },
    { title: { zh: '二' }, questions: [{ key: 'night', kind: 'yesNo', label: { zh: '夜里吗' }, showIf: { match: 'all', rows: [{ question: 'hours', op: 'moreThan', value: 3 }] } }] },
    { title: { zh: '三' }, questions: [{ key: 'more', kind: 'text', label: { zh: '还有吗' } }] },
  ]
  const tried = async (fields: unknown, page = 0) => (await ask({ body: { pages, page, fields } })).data

  it.each<[string, Record<string, unknown>, Partial<Tried>]>([
    ['asks for what is missing', {}, { errors: [{ key: 'origin', code: 'required' }], answers: {} }],
    ['goes to the next page that asks something', { 'q.origin': 'works', 'q.hours': '２' }, { errors: [], answers: { origin: 'works', hours: 2 }, next: 2 }],
    ['shows what hangs on an answer', { 'q.origin': 'works', 'q.hours': '5' }, { errors: [], visible: ['origin', 'hours', 'night', 'more'], next: 1 }],
    ['drops what was filled in and hidden again', { 'q.origin': 'shop', 'q.hours': '5', 'q.night': 'yes' }, { errors: [], visible: ['origin', 'more'], answers: { origin: 'shop' }, next: 2 }],
    ['ends with advice', { 'q.origin': 'horns', 'q.more': 'x' }, { visible: ['origin'], answers: { origin: 'horns' }, ended: { question: 'origin', choice: 'horns', advice: { zh: '请拨122' }, page: 0 } }],
    ['names a fault', { 'q.origin': 'works', 'q.hours': '很久' }, { errors: [{ key: 'hours', code: 'notNumber' }] }],
  ])('%s', async (_what, fields, result) => {
    expect(await tried(fields)).toMatchObject(result)
  })

  it('ends after the last page', async () => {
    expect((await tried({ 'q.origin': 'shop', 'q.more': '没有' }, 2)).next).toBeUndefined()
  })

  it('keeps nothing', async () => {
    const before = await Promise.all([SLUG.matters, SLUG.drafts, SLUG.audit, SLUG.changes].map((slug) => countRows(portal, slug)))
    await tried({ 'q.origin': 'shop' })
    expect(await Promise.all([SLUG.matters, SLUG.drafts, SLUG.audit, SLUG.changes].map((slug) => countRows(portal, slug)))).toEqual(before)
  })

  it.each<[string, Parameters<typeof ask>[0], number]>([
    ['a form nobody can read', { body: { pages: [{ title: { zh: '' }, questions: [] }], page: 0, fields: {} } }, 400],
    ['a page that is not there', { body: { pages, page: 7, fields: {} } }, 400],
    ['no fields', { body: { pages, page: 0 } }, 400],
    ['somebody who may not see structure', { body: { pages, page: 0, fields: {} }, role: 'handler' }, 403],
    ['nobody', { body: { pages, page: 0, fields: {} }, role: null }, 401],
    ['another site', { body: { pages, page: 0, fields: {} }, headers: { origin: 'https://elsewhere.example' } }, 403],
  ])('refuses %s', async (_what, asked, status) => {
    expect((await ask(asked)).status).toBe(status)
  })
})

describe('answers that go before their matter', () => {
  let at = 0
  const work = (minutes: number): void => { at += minutes * 60_000 }
  const archive = async (id: string): Promise<void> => {
    const model = await needModel(portal.payload)
    await on.move(id, 'accept', { by: by('intake') })
    await on.move(id, 'assign', { by: by('dispatcher'), input: { lead: { team: model.teams.byCode.get('professional')?.id } } })
    work(60)
    await on.move(id, 'done', { by: by('handler'), input: { outcome: 'solved', reply: '已经修好了' } })
    await on.move(id, 'verify', { by: by('supervisor'), input: { reason: '现场看过' } })
    await on.move(id, 'confirmSolved', { by: reporter, input: { rating: 5 } })
  }
  const answersOf = async (id: string) => Object.keys((await on.fresh(id)).answers ?? {}).sort()
  const photo = async () => {
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#6b7f6b' } }).png().toBuffer()
    return addPhoto({ payload: portal.payload, office: (await needModel(portal.payload)).office.id, bytes, stage: 'report', owner: { draft: 'kept' } })
  }

  it('are erased that many days after archiving, with their photos, under the version the matter was made with', async () => {
    at = now()
    setClock(() => at)
    const given = { danger: 'no', since: 'week', pattern: ['night'] }
    const { matter: older } = await on.create({ answers: given })
    const { definition } = await draftOf()
    await publish(changedForm(definition, [{ key: 'views', kind: 'photo', label: { zh: '照片' }, retentionDays: 10 }], { since: { retentionDays: 10 }, danger: { retentionDays: 40 } }))
    const picture = await photo()
    const { matter } = await on.create({ answers: { ...given, views: [picture.id] }, photos: [picture.id], photoOwner: { draft: 'kept' } })
    const { matter: open } = await on.create({ answers: given })
    const { matter: reopened } = await on.create({ answers: given })
    for (const id of [older.id, matter.id, reopened.id]) await archive(id)
    at += 9 * DAY
    await afterRetention(portal.payload)
    expect(await answersOf(matter.id)).toEqual(['danger', 'pattern', 'since', 'views'])
    await on.move(reopened.id, 'reporterReopen', { by: reporter, input: { reason: '又坏了' } })
    at += 2 * DAY
    await afterRetention(portal.payload)
    expect(await answersOf(matter.id)).toEqual(['danger', 'pattern'])
    for (const id of [older.id, open.id, reopened.id]) expect(await answersOf(id)).toEqual(['danger', 'pattern', 'since'])
    const file = path.join(portal.dir, 'attachments', picture.id.slice(-2), `${picture.id}.jpg`)
    expect(existsSync(file)).toBe(false)
    expect((await findRow(portal, SLUG.attachments, { where: { id: { equals: picture.id } } }))?.erasedAt).toBeTruthy()
    const event = await on.lastEvent(matter.id)
    expect(event).toMatchObject({ action: 'answersErased', actorKind: 'system', data: { questions: ['since', 'views'] } })
    expect(JSON.stringify(event)).not.toContain(picture.id)
    // Its turn comes again after the reopened one is archived anew, and what goes later goes later.
    const events = (await on.events(matter.id)).length
    await archiveAgain(reopened.id)
    at += 11 * DAY
    await afterRetention(portal.payload)
    expect(await answersOf(reopened.id)).toEqual(['danger', 'pattern'])
    expect((await on.events(matter.id)).length).toBe(events)
    at += 30 * DAY
    await afterRetention(portal.payload)
    expect(await answersOf(matter.id)).toEqual(['pattern'])
    expect(await answersOf(older.id)).toEqual(['danger', 'pattern', 'since'])
  })

  const archiveAgain = async (id: string): Promise<void> => {
    const model = await needModel(portal.payload)
    await on.move(id, 'assign', { by: by('dispatcher'), input: { lead: { team: model.teams.byCode.get('professional')?.id } } })
    await on.move(id, 'done', { by: by('handler'), input: { outcome: 'solved', reply: '又修好了' } })
    await on.move(id, 'verify', { by: by('supervisor'), input: { reason: '现场看过' } })
    await on.move(id, 'confirmSolved', { by: reporter, input: { rating: 5 } })
  }

  it('leave the others to be read, though a condition hung on them, and say at the desk that they went', async () => {
    const { docs } = await portal.payload.db.find<{ id: string }>({ collection: SLUG.events, where: { action: { equals: 'answersErased' } }, limit: 1 })
    const event = docs[0] as unknown as { matter: string } | undefined
    const desk = await deskFor('director')
    const view = await matterVM(desk, event?.matter ?? '')
    expect(view.answers.map(({ value }) => value)).toEqual(['半夜'])
    expect(view.events.map(({ text }) => text).join()).toContain('按表单的规定删除了到期的回答')
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SanitizedConfig } from 'payload'
import { countRows, findRow, findRows, updateRowIf } from '@/db/rows'
import { readXml } from '@/domain/publishing/feeds/readXml.fixture'
import { REMIND_EVERY } from '@/domain/publishing/reading'
import { now } from '@/lib/clock'
import { alertsView } from '@/services/desk/alerts'
import type { Desk } from '@/services/desk/desk'
import { noticeDetail } from '@/services/desk/noticeDetail'
import { noticesView, noticesWaiting } from '@/services/desk/notices'
import { endAlert, extendAlert, startAlert } from '@/services/publishing/alerts/acts'
import { turnPages } from '@/services/publishing/pageTimes'
import { confirmRead } from '@/services/publishing/reading/confirm'
import { remindReaders } from '@/services/publishing/reading/remind'
import { currentAlerts } from '@/services/site/content/alerts'
import { feedAt } from '@/services/site/content/feeds'
import { noticeByCode } from '@/services/site/content/notice'
import { latestNotices, noticeList, noticesFor, searchNotices } from '@/services/site/content/notices'
import { needModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { rest } from '../helpers/doors'
import { deskOfUser } from '../helpers/deskOfUser'
import { addPerson, PASSWORD } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'

const HOUR = 3_600_000

let portal: TestPortal
let config: SanitizedConfig
let model: OfficeModel
let column: string
let staffColumn: string
let serial = 0
const ids: Record<string, string> = {}
const tokens: Record<string, string> = {}

beforeAll(async () => {
  portal = await openPortal()
  config = portal.payload.config
  for (const [name, roles, duties] of [['writer', ['publisher', 'reviewer'], []], ['boss', ['director'], []], ['volunteer', ['volunteer'], []], ['member', ['volunteer'], [{}]]] as const) {
    const team = (await needModel(portal.payload)).teams.all[0]?.code
    ids[name] = (await addPerson(portal.payload, { username: name, roles: roles.map((role) => ({ role })), ...(duties.length > 0 && team ? { duties: [{ team }] } : {}) })).id
    tokens[name] = (await portal.payload.login({ collection: SLUG.users, data: { username: name, password: PASSWORD } })).token ?? ''
  }
  model = await needModel(portal.payload)
  column = (await findRow({ payload: portal.payload }, SLUG.columns, { where: { code: { equals: 'announcements' } } }))?.id ?? ''
  staffColumn = (await findRow({ payload: portal.payload }, SLUG.columns, { where: { code: { equals: 'staff' } } }))?.id ?? ''
})
afterAll(() => portal.close())

const words = (text: string) => ({ root: { type: 'root', version: 1, direction: null, format: '' as const, indent: 0, children: [{ type: 'paragraph', version: 1, direction: null, format: '', indent: 0, textFormat: 0, children: [{ type: 'text', version: 1, text, format: 0, style: '', mode: 'normal', detail: 0 }] }] } })

const desk = (name: string): Promise<Desk> => deskOfUser(portal.payload, ids[name] ?? '')
const as = (name: string, method: string, path: string, body?: Record<string, unknown>) => rest({ config, method, path, token: tokens[name] ?? '', ...(body ? { body } : {}) })

/** Published in a column without reviews, through the collection's own door. */
const publish = async (data: Record<string, unknown> = {}): Promise<{ id: string; code: string }> => {
  serial += 1
  const code = `out-${serial}`
  const { status, body, text } = await as('writer', 'POST', '/notices', { code, title: `通知${serial}`, column, body: words('正文。'), _status: 'published', ...data })
  expect([status, text.slice(0, 300)]).toEqual([201, expect.anything()])
  return { id: String((body.doc as { id?: string }).id), code }
}

const iso = (at: number): string => new Date(at).toISOString()
const paths = (items: readonly { path: string }[]): string[] => items.map(({ path }) => path)
const list = async (query = {}) => paths((await noticeList(portal.payload, model, 'zh', query)).items)

describe('an alert', () => {
  const shown = async () => (await currentAlerts(portal.payload, model, 'zh')).map(({ text }) => text)

  it('is above every page by one step of whoever holds the right, in both languages, and is recorded', async () => {
    const id = await startAlert(await desk('boss'), { zh: '今夜大风，请勿外出', en: 'Storm tonight', until: now() + 6 * HOUR })
    expect(await shown()).toEqual(['今夜大风，请勿外出'])
    expect(await currentAlerts(portal.payload, model, 'en')).toMatchObject([{ text: 'Storm tonight' }])
    expect(await findRows({ payload: portal.payload }, SLUG.audit, { where: { target: { equals: id } } })).toMatchObject([{ action: 'alert.start', actorName: 'Test boss' }])
    await endAlert(await desk('boss'), id)
    await endAlert(await desk('boss'), id)
    expect(await shown()).toEqual([])
    expect(await countRows({ payload: portal.payload }, SLUG.audit, { and: [{ target: { equals: id } }, { action: { equals: 'alert.end' } }] })).toBe(1)
  })

  it('wants an end, within seven days, and can be let stand longer while it stands', async () => {
    const boss = await desk('boss')
    for (const [given, code] of [[undefined, 'untilMissing'], [now() - 1, 'untilPast'], [now() + 8 * 24 * HOUR, 'tooLong']] as const) await expect(startAlert(boss, { zh: '停水', until: given })).rejects.toMatchObject({ fields: [{ field: 'until', code }] })
    await expect(startAlert(boss, { zh: ' ', until: now() + HOUR })).rejects.toMatchObject({ fields: [{ field: 'zh', code: 'required' }] })
    await expect(startAlert(boss, { zh: '停水', path: 'https://evil.example', until: now() + HOUR })).rejects.toMatchObject({ fields: [{ field: 'path', code: 'format' }] })
    const id = await startAlert(boss, { zh: '停水', until: now() + HOUR })
    await extendAlert(boss, id, now() + 5 * HOUR)
    expect((await alertsView(await desk('boss'))).on).toMatchObject([{ id, state: 'on' }])
    await updateRowIf({ payload: portal.payload }, SLUG.alerts, { id: { equals: id } }, { until: iso(now() - 1) })
    expect(await shown()).toEqual([])
    await expect(extendAlert(boss, id, now() + HOUR)).rejects.toMatchObject({ code: 'illegalStep' })
  })

  it('is for those who hold the right, on every door', async () => {
    for (const name of ['volunteer'] as const) {
      await expect(startAlert(await desk(name), { zh: '停水', until: now() + HOUR })).rejects.toMatchObject({ code: 'notAllowed' })
      await expect(alertsView(await desk(name))).rejects.toMatchObject({ code: 'notFound' })
    }
    expect((await as('boss', 'POST', '/alerts', { zh: '停水', from: iso(now()), until: iso(now() + HOUR) })).status).toBe(405)
    expect((await rest({ config, path: '/alerts' })).status).toBe(403)
  })

  it('is neither in the way of the reviews nor they in its: it needs no notice, and a notice makes none', async () => {
    await publish({ alert: true, alertUntil: iso(now() + HOUR), importance: 'urgent' })
    expect(await shown()).toEqual([])
  })
})

describe('a notice that is out', () => {
  it('for some units is in their lists and pages alone', async () => {
    const unit = model.units.byCode.get('jw-02')!
    const { code } = await publish({ units: [unit.id] })
    const path = `/notices/${code}`
    expect(await list()).not.toContain(path)
    expect(await list({ unit: 'jw-02-01' })).toContain(path)
    expect(await list({ unit: 'jw-01' })).not.toContain(path)
    expect(paths(await latestNotices(portal.payload, model, 'zh', 50))).not.toContain(path)
    expect(paths(await noticesFor(portal.payload, model, [unit.id], 'zh'))).toContain(path)
  })

  it('that has expired is readable and marked, and stands no longer on top nor on the home page', async () => {
    const { id, code } = await publish({ pinned: true, validUntil: iso(now() + HOUR) })
    expect((await list())[0]).toBe(`/notices/${code}`)
    await updateRowIf({ payload: portal.payload }, SLUG.notices, { id: { equals: id } }, { validUntil: iso(now() - 1), publishedAt: '2020-01-01T00:00:00.000Z' })
    expect((await noticeByCode(portal.payload, model, 'zh', code)).view.state).toBe('ended')
    expect((await list())[0]).not.toBe(`/notices/${code}`)
    expect(paths(await latestNotices(portal.payload, model, 'zh', 50))).not.toContain(`/notices/${code}`)
  })

  it('is pinned until its day', async () => {
    const { id, code } = await publish({ pinned: true, pinnedUntil: iso(now() + HOUR) })
    expect((await list())[0]).toBe(`/notices/${code}`)
    await turnPages(portal.payload, model.office.id)
    await new Promise((done) => setTimeout(done, 5))
    await updateRowIf({ payload: portal.payload }, SLUG.notices, { id: { equals: id } }, { pinnedUntil: iso(now()), publishedAt: '2020-01-02T00:00:00.000Z' })
    expect((await list())[0]).not.toBe(`/notices/${code}`)
    expect(await turnPages(portal.payload, model.office.id)).toBe(true)
    expect(await turnPages(portal.payload, model.office.id)).toBe(false)
  })

  it('has numbers of its column and year, one after the other', async () => {
    const [one, other] = [await publish(), await publish()]
    const number = async (id: string) => Number(/(\d+)号$/.exec((await findRow({ payload: portal.payload }, SLUG.notices, { where: { id: { equals: id } } }))?.number ?? '')?.[1])
    expect(await number(other.id)).toBe((await number(one.id)) + 1)
  })

  it('takes no date on the document that lies ahead, nor another one later', async () => {
    serial += 1
    expect((await as('writer', 'POST', '/notices', { code: `late-${serial}`, title: '通知', column, body: words('正文'), writtenAt: iso(now() + HOUR), _status: 'published' })).status).toBe(409)
    const { id } = await publish({ writtenAt: '2026-01-05T00:00:00.000Z' })
    expect((await as('writer', 'PATCH', `/notices/${id}?draft=true`, { writtenAt: '2025-01-05T00:00:00.000Z', _status: 'draft' })).status).toBe(409)
  })
})

describe('a file of a notice', () => {
  it('is told by its content, is for editors until its notice is out, and goes with it', async () => {
    const made = await portal.payload.create({ collection: SLUG.files, data: { title: '申请表' } as never, file: { data: Buffer.from('%PDF-1.4\n%âãÏÓ\n'), mimetype: 'text/html', name: 'x.html', size: 16 }, overrideAccess: true })
    expect(made).toMatchObject({ withheld: true, filename: expect.stringMatching(/^[0-9a-z]{26}\.pdf$/) as string })
    const see = async () => (await portal.payload.find({ collection: SLUG.files, where: { id: { equals: made.id } }, overrideAccess: false })).totalDocs
    expect(await see()).toBe(0)
    const { code } = await publish({ files: [made.id] })
    expect(await see()).toBe(1)
    expect((await noticeByCode(portal.payload, model, 'zh', code)).view.attachments).toMatchObject([{ title: '申请表', format: 'PDF' }])
  })

  it('that is none of those that are taken is refused, whatever it is called', async () => {
    await expect(portal.payload.create({ collection: SLUG.files, data: { title: 'x' } as never, file: { data: Buffer.from('<html><script>alert(1)</script>'), mimetype: 'application/pdf', name: 'a.pdf', size: 30 }, overrideAccess: true })).rejects.toMatchObject({ status: 415 })
  })
})

describe('a notice for the staff', () => {
  const team = () => model.teams.all[0]!

  it('is on no door of residents, and every member of staff reads it', async () => {
    const { id, code } = await publish({ column: staffColumn, title: '内部值班安排' })
    expect((await rest({ config, path: `/notices/${id}` })).status).toBe(404)
    await expect(noticeByCode(portal.payload, model, 'zh', code)).rejects.toMatchObject({ code: 'notFound' })
    expect(await list()).not.toContain(`/notices/${code}`)
    expect(await searchNotices(portal.payload, model, 'zh', '值班安排')).toEqual([])
    for (const path of [['notices.rss'], ['notices.json']]) expect((await feedAt({ payload: portal.payload, model, lang: 'zh', origin: 'https://x', path })).body).not.toContain('内部值班安排')
    await expect(feedAt({ payload: portal.payload, model, lang: 'zh', origin: 'https://x', path: ['columns', 'staff.rss'] })).rejects.toMatchObject({ code: 'notFound' })
    expect((await noticeDetail(await desk('volunteer'), id)).title).toBe('内部值班安排')
    expect((await as('volunteer', 'GET', `/notices/${id}`)).status).toBe(200)
  })

  it('is confirmed by whom it names, once an edition, and counts for them until then', async () => {
    const { id } = await publish({ column: staffColumn, mustRead: true, readTeams: [team().id] })
    const before = await noticesWaiting(await desk('member'))
    expect(before).toBeGreaterThan(0)
    expect((await noticesView(await desk('volunteer'), null)).toRead.some(({ href }) => href.endsWith(id))).toBe(false)
    const { reading } = await noticeDetail(await desk('member'), id)
    expect(reading).toMatchObject({ asked: true })
    expect(reading?.people).toBeUndefined()
    await expect(confirmRead(await desk('member'), id, 'another')).rejects.toMatchObject({ code: 'conflict' })
    await Promise.all([confirmRead(await desk('member'), id, reading?.edition ?? ''), confirmRead(await desk('member'), id, reading?.edition ?? '')])
    expect(await countRows({ payload: portal.payload }, SLUG.reads, { notice: { equals: id } })).toBe(1)
    expect(await noticesWaiting(await desk('member'))).toBe(before - 1)
    expect((await noticeDetail(await desk('writer'), id)).reading?.people?.find(({ name }) => name === 'Test member')).toMatchObject({ done: expect.anything() as string })
    expect((await as('writer', 'PATCH', `/notices/${id}`, { title: '改过的安排' })).status).toBe(200)
    expect(await noticesWaiting(await desk('member'))).toBe(before)
  })

  it('reminds those who have not read it every two days, once', async () => {
    const { id } = await publish({ column: staffColumn, mustRead: true, readTeams: [team().id] })
    const told = () => findRows({ payload: portal.payload }, SLUG.outbox, { where: { kind: { equals: 'notice.read' } } })
    const old = iso(now() - REMIND_EVERY - 1)
    await updateRowIf({ payload: portal.payload }, SLUG.notices, { id: { equals: id } }, { publishedAt: old })
    await remindReaders(portal.payload, model)
    await remindReaders(portal.payload, model)
    const rows = (await told()).filter(({ payload }) => (payload as { notice?: string }).notice === id)
    expect(rows).toHaveLength(1)
    expect((rows[0]?.payload as { people: string[] }).people).toContain(ids.member)
  })

  it('stays for the staff: its column cannot be opened to residents', async () => {
    expect((await as('writer', 'PATCH', `/notice-columns/${staffColumn}`, { internal: false })).status).toBe(409)
  })
})

describe('feeds', () => {
  const feed = (...path: string[]) => feedAt({ payload: portal.payload, model, lang: 'zh', origin: 'https://portal.example', path })

  it('say what is out, per column, per unit and all, with ids that stay', async () => {
    const { id, code } = await publish({ title: '<script>alert("1")</script> & 停水' })
    for (const path of [['notices.rss'], ['columns', 'announcements.rss'], ['units', 'jw-02.rss']]) {
      const found = readXml((await feed(...path)).body)
      expect(found.text('rss/channel/item/title')).toContain('<script>alert("1")</script> & 停水')
      expect(found.names).not.toContain('script')
    }
    const json = JSON.parse((await feed('notices.json')).body) as { items: { id: string; url: string; title: string }[] }
    const item = json.items.find(({ url }) => url === `https://portal.example/notices/${code}`)
    expect(item?.id).toContain(id)
    expect((await as('writer', 'PATCH', `/notices/${id}`, { title: '改名' })).status).toBe(200)
    expect((JSON.parse((await feed('notices.json')).body) as typeof json).items.find(({ title }) => title === '改名')?.id).toBe(item?.id)
    expect(readXml((await feed('notices.atom')).body).text('feed/entry/title')).toContain('改名')
  })

  it('change their mark with what they say, and only then', async () => {
    const before = await feed('notices.atom')
    expect((await feed('notices.atom')).etag).toBe(before.etag)
    await publish()
    expect((await feed('notices.atom')).etag).not.toBe(before.etag)
  })

  it('have activities as a calendar: of a column, and one by one', async () => {
    const { code } = await publish({ kind: 'activity', title: '义诊,周六', startsAt: '2026-11-28T01:30:00.000Z', endsAt: '2026-11-28T03:00:00.000Z', place: '大厅' })
    for (const path of [['columns', 'announcements.ics'], ['notices', `${code}.ics`]]) {
      const { type, body } = await feed(...path)
      expect(type).toBe('text/calendar; charset=utf-8')
      expect(body).toContain('SUMMARY:义诊\\,周六\r\n')
      expect(body).toContain('DTSTART;TZID=Asia/Shanghai:20261128T093000\r\n')
    }
    expect((await noticeByCode(portal.payload, model, 'zh', code)).view).toMatchObject({ event: { place: '大厅' } })
  })

  it.each([[['nothing.rss']], [['columns', 'nowhere.rss']], [['units', 'nowhere.atom']], [['notices', 'nowhere.ics']], [['notices.exe']], [['notices']], [['a', 'b', 'notices.rss']]])('are nowhere else: %j', async (path) => {
    await expect(feed(...path)).rejects.toMatchObject({ code: 'notFound' })
  })
})


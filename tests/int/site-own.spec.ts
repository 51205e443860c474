import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRow, findRows } from '@/db/rows'
import { addPhoto } from '@/services/photos/add'
import { newToken, tokenHash } from '@/services/site/sealed'
import { actOnReceipt } from '@/services/site/track/act'
import { trackPage } from '@/services/site/track/page'
import { openReceipt, type TrackSession } from '@/services/site/track/session'
import { plainRequest } from '@/services/site/track/standing'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { driver, type Driver } from '../helpers/matters'
import { makePeople } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'
import { samplePhoto } from '../helpers/siteReport'

const BEFORE = '三号门口的地砖松了，王家门前那块'
const AFTER = '三号门口的地砖松了，台阶下第二块'

let portal: TestPortal
let drive: Driver
beforeAll(async () => {
  process.env.RATE_LIMITS = 'track=off,followUp=off'
  portal = await openPortal()
  drive = driver(() => portal.payload)
})
afterAll(() => portal.close())

const at = (matter: string) => ({ where: { matter: { equals: matter } } })
const db = () => ({ payload: portal.payload })

const reported = async () => {
  const { payload } = portal
  const draft = tokenHash(newToken())
  const model = await needModel(payload)
  const { id: photo } = await addPhoto({ payload, office: model.office.id, bytes: samplePhoto('p2'), stage: 'report', owner: { draft } })
  const { matter, receiptCode, word } = await drive.create({ text: BEFORE, contact: { phone: '13800138000' }, photos: [photo], photoOwner: { draft } })
  const session = await openReceipt({ payload, code: receiptCode, word, address: 'x' })
  return { id: matter.id, photo, session }
}

const press = async (session: TrackSession, id: string, button: string, values: Record<string, string> = {}) => {
  const all = { do: button, code: session.receiptCode, revision: String((await drive.fresh(id)).revision), ...values }
  return actOnReceipt({ payload: portal.payload, session, fields: Object.fromEntries(Object.entries(all).map(([name, value]) => [name, [value]])), files: [], address: 'x' })
}

const look = async (id: string) => trackPage(await plainRequest(portal.payload), await needModel(portal.payload), await drive.fresh(id), 'zh')

describe("the reporter's own words", () => {
  it('are corrected while it is worked on: staff read the new ones, and the old ones in the history', async () => {
    const { id, session } = await reported()
    expect(await press(session, id, 'correct', { correction: AFTER })).toMatchObject({ to: `/track/${session.receiptCode}?done=correct` })
    expect(await drive.fresh(id)).toMatchObject({ text: AFTER, title: expect.stringContaining('三号门口的地砖松了') as unknown, searchText: expect.stringContaining('台阶下第二块') as unknown })
    const { view } = await look(id)
    expect(view.own.map(({ text }) => text)).toEqual([BEFORE, AFTER])
    expect(view.timeline[0]?.line).toBe('您更正了自己写的内容')
    const texts = await findRows(db(), SLUG.texts, at(id))
    expect(texts.map(({ text }) => text)).toContain(`原来写的：${BEFORE}`)
  })

  it.each([
    ['nothing', '', 'required'],
    ['too little', '砖', 'tooShort'],
    ['the same', BEFORE, 'unchanged'],
    ['too much', '砖'.repeat(2001), 'tooLong'],
  ])('are not corrected into %s', async (_name, correction, code) => {
    const { id, session } = await reported()
    expect((await press(session, id, 'correct', { correction })).to).toMatch(/#correct$/)
    const { readFlash } = await import('@/services/site/track/act')
    expect(await readFlash(portal.payload, session)).toMatchObject({ part: 'correct', errors: [{ field: 'correction', code }] })
    expect(await drive.fresh(id)).toMatchObject({ text: BEFORE })
  })

  it('are not erased while it is worked on', async () => {
    const { id, session } = await reported()
    expect((await press(session, id, 'erase')).to).toMatch(/#erase$/)
    expect(await drive.fresh(id)).toMatchObject({ text: BEFORE, hasContact: true })
    expect((await look(id)).own).toMatchObject({ mayCorrect: true, mayErase: false })
  })

  it('are erased for good once it is closed, with photos and contact; the history says so and holds together', async () => {
    const { id, photo, session } = await reported()
    await press(session, id, 'add', { addText: '王家老人前天绊了一跤' })
    await press(session, id, 'withdraw', { withdrawReason: '王家自己修好了' })
    expect((await look(id)).own).toMatchObject({ mayCorrect: false, mayErase: true })
    expect(await press(session, id, 'erase')).toMatchObject({ to: `/track/${session.receiptCode}?done=erase` })

    const matter = await drive.fresh(id)
    expect(matter).toMatchObject({ text: null, title: '原话已由反映人删除', address: null, lng: null, lat: null, answers: {}, hasContact: false })
    const left = JSON.stringify([matter, await findRows(db(), SLUG.texts, at(id)), await drive.events(id), await findRows(db(), SLUG.outbox, at(id)), await findRows(db(), SLUG.contacts, at(id))])
    for (const word of ['王家', '地砖', '13800138000', '138****8000']) expect(left).not.toContain(word)
    expect(await findRow(db(), SLUG.attachments, { where: { id: { equals: photo } } })).toMatchObject({ erasedAt: expect.any(String) as unknown })
    const files = await readdir(path.join(portal.dir, 'attachments'), { recursive: true })
    expect(files.filter((file) => file.includes(photo))).toEqual([])
    const { view } = await look(id)
    expect(view.own.every(({ text, photos }) => text === undefined && photos.length === 0)).toBe(true)
    expect(view.now).toBe('您撤回了这件事')
    expect(view.timeline[0]?.line).toBe('您删除了自己写的原话和照片')
    const events = await drive.events(id)
    expect(events.map(({ previous }) => previous)).toEqual(['', ...events.slice(0, -1).map(({ digest }) => digest)])
  })

  it('are erased once', async () => {
    const { id, session } = await reported()
    await press(session, id, 'withdraw', { withdrawReason: '修好了' })
    await press(session, id, 'erase')
    const { revision } = await drive.fresh(id)
    expect((await press(session, id, 'erase')).to).toMatch(/#erase$/)
    expect(await drive.fresh(id)).toMatchObject({ revision })
  })
})

it('a report handled with another shows how far that one is, and nothing its reporter wrote', async () => {
  const { acting: by } = (await makePeople(portal.payload)).as('intake')
  const [{ id }, other] = [await reported(), await drive.create({ text: '隔壁楼的张先生说路灯也不亮' })]
  await drive.move(id, 'mergeInto', { by, input: { target: other.matter.id, reason: '同一处' } })
  const { view } = await look(id)
  expect(view.joined).toMatchObject({ phase: 'intake', now: expect.stringContaining('街道收到了') as unknown, dueAt: expect.any(Number) as unknown })
  expect(JSON.stringify(view)).not.toContain('张先生')
  await drive.move(other.matter.id, 'accept', { by })
  expect((await look(id)).view.joined?.phase).not.toBe('intake')
})

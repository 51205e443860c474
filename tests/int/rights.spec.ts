import { createLocalReq } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '@/db/ids'
import { deleteRows, findRow, findRows, insertRow, updateRowIf } from '@/db/rows'
import { setClock } from '@/lib/clock'
import { deskOf, type Desk } from '@/services/desk/desk'
import { readQueuePage } from '@/services/desk/queue'
import { goneOf } from '@/services/desk/tombstones'
import { certificateView, keepingView, retentionView } from '@/services/desk/retention'
import { planOf } from '@/services/forget/plan'
import { retentionFile } from '@/services/desk/retentionFile'
import { askAnswer, askHold, askLift, askRun } from '@/services/forget/asked'
import { consentVersion } from '@/services/matters/consent'
import { actOnReceipt, readFlash } from '@/services/site/track/act'
import { heldView } from '@/services/site/track/held'
import { trackPage } from '@/services/site/track/page'
import { openReceipt, type TrackSession } from '@/services/site/track/session'
import { plainRequest } from '@/services/site/track/standing'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { driver } from '../helpers/matters'
import { makePeople, type People } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'

const DAY = 86_400_000
const BEGIN = Date.parse('2026-03-02T01:30:00.000Z')
let portal: TestPortal
let people: People
let at = BEGIN
const rows = () => ({ payload: portal.payload })
const on = driver(() => portal.payload)

beforeAll(async () => {
  process.env.RATE_LIMITS = 'track=off,followUp=off'
  portal = await openPortal()
  people = await makePeople(portal.payload)
  setClock(() => at)
})
beforeEach(() => { at = BEGIN })
afterAll(async () => {
  setClock()
  await portal.close()
})

const reported = async (contact: Record<string, string> | undefined = { name: '张阿姨', phone: '13800138000' }) => {
  const { matter, receiptCode, word } = await on.create({ text: '三号门口的地砖松了', address: '三号门', ...(contact ? { contact } : {}) })
  return { id: matter.id, number: matter.number, session: await openReceipt({ payload: portal.payload, code: receiptCode, word, address: 'x' }) }
}

const press = async (session: TrackSession, id: string, button: string, values: Record<string, string> = {}) => {
  const all = { do: button, code: session.receiptCode, revision: String((await on.fresh(id)).revision), ...values }
  return actOnReceipt({ payload: portal.payload, session, fields: Object.fromEntries(Object.entries(all).map(([name, value]) => [name, [value]])), files: [], address: 'x' })
}

const held = async (id: string, lang: 'zh' | 'en' = 'zh') => heldView(await plainRequest(portal.payload), await needModel(portal.payload), await on.fresh(id), lang)
const contactRow = (id: string) => findRow(rows(), SLUG.contacts, { where: { matter: { equals: id } } })

const desk = async (role: string): Promise<Desk> => {
  const user = await portal.payload.findByID({ collection: SLUG.users, id: people.as(role).id, depth: 0, overrideAccess: true })
  const req = await createLocalReq({ user: { ...user, collection: SLUG.users } }, portal.payload)
  return deskOf({ req, person: { id: user.id, office: String(user.office), name: user.name, username: String(user.username) }, lang: 'zh' })
}

describe('by code and word a reporter', () => {
  it('sees everything that is kept: words, place, contact, consent, and by which role it was looked at; never by whom, nor notes among colleagues', async () => {
    const { id } = await reported()
    const by = people.as('intake').acting
    await on.act(id, 'reveal', { by, input: { reason: '回电话问清楚' } })
    await on.act(id, 'note', { by, input: { text: '内部说的话' } })
    await on.act(id, 'reply', { by, input: { text: '明天来修' } })
    const view = await held(id)
    expect(view).toMatchObject({ contact: { name: '张阿姨', phone: '13800138000' }, address: '三号门', notes: 2, mayAsk: true, held: false, consent: { version: consentVersion('reporter'), by: 'reporter', purposes: ['callBack'] } })
    expect(view.texts.map(({ text }) => text)).toEqual(['三号门口的地砖松了', '明天来修'])
    expect(view.looks).toEqual([{ at: expect.any(Number) as unknown, roles: [expect.stringMatching(/\S/) as unknown] }])
    const said = JSON.stringify(view)
    for (const hidden of ['内部说的话', '回电话问清楚', 'Test ', people.as('intake').id]) expect(said).not.toContain(hidden)
  })

  it('withdraws the consent: the details and the consent go at once, the work goes on', async () => {
    const { id, session } = await reported()
    expect((await press(session, id, 'forgetContact')).to).toBe(`/track/${session.receiptCode}/data?done=forgetContact`)
    expect(await contactRow(id)).toMatchObject({ cipher: null, masked: null, keyId: null, consent: null, erasedAt: expect.any(String) as unknown })
    expect(await on.fresh(id)).toMatchObject({ hasContact: false, open: true, text: '三号门口的地砖松了' })
  })

  it('changes them only with a consent given anew; the history says so and not what they were', async () => {
    const { id, session } = await reported()
    expect((await press(session, id, 'contact', { phone: '13900139000' })).to).toMatch(/\/data#contact$/)
    expect(await readFlash(portal.payload, session)).toMatchObject({ errors: [{ field: 'consent', code: 'required' }] })
    await press(session, id, 'contact', { phone: '13900139000', consent: 'yes' })
    expect((await held(id)).contact).toEqual({ phone: '13900139000' })
    const trail = JSON.stringify([await on.events(id), await findRows(rows(), SLUG.texts, { where: { matter: { equals: id } } })])
    expect(trail).toContain('correctContact')
    for (const number of ['13800138000', '13900139000', '138****8000']) expect(trail).not.toContain(number)
  })

  it('asks for erasure while it is in hand, once; is answered with a reason, and may not be erased behind their back', async () => {
    const { id, session, number } = await reported()
    await press(session, id, 'askErase', { eraseReason: '不想让人知道' })
    expect(await on.fresh(id)).toMatchObject({ eraseAskedAt: new Date(at).toISOString(), eraseAnswerBy: new Date(at + 15 * DAY).toISOString(), text: '三号门口的地砖松了' })
    await press(session, id, 'askErase')
    expect((await held(id)).mayAsk).toBe(false)
    const waiting = await retentionView(await desk('intake'))
    expect(waiting.requests).toContainEqual(expect.objectContaining({ number, late: false }))
    expect(waiting.plan).toBeUndefined()
    expect((await retentionView(await desk('director'))).requests).toContainEqual(expect.objectContaining({ number }))
    at += 16 * DAY
    expect((await retentionView(await desk('intake'))).requests).toContainEqual(expect.objectContaining({ number, late: true }))
    expect(await keepingView(await desk('intake'), id)).toMatchObject({ asked: { reason: '不想让人知道' }, mayAnswer: true, mayHold: false })
    const answer = async (agree: string, text: string) => askAnswer(await desk('intake'), { id, agree, text, revision: (await on.fresh(id)).revision })
    await expect(answer('', '说明')).rejects.toMatchObject({ code: 'invalid' })
    await expect(answer('no', '')).rejects.toMatchObject({ code: 'invalid' })
    await answer('no', '档案规定要留两年，期满自动删除')
    expect(await on.fresh(id)).toMatchObject({ eraseAskedAt: null, text: '三号门口的地砖松了' })
    expect((await held(id)).texts.map(({ text }) => text)).toContain('档案规定要留两年，期满自动删除')
    await press(session, id, 'askErase')
    await answer('yes', '同意删除')
    expect(await on.fresh(id)).toMatchObject({ open: true, text: null, address: null, hasContact: false, answers: {} })
    const page = await trackPage(await plainRequest(portal.payload), await needModel(portal.payload), await on.fresh(id), 'zh')
    expect(JSON.stringify(page)).toContain('同意删除')
    const left = JSON.stringify([await on.fresh(id), await findRows(rows(), SLUG.texts, { where: { matter: { equals: id } } }), await contactRow(id)])
    for (const word of ['地砖', '三号门', '不想让人知道', '138']) expect(left).not.toContain(word)
  })

  it('erases it for good after withdrawing: then no answer is promised any more, and the office has no request left', async () => {
    const { id, session, number } = await reported()
    await press(session, id, 'askErase', { eraseReason: '不想让人知道' })
    await press(session, id, 'withdraw', { withdrawReason: '算了' })
    expect(await held(id)).toMatchObject({ mayErase: true })
    await press(session, id, 'erase')
    expect(await on.fresh(id)).toMatchObject({ text: null, eraseAskedAt: null, eraseAnswerBy: null })
    expect(await held(id)).toMatchObject({ askedAt: undefined, mayErase: false })
    expect((await retentionView(await desk('director'))).requests.map((each) => each.number)).not.toContain(number)
    expect(await findRows(rows(), SLUG.tombstones, { where: { target: { equals: id } } })).toMatchObject([{ code: number, mode: 'anonymise', reason: 'asked', receivedAt: new Date(at).toISOString(), erasedAt: new Date(at).toISOString() }])
    expect(await goneOf(await desk('owner'), number)).toEqual({ text: expect.stringContaining('按报告人的要求') as unknown })
  })

  it('is told why nothing goes while it is on hold', async () => {
    const { id, session, number } = await reported()
    const director = await desk('director')
    await expect(askHold(await desk('intake'), { kind: '', id: '', code: number, reason: '有人起诉', reviewBy: '2026-09-01' })).rejects.toMatchObject({ code: 'notAllowed' })
    await expect(askHold(director, { kind: '', id: '', code: number, reason: '有人起诉', reviewBy: '2026-03-01' })).rejects.toMatchObject({ code: 'invalid' })
    await askHold(director, { kind: '', id: '', code: number, reason: '有人起诉', reviewBy: '2026-09-01' })
    await expect(askHold(director, { kind: '', id: '', code: number, reason: '再来一次', reviewBy: '2026-09-01' })).rejects.toMatchObject({ code: 'invalid' })
    await press(session, id, 'forgetContact')
    expect(await readFlash(portal.payload, session)).toMatchObject({ trouble: { code: 'guardFailed' } })
    expect((await contactRow(id))?.keyId).toEqual(expect.any(String))
    await press(session, id, 'withdraw', { withdrawReason: '算了' })
    await press(session, id, 'erase')
    expect(await on.fresh(id)).toMatchObject({ text: '三号门口的地砖松了' })
    expect(await held(id)).toMatchObject({ held: true })
    expect((await retentionView(director)).holds).toContainEqual(expect.objectContaining({ name: number, reason: '有人起诉' }))
    const audit = await findRows(rows(), SLUG.audit, { where: { action: { equals: 'matter.hold' } } })
    expect(audit.at(-1)).toMatchObject({ target: id, actor: people.as('director').id })
    await askLift(director, { kind: 'matter', id, code: '', reason: '案子结了', reviewBy: '' })
    await press(session, id, 'erase')
    expect(await on.fresh(id)).toMatchObject({ text: null })
  })
})

describe('the desk', () => {
  it('runs only for those with the right, over the list they saw, and gives a certificate without anybody in it', async () => {
    const type = (await needModel(portal.payload)).types.all.find(({ listed }) => listed)!
    await portal.payload.update({ collection: SLUG.types, id: type.id, data: { retentionDays: 400, retentionMode: 'delete' }, overrideAccess: true, depth: 0 })
    const { id, session, number } = await reported()
    await press(session, id, 'withdraw', { withdrawReason: '算了' })
    at += 500 * DAY
    const seen = (await retentionView(await desk('owner'))).plan!
    expect(seen.lines.map((line) => line.id)).toContain(id)
    await expect(askRun(await desk('director'), { seen: seen.digest, sure: true })).rejects.toMatchObject({ code: 'notAllowed' })
    await expect(askRun(await desk('owner'), { seen: seen.digest, sure: false })).rejects.toMatchObject({ code: 'invalid' })
    await expect(askRun(await desk('owner'), { seen: 'another', sure: true })).rejects.toMatchObject({ code: 'conflict' })
    const short = await planOf(portal.payload, await needModel(portal.payload), at, 0)
    expect([short.lines, short.digest, short.due]).toEqual([[], seen.digest, seen.due])
    const file = (await retentionFile(await desk('owner'))).text
    expect(file.trim().split('\n')).toHaveLength(1 + seen.due + seen.held)
    expect(file).toContain(number)
    for (const word of ['地砖', '三号门', '13800138000']) expect(file).not.toContain(word)
    await expect(retentionFile(await desk('handler'))).rejects.toMatchObject({ code: 'notAllowed' })
    await askRun(await desk('owner'), { seen: seen.digest, sure: true })
    await (await import('@/jobs/forget.handler')).forgetDue(portal.payload)
    const run = (await retentionView(await desk('auditor'))).runs[0]!
    const certificate = await certificateView(await desk('auditor'), run.id)
    expect(certificate).toMatchObject({ planned: seen.due, deleted: seen.due, failed: 0, plannedDigest: seen.digest, by: expect.stringContaining('owner') as unknown })
    expect(certificate.agrees).toBe(true)
    expect(certificate.marks?.find((mark) => mark.code === number)).toEqual({
      code: number, type: type.name, openedAt: BEGIN, closedAt: BEGIN, lastAt: BEGIN, erasedAt: at, days: 400, mode: 'delete', reason: 'retention',
    })
    expect((await certificateView(await desk('director'), run.id)).marks).toBeUndefined()
    expect(await goneOf(await desk('director'), number)).toBeUndefined()
    const searched = await readQueuePage(await desk('auditor'), { query: { text: ` ${number.toLowerCase()} ` } })
    expect([searched.rows, searched.gone]).toEqual([[], { text: expect.stringContaining(number) as unknown, href: `/desk/retention/${run.id}` }])
    expect((await readQueuePage(await desk('auditor'), { query: { text: 'SQ26-99999' } })).gone).toBeUndefined()
    await updateRowIf(rows(), SLUG.tombstones, { code: { equals: number } }, { type: 'another' })
    expect(await certificateView(await desk('auditor'), run.id)).toMatchObject({ agrees: false })
    await updateRowIf(rows(), SLUG.tombstones, { code: { equals: number } }, { type: type.code })
    for (const word of ['地砖', '三号门', '13800138000']) expect(JSON.stringify(certificate)).not.toContain(word)
    await expect(certificateView(await desk('handler'), run.id)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('shows what is held in the list and in the certificate; neither hold, nor its end, nor a look at the details starts the period anew', async () => {
    const type = (await needModel(portal.payload)).types.all.find(({ listed }) => listed)!
    await portal.payload.update({ collection: SLUG.types, id: type.id, data: { retentionDays: 400, retentionMode: 'delete' }, overrideAccess: true, depth: 0 })
    const [{ id, session }, other] = [await reported(), await reported()]
    for (const each of [{ id, session }, other]) await press(each.session, each.id, 'withdraw', { withdrawReason: '算了' })
    const line = async () => (await retentionView(await desk('owner'))).plan?.lines.find((each) => each.id === id)
    at += 399 * DAY
    await on.act(id, 'reveal', { by: people.as('intake').acting, input: { reason: '回电话问清楚' } })
    at += DAY
    expect(await line()).toMatchObject({ held: false })
    await askHold(await desk('director'), { kind: 'matter', id, code: '', reason: '有人起诉', reviewBy: '2028-01-01' })
    expect(await line()).toMatchObject({ held: true })
    const plan = (await retentionView(await desk('owner'))).plan!
    expect(plan.held).toBeGreaterThanOrEqual(1)
    await askRun(await desk('owner'), { seen: plan.digest, sure: true })
    await (await import('@/jobs/forget.handler')).forgetDue(portal.payload)
    expect(await findRow(rows(), SLUG.matters, { where: { id: { equals: other.id } } })).toBeUndefined()
    const run = (await retentionView(await desk('auditor'))).runs.find(({ startedAt }) => startedAt === at)!
    expect(await certificateView(await desk('auditor'), run.id)).toMatchObject({ held: plan.held, failed: 0 })
    expect(await on.fresh(id)).toMatchObject({ text: '三号门口的地砖松了' })
    await askLift(await desk('director'), { kind: 'matter', id, code: '', reason: '案子结了', reviewBy: '' })
    expect(await line()).toMatchObject({ held: false })
  })

  it('gives every line of the list as a file, not the first of them alone', async () => {
    const { id, session } = await reported()
    await press(session, id, 'withdraw', { withdrawReason: '算了' })
    const whole = await findRow(rows(), SLUG.matters, { where: { id: { equals: id } } })
    for (let n = 1000; n < 1205; n += 1) await insertRow(rows(), SLUG.matters, { ...whole!, id: newId(), number: `SQ20-${n}`, receiptCode: `many-${n}`, idempotencyKey: `many-${n}` } as never)
    at += 400 * DAY
    const plan = (await retentionView(await desk('owner'))).plan!
    expect([plan.due >= 206, plan.lines.length]).toEqual([true, 200])
    const file = (await retentionFile(await desk('owner'))).text
    expect(file.trim().split('\n')).toHaveLength(1 + plan.due + plan.held)
    for (const number of ['SQ20-1000', 'SQ20-1204']) expect(file).toContain(number)
    await deleteRows(rows(), SLUG.matters, { receiptCode: { like: 'many-' } })
  })

  it('a restricted matter on hold is not named to who may not know of it', async () => {
    const { id, number } = await reported()
    await updateRowIf(rows(), SLUG.matters, { id: { equals: id } }, { confidentiality: 'restricted' })
    await insertRow(rows(), SLUG.legalHolds, { office: (await needModel(portal.payload)).office.id, matter: id, reason: '秘密的原因', setAt: new Date(at).toISOString(), reviewBy: new Date(at + DAY).toISOString() })
    expect(JSON.stringify((await retentionView(await desk('director'))).holds)).toContain(number)
    const told = JSON.stringify((await retentionView(await desk('auditor'))).holds)
    for (const word of [number, '秘密的原因']) expect(told).not.toContain(word)
  })
})

describe('the register of processing at the desk', () => {
  it('takes what the office writes beside an activity, from those who may, into the history; residents read it', async () => {
    const { processingView, writeBeside } = await import('@/services/desk/processing')
    const owner = await desk('owner')
    await expect(writeBeside(await desk('director'), 'contact', { who: 'x' })).rejects.toMatchObject({ code: 'notAllowed' })
    await expect(writeBeside(owner, 'nothing', { who: 'x' })).rejects.toMatchObject({ code: 'notFound' })
    await writeBeside(owner, 'contact', { recipients: '法院依法调取的除外。' })
    const view = await processingView(await desk('owner'))
    expect(view.activities.find(({ key }) => key === 'contact')?.recipients.zh).toContain('法院依法调取的除外。')
    expect(await findRow(rows(), SLUG.changes, { where: { table: { equals: SLUG.offices } }, sort: '-at' })).toMatchObject({ actor: people.as('owner').id })
    await expect(processingView(await desk('volunteer'))).rejects.toMatchObject({ code: 'notFound' })
  })

  it('asks before personal data is published beside an activity, at any door; who says that it may be public stands in the audit log', async () => {
    const { processingView, writeBeside } = await import('@/services/desk/processing')
    const given = { who: '联系人：王建国 13800138000' }
    const written = async () => (await processingView(await desk('owner'))).written.photos
    const before = await written()
    await expect(writeBeside(await desk('owner'), 'photos', given)).rejects.toMatchObject({ code: 'invalid', detail: { found: expect.arrayContaining([expect.objectContaining({ part: 'who', kind: 'phone' })]) as unknown } })
    const { id } = (await needModel(portal.payload)).office
    const { req } = await desk('owner')
    await expect(portal.payload.update({ collection: SLUG.offices, id, data: { processing: { photos: given } }, user: req.user, overrideAccess: false, depth: 0 })).rejects.toMatchObject({ status: 400 })
    expect(await written()).toEqual(before)
    await writeBeside(await desk('owner'), 'photos', given, { seen: true })
    expect(await written()).toEqual(given)
    expect(await findRow(rows(), SLUG.audit, { where: { action: { equals: 'content.privacySeen' } } })).toMatchObject({ actor: people.as('owner').id, target: id })
    await writeBeside(await desk('owner'), 'photos', { ...given, basis: '履行法定职责' })
    expect(await written()).toMatchObject({ basis: '履行法定职责' })
  })
})

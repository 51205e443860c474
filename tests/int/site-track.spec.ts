import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findRow, findRows, updateRowIf } from '@/db/rows'
import { FEW, publicShare } from '@/domain/privacy/few'
import { setClock } from '@/lib/clock'
import { resetEnv } from '@/lib/env'
import { addPhoto } from '@/services/photos/add'
import { solvedThisMonth } from '@/services/site/content/solved'
import { actOnReceipt, readFlash, type TrackActed } from '@/services/site/track/act'
import { trackPage } from '@/services/site/track/page'
import { photoForReporter } from '@/services/site/track/photo'
import { matterOfReceipt, openReceipt, readSession, SESSION_MS, signSession, type TrackSession } from '@/services/site/track/session'
import { plainRequest } from '@/services/site/track/standing'
import type { Upload } from '@/services/site/report/photos'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { isAtomic } from '../helpers/engine'
import { driver, type Driver } from '../helpers/matters'
import { makePeople, type People } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'
import { samplePhoto, upload } from '../helpers/siteReport'
let portal: TestPortal
let drive: Driver, people: People, small: Buffer
beforeAll(async () => {
  process.env.RATE_LIMITS = 'track=off,followUp=off'
  portal = await openPortal()
  drive = driver(() => portal.payload)
  people = await makePeople(portal.payload)
  small = await sharp(samplePhoto('p2')).resize(60).jpeg().toBuffer()
})
afterAll(() => portal.close())
afterEach(() => setClock())

const by = (role: string) => people.as(role).acting

/** A resident who has a receipt, and has typed code and word. */
const resident = async (session: TrackSession) => {
  const { payload } = portal
  const matter = async () => {
    const row = await matterOfReceipt(payload, session.receiptCode)
    if (!row) throw new Error('the matter is gone')
    return row
  }
  const look = async (lang: 'zh' | 'en' = 'zh') => trackPage(await plainRequest(payload), await needModel(payload), await matter(), lang)
  const press = async (button: string, values: Record<string, string> = {}, files: Upload[] = []): Promise<TrackActed> => {
    const all = { do: button, code: session.receiptCode, revision: String((await matter()).revision), ...values }
    return actOnReceipt({ payload, session, fields: Object.fromEntries(Object.entries(all).map(([name, value]) => [name, [value]])), files, address: '192.0.2.1' })
  }
  return { session, matter, look, press, flash: () => readFlash(payload, session) }
}

const report = async (input: Parameters<Driver['create']>[0] = {}) => {
  const { receiptCode, word } = await drive.create(input)
  return resident(await openReceipt({ payload: portal.payload, code: receiptCode, word, address: '192.0.2.1' }))
}

const solvedAs = { outcome: 'solved', reply: '灯已经换好，试亮正常。' }

/** Accepted, given to a team, done and checked: the reporter is asked. */
const upToConfirm = async () => {
  const who = await report()
  const { id } = await who.matter()
  const team = (await needModel(portal.payload)).teams.byCode.get('professional')?.id
  await drive.move(id, 'accept', { by: by('intake') })
  if ((await drive.fresh(id)).step === 'routing') await drive.move(id, 'assign', { by: by('dispatcher'), input: { lead: { team, person: people.as('handler').id } } })
  await drive.move(id, 'done', { by: by('handler'), input: solvedAs })
  await drive.move(id, 'verify', { by: by('supervisor'), input: { reason: '到现场看过，亮了' } })
  return { ...who, id }
}

describe('code and word', () => {
  it('open the receipt together, however they are typed', async () => {
    const { receiptCode, word } = await drive.create()
    const typed = [`${receiptCode.slice(0, 5)}-${receiptCode.slice(5)}`.toLowerCase(), ` ${receiptCode} `]
    for (const code of typed) expect(await openReceipt({ payload: portal.payload, code, word: word.toLowerCase(), address: 'x' })).toMatchObject({ receiptCode })
  })

  it('say the same whether there is such a code or not', async () => {
    const { receiptCode, word } = await drive.create()
    const wrong = (code: string, other: string) => openReceipt({ payload: portal.payload, code, word: other, address: 'x' }).catch((error: unknown) => error)
    const [one, other] = [await wrong(receiptCode, 'AAAA-AAAA'), await wrong('0123456789', word)]
    expect(one).toMatchObject({ code: 'wrongCode', detail: {}, fields: [] })
    expect(other).toEqual(one)
    expect(await wrong(receiptCode, 'x')).toEqual(one)
  })

  it('name what is missing', async () => {
    const open = (code: string, word: string) => openReceipt({ payload: portal.payload, code, word, address: 'x' })
    await expect(open('', '')).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'code', code: 'required' }, { field: 'word', code: 'required' }] })
    await expect(open('hello', 'AAAA-AAAA')).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'code', code: 'pattern' }] })
  })

  it('are limited by address', async () => {
    process.env.RATE_LIMITS = 'track=2/1m,followUp=off'
    resetEnv()
    const open = () => openReceipt({ payload: portal.payload, code: '0123456789', word: 'AAAA-AAAA', address: '198.51.100.7' })
    await expect(open()).rejects.toMatchObject({ code: 'wrongCode' })
    await expect(open()).rejects.toMatchObject({ code: 'wrongCode' })
    await expect(open()).rejects.toMatchObject({ code: 'tooMany', detail: { retryAfter: expect.any(Number) as number } })
    process.env.RATE_LIMITS = 'track=off,followUp=off'
    resetEnv()
  })
})

describe('the session', () => {
  it('is signed, and over after its time', async () => {
    const { session } = await report()
    const cookie = signSession(session)
    expect(readSession(cookie)).toEqual(session)
    expect(readSession(cookie.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')))).toBeUndefined()
    expect(readSession(cookie.replace(String(session.until), String(session.until + 1)))).toBeUndefined()
    expect(readSession('')).toBeUndefined()
    setClock(() => session.until + 1)
    expect(readSession(cookie)).toBeUndefined()
    expect(session.until - Date.now()).toBeLessThanOrEqual(SESSION_MS)
  })

  it('acts on its own receipt only', async () => {
    const [one, other] = [await report(), await report()]
    await expect(one.press('withdraw', { code: other.session.receiptCode })).rejects.toMatchObject({ code: 'expired' })
    expect((await other.matter()).open).toBe(true)
  })
})

describe('the page', () => {
  it('shows phases, holder, words and no person of staff', async () => {
    const { id, look } = await upToConfirm()
    const { view, silenceAt } = await look()
    expect(view.phases.map(({ phase, state }) => `${phase} ${state}`)).toEqual(['intake done', 'routing done', 'coordination skipped', 'handling done', 'supervision current', 'archive pending'])
    expect(view.replies).toMatchObject([{ text: '灯已经换好，试亮正常。' }])
    expect(view.own).toMatchObject([{ text: '楼门口的地砖松了，走路会绊一下' }])
    expect(view.clock).toMatchObject({ state: 'met' })
    expect(silenceAt).toBeGreaterThan(Date.now())
    expect(view.timeline.at(-1)?.line).toBe('收到您的反映')
    await drive.act(id, 'note', { by: by('supervisor'), input: { text: '内部备注不给人看' } })
    const whole = JSON.stringify([await look(), await look('en')])
    expect(whole).not.toContain('内部备注')
    expect(whole).not.toContain('到现场看过')
    expect(whole).not.toContain('Test ')
    for (const { id: person } of people.all) expect(whole).not.toContain(person)
  })

  it('says that a text was erased', async () => {
    const { matter, look } = await report()
    const row = await findRow({ payload: portal.payload }, SLUG.texts, { where: { matter: { equals: (await matter()).id } } })
    await updateRowIf({ payload: portal.payload }, SLUG.texts, { id: { equals: row?.id } }, { text: null, key: null, erasedAt: new Date().toISOString() })
    const { view } = await look()
    expect(view.own).toHaveLength(1)
    expect(view.own[0]).not.toHaveProperty('text')
  })

  it('offers what the workflow allows at this step', async () => {
    const offered = async (who: { look: () => Promise<{ offers: object }> }) => Object.keys((await who.look()).offers).sort()
    const fresh = await report()
    expect(await offered(fresh)).toEqual(['withdraw'])
    const asked = await upToConfirm()
    expect(await offered(asked)).toEqual(['notSolved', 'solved'])
    await asked.press('solved')
    expect(await offered(asked)).toEqual(['rate', 'reopen'])
  })
})

describe('what the reporter may do', () => {
  it('confirms, rates, and opens again within the days', async () => {
    const who = await upToConfirm()
    expect(await who.press('solved')).toMatchObject({ to: `/track/${who.session.receiptCode}?done=solved` })
    expect(await who.matter()).toMatchObject({ step: 'archive', open: false })
    expect((await who.look()).view.outcome).toBe('解决了')
    await who.press('rate', { rating: '4' })
    expect(await who.matter()).toMatchObject({ rating: 4 })
    await who.press('reopen', { reason: '' })
    expect(await who.flash()).toMatchObject({ part: 'confirm', errors: [{ field: 'reason', code: 'required' }] })
    await who.press('reopen', { reason: '过了两天又不亮了' }, [upload('a.jpg', small)])
    expect(await who.matter()).toMatchObject({ open: true, round: 2, phase: 'routing' })
    const { own, routingReason, phases } = (await who.look()).view
    expect([own.at(-1), routingReason, phases[1]?.state, phases[3]?.state]).toMatchObject([{ text: '过了两天又不亮了', photos: [{ alt: '照片1' }] }, undefined, 'current', 'pending'])
    expect(await who.flash()).toBeUndefined()
  })

  it('cannot be opened again after the days', async () => {
    const who = await upToConfirm()
    await who.press('solved')
    const days = (await who.look()).reopenDays
    setClock(() => Date.now() + (days + 1) * 86_400_000)
    expect(Object.keys((await who.look()).offers)).toEqual(['rate'])
    await who.press('reopen', { reason: '太晚了' })
    expect(await who.flash()).toMatchObject({ trouble: { code: 'illegalStep' } })
    expect(await who.matter()).toMatchObject({ open: false, round: 1 })
  })

  it('asks why before it says "not solved", and the work goes on', async () => {
    const who = await upToConfirm()
    expect(await who.press('notSolved')).toMatchObject({ to: `/track/${who.session.receiptCode}?ask=1#confirm` })
    expect(await who.matter()).toMatchObject({ step: 'confirm' })
    await who.press('reopen', { reason: '只亮了一盏' })
    expect(await who.matter()).toMatchObject({ step: 'handling', returns: 1 })
  })

  it('answers when the office waits for the reporter, and adds at any other time', async () => {
    const who = await report()
    const { id } = await who.matter()
    await who.press('add', { addText: '是从北数第二盏' }, [upload('a.jpg', small), upload('b.txt', Buffer.from('no picture'))])
    expect(await who.flash()).toMatchObject({ part: 'add', text: '是从北数第二盏', refused: [{ name: 'b.txt', code: 'unsupportedFile' }], photos: [expect.any(String) as string] })
    await who.press('add', { addText: '是从北数第二盏' })
    expect((await who.look()).view.own.at(-1)).toMatchObject({ text: '是从北数第二盏', photos: [{ alt: '照片1' }] })
    const team = (await needModel(portal.payload)).teams.byCode.get('professional')?.id
    await drive.move(id, 'accept', { by: by('intake') })
    if ((await drive.fresh(id)).step === 'routing') await drive.move(id, 'assign', { by: by('dispatcher'), input: { lead: { team, person: people.as('handler').id } } })
    await drive.move(id, 'askReporter', { by: by('handler'), input: { reply: '请问是哪一盏？' } })
    expect((await who.look()).offers.answer?.code).toBe('reporterAnswers')
    await who.press('add', { addText: '靠近垃圾桶的那盏' })
    expect(await who.matter()).toMatchObject({ step: 'handling' })
    const texts = await findRows({ payload: portal.payload }, SLUG.texts, { where: { matter: { equals: id } } })
    expect(texts.map(({ text }) => text)).toContain('靠近垃圾桶的那盏')
  })

  it('withdraws while nobody is at work', async () => {
    const who = await report()
    await who.press('withdraw', { withdrawReason: '自己修好了' })
    expect(await who.matter()).toMatchObject({ open: false, outcome: 'withdrawn' })
    expect((await who.look()).view.outcome).toBe('撤回')
  })

  it.runIf(isAtomic())('is told when somebody was faster, and keeps what was typed', async () => {
    const who = await upToConfirm()
    const before = (await who.matter()).revision
    await drive.act(who.id, 'reply', { by: by('supervisor'), input: { text: '师傅说周五再来看一次' } })
    await who.press('reopen', { reason: '还是不亮', revision: String(before) }, [upload('a.jpg', small)])
    const flash = await who.flash()
    expect(flash).toMatchObject({ part: 'confirm', text: '还是不亮', happened: [{ name: { zh: '街道答复' } }] })
    expect(await who.matter()).toMatchObject({ step: 'confirm', revision: before + 1 })
    await who.press('reopen', { reason: flash?.text ?? '' })
    expect(await who.matter()).toMatchObject({ step: 'handling' })
    expect((await who.look()).view.own.at(-1)?.photos).toHaveLength(1)
  })

  it('does one thing once, however often it is pressed', async () => {
    const who = await upToConfirm()
    const revision = String((await who.matter()).revision)
    await Promise.all([who.press('solved', { revision }), who.press('solved', { revision })])
    const events = await drive.events(who.id)
    expect(events.filter(({ action }) => action === 'confirmSolved')).toHaveLength(1)
  })

  it('is counted against a limit', async () => {
    const who = await report()
    process.env.RATE_LIMITS = 'track=off,followUp=1/1h'
    resetEnv()
    await who.press('notSolved')
    await expect(who.press('notSolved')).rejects.toMatchObject({ code: 'tooMany' })
    process.env.RATE_LIMITS = 'track=off,followUp=off'
    resetEnv()
  })
})

describe('photos of a matter', () => {
  it('go to its reporter when they may, and to nobody else', async () => {
    const { payload } = portal
    const [who, other] = [await report(), await report()]
    const { id: matter, office } = await who.matter()
    const add = (visibility: 'staff' | 'reporter') => addPhoto({ payload, office, bytes: small, stage: 'handling', owner: { person: people.as('handler').id }, matter, visibility })
    const [open, inside] = [await add('reporter'), await add('staff')]
    const ask = (id: string, session: TrackSession | undefined) => photoForReporter({ payload, id, draft: undefined, session })
    expect(await ask(open.id, who.session)).toBeInstanceOf(Buffer)
    await expect(ask(inside.id, who.session)).rejects.toMatchObject({ code: 'notFound' })
    await expect(ask(open.id, other.session)).rejects.toMatchObject({ code: 'notFound' })
    await expect(ask(open.id, undefined)).rejects.toMatchObject({ code: 'notFound' })
    await expect(ask('01J8ZK4T5Y6N7P8Q9R0S1T2V3W', who.session)).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('a report that belongs to somebody else', () => {
  it('says whom to turn to, and not the reason kept by staff', async () => {
    const who = await report()
    const { id } = await who.matter()
    await drive.move(id, 'reject', { by: by('intake'), input: { reason: '不在辖区', responsible: '供电公司 95598', reply: '请找供电公司。' } })
    const { view } = await who.look()
    expect(view.timeline[0]?.line).toContain('供电公司 95598')
    expect(view.replies[0]?.text).toBe('请找供电公司。')
    expect(JSON.stringify(view)).not.toContain('不在辖区')
  })
})
describe('plain numbers for the home page', () => {
  it('count what was due, what was done in time, and what reporters said', async () => {
    const { payload } = portal
    const model = await needModel(payload)
    const clocks = (await findRows({ payload }, SLUG.clocks, { where: { clock: { equals: 'resolve' } } })).flatMap(({ dueAt, state }) => (dueAt ? [{ at: Date.parse(dueAt), state }] : []))
    const latest = Math.max(...clocks.map(({ at }) => at))
    setClock(() => latest + 60_000)
    const month = (at: number) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit' }).format(at)
    const due = clocks.filter(({ at }) => month(at) === month(latest + 60_000))
    const shown = (kind: string, ...states: string[]) => ({ kind, ...publicShare({ done: due.filter(({ state }) => states.includes(state)).length, total: due.length }) })
    expect(due.length).toBeGreaterThanOrEqual(FEW)
    expect((await solvedThisMonth(payload, model, 'zh'))?.figures).toEqual(expect.arrayContaining([shown('closed', 'met', 'missed'), shown('inTime', 'met')]))
    setClock()
    const said = await findRows({ payload }, SLUG.events, { where: { action: { in: ['confirmSolved', 'reporterNotSolved'] } } })
    const solved = publicShare({ done: said.filter(({ action }) => action === 'confirmSolved').length, total: said.length })
    expect((await solvedThisMonth(payload, { ...model }, 'zh'))?.figures.find(({ kind }) => kind === 'solved')).toEqual(solved && { kind: 'solved', ...solved })
  })
})

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { stepView } from '@/app/(site)/lib/reportViews'
import { countRows, findRow, findRows } from '@/db/rows'
import type { FormDef, FormPage } from '@/domain/forms/types'
import { sweepDrafts } from '@/jobs/sweepDrafts.handler'
import { setClock } from '@/lib/clock'
import { readBytes } from '@/services/photos/store'
import { readDraft, WORD_SHOWN_MS, type Step } from '@/services/site/report/draft'
import { reportDoor } from '@/services/site/report/send'
import { formOf } from '@/services/site/report/type'
import { tokenHash, unseal } from '@/services/site/sealed'
import { receiptOf } from '@/services/site/track/receipt'
import { plainRequest } from '@/services/site/track/standing'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { isAtomic } from '../helpers/engine'
import { openPortal, type TestPortal } from '../helpers/portal'
import { samplePhoto, TEXT, upload, upToCheck, visitor } from '../helpers/siteReport'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())
afterEach(() => setClock())

const matters = () => findRows({ payload: portal.payload }, SLUG.matters, { sort: 'id' })
const receipt = async (token: string | undefined) =>
  receiptOf(await plainRequest(portal.payload), await needModel(portal.payload), await readDraft(portal.payload, token), { lang: 'zh', origin: 'http://portal.test' })

describe('a report, page by page', () => {
  it('travels from the first word to the receipt', async () => {
    const { payload } = portal
    const browser = visitor(payload)
    expect(await browser.post('describe', { text: TEXT })).toMatchObject({ to: '/report' })
    expect(await browser.post('describe', { text: TEXT, category: 'security-dark' })).toMatchObject({ to: '/report/where' })
    expect(await browser.post('where', { way: 'address', address: '槐荫里1号楼', do: 'find' })).toMatchObject({ to: '/report/where' })
    expect(await browser.post('where', { way: 'address', address: '槐荫里1号楼', hit: 'jw-01-01-01' })).toMatchObject({ to: '/report/questions' })
    expect(await browser.post('questions', { page: '1', 'q.danger': 'no', 'q.since': 'today' })).toMatchObject({ to: '/report/photos' })
    expect(await browser.post('photos')).toMatchObject({ to: '/report/contact' })
    expect(await browser.post('contact', { name: '张阿姨', phone: '138 0013 8000', consent: 'yes' })).toMatchObject({ to: '/report/check' })
    expect(await browser.post('check', { do: 'send' })).toMatchObject({ to: '/receipt' })

    const shown = await receipt(browser.token())
    const matter = (await matters()).at(-1)
    const unit = (await needModel(payload)).units.byCode.get('jw-01-01-01')
    expect(matter).toMatchObject({ text: TEXT, address: '槐荫里1号楼', unit: unit?.id, answers: { danger: 'no', since: 'today' }, hasContact: true, step: 'intake' })
    expect(shown?.code.replace('-', '')).toBe(matter?.receiptCode)
    expect(shown?.word).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    expect(shown?.dueAt).toBeGreaterThan(Date.parse(matter?.receivedAt ?? ''))
    expect(shown?.trackPath).toBe(`/track/${matter?.receiptCode}`)
    expect(JSON.stringify(await browser.draft())).not.toContain('路灯')
  })

  it('names on its button what really comes next', async () => {
    const { payload } = portal
    const browser = visitor(payload)
    const model = await needModel(payload)
    const on = async (step: Step, page?: number, form?: FormDef) => {
      const draft = await browser.draft()
      return stepView({ model, lang: 'zh', draft, form: form ?? (await formOf(payload, model, draft)) }, step, page === undefined ? {} : { page }).next
    }
    await browser.post('describe', { text: TEXT })
    expect(await on('describe')).toBe('说地点')
    await browser.post('describe', { text: TEXT, category: 'security-dark' })
    expect(await on('where')).toBe('几个小问题')
    await browser.post('where', { way: 'tree', do: 'at:jw-01-01' })
    await browser.post('where', { way: 'tree' })
    expect(await on('questions')).toBe('照片')
    const pages = (last: FormPage): FormDef => ({ code: 'two', name: { zh: '两页' }, pages: [{ title: { zh: '是什么' }, questions: [{ key: 'what', kind: 'yesNo', label: { zh: '还在吗？' } }] }, last] })
    const asked = pages({ title: { zh: '在哪一边' }, questions: [{ key: 'side', kind: 'text', label: { zh: '哪一边？' } }] })
    expect([await on('questions', 0, asked), await on('questions', 1, asked)]).toEqual(['在哪一边', '照片'])
    const sometimes = pages({ title: { zh: '在哪一边' }, questions: [{ key: 'side', kind: 'text', label: { zh: '哪一边？' }, showIf: { match: 'all', rows: [{ question: 'what', op: 'is', value: true }] } }] })
    expect(await on('questions', 0, sometimes)).toBeUndefined()
    await browser.post('questions', { page: '1', 'q.danger': 'no', 'q.since': 'today' })
    await browser.post('photos')
    expect(await on('contact')).toBe('核对')
    await browser.post('contact', { phone: '138 0013 8000', consent: 'yes' })
    // everything was gone through: whoever changes a step comes back to the check
    expect([await on('describe'), await on('where'), await on('questions'), await on('photos')]).toEqual([undefined, '核对', '核对', '核对'])
    expect(await browser.post('where', { way: 'tree', detail: '往南第二盏' })).toMatchObject({ to: '/report/check' })
  })

  it('suggests a category with the words that led there', async () => {
    const { suggestFor } = await import('@/services/site/report/describe')
    const [best] = suggestFor(await needModel(portal.payload), '单元门的路灯不亮，太黑了')
    expect(best).toMatchObject({ code: 'security-dark', matched: ['路灯', '不亮', '太黑'] })
  })

  it('keeps what was typed, wrong or not, and names every fault', async () => {
    const browser = visitor(portal.payload)
    await browser.post('describe', { text: '灯' })
    expect(await browser.draft()).toMatchObject({ text: '灯', faults: { step: 'describe', errors: [{ field: 'text', code: 'tooShort' }] } })
    await browser.post('describe', { text: TEXT })
    await browser.post('describe', { text: TEXT })
    expect((await browser.draft()).faults?.errors).toEqual([{ field: 'category', code: 'required' }])
    await browser.post('describe', { text: TEXT, category: 'no-such' })
    expect((await browser.draft()).faults?.errors).toEqual([{ field: 'category', code: 'notOffered' }])
    await browser.post('describe', { text: TEXT, category: 'security-dark' })
    await browser.post('where', { way: 'code', plate: 'XX-99' })
    expect(await browser.draft()).toMatchObject({ place: { way: 'code', plate: 'XX-99' }, faults: { errors: [{ field: 'plate', code: 'notFound' }] } })
    await browser.post('where', { way: 'code', plate: 'ＪＷ-01-01-01' })
    expect(await browser.draft()).toMatchObject({ place: { unit: 'jw-01-01-01', by: 'code' } })
    await browser.post('where', { detail: '门口' })
    await browser.post('questions', { page: '1', 'q.since': 'never' })
    expect((await browser.draft()).faults?.errors.map(({ field, code }) => `${field} ${code}`)).toEqual(['q.danger required', 'q.since notOffered'])
    await browser.post('questions', { page: '1', 'q.danger': 'no', 'q.since': 'now' })
    await browser.post('photos')
    await browser.post('contact', { phone: '1380013800', consent: 'yes' })
    expect(await browser.draft()).toMatchObject({ contact: { phone: '1380013800' }, faults: { step: 'contact', errors: [{ field: 'phone', code: 'phoneTooShort' }] } })
    await browser.post('contact', { phone: '138 0013 8000' })
    expect(await browser.draft()).toMatchObject({ faults: { step: 'contact', errors: [{ field: 'consent', code: 'consent' }] } })
    expect((await browser.post('contact', {})).to).toBe('/report/check')
  })

  it('takes a place from a door code, and shows advice of somebody else’s category before going on', async () => {
    const browser = visitor(portal.payload)
    await browser.post('describe', { text: '电梯停运两天了，按钮坏', u: 'jw-01-01' })
    expect(await browser.draft()).toMatchObject({ place: { unit: 'jw-01-01', by: 'link' } })
    expect(await browser.post('describe', { text: '电梯停运两天了，按钮坏', category: 'public-safety-lift' })).toMatchObject({ to: '/report/advice' })
    expect(await browser.post('advice')).toMatchObject({ to: '/report/where' })
    expect(await browser.post('where', {})).toMatchObject({ to: '/report/questions' })
  })

  it('ends with advice where an answer belongs to the telephone, and sends nothing', async () => {
    const before = (await matters()).length
    const browser = visitor(portal.payload)
    await upToCheck(browser)
    await browser.post('questions', { page: '1', 'q.danger': 'now', 'q.since': 'now' })
    expect(await browser.draft()).toMatchObject({ ended: true })
    expect(await browser.post('check', { do: 'send' })).toMatchObject({ to: '/report/questions' })
    expect(await matters()).toHaveLength(before)
  })

  it('drops answers to questions that are not asked', async () => {
    const browser = visitor(portal.payload)
    await upToCheck(browser)
    await browser.post('check', { do: 'send' })
    expect((await matters()).at(-1)?.answers).toEqual({ danger: 'no', since: 'today' })
  })

  it('sends an unknown place and an undecided category to people', async () => {
    const browser = visitor(portal.payload)
    const text = '有件事说不清楚归谁管'
    await browser.post('describe', { text })
    await browser.post('describe', { text, category: '~unsure' })
    await browser.post('where', { way: 'address', address: '火星路 1 号', do: 'find' })
    expect(await browser.post('where', { way: 'address', address: '火星路 1 号' })).toMatchObject({ to: '/report/questions' })
    await browser.post('questions', { page: '1', 'q.danger': 'no', 'q.since': 'now' })
    await browser.post('photos')
    await browser.post('contact', { do: 'skip' })
    await browser.post('check', { do: 'send' })
    const model = await needModel(portal.payload)
    const made = (await matters()).at(-1)
    expect(made).toMatchObject({ text, address: '火星路 1 号', unit: model.units.byCode.get('jw')?.id, hasContact: false })
    expect(made?.category ?? null).toBeNull()
  })
})

describe('sending twice', () => {
  it.runIf(isAtomic())('makes one matter and shows the same receipt, at the same moment and later', async () => {
    const browser = visitor(portal.payload)
    await upToCheck(browser, '井盖松动，夜里响得睡不着')
    const before = (await matters()).length
    const both = await Promise.all([browser.post('check', { do: 'send' }), browser.post('check', { do: 'send' })])
    expect(both.map(({ to }) => to)).toEqual(['/receipt', '/receipt'])
    const first = await receipt(browser.token())
    expect(await browser.post('check', { do: 'send' })).toMatchObject({ to: '/receipt' })
    expect(await receipt(browser.token())).toMatchObject({ code: first?.code, word: first?.word })
    expect(await matters()).toHaveLength(before + 1)
  })

  it('shows the query word only for a while after the sending', async () => {
    const browser = visitor(portal.payload)
    await upToCheck(browser)
    await browser.post('check', { do: 'send' })
    const later = Date.now() + WORD_SHOWN_MS + 1000
    setClock(() => later)
    const shown = await receipt(browser.token())
    expect(shown).toMatchObject({ code: expect.stringMatching(/^\w{5}-\w{5}$/) as string })
    expect(shown?.word).toBeUndefined()
    await browser.post('check', { do: 'send' })
    expect((await receipt(browser.token()))?.word).toBeDefined()
  })

  it('begins a new report from the first page, and only from there', async () => {
    const browser = visitor(portal.payload)
    await upToCheck(browser)
    await browser.post('check', { do: 'send' })
    expect(await browser.post('where', { way: 'address' })).toMatchObject({ to: '/receipt' })
    const sent = browser.token()
    await browser.post('describe', { text: TEXT })
    expect(browser.token()).not.toBe(sent)
    expect(await browser.draft()).toMatchObject({ text: TEXT, passed: [] })
  })
})

describe('the draft', () => {
  it('is encrypted for its browser, and found by a hash alone', async () => {
    const { payload } = portal
    const browser = visitor(payload)
    await browser.post('describe', { text: TEXT })
    const token = browser.token() ?? ''
    const row = await findRow({ payload }, SLUG.drafts, { where: { token: { equals: tokenHash(token) } } })
    expect(row?.cipher).toBeTruthy()
    expect(Buffer.from(row?.cipher ?? '', 'base64').toString('utf8')).not.toContain('路灯')
    expect(JSON.stringify(row)).not.toContain(token)
    expect(() => unseal(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, row?.cipher ?? '')).toThrow()
    const bytes = Buffer.from(row?.cipher ?? '', 'base64')
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    expect(() => unseal(token, bytes.toString('base64'))).toThrow()
  })

  it('lives as long as the office says, from its last page', async () => {
    const { payload } = portal
    const hours = (await needModel(payload)).office.draftHours ?? 24
    const browser = visitor(payload)
    const start = Date.now()
    await browser.post('describe', { text: TEXT })
    const almost = start + (hours - 1) * 3_600_000
    setClock(() => almost)
    await browser.post('describe', { text: TEXT, category: 'security-dark' })
    setClock(() => almost + (hours - 1) * 3_600_000)
    expect(await browser.draft()).toMatchObject({ category: 'security-dark' })
    setClock(() => almost + (hours + 1) * 3_600_000)
    expect(await readDraft(payload, browser.token())).toBeUndefined()
    expect(await browser.post('where', { draft: 'whatever' })).toMatchObject({ to: '/report', over: true })
    await sweepDrafts(payload)
    expect(await countRows({ payload }, SLUG.drafts, { token: { equals: tokenHash(browser.token() ?? '') } })).toBe(0)
  })

  it('is not mixed with the page of another draft', async () => {
    const browser = visitor(portal.payload)
    await browser.post('describe', { text: TEXT })
    expect(await browser.post('describe', { text: '别的事情别的事情', draft: 'AAAAAAAA' })).toMatchObject({ to: '/report', over: true })
    expect(await browser.draft()).toMatchObject({ text: TEXT })
  })

  it('does not jump over questions', async () => {
    const browser = visitor(portal.payload)
    await browser.post('describe', { text: TEXT })
    expect(await browser.post('check', { do: 'send' })).toMatchObject({ to: '/report' })
  })

  it('goes when it is discarded, photos included', async () => {
    const { payload } = portal
    const browser = visitor(payload)
    await upToCheck(browser)
    await browser.post('photos', { do: 'upload' }, [upload('a.jpg', samplePhoto('p2'))])
    const [token, [photo]] = [browser.token() ?? '', (await browser.draft()).photos]
    expect(await browser.post('check', { do: 'discard' })).toEqual({ to: '/', token: null })
    expect(await countRows({ payload }, SLUG.drafts, { token: { equals: tokenHash(token) } })).toBe(0)
    await expect(readBytes(photo ?? '')).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('the door for reports', () => {
  it('says whether it is closed, or was never opened', async () => {
    const model = await needModel(portal.payload)
    const without = (rows: typeof model.types.all) => ({ ...model, types: { ...model.types, all: rows } })
    expect(reportDoor(model)).toEqual({ open: true })
    expect(reportDoor(without([]))).toEqual({ open: false, why: 'notYet' })
    expect(reportDoor(without(model.types.all.map((type) => ({ ...type, listed: false }))))).toEqual({ open: false, why: 'closed' })
    const words = { zh: '今天搬家，请打电话' }
    expect(reportDoor({ ...model, office: { ...model.office, reportDoor: 'closed', reportClosedWords: words } })).toEqual({ open: false, why: 'closed', words })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookTokens } from '@/components/site/brand'
import { readNavigation } from '@/domain/site/navigation'
import { homePage, pageLinks } from '@/services/site/content/pages'
import { officeFacts } from '@/services/site/office'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { rest, rolePeople, type RolePerson } from '../helpers/doors'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
let owner: RolePerson | undefined
let office = ''

beforeAll(async () => {
  portal = await openPortal()
  owner = (await rolePeople(portal.payload)).find(({ role }) => role === 'OWNER' || role === 'owner')
  office = (await needModel(portal.payload)).office.id
})
afterAll(() => portal.close())

const save = (body: object) => rest({ config: portal.payload.config, method: 'PATCH', path: `/offices/${office}`, token: owner?.token, body })

const weekday = [{ from: 540, to: 720 }, { from: 810, to: 1050 }]
const WEEK = { 1: weekday, 2: weekday, 3: weekday, 4: weekday, 5: weekday, 6: [], 7: [] }

describe("the office's settings", () => {
  it.each<{ why: string; body: object; path: string }>([
    { why: 'no week at all', body: { week: { 1: 'nine to five' } }, path: 'week' },
    { why: 'a span that ends before it starts', body: { week: { ...WEEK, 3: [{ from: 600, to: 500 }] } }, path: 'week' },
    { why: 'spans that overlap', body: { week: { ...WEEK, 3: [{ from: 500, to: 700 }, { from: 600, to: 800 }] } }, path: 'week' },
    { why: 'a week without work', body: { week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } }, path: 'week' },
    { why: 'a time zone nobody knows', body: { timeZone: 'Mars/Olympus' }, path: 'timeZone' },
    { why: 'years in words', body: { calendarYears: ['next'] }, path: 'calendarYears' },
    { why: 'a colour that white cannot be read on', body: { brand: '#FFEE00' }, path: 'brand' },
    { why: 'an accent that cannot be told from the page', body: { accent: '#E8B04A' }, path: 'accent' },
    { why: 'a filing number of another form', body: { footerIcp: 'ICP备1号' }, path: 'footerIcp' },
    { why: 'a number of the police with a digit too few', body: { footerPolice: '京公网安备1101050200001号' }, path: 'footerPolice' },
    { why: 'a code of the site in words', body: { footerSiteCode: '十位数字' }, path: 'footerSiteCode' },
    { why: 'mistakes by mail without an address', body: { footerFault: 'mail' }, path: 'footerFaultMail' },
    { why: 'an address that names a second reader', body: { footerFault: 'mail', footerFaultMail: 'a@b.cn,c@d.cn' }, path: 'footerFaultMail' },
    { why: 'a navigation with a link that runs', body: { navigation: [{ href: 'javascript:alert(1)', label: { zh: '看' }, head: true }] }, path: 'navigation' },
    { why: 'a navigation with one entry twice', body: { navigation: [{ own: 'report', head: true }, { own: 'report', head: false }] }, path: 'navigation' },
  ])('refuse $why, and say where', async ({ body, path }) => {
    const before = (await needModel(portal.payload)).calendar
    const { status, text } = await save(body)
    expect(status, text).toBe(400)
    expect(text).toContain(`"path":"${path}"`)
    expect((await needModel(portal.payload)).calendar).toEqual(before)
  })

  it('say which pair of colours cannot be read, and the nearest that can', async () => {
    const { text } = await save({ accent: '#E8B04A' })
    expect(text).toContain('#C08418')
    expect((await save({ accent: '#C08418' })).status).toBe(200)
  })

  it('keep numbers as they are issued, whatever came along when they were pasted, and stand in the foot, the head and the look', async () => {
    const { status, text } = await save({
      footerIcp: ' 京ＩＣＰ备 12345678 号—1', footerPolice: '京公网安备 11010502000001号', footerSupport: '信息科', footerContact: '网站问题请打办公电话', footerFault: 'mail', footerFaultMail: 'site@example.gov.cn',
      notFoundWords: '旧地址请从首页找', accent: '#1F6F5C', corner: '12', headingFace: 'sans', navigation: [{ own: 'notices', head: true }, { href: 'https://example.gov.cn/', label: { zh: '区政府' }, head: true }],
    })
    expect(status, text).toBe(200)
    const model = await needModel(portal.payload)
    expect(model.office).toMatchObject({ footerIcp: '京ICP备12345678号-1', footerPolice: '京公网安备11010502000001号', corner: '12', headingFace: 'sans' })
    const facts = officeFacts(model, 'zh')
    expect(facts).toMatchObject({ legal: { icp: '京ICP备12345678号-1', supportedBy: '信息科' }, faultPath: 'mailto:site@example.gov.cn', siteContact: ['网站问题请打办公电话'], errorWords: { notFound: '旧地址请从首页找' } })
    expect(readNavigation(model.office.navigation)?.map(({ head }) => head)).toEqual([true, true])
    expect(lookTokens(model.office)).toMatchObject({ '--accent': '#1F6F5C', '--radius': '12px', '--serif': 'var(--sans)' })
  })

  it('make a page with the code home the home page while it is published, and no longer', async () => {
    const model = await needModel(portal.payload)
    expect(await homePage(portal.payload, model, 'zh')).toBeUndefined()
    const { id } = await portal.payload.create({ collection: SLUG.pages, overrideAccess: true, data: { office, code: 'home', title: '首页', _status: 'published', blocks: [{ blockType: 'hero' }] } })
    expect((await homePage(portal.payload, model, 'zh'))?.blocks).toHaveLength(1)
    expect((await pageLinks(portal.payload, await needModel(portal.payload), 'zh')).map(({ code }) => code)).not.toContain('home')
    await portal.payload.update({ collection: SLUG.pages, id, overrideAccess: true, data: { _status: 'draft' } })
    expect(await homePage(portal.payload, model, 'zh')).toBeUndefined()
  })

  it('take hours that can be reckoned in', async () => {
    const { status, text } = await save({ week: { ...WEEK, 6: [{ from: 540, to: 720 }] }, calendarYears: [2026, 2027] })
    expect(status, text).toBe(200)
    const { calendar } = await needModel(portal.payload)
    expect(calendar.week[6]).toEqual([{ from: 540, to: 720 }])
    expect(calendar.coveredYears).toEqual([2026, 2027])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRow, findRows, updateRowIf } from '@/db/rows'
import { LONGEST } from '@/domain/publishing/alert'
import { now } from '@/lib/clock'
import { moveAlertFlags } from '@/services/publishing/alerts/moveFlags'
import { aboutFacts } from '@/services/site/content/about'
import { currentAlerts } from '@/services/site/content/alerts'
import { noticeByCode } from '@/services/site/content/notice'
import { latestNotices, noticeList, noticesFor } from '@/services/site/content/notices'
import { pageByCode, pageLinks } from '@/services/site/content/pages'
import { privacyFacts } from '@/services/site/content/privacy'
import { ruleByCode, ruleList } from '@/services/site/content/rules'
import { searchSite } from '@/services/site/content/search'
import { officeFacts } from '@/services/site/office'
import { needModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
let model: OfficeModel
let column: string

type Fields = { code: string; title?: string; publishedAt: string; status?: 'draft' | 'published'; units?: string[] }

const notice = ({ code, title = `第${code}号公告`, status = 'published', ...rest }: Fields) =>
  portal.payload.create({ collection: SLUG.notices, overrideAccess: true, draft: status === 'draft', data: { office: model.office.id, code, title, column, _status: status, ...rest } })

beforeAll(async () => {
  portal = await openPortal()
  model = await needModel(portal.payload)
  column = (await findRow({ payload: portal.payload }, SLUG.columns, { where: { code: { equals: 'announcements' } } }))?.id ?? ''
  for (let day = 1; day <= 30; day += 1) await notice({ code: `n-${day}`, publishedAt: `2025-03-${String(day).padStart(2, '0')}T01:00:00.000Z` })
})
afterAll(() => portal.close())

describe('notices', () => {
  const page = (query: Parameters<typeof noticeList>[3]) => noticeList(portal.payload, model, 'zh', query)
  const follow = (path: string | undefined) => Object.fromEntries(new URL(path ?? '', 'http://x').searchParams) as Parameters<typeof noticeList>[3]

  it('are turned by key, back and forth, each once, newest first', async () => {
    const seen: string[] = []
    let at = await page({})
    const first = at
    for (;;) {
      seen.push(...at.items.map(({ path }) => path))
      if (!at.olderPath) break
      at = await page(follow(at.olderPath))
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.filter((path) => path.startsWith('/notices/n-'))).toEqual(Array.from({ length: 30 }, (_, index) => `/notices/n-${30 - index}`))
    expect(first.newerPath).toBeUndefined()
    while (at.newerPath) at = await page(follow(at.newerPath))
    expect(at.items).toEqual(first.items)
  })

  it('can be kept to one column, and bear with addresses that say nothing', async () => {
    const { columns, items } = await page({ column: 'announcements' })
    expect(columns.filter(({ current }) => current).map(({ code }) => code)).toEqual(['announcements'])
    expect(new Set(items.map((item) => item.column)).size).toBe(1)
    expect((await page({ older: 'nonsense', column: 'nowhere' })).items).toEqual((await page({})).items)
  })

  it('that are pinned stand first and marked, on the first page only, each once, in their column, too', async () => {
    const { docs } = await portal.payload.find({ collection: SLUG.notices, where: { pinned: { equals: true } }, sort: '-publishedAt', overrideAccess: true, pagination: false, depth: 0 })
    const pinned = docs.map(({ code }) => `/notices/${code}`)
    expect(pinned.length).toBeGreaterThan(0)
    const first = await page({})
    expect(first.items.filter((item) => item.pinned).map(({ path }) => path)).toEqual(pinned)
    expect(first.items.slice(0, pinned.length).map(({ path }) => path)).toEqual(pinned)
    expect((await page(follow(first.olderPath))).items.filter((item) => item.pinned)).toEqual([])
    for (const { code } of first.columns) {
      const { items } = await page({ column: code })
      expect(items.map((item) => item.pinned === true)).toEqual([...items].map((item) => item.pinned === true).sort((one, other) => Number(other) - Number(one)))
    }
  })

  it('are not there as drafts, nor before their day', async () => {
    await notice({ code: 'draft', publishedAt: '2025-04-01T00:00:00.000Z', status: 'draft' })
    await notice({ code: 'ahead', publishedAt: '2099-01-01T00:00:00.000Z' })
    for (const code of ['draft', 'ahead', 'nowhere']) await expect(noticeByCode(portal.payload, model, 'zh', code)).rejects.toMatchObject({ code: 'notFound' })
    const titles = JSON.stringify([await page({}), await latestNotices(portal.payload, model, 'zh', 50), await searchSite(portal.payload, model, 'zh', '第draft号')])
    expect(titles).not.toContain('draft')
    expect(titles).not.toContain('ahead')
  })

  it('written for a unit stand on its page and on those below it', async () => {
    const unit = model.units.byCode.get('jw-02')?.id ?? ''
    await notice({ code: 'for-02', publishedAt: '2025-05-01T00:00:00.000Z', units: [unit] })
    const at = async (...codes: string[]) => (await noticesFor(portal.payload, model, codes.map((code) => model.units.byCode.get(code)?.id ?? ''), 'zh')).map(({ path }) => path)
    expect(await at('jw', 'jw-02', 'jw-02-01')).toEqual(['/notices/for-02'])
    expect(await at('jw', 'jw-01')).toEqual([])
    expect((await noticeByCode(portal.payload, model, 'zh', 'for-02')).view.concerns).toEqual(['枫林园社区工作站'])
  })

  it('that were marked as urgent by an older portal become alerts of their own, once, and only those whose time is not over', async () => {
    await notice({ code: 'urgent', title: '今夜停水', publishedAt: '2026-01-05T00:00:00.000Z' })
    await notice({ code: 'was-urgent', title: '昨夜停水', publishedAt: '2026-01-06T00:00:00.000Z' })
    const { payload } = portal
    for (const [code, alertUntil] of [['urgent', null], ['was-urgent', '2026-01-07T00:00:00.000Z']] as const) await updateRowIf({ payload }, SLUG.notices, { code: { equals: code } }, { alert: true, alertUntil })
    expect(await moveAlertFlags(payload)).toBe(2)
    expect(await moveAlertFlags(payload)).toBe(0)
    const alerts = await currentAlerts(payload, model, 'zh')
    expect(alerts).toMatchObject([{ text: '今夜停水', link: { path: '/notices/urgent' } }])
    const [row] = await findRows({ payload }, SLUG.alerts, {})
    expect(Date.parse(row?.until ?? '') - now()).toBeLessThanOrEqual(LONGEST)
  })
})

describe('rule documents', () => {
  it('are only those for everybody', async () => {
    const { payload } = portal
    const listed = (await ruleList(payload, model, 'zh')).flatMap(({ items }) => items.map(({ path }) => path))
    const all = await payload.find({ collection: SLUG.rules, overrideAccess: true, pagination: false, depth: 0 })
    const inside = all.docs.filter(({ audience }) => audience === 'staff')
    expect(inside.length).toBeGreaterThan(0)
    expect(listed).toHaveLength(all.docs.length - inside.length)
    for (const { code } of inside) await expect(ruleByCode(payload, model, 'zh', code)).rejects.toMatchObject({ code: 'notFound' })
    const [first = ''] = listed
    expect(await ruleByCode(payload, model, 'zh', first.slice('/rules/'.length))).toMatchObject({ state: 'inForce', clauses: expect.arrayContaining([expect.objectContaining({ code: '1' })]) as unknown[] })
  })
})

describe('what the settings say', () => {
  it('privacy names every question residents are asked, with its purpose', async () => {
    const { asked, photoLimit, draftHours, contactFields } = await privacyFacts(portal.payload, model, 'zh')
    const open = model.types.all.filter((type) => type.openBy.includes('resident'))
    expect(asked.map(({ matterType }) => matterType).sort()).toEqual(open.map(({ name }) => name.zh).sort())
    expect(asked.flatMap(({ questions }) => questions)).toContainEqual({ label: '现在有没有人受伤，或者着火、漏气？', purpose: '先保证人的安全', required: true })
    expect({ photoLimit, draftHours, contactFields }).toEqual({ photoLimit: 6, draftHours: 24, contactFields: ['name', 'phone', 'email'] })
  })

  it('the office is what it says of itself, in both languages', () => {
    expect(officeFacts(model, 'en')).toMatchObject({ name: 'Jianwai Subdistrict', dutyPhone: { text: '010-5550-0100', dial: '01055500100' } })
    const bare = { ...model, office: { id: 'x', code: 'x', name: { zh: '某街道' } } }
    expect(officeFacts(bare, 'zh')).toEqual({ name: '某街道', seal: '某', faultPath: '/report' })
  })

  it('about counts the open units of each level', async () => {
    const { levels, phones, teams } = await aboutFacts(portal.payload, model, 'zh')
    expect(levels).toHaveLength(4)
    expect(levels.reduce((sum, { units }) => sum + units, 0)).toBe(model.units.all.length)
    expect(phones.map(({ phone }) => phone.text)).toEqual(['010-5550-0100', '010-5550-0101'])
    expect(teams).toHaveLength(6)
  })
})

describe('pages and search', () => {
  it('are linked at the foot by their titles, apart from the one that stands within another', async () => {
    expect(await pageLinks(portal.payload, model, 'zh')).toEqual([
      { code: 'accessibility', path: '/pages/accessibility', text: '无障碍说明' }, { code: 'how-to-report', path: '/pages/how-to-report', text: '怎样反映，办得更快' },
      { code: 'model', path: '/pages/model', text: '“14563”怎样运转' }, { code: 'what-we-collect', path: '/pages/what-we-collect', text: '我们收集什么、不收集什么' },
    ])
    expect((await pageLinks(portal.payload, model, 'en')).map(({ text }) => text)).toEqual(['Accessibility', 'How to report so that it goes quickly', 'How “14563” works', 'What we collect and what we do not'])
  })

  it('find a page by its code, and nothing by another', async () => {
    expect(await pageByCode(portal.payload, model, 'en', 'how-to-report')).toMatchObject({ title: 'How to report so that it goes quickly' })
    await expect(pageByCode(portal.payload, model, 'zh', 'nowhere')).rejects.toMatchObject({ code: 'notFound' })
  })

  it('search notices, rules and units, and say nothing for nothing', async () => {
    const found = await searchSite(portal.payload, model, 'zh', '槐荫里')
    expect(found.units.length).toBeGreaterThan(0)
    expect((await searchSite(portal.payload, model, 'zh', '电动自行车')).notices.map(({ title }) => title)).toContain('电动自行车充电，这几件事请记住')
    expect(await searchSite(portal.payload, model, 'zh', '  ')).toEqual({ phones: [], services: [], units: [], pages: [], notices: [], rules: [] })
  })

  const find = (text: string, lang: 'zh' | 'en' = 'zh') => searchSite(portal.payload, model, lang, text)

  it.each([
    ['值班', 'phones', '/about'],
    ['电话', 'phones', '/about'],
    ['01055500100', 'phones', '/about'],
    ['槐荫里 电话', 'phones', '/grid/jw-01-01'],
    ['电话', 'phones', '/grid/jw-01'],
    ['首问', 'rules', '/rules/joint-office#c3'],
    ['暂停计时', 'rules', '/rules/supervision#c3'],
    ['我的网格', 'pages', '/grid'],
    ['四句话', 'pages', '/pages/how-to-report'],
    ['首问', 'pages', '/about'],
  ] as const)('“%s” is found among the %s, at %s', async (text, group, path) => {
    expect((await find(text))[group].map((found) => found.path)).toContain(path)
  })

  it('names a number with its hours, and says nothing of what is for staff only', async () => {
    expect((await find('值班')).phones[0]).toEqual({ path: '/about', title: '值班室', excerpt: '010-5550-0100 · 24小时' })
    expect((await find('telephone', 'en')).phones[0]?.title).toBe('Duty room')
    const all = await portal.payload.find({ collection: SLUG.rules, overrideAccess: true, pagination: false, depth: 0, where: { audience: { equals: 'staff' } } })
    for (const { code, title, clauses } of all.docs) {
      const { rules } = await find(clauses?.[0]?.heading ?? title)
      expect(rules.filter(({ path }) => path.startsWith(`/rules/${code}`))).toEqual([])
    }
  })
})

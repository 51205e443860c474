import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRow, findRows } from '@/db/rows'
import { guides } from '@/services/health/checks/guides'
import { enterMatter, newMatterVM } from '@/services/desk/create'
import { deskServices } from '@/services/desk/services'
import { searchSite } from '@/services/site/content/search'
import { serviceByCode, serviceCount, serviceList, serviceToApply } from '@/services/site/content/services'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { openDeskPortal, type DeskPortal } from '../helpers/desk'

let portal: DeskPortal
beforeAll(async () => {
  portal = await openDeskPortal()
})
afterAll(() => portal.close())

const here = async (lang: 'zh' | 'en' = 'zh') => ({ payload: portal.payload, model: await needModel(portal.payload), lang })
const make = async (data: Record<string, unknown>) => {
  const { model } = await here()
  return portal.payload.create({ collection: SLUG.services, data: { office: model.office.id, audience: ['person'], online: 'none', ...data } as never, overrideAccess: true })
}
const published = (code: string, more: Record<string, unknown> = {}) => make({ code, name: `事项 ${code}`, _status: 'published', ...more })
const found = async (q: string) => (await serviceList(await here(), { q })).items.map(({ code }) => code)

describe('the guides of an office', () => {
  it('stand in groups of life events that have any', async () => {
    const { groups, items, total } = await serviceList(await here())
    expect([items.length, total]).toEqual([5, 5])
    expect(groups.map(({ code, count }) => [code, count])).toEqual([['birth', 2], ['work', 1], ['health', 1], ['elder', 1], ['hardship', 1]])
    const birth = await serviceList(await here(), { event: 'birth' })
    expect([birth.group?.name, birth.items.map(({ code }) => code)]).toEqual(['生育', ['birth-registration', 'resident-medical-insurance']])
  })

  it.each([
    ['准生证', 'birth-registration'], ['办社保卡', 'resident-medical-insurance'], ['医保', 'resident-medical-insurance'], ['yibao', 'resident-medical-insurance'], ['sbk', 'resident-medical-insurance'], ['低保', 'minimum-living'],
    ['dibao', 'minimum-living'], ['laonianka', 'elder-allowance'], ['laoniamka', 'elder-allowance'], ['失业 登记', 'unemployment-registration'], ['ＤＩＢＡＯ', 'minimum-living'],
  ])('“%s” finds %s first', async (query, code) => {
    expect((await found(query))[0]).toBe(code)
  })

  it('are found by the search of the site, too, and by nothing that is not theirs', async () => {
    expect((await searchSite(portal.payload, (await here()).model, 'zh', 'dibao')).services.map(({ path }) => path)).toEqual(['/services/minimum-living'])
    expect(await found('没有这样的事')).toEqual([])
    expect(await found('%')).toEqual([])
  })

  it('are whole, in both languages', async () => {
    const guide = await serviceByCode(await here(), 'minimum-living')
    expect(guide).toMatchObject({ missing: [], legalLimit: '受理之日起 30 个工作日内', agent: true, counters: [{ path: '/book/general?item=minimum-living' }], online: { way: 'none' } })
    expect(guide.conditions).toHaveLength(2)
    expect((await serviceByCode(await here('en'), 'minimum-living')).name).toBe('Minimum living allowance')
    expect(await guides({ payload: portal.payload, model: (await here()).model, now: Date.now() } as never)).toEqual([])
  })
})

describe('what residents do not see', () => {
  it('is a draft, and a guide before and after its days', async () => {
    await make({ code: 'draft', name: '草稿', _status: 'draft' })
    await published('coming', { validFrom: '2999-01-01' })
    await published('gone', { validUntil: '2000-01-01' })
    await published('now', { validFrom: '2000-01-01', validUntil: '2999-01-01' })
    const codes = (await serviceList(await here())).items.map(({ code }) => code)
    expect(codes.filter((code) => ['draft', 'coming', 'gone', 'now'].includes(code))).toEqual(['now'])
    expect(await serviceCount(await here())).toBe(codes.length)
    for (const code of ['draft', 'coming', 'gone', 'nothing']) await expect(serviceByCode(await here(), code), code).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('an editor', () => {
  it.each([
    ['a link that is a script', { forms: [{ name: '表', href: 'javascript:alert(1)' }] }], ['another site without https', { online: 'link', onlineHref: '//evil.example' }], ['a day that is none', { validFrom: '2026-02-30' }],
    ['an end before its beginning', { validFrom: '2026-05-01', validUntil: '2026-04-01' }],
  ])('is refused %s', async (what, data) => {
    await expect(published(`bad-${what.length}`, data)).rejects.toMatchObject({ name: 'ValidationError' })
  })

  it('is told on the health page what a published guide lacks', async () => {
    await published('thin', { name: '开证明' })
    const [finding] = await guides({ payload: portal.payload, model: (await here()).model, now: Date.now() } as never)
    expect(finding).toMatchObject({ code: 'guideIncomplete', gravity: 'soon' })
    expect(finding!.names!.some(({ zh }) => zh.startsWith('开证明：缺设定依据、申请条件'))).toBe(true)
  })

  it('leaves a record of each change, and cannot remove a counter that a guide names', async () => {
    const row = (await findRow({ payload: portal.payload }, SLUG.serviceCounters, { where: { code: { equals: 'general' } } }))!
    await expect(portal.payload.delete({ collection: SLUG.serviceCounters, id: row.id, overrideAccess: true })).rejects.toMatchObject({ status: 409 })
    expect((await findRows({ payload: portal.payload }, SLUG.changes, { where: { table: { equals: SLUG.services } } })).length).toBeGreaterThan(0)
  })
})

describe('what can be done online', () => {
  it('begins with a type that residents open, and is honest otherwise', async () => {
    const { model } = await here()
    await published('online', { online: 'matter', onlineType: model.types.byCode.get('help')!.id })
    await published('staff-only', { online: 'matter', onlineType: model.types.byCode.get('onBehalf')!.id })
    expect((await serviceByCode(await here(), 'online')).online).toEqual({ way: 'matter', path: '/report?s=online' })
    expect(await serviceToApply(await here(), 'online')).toMatchObject({ type: 'help' })
    expect((await serviceByCode(await here(), 'staff-only')).online).toEqual({ way: 'none' })
    expect(await serviceToApply(await here(), 'staff-only')).toBeUndefined()
  })
})

describe('applying for somebody', () => {
  it('opens a matter of the guide’s type, with how the person agreed', async () => {
    const desk = await portal.deskFor('clerk')
    const line = (await deskServices(desk)).find(({ code }) => code === 'minimum-living')
    expect(line?.applyHref).toBe('/desk/new?service=minimum-living')
    const view = await newMatterVM(desk, { service: 'minimum-living' })
    expect(view.applies).toMatchObject({ service: 'minimum-living', name: '最低生活保障申请' })
    const input = { key: 'on-behalf-00001', source: view.sources[0]!.id, text: '替王家申请低保', category: '', service: 'minimum-living', answers: { deliver: 'phone' } }
    await expect(enterMatter(desk, input, [])).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'q.consent' }] })
    const { id } = await enterMatter(desk, { ...input, answers: { ...input.answers, consent: 'present' } }, [])
    const matter = (await findRow({ payload: portal.payload }, SLUG.matters, { where: { id: { equals: id } } }))!
    expect([matter.type, (matter.answers as Record<string, unknown>).consent]).toEqual([desk.model.types.byCode.get('onBehalf')!.id, 'present'])
  })

  it('is offered only for guides that say so, to those who may open matters', async () => {
    const lines = await deskServices(await portal.deskFor('worker'))
    expect(lines.filter(({ applyHref }) => applyHref)).toEqual([])
    expect((await newMatterVM(await portal.deskFor('clerk'), { service: 'now' })).applies).toBeUndefined()
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRow, findRows, updateRowIf } from '@/db/rows'
import { similarReports } from '@/services/site/report/similar'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { openPortal, type TestPortal } from '../helpers/portal'
import { TEXT, upToCheck, visitor, type Visitor } from '../helpers/siteReport'

let portal: TestPortal
let first: { id: string; number: string }
beforeAll(async () => {
  portal = await openPortal()
  const browser = visitor(portal.payload)
  await upToCheck(browser)
  await browser.post('check', { do: 'send' })
  first = (await findRow({ payload: portal.payload }, SLUG.matters, {})) as unknown as typeof first
})
afterAll(() => portal.close())

const offered = async (browser: Visitor) => similarReports(portal.payload, await needModel(portal.payload), await browser.draft(), 'zh')

const written = async (text = TEXT): Promise<Visitor> => {
  const browser = visitor(portal.payload)
  await upToCheck(browser, text)
  return browser
}

const change = (data: Record<string, unknown>) => updateRowIf({ payload: portal.payload }, SLUG.matters, { id: { equals: first.id } }, data)

describe('open reports nearby', () => {
  it('are offered by category, place and dates, without a word of theirs, their door or their codes', async () => {
    const [found] = await offered(await written())
    expect(found).toMatchObject({ title: '治安防范 › 夜间照明死角', holder: expect.stringContaining('受理') as unknown })
    const row = await findRow({ payload: portal.payload }, SLUG.matters, { where: { id: { equals: first.id } } })
    const { matter: _inside, ...shown } = found ?? { matter: '' }
    for (const secret of [first.id, first.number, String(row?.receiptCode), String(row?.title), TEXT, '往南第二盏', '1门']) expect(JSON.stringify(shown)).not.toContain(secret)
  })

  it('have another key for every draft', async () => {
    const [one, other] = [await offered(await written()), await offered(await written())]
    expect(one[0]?.key).not.toBe(other[0]?.key)
  })

  it('are not offered to a report of something else', async () => {
    expect(await offered(await written('电动车在楼道里充电，堵住了门'))).toEqual([])
  })

  it.each([
    ['restricted', { confidentiality: 'restricted' }, { confidentiality: 'normal' }],
    ['closed', { open: false }, { open: true }],
    ['of long ago', { receivedAt: '2020-01-01T00:00:00.000Z' }, { receivedAt: new Date().toISOString() }],
  ])('are not offered when they are %s', async (_name, changed, back) => {
    await change(changed)
    expect(await offered(await written())).toEqual([])
    await change(back)
    expect(await offered(await written())).toHaveLength(1)
  })

  it('are not offered where the category is not public', async () => {
    const model = await needModel(portal.payload)
    const [row] = await findRows({ payload: portal.payload }, SLUG.matters, { where: { id: { equals: first.id } } })
    await change({ category: model.categories.byCode.get('dispute-neighbour')?.id })
    expect(await offered(await written())).toEqual([])
    await change({ category: row?.category })
  })

  it('are noted for staff when the reporter says they are the same, and touched by nothing', async () => {
    const before = await findRow({ payload: portal.payload }, SLUG.matters, { where: { id: { equals: first.id } } })
    const browser = await written()
    const [found] = await offered(browser)
    expect(await browser.post('check', { do: 'send', same: found?.key ?? '' })).toMatchObject({ to: '/receipt' })
    const [event] = await findRows({ payload: portal.payload }, SLUG.events, { where: { action: { equals: 'saidSame' } } })
    expect(event).toMatchObject({ actorKind: 'reporter', data: { other: first.id, number: first.number } })
    expect(await findRow({ payload: portal.payload }, SLUG.matters, { where: { id: { equals: first.id } } })).toMatchObject({ revision: before?.revision })
  })

  it.each(['', 'x', 'AAAAAAAAAAAAAAAA'])('a made-up key %j only sends', async (same) => {
    const count = async () => (await findRows({ payload: portal.payload }, SLUG.events, { where: { action: { equals: 'saidSame' } } })).length
    const before = await count()
    expect(await (await written()).post('check', { do: 'send', same })).toMatchObject({ to: '/receipt' })
    expect(await count()).toBe(before)
  })
})

describe('a page whose answer was lost', () => {
  it('is taken in once, however often it is sent', async () => {
    const browser = visitor(portal.payload)
    await browser.post('describe', { text: TEXT })
    const page = { text: TEXT, category: 'security-dark', sending: 'a1' }
    const [one, again] = [await browser.post('describe', page), await browser.post('describe', { ...page, text: 'changed on the way' })]
    expect([one.to, again.to]).toEqual(['/report/where', '/report/where'])
    expect((await browser.draft()).text).toBe(TEXT)
    await browser.post('describe', { ...page, text: `${TEXT}！`, sending: 'a2' })
    expect((await browser.draft()).text).toBe(`${TEXT}！`)
  })
})

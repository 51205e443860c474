import sharp from 'sharp'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openContext, type Watched } from '../helpers/browser'
import { atDesk, doAction, endShare, expectPhase, findMatter } from './lib/desk'
import { PHOTO, report, track, type Receipt } from './lib/reporter'
import { type Portal, startPortal } from '../helpers/server'
import { staffOffice, type Wanted } from './lib/staff'

const STAFF: Wanted[] = [
  { username: 'intake', role: 'intake' },
  { username: 'dispatcher', role: 'dispatcher' },
  { username: 'coordinator', role: 'coordinator' },
  { username: 'handler', role: 'handler', team: 'professional' },
  { username: 'supervisor', role: 'supervisor', team: 'monitors' },
]

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true }

let portal: Portal
let browser: Browser
const desks = new Map<string, Watched>()

beforeAll(async () => {
  portal = await startPortal()
  await staffOffice(portal, STAFF)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await portal?.stop()
})

/** The desk of a person, signed in once. */
const desk = async (username: string): Promise<Page> => {
  const known = desks.get(username) ?? (await atDesk(browser, portal.url, username))
  desks.set(username, known)
  return known.page
}

/** Opens the matter at somebody's desk as it stands now. */
const at = async (username: string, path: string): Promise<Page> => {
  const page = await desk(username)
  await page.goto(path)
  return page
}

/** Who writes often from one address and has no scripts passes by taking some seconds over a form, as people do. */
const pressOnPage = async (page: Page, name: string, to: RegExp): Promise<void> => {
  await page.waitForTimeout(3100)
  await page.getByRole('button', { name, exact: true }).click()
  await page.waitForURL(to)
}

/** A picture as this browser is served it. */
const served = async (page: Page): Promise<Buffer> => {
  const src = await page.locator('img[src*="/photo/"]').first().getAttribute('src')
  const answer = await page.context().request.get(src ?? '')
  expect(answer.status()).toBe(200)
  return answer.body()
}

const expectClean = async (bytes: Buffer): Promise<void> => {
  const { width, height, exif, orientation, xmp, iptc } = await sharp(bytes).metadata()
  expect({ width, height, exif, orientation, xmp, iptc }).toEqual({ width: 968, height: 1296, exif: undefined, orientation: undefined, xmp: undefined, iptc: undefined })
  expect(bytes.includes('Exif')).toBe(false)
}

type Line = { actor: string; text: string; when: string | null }

/** The timeline, oldest first. */
const timeline = async (page: Page): Promise<Line[]> => {
  const more = page.getByRole('button', { name: /^再看/ })
  if (await more.isVisible()) await more.click()
  const lines = await page.locator('.trail-panel .trail > li').evaluateAll((items) =>
    items.map((item) => ({
      actor: item.querySelector('p b')?.textContent ?? '',
      text: (item.textContent ?? '').replace(/\s+/g, ' '),
      when: item.querySelector('time')?.getAttribute('datetime') ?? null,
    })),
  )
  return lines.reverse()
}

describe.each([
  { script: true, how: 'with JavaScript', text: '东门外的路灯不亮三天了，晚上看不清台阶。' },
  { script: false, how: 'without JavaScript', text: '西门外的路灯不亮五天了，夜里摔过人。' },
])('a report $how', ({ script, text }) => {
  let resident: Watched
  let receipt: Receipt
  let matter = ''
  const title = text.slice(0, 12)
  beforeAll(async () => {
    resident = await openContext(browser, { baseURL: portal.url, javaScriptEnabled: script, ...PHONE })
    resident.page.setDefaultTimeout(15_000)
  })
  afterAll(async () => {
    await resident?.close()
    for (const each of desks.values()) expect(each.faults()).toEqual([])
  })

  it('gets a receipt with code, word and date, and a photo without its position', async () => {
    const { page } = resident
    expect(await sharp(PHOTO).metadata()).toMatchObject({ orientation: 6, exif: expect.any(Buffer) as Buffer })
    receipt = await report(page, text)
    expect(receipt.code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
    expect(receipt.word).not.toBe('')
    expect(await page.locator('.slip').textContent()).toMatch(/最晚办结.*月.*日.*前/s)
    await track(page, receipt)
    expect(await page.locator('h1').textContent()).toContain(title)
    await page.getByText('我写的内容').first().click()
    await expectClean(await served(page))
  })

  it('is accepted, goes to several parties, who agree', async () => {
    const intake = await desk('intake')
    matter = await findMatter(intake, title)
    await expectPhase(intake, '受理')
    await doAction(intake, { name: '受理', to: '分流' })

    const dispatcher = await at('dispatcher', matter)
    await doAction(dispatcher, {
      name: '几方一起办',
      to: '协调',
      fill: async (form) => {
        const change = form.getByRole('button', { name: /^改掉/ })
        if (await change.isVisible()) await change.click()
        await form.getByRole('combobox').first().fill('专业力量')
        await form.getByRole('option', { name: /专业力量/ }).first().click()
        await form.getByRole('combobox').last().fill('协管员')
        await form.getByRole('option', { name: /协管员队伍/ }).first().click()
        await form.getByRole('textbox', { name: /协管员队伍 负责哪一部分/ }).fill('夜里看护')
        await form.getByRole('textbox', { name: /为什么/ }).fill('要电工，也要看护')
      },
    })

    const coordinator = await at('coordinator', matter)
    await doAction(coordinator, { name: '商定了，开始办', to: '处理', fill: (form) => form.getByRole('textbox', { name: /为什么/ }).fill('两家商量好了') })
  })

  it('is handled, with a question to the reporter and an answer', async () => {
    const handler = await at('handler', matter)
    await doAction(handler, { name: '请反映人补充', to: '处理', fill: (form) => form.getByRole('textbox', { name: /给反映人的话/ }).fill('请问灯杆上有编号吗？') })

    const { page } = resident
    await track(page, receipt)
    await page.getByText('请问灯杆上有编号吗？').first().waitFor()
    expect(await page.locator('body').textContent()).toContain('时限暂停')
    await page.getByLabel('要补充什么').fill('编号是 L-07。')
    await pressOnPage(page, '补充', /done=add/)

    await at('handler', matter)
    await endShare(handler, { who: /协管员队伍.*协办/, reason: '夜里看护做完了' })
    await doAction(handler, {
      name: '办完，请核查',
      to: '监督',
      fill: async (form) => {
        await form.getByRole('radio', { name: '解决了', exact: true }).check()
        await form.getByRole('textbox', { name: /给反映人的话/ }).fill('灯已经换好，今晚会亮。')
      },
    })
  })

  it('is verified by somebody else, confirmed, rated and archived', async () => {
    const handler = await desk('handler')
    expect(await handler.locator('.actions [data-action=verify]').count()).toBe(0)
    const supervisor = await at('supervisor', matter)
    await doAction(supervisor, { name: '核查通过，请反映人确认', to: '监督', fill: (form) => form.getByRole('textbox', { name: /核查到什么/ }).fill('到现场看过，灯亮着') })

    const { page } = resident
    await track(page, receipt)
    await page.getByText('灯已经换好，今晚会亮。').first().waitFor()
    await pressOnPage(page, '解决了', /done=solved/)
    await page.getByRole('radio', { name: '满意', exact: true }).check()
    await pressOnPage(page, '交给街道', /done=rate/)
    await page.getByText('这件事办完了，记录已经归档。').first().waitFor()
    await at('supervisor', matter)
    await expectPhase(supervisor, '归档')
  })

  it('is reopened once by the reporter, and found again', async () => {
    const { page } = resident
    await track(page, receipt)
    const fold = page.locator('details', { has: page.locator('#f-reason') })
    if ((await fold.getAttribute('open')) === null) await fold.locator('summary').click()
    await page.getByLabel('原因').fill('又不亮了')
    await pressOnPage(page, '请重新办', /done=reopen/)
    const dispatcher = await desk('dispatcher')
    expect(await findMatter(dispatcher, title)).toBe(matter)
    await expectPhase(dispatcher, '分流')
  })

  it('shows every step in its timeline, with actor, reason and clock', async () => {
    const page = await desk('dispatcher')
    const lines = await timeline(page)
    const expected: [actor: string, words: RegExp][] = [
      ['报告人', /报告|反映/],
      ['测试intake', /受理/],
      ['测试dispatcher', /几方一起办.*专业力量.*协管员队伍.*要电工，也要看护/],
      ['测试coordinator', /商定了，开始办.*两家商量好了/],
      ['测试handler', /请反映人补充.*灯杆上有编号吗/],
      ['报告人', /补充情况.*L-07/],
      ['测试handler', /结束协办 协管员队伍.*夜里看护做完了/],
      ['测试handler', /办完，请核查.*解决了.*灯已经换好/],
      ['测试supervisor', /核查通过，请反映人确认.*到现场看过/],
      ['报告人', /解决了/],
      ['报告人', /评价/],
      ['报告人', /重新打开.*又不亮了/],
    ]
    const told = lines.filter(({ actor }) => actor !== '规则' && actor !== '系统')
    expect(told.map(({ actor }) => actor)).toEqual(expected.map(([actor]) => actor))
    expected.forEach(([, words], index) => expect(told[index]?.text).toMatch(words))
    for (const { when, text: line } of lines) expect(when, line).toMatch(/^\d{4}-\d\d-\d\dT/)
    const clocks: [action: RegExp, clock: RegExp][] = [
      [/报告|反映/, /开始计时，限/],
      [/受理/, /(按期|迟了).*用/],
      [/请反映人补充/, /暂停，已用/],
      [/补充情况/, /接着计时/],
      [/办完，请核查/, /(按期|迟了|已用)/],
    ]
    for (const [action, clock] of clocks) expect(told.filter(({ text: line }) => action.test(line) && clock.test(line)), String(action)).not.toEqual([])
    expect(await page.locator('.clocks > li').count()).toBeGreaterThanOrEqual(3)
  })
})

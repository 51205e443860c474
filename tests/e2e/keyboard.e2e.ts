import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, openContext } from '../helpers/browser'
import { startPortal, type Portal } from '../helpers/server'
import { atDesk, expectPhase } from './lib/desk'
import { choose, follow, tabTo } from './lib/keys'
import { fillReport } from './lib/sending'
import { PASSWORD, staffOffice } from './lib/staff'

let portal: Portal
let browser: Browser
beforeAll(async () => {
  portal = await startPortal()
  await staffOffice(portal, [{ username: 'intake', role: 'intake' }])
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await portal?.stop()
})

it('a resident reports with the keyboard alone', async () => {
  const { page, close } = await openContext(browser, { baseURL: portal.url })
  page.setDefaultTimeout(15_000)
  await page.goto('/')
  await follow(page, /我要反映/, /\/report$/)
  await tabTo(page, /发生了什么/)
  await page.keyboard.type('南门外的路灯不亮，晚上看不清台阶。')
  await follow(page, /^下一步/)
  await page.getByRole('radio', { name: /夜间照明死角/ }).waitFor()
  await choose(page, /因为您写了|我自己选/, /夜间照明死角/)
  await follow(page, /^下一步/, /\/report\/where$/)
  await tabTo(page, /地址或地名/)
  await page.keyboard.type('槐荫里1号楼1门')
  await follow(page, /^查找/)
  await page.getByRole('radio', { name: /槐荫里1号楼1门/ }).waitFor()
  await choose(page, /槐荫里1号楼/, /槐荫里1号楼1门/)
  await follow(page, /^下一步/, /\/report\/questions$/)
  await choose(page, /没有/, /^没有$/)
  await choose(page, /刚刚/, /^今天$/)
  await follow(page, /^下一步/, /\/report\/photos$/)
  await follow(page, /^下一步/, /\/report\/contact$/)
  await follow(page, /^不留/, /\/report\/check$/)
  await follow(page, /^发送反映/, /\/receipt$/)
  expect(await page.locator('.receipt-code').count()).toBe(2)
  await close()
})

it('a clerk signs in, finds a matter and accepts it with the keyboard alone', async () => {
  const { page, close } = await openContext(browser, { baseURL: portal.url })
  page.setDefaultTimeout(15_000)
  await page.goto('/desk/sign-in')
  await page.keyboard.type('intake')
  await tabTo(page, /密码/)
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === '/desk')
  await follow(page, /^队列/, /\/desk\/queue/)
  await follow(page, /南门外的路灯不亮/, /\/desk\/matters\//)
  await expectPhase(page, '受理')
  await follow(page, /^受理$/)
  await follow(page, /^受理 Ctrl/)
  await expectPhase(page, '分流')
  await close()
})

const TEXTS = ['东门口的路灯从昨天起一直不亮', '西门口的井盖松了，车一过就响', '二号楼前的护栏断了一根'] as const

it('single keys go through the queue: j k o, a and Ctrl+Enter, the next of the list, / and ?', async () => {
  for (const text of TEXTS) await (await fillReport({ baseURL: portal.url, text, category: 'public-safety-road', unit: 'jw-01-01-01', photos: [] })).send()
  const { page, close } = await atDesk(browser, portal.url, 'intake')
  await page.goto('/desk/queue?phase=intake&sort=received')
  const here = page.locator('tr.cursor .title')
  await page.getByText(TEXTS[0]).waitFor()
  await page.locator('body[data-keys~=j]').waitFor()
  await page.keyboard.press('j')
  await here.filter({ hasText: TEXTS[2] }).waitFor()
  await page.keyboard.press('j')
  await here.filter({ hasText: TEXTS[1] }).waitFor()
  await page.keyboard.press('k')
  await here.filter({ hasText: TEXTS[2] }).waitFor()
  await page.keyboard.press('o')
  await page.getByRole('heading', { level: 1, name: TEXTS[2] }).waitFor()
  await page.getByText('第 1 件，共 3 件').waitFor()
  await page.locator('body[data-keys~=a]').waitFor()

  await page.keyboard.press('a')
  await page.getByRole('form', { name: '受理' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText('受理：完成').waitFor()
  await page.keyboard.press('j')
  await page.getByRole('heading', { level: 1, name: TEXTS[1] }).waitFor()
  await expectPhase(page, '受理')
  await page.getByText('第 2 件，共 3 件').waitFor()
  await page.keyboard.press('k')
  await page.getByRole('heading', { level: 1, name: TEXTS[2] }).waitFor()
  // The place in the list is known only once the page listens to keys.
  await page.getByText('第 1 件，共 3 件').waitFor()

  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: '全部按键' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: '全部按键' }).waitFor({ state: 'detached' })
  await page.keyboard.press('/')
  await page.keyboard.type('路灯')
  await page.keyboard.press('Enter')
  await page.waitForURL(/text=/)
  await page.locator('a.title', { hasText: TEXTS[0] }).waitFor()
  expect(await page.locator('a.title', { hasText: TEXTS[1] }).count()).toBe(0)
  await close()
})

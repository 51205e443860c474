import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, openContext } from '../helpers/browser'
import { startPortal, type Portal } from '../helpers/server'
import { expectPhase } from './lib/desk'
import { choose, follow, tabTo } from './lib/keys'
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
  await tabTo(page, /小区、楼号、街巷或路口/)
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

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, openContext } from '../helpers/browser'
import { startPortal, type Portal } from '../helpers/server'
import { PHOTO } from './lib/reporter'
import { fillReport, type Filled } from './lib/sending'
import { signIn, staffOffice } from './lib/staff'
import type { Visitor } from './lib/visitor'

let portal: Portal
let browser: Browser
let clerk: Visitor
beforeAll(async () => {
  portal = await startPortal({ env: { RATE_LIMITS: 'report=off,lookup=off' } })
  await staffOffice(portal, [{ username: 'clerk', role: 'intake' }])
  clerk = await signIn(portal, 'clerk')
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await portal?.stop()
})

const TEXT = '东门外的路灯不亮三天了，晚上看不清台阶'
const LOST = /ERR_INTERNET_DISCONNECTED/

const filled = (): Promise<Filled> => fillReport({ baseURL: portal.url, text: TEXT, category: 'security-dark', unit: 'jw-01-01-01', photos: [] })

it('fills in again what was typed before the page was lost, and deletes it when told', async () => {
  const { page, close } = await openContext(browser, { baseURL: portal.url })
  page.setDefaultTimeout(15_000)
  await page.goto('/report')
  await page.getByLabel('发生了什么？').pressSequentially(TEXT)
  await page.waitForTimeout(700)
  await page.reload()
  await page.getByText('已经填回来了').waitFor()
  expect(await page.getByLabel('发生了什么？').inputValue()).toBe(TEXT)
  await page.goto('/')
  await page.getByText('没写完的反映').waitFor()
  await page.getByRole('button', { name: '从这台设备删掉' }).click()
  await page.getByText('已经从这台设备删掉').waitFor()
  await page.goto('/report')
  expect(await page.getByLabel('发生了什么？').inputValue()).toBe('')
  await close()
})

it('keeps photos while there is no connection, and sends them from any page once there is', async () => {
  const { visitor } = await filled()
  const { page, context, expectFault, close } = await openContext(browser, { baseURL: portal.url })
  expectFault(LOST)
  page.setDefaultTimeout(15_000)
  await context.addCookies(visitor.cookies())
  await page.goto('/report/photos')
  await page.locator('input[type=file]').setInputFiles([PHOTO])
  await page.getByText('已选1张').waitFor()
  await context.setOffline(true)
  await page.getByRole('button', { name: /^下一步/ }).click()
  await page.getByText('没连上网').waitFor()
  await page.close()
  await context.setOffline(false)
  const later = await context.newPage()
  later.setDefaultTimeout(15_000)
  await later.goto('/notices')
  await later.getByText('现在发出去了').waitFor()
  await later.goto('/report/photos')
  await later.getByText('已加上1张').waitFor()
  await close()
})

it('sends a report by itself when the connection is back, once, though its answer was lost', async () => {
  const { visitor } = await filled()
  const { page, context, expectFault, close } = await openContext(browser, { baseURL: portal.url })
  expectFault(LOST)
  expectFault(/ERR_FAILED/)
  page.setDefaultTimeout(15_000)
  await context.addCookies(visitor.cookies())
  await page.goto('/report/check')
  // The first sending arrives; its answer does not.
  await page.route('**/do/report/check', async (route) => {
    await route.fetch({ maxRedirects: 0 })
    await route.abort()
  }, { times: 1 })
  await page.getByRole('button', { name: '发送反映' }).click()
  await page.getByText('没连上网').waitFor()
  await context.setOffline(true)
  await context.setOffline(false)
  await page.waitForURL(/\/receipt$/)
  expect(await page.locator('.receipt-code').count()).toBe(2)
  await page.goto('/')
  expect(await page.locator('.unsent:visible').count()).toBe(0)
  expect(((await (await clerk.get('/api/matters?limit=0&depth=0')).json()) as { totalDocs: number }).totalDocs).toBe(1)
  await close()
})

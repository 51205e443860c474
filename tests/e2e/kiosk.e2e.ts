import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeFindings, launchBrowser, openContext } from '../helpers/browser'
import { startPortal, type Portal } from '../helpers/server'

/** A touch terminal in the service hall, used by one person after another. */

let portal: Portal
let browser: Browser
beforeAll(async () => {
  portal = await startPortal({ env: { RATE_LIMITS: 'report=off,lookup=off' } })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await portal?.stop()
})

const WORDS = '楼道里的灯不亮，晚上看不清台阶'
const open = () => openContext(browser, { baseURL: portal.url, viewport: { width: 1080, height: 1920 }, hasTouch: true })

const begin = async (page: Page): Promise<void> => {
  await page.clock.install()
  await page.goto('/kiosk')
  await page.getByRole('link', { name: /^有话我说/ }).click()
  await page.waitForURL('**/kiosk/report')
  await page.getByLabel('发生了什么？').fill(WORDS)
  await page.getByRole('button', { name: /^下一步/ }).click()
  await page.getByText('这件事最像哪一类？').waitFor()
}

it('shows six tiles that fill the screen, and nothing that leads out', async () => {
  const { page, close } = await open()
  await page.goto('/kiosk')
  expect(await page.locator('.tile-name').allTextContents()).toEqual(['政务指南', '便民服务', '我的社区', '办事预约', '紧急求助', '有话我说'])
  for (const tile of await page.locator('.tile').all()) expect((await tile.boundingBox())?.height).toBeGreaterThanOrEqual(200)
  expect(await page.locator('a[rel~=external]').count()).toBe(0)
  expect(await axeFindings(page)).toEqual([])
  for (const place of ['/kiosk/sos', '/en/kiosk', '/kiosk/grid', '/kiosk/report']) {
    await page.goto(place)
    expect([place, await axeFindings(page)]).toEqual([place, []])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  }
  await close()
})

it('asks whether somebody is there, goes on for whoever is, and clears what the one before left', async () => {
  const { page, context, close } = await open()
  await begin(page)
  expect((await context.cookies()).map(({ name }) => name)).toContain('portal-draft')
  await page.clock.runFor(46_000)
  const still = page.getByRole('dialog')
  await still.getByText(/1[0-5]秒后清空/).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: '继续用' }).click()
  await still.waitFor({ state: 'hidden' })
  expect(page.url()).toMatch(/\/kiosk\/report$/)
  await page.clock.runFor(61_000)
  await page.waitForURL(/\/kiosk$/)
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('portal-draft')
  await page.goto('/kiosk/report')
  expect(await page.getByLabel('发生了什么？').inputValue()).toBe('')
  await page.goBack()
  expect(await page.content()).not.toContain(WORDS)
  await close()
})

it('clears at once for whoever ends it, and stays itself where a link would leave it', async () => {
  const { page, context, close } = await open()
  await begin(page)
  await page.getByRole('button', { name: '清空并结束' }).click()
  await page.waitForURL(/\/kiosk$/)
  expect(await context.cookies()).toEqual([])
  await page.evaluate(() => document.querySelector('main')?.insertAdjacentHTML('beforeend', '<p><a id="in" href="/notices">in</a> <a id="out" href="https://example.org/">out</a></p>'))
  await page.locator('#out').click()
  expect(page.url()).toMatch(/\/kiosk$/)
  await page.locator('#in').click()
  await page.waitForURL(/\/kiosk\/notices$/)
  await close()
})

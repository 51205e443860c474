import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, openContext } from '../helpers/browser'
import { startPortal, type Portal } from '../helpers/server'
import { staffOffice } from './lib/staff'
import type { Visitor } from './lib/visitor'

/** Pages that are the same for everybody: kept, made again when what they show changes, and without the framework's scripts. */

let portal: Portal
let browser: Browser
let owner: Visitor
beforeAll(async () => {
  portal = await startPortal()
  owner = (await staffOffice(portal, [])).owner
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await portal?.stop()
})

const UNIT = '/grid/jw-01'
const get = (path: string, headers: Record<string, string> = {}) => fetch(portal.url + path, { headers, redirect: 'manual' })
const firstNotice = async (): Promise<string> => /href="(\/notices\/[^"?]+)"/.exec(await (await get('/notices')).text())?.[1] ?? ''

it.each(['', '/elder', '/contrast', '/en', '/en/elder', '/en/contrast'])('bring no script but the small one, in %s/', async (prefix) => {
  for (const path of ['/', '/notices', await firstNotice(), '/rules', '/grid', UNIT, '/about', '/privacy']) {
    const answer = await get(prefix + path === '' ? '/' : (prefix + path).replace(/(.)\/$/, '$1'))
    const html = await answer.text()
    expect([path, answer.status, [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)]).toEqual([path, 200, ['<script src="/light.js" defer="">']])
    expect(html).not.toContain('_next/static/chunks/turbopack')
    expect(/script-src ([^;]*)/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]).toBe("'self'")
    expect(html).toContain('<h1')
  }
})

it('are not sent twice to who has them, nor made twice', async () => {
  const first = await get('/')
  const tag = first.headers.get('etag') ?? ''
  expect(tag).not.toBe('')
  expect((await get('/', { 'if-none-match': tag })).status).toBe(304)
  expect((await get('/')).headers.get('etag')).toBe(tag)
})

it('show at once what was changed', async () => {
  const before = await (await get(UNIT)).text()
  expect(before).not.toContain('改过名的一片')
  const { docs } = (await (await owner.get('/api/grid-units?where[code][equals]=jw-01&depth=0')).json()) as { docs: { id: string }[] }
  expect((await owner.patchJson(`/api/grid-units/${docs[0]?.id}?locale=zh`, { name: '改过名的一片' })).status).toBe(200)
  expect(await (await get(UNIT)).text()).toContain('改过名的一片')
  expect(await (await get('/')).text()).not.toBe('')
})

it('print where there is JavaScript, and hide the button where there is none', async () => {
  const notice = await firstNotice()
  for (const javaScriptEnabled of [true, false]) {
    const { page, close } = await openContext(browser, { baseURL: portal.url, javaScriptEnabled })
    await page.goto(notice)
    expect(await page.locator('[data-light=print]').isVisible()).toBe(javaScriptEnabled)
    if (javaScriptEnabled) {
      await page.evaluate(() => {
        window.print = () => document.body.setAttribute('data-printed', '')
      })
      await page.locator('[data-light=print]').click()
      expect(await page.locator('[data-printed]').count()).toBe(1)
    }
    await close()
  }
})

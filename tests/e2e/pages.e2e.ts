import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openContext, type Watched } from '../helpers/browser'
import { startPortal, type Portal } from '../helpers/server'
import { lookAll } from './lib/look'
import { open, settled } from './lib/person'
import { signIn, staffOffice } from './lib/staff'

const LIST = '/admin/collections/pages'

let portal: Portal
let browser: Browser
let watched: Watched

const read = async (path: string): Promise<string> => (await fetch(`${portal.url}${path}`)).text()

/** The preview beside the form. */
const previewOf = async (page: Page): Promise<Frame> => {
  await expect.poll(() => page.frames().some((frame) => frame.url().includes('/admin/preview/')), { timeout: 30_000 }).toBe(true)
  const frame = page.frames().find((each) => each.url().includes('/admin/preview/'))
  if (!frame) throw new Error('there is no preview')
  return frame
}

beforeAll(async () => {
  portal = await startPortal()
  await staffOffice(portal, [{ username: 'reviewer', role: 'reviewer' }])
  browser = await launchBrowser()
  watched = await openContext(browser, { baseURL: portal.url, viewport: { width: 1600, height: 1000 } })
  watched.page.setDefaultTimeout(30_000)
  await watched.context.addCookies((await signIn(portal, 'reviewer')).cookies())
})
afterAll(async () => {
  await browser?.close()
  await portal?.stop()
})

describe('a publisher', () => {
  it('makes a page of blocks with a preview beside it, publishes it, and brings the older version back', async () => {
    const { page } = watched
    await open(page, `${LIST}/create`)
    await page.locator('#field-code').fill('spring')
    await page.locator('#field-title').fill('春季开放日')
    await page.getByRole('button', { name: /^添加 ?积木/ }).click()
    await page.getByRole('button', { name: '我的网格', exact: true }).first().click()
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.waitForURL(/\/pages\/[0-9A-Z]{26}/)
    await settled(page)
    await page.locator('#live-preview-toggler').click()
    const frame = await previewOf(page)
    await frame.getByRole('heading', { level: 1, name: '春季开放日' }).waitFor()
    await frame.getByRole('heading', { name: '我的网格' }).waitFor()
    expect(await read('/pages/spring')).not.toContain('春季开放日')

    await page.locator('#field-title').fill('春季开放日（改期）')
    await page.getByRole('button', { name: '保存草稿' }).click()
    await frame.getByRole('heading', { level: 1, name: '春季开放日（改期）' }).waitFor()

    await page.getByRole('button', { name: '发布修改' }).click()
    await expect.poll(() => read('/pages/spring'), { timeout: 20_000 }).toContain('春季开放日（改期）')
    await settled(page)

    const id = /[0-9A-Z]{26}/.exec(page.url())?.[0] ?? ''
    await open(page, `${LIST}/${id}/versions`)
    await page.locator('tbody a[href*="/versions/"]').last().click()
    await page.waitForURL(/\/versions\/[0-9A-Za-z]+/)
    await settled(page)
    await page.getByRole('button', { name: '恢复此版本' }).click()
    await page.getByRole('button', { name: '确认', exact: true }).click()
    await page.waitForURL(new RegExp(`/pages/${id}(?:\\?|$)`))
    await settled(page)
    expect(await page.locator('#field-title').inputValue()).toBe('春季开放日')
  })

  it('finds every block in the catalogue, and nothing in it that axe would', async () => {
    const { page } = watched
    expect(await lookAll(page, { places: ['/admin/structure/blocks', '/admin/structure/office', '/pages/spring'], ready: settled })).toEqual([])
  })
})

describe('the preview', () => {
  it('is for those who write, kept by nobody, and framed by this portal alone', async () => {
    const path = '/admin/preview/zh/plain/blocks/hero'
    const own = await signIn(portal, 'reviewer')
    const { status, headers } = await own.get(path)
    expect([status, headers.get('x-frame-options'), headers.get('cache-control')]).toEqual([200, 'SAMEORIGIN', expect.stringContaining('no-store')])
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect(await (await own.get(path)).text()).toContain('noindex')
    const stranger = await fetch(`${portal.url}${path}`, { redirect: 'manual' })
    expect([307, 303]).toContain(stranger.status)
    expect((await fetch(`${portal.url}/pages/spring`)).headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })
})

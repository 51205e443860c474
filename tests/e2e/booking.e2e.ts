import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openContext, type Watched } from '../helpers/browser'
import { startPortal, type Portal } from '../helpers/server'
import { lookAll, nameOf } from './lib/look'
import { signIn, staffOffice } from './lib/staff'
import type { Visitor } from './lib/visitor'

let portal: Portal
let browser: Browser
let counter: Visitor
beforeAll(async () => {
  portal = await startPortal({ env: { RATE_LIMITS: 'booking=off,track=off,followUp=off,lookup=off' } })
  await staffOffice(portal, [{ username: 'counter', role: 'serviceDesk' }])
  counter = await signIn(portal, 'counter')
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await portal?.stop()
})

const open = async (): Promise<Watched> => {
  const watched = await openContext(browser, { baseURL: portal.url })
  watched.page.setDefaultTimeout(20_000)
  return watched
}

/** From a guide to the form of the last slot of the last day that can be booked. */
const toLastSlot = async (page: Page): Promise<string> => {
  await page.goto('/services/minimum-living')
  await page.getByRole('link', { name: '预约窗口' }).first().click()
  await page.locator('section[aria-labelledby="s-day"] a').last().click()
  await page.locator('section[aria-labelledby="s-slot"] a').last().click()
  await page.getByRole('button', { name: '约这个时间' }).waitFor()
  return page.url()
}

const write = async (page: Page, name: string): Promise<void> => {
  await page.getByLabel('怎么称呼您').fill(name)
  await page.getByLabel('手机号').fill('13800138000')
  await page.getByLabel(/同意留下称呼和电话/).check()
}

const send = (page: Page): Promise<void> => page.getByRole('button', { name: '约这个时间' }).click()

describe('the last place of a slot, from two browsers', () => {
  it('is one’s; the other is told, offered the next free ones, and loses nothing of what was typed', async () => {
    const [first, second, third] = [await open(), await open(), await open()]
    const address = await toLastSlot(first.page)
    await send(first.page)
    await first.page.getByRole('heading', { name: '约好了' }).waitFor()
    for (const [{ page }, name] of [[second, '李叔叔'], [third, '王阿姨']] as const) {
      await page.goto(address)
      await write(page, name)
    }
    await Promise.all([send(second.page), send(third.page)])
    const told = await Promise.all([second, third].map(async ({ page }) => {
      await page.locator('h1').first().waitFor()
      await page.waitForURL(/book\/(mine|general)/)
      return (await page.getByRole('heading', { name: '约好了' }).count()) > 0 ? 'won' : (await page.getByText('这个时间刚被约走了').count()) > 0 ? 'told' : page.url()
    }))
    expect([...told].sort()).toEqual(['told', 'won'])
    const { page, typed } = told[0] === 'told' ? { page: second.page, typed: '李叔叔' } : { page: third.page, typed: '王阿姨' }
    await page.locator('.remark .slots a').first().click()
    expect(await page.getByLabel('怎么称呼您').inputValue()).toBe(typed)
    expect(await page.getByLabel('手机号').inputValue()).toBe('13800138000')
    expect(await page.getByLabel(/同意留下称呼和电话/).isChecked()).toBe(true)
    await send(page)
    await page.getByRole('heading', { name: '约好了' }).waitFor()
    for (const each of [first, second, third]) await each.close()
  })
})

describe('a booking', () => {
  it('is looked up by code and word, moved, and cancelled', async () => {
    const { page, close } = await open()
    await toLastSlot(page)
    await page.getByRole('link', { name: '换一个时间' }).click()
    await page.locator('section[aria-labelledby="s-slot"] a').first().click()
    await send(page)
    const [code = '', word = ''] = await page.locator('.receipt-code').allInnerTexts()
    await page.goto('/book/mine?other=1')
    await page.getByLabel('预约码').fill(code)
    await page.getByLabel('查询词').fill('AAAA-AAAA')
    await page.getByRole('button', { name: '查看' }).click()
    await page.waitForURL(/fault=wrongCode/)
    expect(await page.getByRole('heading', { name: '约好了' }).count()).toBe(0)
    await page.getByLabel('查询词').fill(word.toLowerCase())
    await page.getByRole('button', { name: '查看' }).click()
    await page.getByRole('heading', { name: '约好了' }).waitFor()
    await page.getByText('换一个时间').click()
    await page.locator('.slots button').first().click()
    await page.getByText('换好了').waitFor()
    await page.getByText('取消预约', { exact: true }).last().click()
    await page.getByRole('button', { name: '取消这次预约' }).click()
    await page.getByRole('heading', { name: '预约取消了' }).waitFor()
    await close()
  })

  it('is made without JavaScript', async () => {
    const { page, close } = await openContext(browser, { baseURL: portal.url, javaScriptEnabled: false })
    await toLastSlot(page)
    await page.getByRole('link', { name: '换一个时间' }).click()
    await page.locator('section[aria-labelledby="s-slot"] a').nth(1).click()
    await page.getByLabel('手机号').fill('12')
    await send(page)
    await page.waitForURL(/try=1/)
    expect(await page.getByLabel('手机号').inputValue()).toBe('12')
    await page.getByLabel('手机号').fill('')
    await send(page)
    await page.getByRole('heading', { name: '约好了' }).waitFor()
    await close()
  })
})

describe('pages of guides and bookings', () => {
  it.each([['zh', ''], ['en', '/en'], ['elder', '/elder'], ['contrast', '/contrast']])('have no findings and fit the window: %s', async (variant, prefix) => {
    const { page, close } = await open()
    await page.goto(`${prefix}/book/general`)
    await page.locator('section[aria-labelledby="s-slot"] a').first().click()
    const form = new URL(page.url()).pathname.slice(prefix.length) + new URL(page.url()).search
    const places = ['/services', '/services?event=birth', '/services?q=sbk', '/services/minimum-living', '/book', '/book/general', form, `${form}&try=1`, '/book/mine']
    expect(await lookAll(page, { prefix, places, name: (place) => `services-${variant}-${nameOf(place)}` })).toEqual([])
    await close()
  })

  it('nor has the day list at the desk, on which a counter is closed and opened again', async () => {
    const { page, context, close } = await open()
    await context.addCookies(counter.cookies())
    expect(await lookAll(page, { prefix: '', places: ['/desk/bookings', '/desk/services'], name: (place) => `services-desk-${nameOf(place)}` })).toEqual([])
    await page.goto('/desk/bookings')
    await page.getByLabel('原因').fill('停电检修')
    await page.getByRole('button', { name: '停办', exact: true }).click()
    await page.getByText('停办了。').waitFor()
    await page.getByRole('button', { name: '恢复' }).click()
    await page.getByText('恢复了').waitFor()
    await close()
  })
})

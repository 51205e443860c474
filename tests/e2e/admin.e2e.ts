import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createClient } from '@libsql/client'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openContext } from '../helpers/browser'
import { startPortal, type Portal } from '../helpers/server'
import { lookAll, type Places } from './lib/look'
import { open, settled } from './lib/person'
import { PASSWORD, signIn, staffOffice, type StaffOffice } from './lib/staff'

/**
 * Parts that Payload draws and styles by itself, each with the file of its packages that does: what axe finds in them is mended there, not
 * here. The admin's landmarks and headings are Payload's too, so that only the criteria of WCAG are asked for, not good practice; and its
 * head is wider than a telephone, so that the width is asked for on a desk.
 */
const PAYLOADS: Record<string, string> = {
  '.doc-controls': 'ui/dist/elements/DocumentControls/index.js',
  '.doc-tabs__tabs': 'next/dist/elements/DocumentHeader/Tabs/index.js',
  '.card': 'ui/dist/elements/Card/index.js',
  '.sort-column': 'ui/dist/elements/SortColumn/index.js',
  '.clickable-arrow': 'ui/dist/elements/Pagination/ClickableArrow/index.js',
  '.localizer-button': 'ui/dist/elements/Localizer/LocalizerLabel/index.js',
  '.popup-button': 'ui/dist/elements/Popup/PopupTrigger/index.js',
  '.react-select': 'ui/dist/elements/ReactSelect/index.js',
  '.date-time-picker': 'ui/dist/elements/DatePicker/DatePicker.js',
  '.checkbox-input': 'ui/dist/fields/Checkbox/Input.js',
  '.field-description': 'ui/dist/fields/FieldDescription/index.js',
  '.ContentEditable__root': 'richtext-lexical/dist/lexical/ui/ContentEditable.js',
  '[class*="toolbar-popup"]': 'richtext-lexical/dist/features/toolbars/shared/ToolbarButton/index.js',
}

const LIST = '/admin/collections'
/** Of each kind one: the overview, a list, a form that makes, a record, a definition with its own editor, content, settings, an account. */
const MAIN = ['/admin', `${LIST}/grid-units`, `${LIST}/risk-categories/create`, `${LIST}/risk-categories/*`, `${LIST}/workflows/*`, `${LIST}/notices/*`, `${LIST}/offices/*`, '/admin/account']

let portal: Portal
let browser: Browser
let office: StaffOffice
beforeAll(async () => {
  portal = await startPortal()
  office = await staffOffice(portal, [{ username: 'reviewer', role: 'reviewer' }])
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await portal?.stop()
})

const asked: Omit<Places, 'places'> = {
  exclude: Object.keys(PAYLOADS),
  good: false,
  fitsFrom: 1280,
  // Payload draws its pages in the browser: what it still asks for would be torn off by the next page.
  ready: (page: Page) => page.waitForLoadState('networkidle'),
}

describe('the admin', () => {
  it.each(Object.entries(PAYLOADS))('leaves %s to Payload, whose own it is', (selector, file) => {
    const [, name = ''] = /([a-z]+-?[a-z]+(?:-[a-z]+)*)(?:__|"|$)/i.exec(selector) ?? []
    expect(readFileSync(path.resolve(import.meta.dirname, '../../node_modules/@payloadcms', file), 'utf8')).toContain(name)
  })

  it('opens its sign-in without a fault and without a call to anybody else', async () => {
    const { page, close } = await openContext(browser, { baseURL: portal.url })
    expect(await lookAll(page, { ...asked, places: ['/admin/login'] })).toEqual([])
    await close()
  })

  it('opens its main pages to the owner without a fault and without a call to anybody else', async () => {
    const { page, context, close } = await openContext(browser, { baseURL: portal.url })
    await context.addCookies(office.owner.cookies())
    expect(await lookAll(page, { ...asked, places: MAIN })).toEqual([])
    await close()
  })

  it('publishes a number only to whoever says that it may be public, and keeps what is changed later', async () => {
    const { page, context, expectFault, close } = await openContext(browser, { baseURL: portal.url, viewport: { width: 1280, height: 900 } })
    expectFault(/Failed to load resource.*400/)
    page.setDefaultTimeout(30_000)
    await context.addCookies((await signIn(portal, 'reviewer')).cookies())
    await open(page, `${LIST}/pages/create`)
    await page.locator('#field-code').fill('numbers')
    await page.locator('#field-title').fill('找王师傅 13800138000')
    const publish = page.getByRole('button', { name: '发布修改' })
    const box = page.getByRole('checkbox', { name: '里面的号码、姓名、门牌可以公开' })
    await publish.click()
    await page.getByRole('alert').filter({ hasText: '像是电话号码' }).waitFor()
    await box.check()
    await page.locator('#field-changeReason').fill('师傅同意')
    await publish.click()
    await page.waitForURL(/\/pages\/[0-9A-Z]{26}/)
    await settled(page)
    expect(await (await fetch(`${portal.url}/pages/numbers`)).text()).toContain('找王师傅 13800138000')

    await page.locator('#field-title').fill('找李师傅 13800138000')
    await box.check()
    await publish.click()
    await expect.poll(async () => (await fetch(`${portal.url}/pages/numbers`)).text()).toContain('找李师傅')
    await close()
  })

  it('asks for a proof where the last one is too old, and goes on with what was typed', async () => {
    const { page, context, expectFault, close } = await openContext(browser, { baseURL: portal.url, viewport: { width: 1280, height: 900 } })
    expectFault(/Failed to load resource.*(428|400)/)
    page.setDefaultTimeout(30_000)
    const { cookies, get } = await signIn(portal, 'security')
    await context.addCookies(cookies())
    const { docs: [role] } = (await (await get('/api/roles?where[code][equals]=volunteer&depth=0')).json()) as { docs: { id: string }[] }
    const file = createClient({ url: `file:${path.join(portal.dataDir, 'portal.db')}` })
    await file.execute("UPDATE staff_sessions SET proven_at = '2020-01-01T00:00:00.000Z'")
    file.close()
    await open(page, `${LIST}/roles/${role?.id}`)
    await page.locator('#field-name').fill('值班志愿者')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: '再确认一次是你本人' })
    await dialog.getByLabel('密码').fill('not-this-one')
    await dialog.getByRole('button', { name: '确认，接着做' }).click()
    await dialog.getByText('不对，请再试一次').waitFor()
    await dialog.getByLabel('密码').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(async () => ((await (await get(`/api/roles/${role?.id}?depth=0`)).json()) as { name?: string }).name).toBe('值班志愿者')
    await close()
  })
})

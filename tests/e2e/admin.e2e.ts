import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openContext } from '../helpers/browser'
import { startPortal, type Portal } from '../helpers/server'
import { lookAll, type Places } from './lib/look'
import { staffOffice, type StaffOffice } from './lib/staff'

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
  office = await staffOffice(portal, [])
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
})

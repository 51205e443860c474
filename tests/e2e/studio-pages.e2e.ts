import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openContext } from '../helpers/browser'
import { startPortal, type Portal } from '../helpers/server'
import { lookAll } from './lib/look'
import { staffOffice, type StaffOffice } from './lib/staff'

/** Pages of the structure that no file of their own looks at. */
const PLACES = ['', '/teams', '/people', '/roles', '/types', '/sources', '/office', '/setup', '/routines', '/routines/new'].map((path) => `/admin/structure${path}`)

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

describe('pages of the structure', () => {
  it.each(['zh', 'en'])('open without a fault at every width: %s', async (lang) => {
    const { page, context, close } = await openContext(browser, { baseURL: portal.url })
    await context.addCookies(office.owner.cookies())
    await page.goto(`/desk/lang?to=${lang}&back=/desk`)
    expect(await lookAll(page, { places: [...PLACES, '/desk/rounds'], ready: (open) => open.waitForLoadState('networkidle') })).toEqual([])
    await close()
  })
})

import { describe, expect, it } from 'vitest'
import { openContext } from '../helpers/browser'
import { lookAll } from './lib/look'
import { studioSuite } from './lib/suite'

/** Pages of the structure that no file of their own looks at. */
const PLACES = ['', '/teams', '/people', '/roles', '/types', '/sources', '/office', '/webhooks', '/setup', '/routines', '/routines/new'].map((path) => `/admin/structure${path}`)

const suite = studioSuite()

describe('pages of the structure', () => {
  it.each(['zh', 'en'])('open without a fault at every width: %s', async (lang) => {
    const { page, context, close } = await openContext(suite.browser, { baseURL: suite.portal.url })
    await context.addCookies(suite.office.owner.cookies())
    await page.goto(`/desk/lang?to=${lang}&back=/desk`)
    expect(await lookAll(page, { places: [...PLACES, '/desk/rounds'], ready: (open) => open.waitForLoadState('networkidle') })).toEqual([])
    await close()
  })
})

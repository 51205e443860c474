import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser, openContext, type Watched } from '../../helpers/browser'
import { startPortal, type Portal } from '../../helpers/server'
import { staffOffice, type StaffOffice, type Wanted } from './staff'

/** How long a page may take to answer a click on a busy machine (ms). */
const PATIENCE = 20_000

export type Suite = {
  portal: Portal
  browser: Browser
  office: StaffOffice
  /** A window of the owner's, as wide as asked (px). */
  asOwner: (width?: number) => Promise<Watched>
}

const ready = <T>(thing: T | undefined): T => {
  if (thing === undefined) throw new Error('asked before the suite has begun')
  return thing
}

/** One running portal with an office at work and one browser for all tests of a file; both end with it. */
export const studioSuite = (wanted: readonly Wanted[] = []): Suite => {
  const here: { portal?: Portal; browser?: Browser; office?: StaffOffice } = {}
  beforeAll(async () => {
    here.portal = await startPortal()
    here.office = await staffOffice(here.portal, wanted)
    here.browser = await launchBrowser()
  })
  afterAll(async () => {
    await here.browser?.close()
    await here.portal?.stop()
  })
  return {
    get portal() { return ready(here.portal) },
    get browser() { return ready(here.browser) },
    get office() { return ready(here.office) },
    asOwner: async (width = 1280) => {
      const watched = await openContext(ready(here.browser), { baseURL: ready(here.portal).url })
      await watched.context.addCookies(ready(here.office).owner.cookies())
      await watched.page.setViewportSize({ width, height: 900 })
      watched.page.setDefaultTimeout(PATIENCE)
      return watched
    },
  }
}

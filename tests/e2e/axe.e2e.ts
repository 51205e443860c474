import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openContext, type Watched } from '../helpers/browser'
import { startPortal, type Portal } from '../helpers/server'
import { lookAll, nameOf } from './lib/look'
import { PHOTO } from './lib/reporter'
import { fillReport, receiptShown, type Filled } from './lib/sending'
import { signIn, staffOffice } from './lib/staff'
import { leadsTo, type Visitor } from './lib/visitor'

const LONG = '东门外的路灯不亮三天了，晚上看不清台阶，有老人差点摔倒。'

let portal: Portal
let browser: Browser
let filled: Filled[]

const fill = (): Promise<Filled> =>
  fillReport({ baseURL: portal.url, text: LONG.repeat(12), category: 'security-dark', unit: 'jw-01-01-01', photos: [new Blob([readFileSync(PHOTO)])] })

beforeAll(async () => {
  portal = await startPortal({ env: { RATE_LIMITS: 'report=off,lookup=off,track=off,signIn=off' } })
  await staffOffice(portal, [{ username: 'dispatcher', role: 'dispatcher' }, { username: 'intake', role: 'intake' }])
  filled = [await fill(), await fill(), await fill(), await fill()]
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await portal?.stop()
})

const VARIANTS = [
  { variant: 'zh', prefix: '', turn: 0 },
  { variant: 'en', prefix: '/en', turn: 1 },
  { variant: 'elder', prefix: '/elder', turn: 2 },
  { variant: 'contrast', prefix: '/contrast', turn: 3 },
]

/** Pages anybody may open. A list is followed by the first page it leads to. */
const PAGES = ['', '/report', '/track', '/track?fault=wrongCode', '/mine', '/notices', '/notices/*', '/rules', '/rules/*', '/grid', '/grid?a=槐荫里1号楼', '/grid/jw-01-01', '/about', '/privacy', '/search?q=路灯', '/pages/accessibility', '/services', '/services/*', '/services?q=yibao', '/services?q=没有的事', '/book', '/book/general', '/book/mine']
/** Pages of a report that is filled in to its end. */
const STEPS = ['/report', '/report/category', '/report/where', '/report/questions', '/report/photos', '/report/contact', '/report/check']

const asVisitor = async (visitor: Visitor): Promise<Watched> => {
  const watched = await openContext(browser, { baseURL: portal.url })
  await watched.context.addCookies(visitor.cookies())
  return watched
}

describe.each(VARIANTS)("residents' pages in $variant", ({ variant, prefix, turn }) => {
  it('have no findings and fit the window', async () => {
    const { page, close } = await openContext(browser, { baseURL: portal.url })
    expect(await lookAll(page, { prefix, places: PAGES, name: (place) => `${variant}-${nameOf(place)}` })).toEqual([])
    await close()
  })

  it('have none while a report is written, sent and followed', async () => {
    const { visitor, send } = filled[turn] ?? (await fill())
    const { page, context, close } = await asVisitor(visitor)
    const faults = await lookAll(page, { prefix, places: STEPS, name: (place) => `${variant}-step-${nameOf(place)}` })
    await send()
    const progress = await leadsTo(visitor.post('/do/track', await receiptShown(visitor)))
    await context.addCookies(visitor.cookies())
    faults.push(...(await lookAll(page, { prefix, places: ['/receipt', progress, `${progress}/data`], name: (place) => `${variant}-${place === progress ? 'progress' : nameOf(place.replace(progress, '/held'))}` })))
    expect(faults).toEqual([])
    await close()
  })

  it('have none where a page does not exist', async () => {
    const { page, expectFault, close } = await openContext(browser, { baseURL: portal.url })
    expectFault(/404/)
    expect(await lookAll(page, { prefix, places: ['/no-such-page'], name: () => `${variant}-missing` })).toEqual([])
    await close()
  })
})

describe('the desk', () => {
  it('has no findings and fits the window', async () => {
    const outside = await openContext(browser, { baseURL: portal.url })
    const faults = await lookAll(outside.page, { places: ['/desk/sign-in'] })
    await outside.close()
    const { page, close } = await asVisitor(await signIn(portal, 'dispatcher'))
    faults.push(...(await lookAll(page, { places: ['/desk', '/desk/queue', '/desk/account', '/desk/prove', '/desk/second-factor', '/desk/matters/*'], from: '/desk/queue' })))
    await close()
    const clerk = await asVisitor(await signIn(portal, 'intake'))
    faults.push(...(await lookAll(clerk.page, { places: ['/desk/new', '/desk/matters/*', '/desk/retention'], from: '/desk/queue', name: (place) => `intake-${nameOf(place)}` })))
    const owner = await asVisitor(await signIn(portal, 'owner'))
    faults.push(...(await lookAll(owner.page, { places: ['/desk/retention', '/desk/processing'], name: (place) => `owner-${nameOf(place)}` })))
    await owner.close()
    expect(faults).toEqual([])
    await clerk.close()
  })
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, openContext, type Watched } from '../helpers/browser'
import { startPortal, type Portal } from '../helpers/server'
import { lookAll, nameOf } from './lib/look'
import { signIn, staffOffice } from './lib/staff'
import type { Visitor } from './lib/visitor'

const PEOPLE = [['writer', 'publisher'], ['first', 'publisher'], ['second', 'reviewer'], ['third', 'director']] as const
const WORDS = '因管道检修，明天9:00至17:00停水，请提前储水。'
const TITLE = '关于管道检修期间临时停水以及送水安排的通知'

let portal: Portal
let browser: Browser
let notice: string

beforeAll(async () => {
  portal = await startPortal({ env: { RATE_LIMITS: 'signIn=off' } })
  await staffOffice(portal, PEOPLE.map(([username, role]) => ({ username, role })))
  notice = await draft(await signIn(portal, 'writer'))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await portal?.stop()
})

const text = { type: 'text', version: 1, text: WORDS, format: 0, style: '', mode: 'normal', detail: 0 }
const paragraph = { type: 'paragraph', version: 1, direction: null, format: '', indent: 0, textFormat: 0, children: [text] }

const draft = async (writer: Visitor): Promise<string> => {
  const { docs } = (await (await writer.get('/api/notice-columns?limit=0&depth=0')).json()) as { docs: { id: string; code: string }[] }
  const column = docs.find(({ code }) => code === 'results')?.id
  const answer = await writer.postJson('/api/notices?draft=true', { code: 'water', title: TITLE, column, body: { root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: [paragraph] } }, _status: 'draft' })
  return ((await answer.json()) as { doc: { id: string } }).doc.id
}

const windowOf = async (username: string, width = 1280): Promise<Watched> => {
  const watched = await openContext(browser, { baseURL: portal.url })
  await watched.context.addCookies((await signIn(portal, username)).cookies())
  await watched.page.setViewportSize({ width, height: 900 })
  watched.page.setDefaultTimeout(20_000)
  return watched
}

it('a notice comes out after three reviews at the desk, and residents read it', async () => {
  for (const [username, button] of [['writer', '送审'], ['first', '审核通过'], ['second', '审核通过'], ['third', '审核通过'], ['third', '发布']] as const) {
    const { page, close } = await windowOf(username)
    await page.goto(`/desk/notices/${notice}`)
    await page.getByRole('button', { name: button, exact: true }).click()
    await page.locator('.banner.done').waitFor()
    await close()
  }
  const { page, close } = await openContext(browser, { baseURL: portal.url })
  await page.goto('/notices/water')
  await page.getByRole('heading', { name: TITLE }).waitFor()
  expect(await page.getByText(/〔\d{4}〕1号/).count()).toBeGreaterThan(0)
  await close()
})

it('an alert is above every page after one step on a phone', async () => {
  const { page, close } = await windowOf('third', 360)
  await page.goto('/desk/alerts')
  await page.getByLabel('要告诉居民什么').fill('今夜有八级大风，请勿外出')
  await page.getByRole('button', { name: '马上发出' }).click()
  await page.getByText('已经显示在每一页上').waitFor()
  await close()
  const reader = await openContext(browser, { baseURL: portal.url })
  for (const path of ['/', '/report', '/notices/water', '/en/grid', '/elder/rules']) {
    await reader.page.goto(path)
    await reader.page.getByText('今夜有八级大风').waitFor()
  }
  await reader.close()
})

it('the desk’s pages of notices and alerts have no findings and fit the window', async () => {
  const { page, close } = await windowOf('third')
  expect(await lookAll(page, { prefix: '', places: ['/desk/notices', `/desk/notices/${notice}`, '/desk/alerts'], name: (place) => `notices-${nameOf(place)}` })).toEqual([])
  await close()
})

it('a notice that is withdrawn says so, and answers as gone', async () => {
  const { page, close } = await windowOf('third')
  await page.goto(`/desk/notices/${notice}`)
  await page.locator('summary', { hasText: '撤回' }).click()
  await page.locator('form:has(button[value=withdraw])').getByLabel('原因').fill('内容有误')
  await page.locator('button[value=withdraw]').click()
  await page.getByText('已撤回，居民看不到了').waitFor()
  await close()
  const gone = await fetch(`${portal.url}/notices/water`)
  expect([gone.status, await gone.text()]).toEqual([410, expect.stringContaining('这份公告已撤回')])
})

import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, openContext } from '../helpers/browser'
import { startPortal, type Portal } from '../helpers/server'
import { choose, follow, tabTo } from './lib/keys'
import { PHOTO } from './lib/reporter'
import { fillReport, receiptShown } from './lib/sending'
import { signIn, staffOffice } from './lib/staff'
import type { Visitor } from './lib/visitor'

let portal: Portal
let browser: Browser
const desks = new Map<string, Visitor>()
let team = ''

const STAFF = [{ username: 'intake', role: 'intake' }, { username: 'dispatcher', role: 'dispatcher' }, { username: 'handler', role: 'handler', team: 'professional' }, { username: 'supervisor', role: 'supervisor' }]

beforeAll(async () => {
  portal = await startPortal()
  const { owner } = await staffOffice(portal, STAFF)
  for (const { username } of STAFF) desks.set(username, await signIn(portal, username))
  team = ((await (await owner.get('/api/teams?limit=1&depth=0&where[code][equals]=professional')).json()) as { docs: { id: string }[] }).docs[0]?.id ?? ''
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await portal?.stop()
})

type Matter = { id: string; revision: number; step: string }

const matter = async (): Promise<Matter> => {
  const { docs } = (await (await desks.get('dispatcher')?.get('/api/matters?limit=1&depth=0'))?.json()) as { docs: Matter[] }
  const [only] = docs
  if (!only) throw new Error('no matter')
  return only
}

const move = async (username: string, action: string, input: Record<string, unknown>): Promise<void> => {
  const { id, revision } = await matter()
  const answer = await desks.get(username)?.postJson(`/api/matters/${id}/transition`, { action, input, expectedRevision: revision })
  if (answer?.status !== 200) throw new Error(`${action}: ${answer?.status} ${await answer?.text()}`)
}

/** The office does its part, until the reporter is asked. */
const handle = async (): Promise<void> => {
  if ((await matter()).step === 'intake') await move('intake', 'accept', {})
  if ((await matter()).step === 'routing') await move('dispatcher', 'assign', { lead: { team } })
  await move('handler', 'done', { outcome: 'solved', reply: '灯已经换好，试亮正常。' })
  await move('supervisor', 'verify', { reason: '到现场看过' })
}

const open = async (page: Page, { code, word }: { code: string; word: string }): Promise<void> => {
  await page.goto('/track')
  await tabTo(page, /^回执号/)
  await page.keyboard.type(code)
  await tabTo(page, /^查询词/)
  await page.keyboard.type(word)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/track\/\w+/)
}

it('a resident corrects, says it is not solved, then that it is, rates and erases, with the keyboard alone', async () => {
  const { visitor, send } = await fillReport({ baseURL: portal.url, text: '南门外的路灯不亮，晚上看不清台阶。', category: 'security-dark', unit: 'jw-01-01-01', photos: [new Blob([readFileSync(PHOTO)])] })
  await send()
  const receipt = await receiptShown(visitor)
  const { page, close } = await openContext(browser, { baseURL: portal.url })
  page.setDefaultTimeout(15_000)

  await open(page, receipt)
  await follow(page, /^更正我写的内容/)
  await tabTo(page, /^改成/)
  await page.keyboard.press('Control+A')
  await page.keyboard.type('南门外第二盏路灯不亮，晚上看不清台阶。')
  await follow(page, /^更正$/, /done=correct/)
  await page.getByText('南门外第二盏').first().waitFor()

  await handle()
  await page.reload()
  await follow(page, /^还没解决/, /ask=1/)
  await tabTo(page, /^原因/)
  await page.keyboard.type('还是不亮')
  await follow(page, /^请重新办/, /done=reopen/)
  expect((await matter()).step).toBe('handling')

  await handle()
  await page.reload()
  await follow(page, /^解决了/, /done=solved/)
  await choose(page, /^很满意|^满意/, /^满意$/)
  await follow(page, /^交给街道/, /done=rate/)

  await follow(page, /^删掉我写的原话/)
  await follow(page, /^永久删除$/, /done=erase/)
  await page.getByText('原话已由反映人删除').first().waitFor()
  await close()
})

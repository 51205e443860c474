import type { Browser, Locator, Page } from 'playwright-core'
import { openContext, type Watched } from '../../helpers/browser'
import { PASSWORD } from './staff'

/** How long a page may take to answer a click on a busy machine (ms). */
const PATIENCE = 30_000

/** Opens a page and waits until it is alive: what is typed before that is not kept. */
export const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(path, { waitUntil: 'networkidle' })
}

export const settled = (page: Page): Promise<void> => page.waitForLoadState('networkidle')

const enter = async (page: Page, username: string, password: string): Promise<void> => {
  await page.getByLabel('账号').fill(username)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL((url) => url.pathname !== '/desk/sign-in')
}

/** A person in a window of their own, who signs in with a password for one time and takes one of their own, all by the pages. */
export const newcomer = async (browser: Browser, { baseURL, username, oneTime }: { baseURL: string; username: string; oneTime: string }): Promise<Watched> => {
  const watched = await openContext(browser, { baseURL })
  const { page } = watched
  page.setDefaultTimeout(PATIENCE)
  await page.setViewportSize({ width: 1280, height: 900 })
  await open(page, '/desk')
  await enter(page, username, oneTime)
  await page.getByLabel('一次性密码').fill(oneTime)
  await page.getByLabel('新密码', { exact: true }).fill(PASSWORD)
  await page.getByLabel('再输一遍新密码').fill(PASSWORD)
  await page.getByRole('button', { name: '换成新密码' }).click()
  await page.waitForURL(/said=passwordChanged/)
  await enter(page, username, PASSWORD)
  await settled(page)
  return watched
}

/** Presses what says "check and publish", gives a reason, and waits until the version is in force. */
export const publish = async (page: Page, reason: string): Promise<void> => {
  await page.getByRole('button', { name: /^检查并发布第/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(reason)
  await dialog.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByText(/第 \d+ 版已发布/).first().waitFor()
  await settled(page)
}

/** Fills the name in the open dialog, presses the button that keeps it, and waits until the dialog is gone. */
export const keepNamed = async (page: Page, { label, name, button, more }: { label: string; name: string; button: string; more?: (dialog: Locator) => Promise<void> }): Promise<void> => {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(label, { exact: true }).fill(name)
  await more?.(dialog)
  await dialog.getByRole('button', { name: button, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await settled(page)
}

/** Chooses in a field that is typed into and offers what there is. */
export const pick = async (field: Locator, name: string): Promise<void> => {
  await field.fill(name)
  await field.press('Tab')
}

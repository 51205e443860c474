import type { Browser, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { openContext, type Watched } from '../../helpers/browser'
import { PASSWORD } from './staff'

/** A member of staff at the workbench, signed in through its page. */
export const atDesk = async (browser: Browser, baseURL: string, username: string): Promise<Watched> => {
  const watched = await openContext(browser, { baseURL })
  const { page } = watched
  page.setDefaultTimeout(15_000)
  await page.goto('/desk')
  await page.getByLabel('账号').fill(username)
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL((url) => url.pathname === '/desk')
  return watched
}

/** Finds a matter in the queue by its title, and opens it. Resolves with its path. */
export const findMatter = async (page: Page, title: string): Promise<string> => {
  await page.goto(`/desk/queue?text=${encodeURIComponent(title)}`)
  await page.getByRole('link', { name: title }).first().click()
  await page.waitForURL(/\/desk\/matters\//)
  return new URL(page.url()).pathname
}

/** Waits until the matter page shows a phase as the present one. */
export const expectPhase = (page: Page, phase: string): Promise<void> =>
  page.locator('.steps [aria-current=step]', { hasText: phase }).waitFor()

export type Action = {
  name: string
  /** The phase the matter is in afterwards. */
  to: string
  fill?: (form: Locator) => Promise<void>
}

/** Opens an action, fills its inputs, does it, and waits until the page shows that it was done. */
export const doAction = async (page: Page, { name, to, fill }: Action): Promise<void> => {
  await page.locator('.actions').getByRole('button', { name, exact: true }).click()
  const form = page.getByRole('form', { name, exact: true })
  await fill?.(form)
  const answer = page.waitForResponse((response) => /\/api\/matters\/[^/]+\/transition$/.test(response.url()))
  await form.locator('button[type=submit]').click()
  const response = await answer
  expect(response.status(), await response.text()).toBe(200)
  await page.getByText(`${name}：完成`).waitFor()
  await expectPhase(page, to)
}

/** Ends the part of a co-handler, found by name, with what came of it. */
export const endShare = async (page: Page, { who, reason }: { who: RegExp; reason: string }): Promise<void> => {
  await page.getByRole('button', { name: who }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill(reason)
  await dialog.locator('button[type=submit]').click()
  await page.getByText('已结束协办').first().waitFor()
}

import path from 'node:path'
import type { Page } from 'playwright-core'

/** A phone photo with its position inside, lying on its side: 1296 × 968, to be shown upright as 968 × 1296. */
export const PHOTO = path.resolve(import.meta.dirname, '../../fixtures/photos/p1.jpg')

export type Receipt = { code: string; word: string }

/** Presses the button that goes on, and waits for the page it leads to. */
const goOn = async (page: Page, to: RegExp, name: string | RegExp = /^下一步/): Promise<void> => {
  await page.getByRole('button', { name }).first().click()
  await page.waitForURL(to)
}

/** Reports through the pages, as a resident does; with and without JavaScript alike. Resolves on the receipt's page. */
export const report = async (page: Page, text: string): Promise<Receipt> => {
  await page.goto('/report')
  await page.getByLabel('发生了什么？').fill(text)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('radio', { name: /夜间照明死角/ }).check()
  await goOn(page, /\/report\/where$/)

  await page.getByLabel('地址或地名').fill('槐荫里1号楼1门')
  await page.getByRole('button', { name: '查找' }).first().click()
  await page.getByRole('radio', { name: /槐荫里1号楼1门/ }).check()
  await page.getByLabel('再说细一点').fill('门口往南第二盏')
  await goOn(page, /\/report\/questions$/)

  await page.getByRole('radio', { name: '没有', exact: true }).check()
  await page.getByRole('radio', { name: '今天' }).check()
  await goOn(page, /\/report\/photos$/)

  await page.locator('input[type=file]').setInputFiles(PHOTO)
  await page.getByRole('button', { name: '先传这几张' }).click()
  await page.getByText('已加上1张').waitFor()
  await goOn(page, /\/report\/contact$/)

  await page.getByLabel('手机号或座机').fill('13800138000')
  await page.getByRole('checkbox', { name: /^我同意/ }).check()
  await goOn(page, /\/report\/check$/)
  await goOn(page, /\/receipt$/, '发送反映')
  const [code = '', word = ''] = await page.locator('.receipt-code').allTextContents()
  return { code, word }
}

/** Opens the tracking page with code and word. */
export const track = async (page: Page, { code, word }: Receipt): Promise<void> => {
  await page.goto('/track')
  await page.getByLabel('回执号').fill(code)
  await page.getByLabel('查询词').fill(word)
  await page.getByRole('button', { name: '看进度' }).click()
  await page.waitForURL(/\/track\/\w+/)
}

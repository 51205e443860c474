import writeXlsxFile from 'write-excel-file/node'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { axeFindings } from '../helpers/browser'
import { studioSuite } from './lib/suite'

const suite = studioSuite()
const { asOwner } = suite

const settled = (page: Page) => page.waitForLoadState('networkidle')
const item = (page: Page, name: string) => page.getByRole('treeitem', { name })

describe('the territory', () => {
  it('is walked, added to and closed by the keyboard alone', async () => {
    const { page, close } = await asOwner()
    await page.goto('/admin/structure/units')
    await settled(page)
    await page.getByRole('tree').locator('[tabindex="0"]').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const station = await page.locator('[role=treeitem][aria-selected=true] .name').innerText()
    await page.getByRole('heading', { name: station, level: 2 }).waitFor()
    await page.getByRole('group', { name: '这个网格要变' }).getByRole('button', { name: '加一个网格' }).focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('名称', { exact: true }).focus()
    await page.keyboard.type('键盘新组')
    await expect.poll(() => dialog.getByLabel('编码').inputValue()).not.toBe('')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '键盘新组', level: 2 }).waitFor()
    await page.getByRole('button', { name: '停用' }).focus()
    await page.keyboard.press('Enter')
    await dialog.getByLabel('为什么改').focus()
    await page.keyboard.type('加错了')
    await dialog.getByRole('button', { name: '停用' }).press('Enter')
    await page.getByText('这个网格已经停用').waitFor()
    await close()
  })

  it('takes a pasted boundary, checks it, and keeps what is typed as numbers', async () => {
    const { page, close } = await asOwner()
    await page.goto('/admin/structure/units')
    await settled(page)
    await item(page, '社区').first().click()
    await page.getByRole('button', { name: '贴入坐标' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('{"type":"Polygon","coordinates":[[[1,1],[2,2],[2,1],[1,2]]]}')
    await dialog.getByRole('button', { name: '放到图上' }).click()
    await page.getByText('边线自己交叉了').waitFor()
    expect(await page.getByRole('button', { name: '保存边界' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: '退一步' }).click()
    await page.getByText('角的坐标').click()
    const corner = page.getByLabel('第 1 个角 经度')
    const before = Number(await corner.inputValue())
    await corner.fill(String(before + 0.0001))
    await corner.press('Enter')
    await page.getByRole('button', { name: '保存边界' }).click()
    await page.getByText('首尾闭合').waitFor()
    await page.getByRole('button', { name: '改边界' }).waitFor()
    await close()
  })

  it('imports categories from a spreadsheet, after saying which cell is wrong', async () => {
    const { page, close } = await asOwner()
    await page.goto('/admin/structure/categories/import')
    await settled(page)
    const file = async (lines: (string | null)[][]) => ({ name: '类别.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: await writeXlsxFile(lines).toBuffer() })
    await page.locator('input[type=file]').setInputFiles(await file([['名称', '上级'], ['新类', '没有的']]))
    await page.getByText('第 2 行 B 列').waitFor()
    await page.locator('input[type=file]').setInputFiles(await file([['一级类别', '二级类别', '三级类别'], ['导入大类', '导入中类', '导入小类'], [null, null, '导入小类乙']]))
    await page.getByRole('button', { name: '导入 4 行' }).waitFor()
    await page.getByLabel('为什么改').fill('新目录')
    await page.getByRole('button', { name: '导入 4 行' }).click()
    await page.getByText('已导入：新增 4').waitFor()
    await page.goto('/admin/structure/categories')
    await settled(page)
    await page.getByRole('searchbox').fill('导入小类乙')
    await item(page, '导入小类乙').waitFor()
    await close()
  })

  it.each(['zh', 'en'] as const)('shows nothing to axe, and fits every width (%s)', { timeout: 180_000 }, async (lang) => {
    for (const width of [360, 768, 1280]) {
      const { page, close } = await asOwner(width)
      await page.goto(`/desk/lang?to=${lang}&back=/admin/structure/units`)
      for (const place of ['units', 'levels', 'categories', 'units/import', 'categories/import']) {
        await page.goto(`/admin/structure/${place}`)
        await settled(page)
        expect([place, width, await axeFindings(page)]).toEqual([place, width, []])
        expect([place, width, await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)]).toEqual([place, width, 0])
      }
      await close()
    }
  })
})

import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { lookAll } from './lib/look'
import { studioSuite } from './lib/suite'

const PACKAGES = '/admin/structure/packages'
const CHANGES = '/admin/structure/changes'

const suite = studioSuite()
const { asOwner } = suite

type Named = { code: string; name: { zh: string } }
type File = { week: object; units: Named[]; tags: { code: string; name: { zh: string } }[]; categories: { lead?: string }[] }

const exported = async (page: Page): Promise<{ text: string; file: File }> => {
  await page.goto(PACKAGES)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载文件' }).click()])
  const text = await readFile(await download.path(), 'utf8')
  return { text, file: JSON.parse(text) as File }
}

const upload = async (page: Page, file: unknown, name: string): Promise<void> => {
  await page.goto(PACKAGES)
  await page.locator('#package-file').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) })
  await page.waitForURL(/\/packages\/[0-9A-Z]{26}/)
}

describe('structure packages', () => {
  it('go out as a file, come in again with what would change, are applied, and are taken back by one click', async () => {
    const { page, close } = await asOwner()
    const { text, file } = await exported(page)
    await upload(page, { ...file, tags: [...file.tags.slice(1), { code: 'from-a-file', name: { zh: '文件带来的标签' } }] }, '别的街道.json')
    await page.getByText('文件带来的标签').waitFor()
    await page.getByRole('radio', { name: /也去掉/ }).check()
    await page.locator('.diff-part').getByText(file.tags[0]?.name.zh ?? '').first().waitFor()
    expect(await lookAll(page, { places: [new URL(page.url()).pathname] })).toEqual([])

    await page.getByRole('button', { name: '换上' }).click()
    await page.getByText('请写一句为什么换').waitFor()
    await page.getByPlaceholder('一句话，会记在改动里').fill('照着别的街道改')
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: '换上' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '已经换上' }).waitFor()
    expect((await exported(page)).file.tags.map(({ code }) => code)).toContain('from-a-file')

    await page.goto(CHANGES)
    await page.getByText('照着别的街道改').waitFor()
    await page.getByRole('button', { name: /别的街道/ }).first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByText('退回以后').waitFor()
    await page.getByLabel('为什么退回').fill('不合适')
    await page.getByRole('button', { name: '退回去' }).click()
    await page.getByText('不合适').waitFor()
    expect((await exported(page)).text).toBe(text)
    await close()
  })

  it('say what is wrong with a broken file, and change nothing', async () => {
    const { page, close } = await asOwner()
    const { text, file } = await exported(page)
    await upload(page, { ...file, categories: [{ ...file.categories[0], lead: 'nobody' }, ...file.categories.slice(1)] }, '坏的.json')
    await page.getByText('这个文件不能用，什么都没有改动').waitFor()
    await page.getByText('/categories/0/lead').waitFor()
    expect(await lookAll(page, { places: [new URL(page.url()).pathname] })).toEqual([])
    await page.goto(PACKAGES)
    await page.getByRole('button', { name: '不要了 · 坏的.json' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('“坏的.json”不要了').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('recent')
    await page.reload()
    expect(await page.getByText('坏的.json').count()).toBe(0)
    expect((await exported(page)).text).toBe(text)
    await close()
  })

  it('with many differences fold by section, the summary leads into them, and say what an editor would', async () => {
    const { page, close } = await asOwner()
    const { file } = await exported(page)
    const renamed = (rows: Named[]): Named[] => rows.map((row) => ({ ...row, name: { ...row.name, zh: `${row.name.zh}（新）` } }))
    await upload(page, { ...file, week: { ...file.week, 1: [{ from: 540, to: 630 }] }, units: renamed(file.units), tags: renamed(file.tags) }, '很多.json')
    const units = page.locator('details', { has: page.locator('#part-units') })
    await units.waitFor()
    expect(await units.getAttribute('open')).toBeNull()
    await page.getByRole('navigation', { name: '有改动的部分' }).getByRole('link', { name: '工作时间' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('周一的工作时间').waitFor()
    await page.getByText('09:00-10:30').waitFor()
    expect(await page.getByText('540').count()).toBe(0)
    await page.getByRole('button', { name: '全部展开' }).click()
    await units.getByText('（新）').first().waitFor()
    expect(await lookAll(page, { places: [new URL(page.url()).pathname] })).toEqual([])
    await close()
  })

  it('and changes have pages without a fault, in both languages', async () => {
    const { page, close } = await asOwner()
    expect(await lookAll(page, { places: [PACKAGES, CHANGES, `${CHANGES}?table=tags&from=2020-01-01`] })).toEqual([])
    await page.goto('/desk/lang?to=en&back=/desk')
    expect(await lookAll(page, { places: [PACKAGES, CHANGES], name: (place) => `en${place.replaceAll('/', '-')}` })).toEqual([])
    await close()
  })
})

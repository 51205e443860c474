import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openContext } from '../helpers/browser'
import { lookAll } from './lib/look'
import { report } from './lib/reporter'
import { studioSuite } from './lib/suite'

const LIST = '/admin/structure/workflows'
const FLOW = `${LIST}/standard`

const suite = studioSuite()
const { asOwner } = suite

const walk = (page: Page) => page.locator('section.try')
const line = (page: Page, words: RegExp) => page.locator('.flow-line').and(page.getByRole('button', { name: words }))
const box = (page: Page, name: string) => page.locator('.flow-box').and(page.getByRole('button', { name: new RegExp(`^步骤：${name}`) }))
const pane = (page: Page) => page.locator('.pane').filter({ has: page.locator('#chosen') })

describe('the editor of workflows', () => {
  it('makes a workflow, draws what is added, mends what a check finds, and publishes it', async () => {
    const { page, close } = await asOwner()
    await page.goto(LIST)
    await page.getByRole('button', { name: '新建流程' }).click()
    await page.getByRole('button', { name: '建好，去编辑' }).click()
    await page.getByText('请写一个名字').waitFor()
    await page.getByLabel('流程叫什么', { exact: true }).fill('门店检查')
    await page.getByRole('button', { name: '建好，去编辑' }).click()
    await page.waitForURL(/\/workflows\/flow-/)
    expect(await page.locator('.flow-box').count()).toBe(2)

    await page.getByRole('button', { name: '加一步' }).click()
    await page.getByLabel('这一步叫什么', { exact: true }).fill('整改中')
    await page.getByRole('button', { name: '加上' }).click()
    await box(page, '整改中').waitFor()
    await page.locator('#checks').locator('..').locator('..').getByText(/走不到这一步$/).first().waitFor()
    expect(await page.locator('.node-bad').count()).toBe(1)

    await box(page, '待受理').focus()
    await page.keyboard.press('Enter')
    for (const [from, name, to] of [['待受理', '要整改', '整改中'], ['整改中', '改好了', '已归档']] as const) {
      await box(page, from).focus()
      await page.keyboard.press('Enter')
      await pane(page).getByRole('button', { name: '加一个动作' }).click()
      await page.getByRole('dialog').getByLabel('到哪一步').selectOption({ label: to })
      await page.getByLabel('按钮上写什么', { exact: true }).fill(name)
      await page.getByRole('button', { name: '加上' }).click()
      await line(page, new RegExp(`从“${from}”到“${to}”`)).first().waitFor()
    }
    // into the archive clocks must hear of it, and an outcome is to be noted: the one is mended by a button, the other by hand
    await page.getByRole('button', { name: /^帮我改/ }).first().click()
    await pane(page).getByText('改 · 按了以后').click()
    await pane(page).getByLabel('记下办理结果').check()
    await pane(page).getByLabel('结果记为').selectOption({ label: '移交' })
    await pane(page).getByText('改 · 谁可以按').click()
    await pane(page).getByLabel('要有的权限').selectOption({ label: '核查' })
    await page.getByRole('button', { name: '检查并发布第 1 版' }).waitFor()
    await page.getByText('0 个问题').waitFor()
    await page.getByRole('button', { name: '检查并发布第 1 版' }).click()
    await page.getByLabel('为什么改', { exact: true }).fill('门店检查用')
    await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
    await page.getByText('第 1 版已发布').waitFor()
    await page.reload()
    await box(page, '整改中').waitFor()
    await close()
  })

  it('walks a pretend matter as several people: asks, refuses with reasons, tells limits, steps back', async () => {
    const { page, close } = await asOwner()
    await page.goto(FLOW)
    const there = walk(page)
    await there.getByLabel('现在您当').selectOption('intake')
    await there.getByRole('button', { name: '受理', exact: true }).click()
    await there.getByText('按了“受理”').waitFor()
    await there.getByText(/“受理”按期停下/).waitFor()
    await there.getByLabel('现在您当').selectOption('dispatcher')
    const assign = there.getByRole('button', { name: '派给承办人' })
    const atWork = there.locator('[aria-current=step] b', { hasText: '处理中' })
    await assign.or(atWork).first().waitFor()
    if (await assign.count() > 0) {
      await assign.click()
      await there.locator('form').getByRole('button', { name: '按下去' }).click()
      await there.getByText('这里要填').first().waitFor()
      await there.locator('form select').first().selectOption({ index: 1 })
      await there.locator('form').getByRole('button', { name: '按下去' }).click()
    }
    await atWork.waitFor()
    await there.getByLabel('现在您当').selectOption('handler')
    await there.getByLabel('这件派给了他').uncheck()
    await there.getByText('这件不由你承办').first().waitFor()
    await there.getByText('这个身份没有的按钮').click()
    await there.getByText('要有“分流”的权限').first().waitFor()
    await there.getByRole('button', { name: '退一步' }).click()
    await there.getByRole('button', { name: '从头再走' }).click()
    await there.locator('[aria-current=step] b', { hasText: '待受理' }).waitFor()
    await close()
  })

  it('is used by keyboard alone, in the drawing and in the list', async () => {
    const { page, close } = await asOwner()
    await page.goto(FLOW)
    await line(page, /办完/).first().focus()
    await page.keyboard.press('Space')
    await pane(page).getByRole('heading', { name: '处理中 → 待核查' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('chosen')
    await page.locator('table').getByRole('button', { name: '待核查', exact: true }).focus()
    await page.keyboard.press('Enter')
    await pane(page).getByRole('heading', { name: '步骤：待核查' }).waitFor()
    await close()
  })

  it('leaves matters in progress on their version, or brings them over by a mapping with a preview', async () => {
    const resident = await openContext(suite.browser, { baseURL: suite.portal.url })
    await report(resident.page, '楼门口的路灯不亮，夜里看不清台阶')
    await resident.close()
    const { page, close } = await asOwner()
    await page.goto(FLOW)
    const flight = page.locator('section', { has: page.locator('#flight') })
    await flight.getByRole('heading', { name: '没有事项在旧版本上办' }).waitFor()
    await box(page, '待受理').focus()
    await page.keyboard.press('Enter')
    await pane(page).getByLabel('步骤叫什么', { exact: true }).fill('等着受理')
    await page.getByRole('button', { name: '检查并发布第 2 版' }).click()
    await page.getByLabel('为什么改', { exact: true }).fill('换个说法')
    await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
    await flight.getByRole('heading', { name: '正在办的 1 件怎么办？' }).waitFor()
    expect(await flight.getByLabel('留在原来的版本办完').isChecked()).toBe(true)
    await flight.getByLabel('换到第 2 版').check()
    await flight.getByLabel('待受理 → 换到').selectOption({ label: '请选一步' })
    await flight.getByRole('button', { name: '看会怎样' }).click()
    await flight.getByText('还没说换到哪一步').waitFor()
    await flight.getByLabel('待受理 → 换到').selectOption({ label: '等着受理（受理）' })
    await flight.getByRole('button', { name: '看会怎样' }).click()
    await flight.getByText('每一步都有去处，可以换').waitFor()
    await flight.getByRole('button', { name: '换 1 件' }).click()
    await flight.getByText('请写一句为什么换').waitFor()
    await flight.getByLabel('为什么换', { exact: true }).fill('统一说法')
    await flight.getByRole('button', { name: '换 1 件' }).click()
    await flight.getByText('换好了：1 件').waitFor({ timeout: 60_000 })
    await close()
  })

  it.each(['zh', 'en'])('has its pages without a finding of axe (%s)', async (lang) => {
    const { page, close } = await asOwner()
    await page.goto(`/desk/lang?to=${lang}&back=/desk`)
    const ready = async (there: Page): Promise<void> => {
      await there.waitForLoadState('networkidle')
      if (there.url().endsWith(FLOW)) await there.locator('.flow-box').nth(3).click()
    }
    expect(await lookAll(page, { places: [LIST, FLOW], ready })).toEqual([])
    await close()
  })
})

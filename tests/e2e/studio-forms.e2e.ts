import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { noiseForm } from '../../src/domain/forms/form.fixture'
import type { FormDef } from '../../src/domain/forms/types'
import { openContext } from '../helpers/browser'
import { noTally, playThrough, trials } from './lib/formTrial'
import { lookAll } from './lib/look'
import { signIn } from './lib/staff'
import { studioSuite } from './lib/suite'

const LIST = '/admin/structure/forms'

const suite = studioSuite([{ username: 'looker', role: 'director' }])
const { asOwner } = suite

const list = (page: Page) => page.locator('section', { has: page.locator('#forms-questions') })
const pane = (page: Page) => page.locator('.pane').filter({ has: page.locator('#forms-chosen') })
const phone = (page: Page) => page.locator('.phone')
const titles = async (page: Page): Promise<string[]> => list(page).locator('.rows .title').allTextContents()

/** Sends a definition to a door of the editors from the page itself. */
const send = (page: Page, method: 'POST' | 'PUT', path: string, definition: FormDef): Promise<number> => page.evaluate(async ([verb, to, text]) => {
  const answer = await fetch(`/admin/structure/api/${to}`, { method: verb, headers: { 'content-type': 'application/json' }, body: text })
  return answer.status
}, [method, path, JSON.stringify({ definition })] as const)

describe('the editor of forms', () => {
  it('makes a form from nothing, tries it, and publishes it', async () => {
    const { page, close } = await asOwner()
    await page.goto(LIST)
    await page.getByRole('button', { name: '新建表单' }).click()
    await page.getByRole('button', { name: '建好，去编问题' }).click()
    await page.getByText('请给表单起个名字').waitFor()
    await page.getByLabel('表单叫什么', { exact: true }).fill('噪声扰民反映表')
    await page.getByRole('button', { name: '建好，去编问题' }).click()
    await page.waitForURL(/\/forms\/form-/)
    await page.getByRole('heading', { level: 1, name: '噪声扰民反映表' }).waitFor()

    await pane(page).getByLabel('问题写什么', { exact: true }).fill('噪声从哪里来？')
    await pane(page).getByLabel('怎么回答').selectOption({ label: '单选' })
    await pane(page).getByLabel('第 1 个选项').fill('施工')
    await pane(page).getByLabel('第 2 个选项').fill('车辆鸣笛')
    await pane(page).getByText('编号、英文、选了就结束').nth(1).click()
    await pane(page).getByLabel('选了它就到此为止').nth(1).check()
    await pane(page).getByLabel('告诉居民什么', { exact: true }).fill('这归公安交管部门管，请拨 122')
    await pane(page).getByLabel('必须回答').check()

    await list(page).getByRole('button', { name: '在第 1 页加一个问题' }).click()
    await pane(page).getByRole('heading', { name: '改第 2 题' }).waitFor()
    await pane(page).getByLabel('问题写什么', { exact: true }).fill('晚上还在施工吗？')
    await pane(page).getByLabel('怎么回答').selectOption({ label: '是 / 否' })
    await pane(page).getByRole('button', { name: '只在有些时候显示' }).click()
    await list(page).getByText('显示，当 噪声从哪里来？ 是 施工').waitFor()

    await list(page).getByRole('button', { name: '加一页' }).click()
    await pane(page).getByLabel('问题写什么', { exact: true }).fill('您的身份证号')
    await list(page).getByText('本系统不收集证件和证件号码').waitFor()
    await list(page).getByText('请用报告末尾选填的联系方式').waitFor()
    expect(await page.getByRole('button', { name: '检查并发布第 1 版' }).getAttribute('aria-disabled')).toBe('true')
    await pane(page).getByLabel('问题写什么', { exact: true }).fill('还有什么要说的？')
    await page.getByText('检查过，可以发布').waitFor()

    await phone(page).getByRole('button', { name: '下一页' }).click()
    await phone(page).getByText('这一项要填了才能往下走').first().waitFor()
    await phone(page).getByLabel('车辆鸣笛').check()
    await phone(page).getByText('请拨 122').waitFor()
    await phone(page).getByLabel('施工', { exact: true }).check()
    await phone(page).getByText('晚上还在施工吗？').waitFor()
    await phone(page).getByRole('button', { name: '下一页' }).click()
    await phone(page).getByRole('button', { name: '交上去' }).click()
    await phone(page).getByText('填完了').waitFor()

    await page.getByRole('button', { name: '检查并发布第 1 版' }).click()
    await page.getByLabel('为什么改').fill('新做的表')
    await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
    await page.getByText('第 1 版已发布').waitFor()

    await pane(page).getByLabel('问题写什么', { exact: true }).fill('还想说什么？')
    await page.locator('#changes').locator('xpath=ancestor::section').getByText('文字已改').waitFor()
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByRole('button', { name: '检查并发布第 2 版' }).click()
    await page.getByLabel('为什么改').fill('换个说法')
    await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
    await page.getByText('第 2 版已发布').waitFor()
    const changes = page.locator('#changes').locator('xpath=ancestor::section')
    await changes.getByLabel('从哪一版').selectOption({ label: '第 1 版' })
    await changes.getByLabel('到哪一版').selectOption({ label: '第 2 版' })
    await changes.locator('ins', { hasText: '还想说什么？' }).waitFor()
    await changes.locator('del', { hasText: '还有什么要说的？' }).waitFor()
    await close()
  })

  it('orders questions by dragging, by the keyboard and by buttons, across pages', async () => {
    const { page, close } = await asOwner()
    await page.goto(LIST)
    expect(await send(page, 'POST', 'definitions/form', { ...noiseForm, code: 'in-order', name: { zh: '顺序' } })).toBe(200)
    await page.setViewportSize({ width: 1280, height: 2400 })
    await page.goto(`${LIST}/in-order`)
    const before = await titles(page)
    expect(before[4]).toBe('说说情况')
    await list(page).getByRole('button', { name: '下移：说说情况' }).click()
    expect((await titles(page))[4]).toBe('说说情况')
    expect(await list(page).locator('ol').nth(1).locator('.title').first().textContent()).toBe('说说情况')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('下移：说说情况')
    await page.keyboard.press('Enter')
    expect((await titles(page))[5]).toBe('说说情况')

    await list(page).getByRole('button', { name: '拖动：一般几点？' }).focus()
    await page.keyboard.press('Space')
    await page.waitForTimeout(200)
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('ArrowUp')
      await page.waitForTimeout(250)
    }
    await page.keyboard.press('Space')
    await page.waitForTimeout(300)
    expect(await list(page).locator('ol').first().locator('.title').allTextContents()).toContain('一般几点？')

    const handle = await list(page).getByRole('button', { name: '拖动：影响到谁？' }).boundingBox()
    const target = await list(page).getByRole('button', { name: '拖动：噪声从哪里来？' }).boundingBox()
    if (!handle || !target) throw new Error('no handles to drag by')
    await page.mouse.move(handle.x + 8, handle.y + 8)
    await page.mouse.down()
    await page.mouse.move(handle.x + 8, handle.y - 40, { steps: 4 })
    await page.mouse.move(target.x + 8, target.y + 4, { steps: 12 })
    await page.waitForTimeout(300)
    await page.mouse.up()
    await page.waitForTimeout(300)
    expect(await list(page).locator('ol').first().locator('.title').allTextContents()).toContain('影响到谁？')
    expect([...(await titles(page))].sort()).toEqual([...before].sort())
    await close()
  })

  it('shows everything to those who may only look, and says so', async () => {
    const watched = await openContext(suite.browser, { baseURL: suite.portal.url })
    await watched.context.addCookies((await signIn(suite.portal, 'looker')).cookies())
    await watched.page.goto(`${LIST}/report`)
    await watched.page.getByText('您可以看，不能改。').waitFor()
    expect(await watched.page.getByLabel('问题写什么', { exact: true }).isDisabled()).toBe(true)
    expect(await watched.page.getByRole('button', { name: /加一个问题|加一页|^拖动|^上移/ }).count()).toBe(0)
    await watched.close()
  })

  it.each(['zh', 'en'])('has nothing for axe to find, and fits (%s)', async (lang) => {
    const { page, context, close } = await asOwner()
    await context.addCookies([{ name: 'desk-lang', value: lang, url: suite.portal.url }])
    expect(await lookAll(page, { places: [LIST, `${LIST}/mediation`], name: (place) => `forms-${lang}-${place.split('/').at(-1)}` })).toEqual([])
    await close()
  })
})

describe('what the browser shows and what the server answers', () => {
  it('agree on what is seen, what is sent and what is wrong, for every form and answer', { timeout: 600_000 }, async () => {
    const { page, close, faults } = await asOwner()
    await page.goto(LIST)
    expect(await send(page, 'POST', 'definitions/form', { ...noiseForm, code: 'agree', name: { zh: '试' } })).toBe(200)
    const tally = noTally()
    for (const trial of trials(40, 20260511)) {
      expect(await send(page, 'PUT', 'definitions/form/agree', { ...trial.def, code: 'agree' })).toBe(200)
      await page.goto(`${LIST}/agree`)
      await playThrough(page, trial, tally)
      expect(faults(), JSON.stringify(trial.def.pages)).toEqual([])
    }
    // The forms must have been worth it: answers hidden again, faults, and endings among them.
    expect(tally.forms).toBeGreaterThanOrEqual(30)
    expect(tally.hidden).toBeGreaterThanOrEqual(10)
    expect(tally.errors).toBeGreaterThanOrEqual(15)
    expect(tally.ended).toBeGreaterThanOrEqual(2)
    expect(tally.answers).toBeGreaterThanOrEqual(60)
    await close()
  })
})

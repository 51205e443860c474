import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { lookAll } from './lib/look'
import { studioSuite } from './lib/suite'

const ROUTING = '/admin/structure/routing'
const LIMITS = '/admin/structure/limits'
const CALENDAR = `${LIMITS}/calendar`

const suite = studioSuite([{ username: 'worker', role: 'handler', team: 'professional' }])
const { asOwner } = suite

const order = (page: Page): Promise<(string | undefined)[]> => page.locator('[data-rule]').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.rule))
const verdicts = (page: Page) => page.locator('.verdicts > li')

const publish = async (page: Page, reason: string): Promise<void> => {
  await page.getByRole('button', { name: /检查并发布第/ }).click()
  await page.getByRole('dialog').getByRole('textbox').fill(reason)
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await page.getByText(/第 2 版已发布/).waitFor()
}

/** What is typed before a page is alive is not kept. */
const ALIVE = { waitUntil: 'networkidle' } as const

describe('the editor of routing rules', () => {
  it('writes a rule as a sentence, tries it, reckons what it would have changed, and publishes it', async () => {
    const { page, close } = await asOwner()
    await page.goto(ROUTING, ALIVE)
    const number = (await order(page)).length + 1
    await page.getByRole('button', { name: '加一条' }).click()
    const open = page.locator('.rows > [aria-current]')
    await open.getByLabel('规则名称', { exact: true }).fill('井盖松动')
    await open.getByRole('button', { name: '加一个条件' }).click()
    await open.getByLabel('第 1 个条件：看什么').selectOption('text')
    await open.getByLabel('第 1 个条件：比什么').fill('井盖、窨井')
    await open.getByLabel('第 1 个条件：比什么').press('Enter')
    expect(await open.locator('.chip').allInnerTexts()).toEqual(['井盖', '窨井'])
    await page.getByText(/还没选交给谁/).first().waitFor()
    await open.getByLabel('交给谁').selectOption('professional')
    await open.getByText(`会念给居民听的理由：「规则 ${number}：文字里有「井盖」、「窨井」 → 专业力量」`).waitFor()
    await open.getByRole('button', { name: '改好了' }).click()
    expect((await order(page)).at(-1)).toBe(`rule-${number}`)

    const text = page.getByLabel('居民会怎么说')
    await text.fill('门口的窨井盖响了一晚上')
    await page.getByRole('button', { name: '试一下' }).click()
    const own = verdicts(page).last()
    await own.getByText('井盖松动').waitFor()
    expect(await own.innerText()).toContain('文字里有')
    await text.fill('路灯坏了')
    await page.getByText('规则或内容改过了，再试一下').waitFor()
    await page.getByRole('button', { name: '试一下' }).click()
    await own.getByText('对不上').waitFor()

    await page.getByRole('button', { name: '推算一遍' }).click()
    await page.getByText('还没有事项可以拿来推算').waitFor()
    await publish(page, '井盖的事由专业力量处理')
    await page.reload()
    expect((await order(page)).at(-1)).toBe(`rule-${number}`)
    await close()
  })

  it('is ordered by drag, by buttons and by the keyboard alone, and says what never has its turn', async () => {
    const { page, close } = await asOwner()
    await page.goto(ROUTING, ALIVE)
    const all = await order(page)
    const first = all.slice(0, 3)
    await page.locator('.handle').nth(0).focus()
    for (const key of ['Space', 'ArrowDown', 'Space']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(300)
    }
    expect((await order(page)).slice(0, 2)).toEqual([first[1], first[0]])
    await page.getByRole('button', { name: /^上移/ }).nth(1).press('Enter')
    expect((await order(page)).slice(0, 3)).toEqual(first)
    const [from, to] = [(await page.locator('.handle').nth(0).boundingBox())!, (await page.locator('.handle').nth(1).boundingBox())!]
    await page.mouse.move(from.x + 8, from.y + 8)
    await page.mouse.down()
    await page.mouse.move(from.x + 8, from.y + 30, { steps: 5 })
    await page.mouse.move(to.x + 8, to.y + 40, { steps: 10 })
    await page.mouse.up()
    await expect.poll(async () => (await order(page)).slice(0, 2)).toEqual([first[1], first[0]])

    // For a moment after a drag the next click is held to be its end: no hand is that quick.
    await page.waitForTimeout(200)
    // a rule that takes everything, put first, leaves nothing to the others
    await page.getByRole('button', { name: '加一条' }).press('Enter')
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('什么都接')
    await page.getByLabel('交给谁').selectOption('professional')
    await page.getByRole('button', { name: '改好了' }).press('Enter')
    for (let at = (await order(page)).length - 1; at > 0; at -= 1) await page.getByRole('button', { name: '上移：什么都接' }).press('Enter')
    expect((await order(page))[0]).toBe(`rule-${all.length + 1}`)
    await page.getByText('永远轮不到').first().waitFor()
    await page.getByRole('button', { name: '移到第 1 条前面' }).first().click()
    expect((await order(page))[1]).toBe(`rule-${all.length + 1}`)
    await page.getByRole('button', { name: '放弃草稿' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '放弃草稿' }).click()
    await expect.poll(() => order(page)).toHaveLength(all.length)
    await close()
  })
})

describe('the editor of limits', () => {
  it('changes a limit in plain words, shows when things are due hour by hour, and publishes it', async () => {
    const { page, close } = await asOwner()
    await page.goto(LIMITS, ALIVE)
    const pane = page.locator('section.try')
    await pane.getByLabel('收到的时间').fill('2026-05-08T17:40')
    await pane.getByLabel('看哪个时限').selectOption('accept')
    await expect.poll(() => pane.locator('.due').innerText()).toMatch(/5月9日.*11:00/)
    expect(await pane.innerText()).toContain('要是没有调休，会是 5月11日')
    expect(await pane.locator('.hours .h-run').count()).toBe(2)

    await page.getByRole('button', { name: /^改：受理/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('数量').fill('')
    await dialog.getByRole('button', { name: '改好了' }).click()
    await dialog.getByText('要大于零').waitFor()
    await dialog.getByLabel('数量').fill('8')
    await dialog.getByRole('button', { name: /^用：受理/ }).click()
    await dialog.getByRole('button', { name: '改好了' }).click()
    await expect.poll(() => pane.locator('.due').innerText()).toMatch(/5月11日.*10:00/)
    await page.getByRole('cell', { name: '8 个工作时' }).first().waitFor()
    await publish(page, '受理放宽到八小时')
    await close()
  })

  it('walks the year by arrow keys, changes a day, and takes in a whole year', async () => {
    const { page, close } = await asOwner()
    await page.goto(`${CALENDAR}?year=2026`, ALIVE)
    await page.locator('[data-date="2026-05-09"]').focus()
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown']) await page.keyboard.press(key)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('5月16日 周六，周末')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('调休上班').check()
    await dialog.getByLabel('叫什么').fill('端午调休')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: '5月16日 周六，调休上班：端午调休' }).waitFor()
    await page.getByText('249 个工作日').waitFor()

    await page.goto(`${CALENDAR}?year=2027&import=1`, ALIVE)
    await dialog.getByLabel(/放假通知/).fill('元旦：1月1日（周四）放假')
    await dialog.getByText('括号里的星期对不上').waitFor()
    await dialog.getByLabel(/放假通知/).fill('一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月14日（周日）上班。')
    await dialog.getByText('放假 10 天，调休上班 1 天').waitFor()
    await dialog.getByRole('button', { name: '整年导入' }).click()
    await page.getByText('2027 年的节假日已导入，改了 11 天').waitFor()
    await page.getByRole('button', { name: '2月14日 周日，调休上班：春节' }).waitFor()
    await close()
  })
})

describe('both', () => {
  it.each(['zh', 'en'])('are without a fault in %s', async (lang) => {
    const { page, close } = await asOwner()
    await page.goto(`/desk/lang?to=${lang}&back=/desk`)
    expect(await lookAll(page, { places: [ROUTING, LIMITS, CALENDAR], ready: (each: Page) => each.locator('main h1').waitFor() })).toEqual([])
    await close()
  })
})

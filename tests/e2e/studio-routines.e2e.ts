import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { openContext } from '../helpers/browser'
import { lookAll } from './lib/look'
import { signIn } from './lib/staff'
import { studioSuite } from './lib/suite'

const LIST = '/admin/structure/routines'
const LONG = '西门岗亭（门边上的一处固定值守点位，名字写得很长，用来看看一页窄的时候它怎样换行）'

const suite = studioSuite([{ username: 'look', role: 'supervisor', team: 'monitors' }, { username: 'clerk', role: 'intake' }])
const { asOwner } = suite

const asStaff = async (username: string, width = 360) => {
  const watched = await openContext(suite.browser, { baseURL: suite.portal.url })
  await watched.context.addCookies((await signIn(suite.portal, username)).cookies())
  await watched.page.setViewportSize({ width, height: 740 })
  return watched
}

const picture = async () => ({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await sharp({ create: { width: 800, height: 600, channels: 3, background: '#884422' } }).jpeg().toBuffer() })

/** Time of day in China, some seconds from now. */
const inChina = (seconds: number): string => new Date(Date.now() + seconds * 1000 + 8 * 3_600_000).toISOString().slice(11, 16)

const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.waitForURL(/\/routine-\d+\?saved/)
  await page.getByText('已保存').waitFor()
}

const begin = async (page: Page, name: string): Promise<void> => {
  await page.goto(`${LIST}/new`)
  await page.waitForLoadState('networkidle')
  await page.getByLabel('名称').first().fill(name)
}

const KINDS: { name: string; kind: string; when: (page: Page) => Promise<unknown>; said: RegExp }[] = [
  { name: '周评估', kind: 'weekly', when: (page) => page.getByLabel('星期几').selectOption('5'), said: /^每周五 09:00，遇休息日顺延/ },
  { name: '月会商', kind: 'monthly', when: (page) => page.getByLabel('几号').selectOption('25'), said: /^每月 25 日 09:00，遇休息日顺延/ },
  { name: '工作日会商', kind: 'workday', when: (page) => page.getByLabel('第几个工作日').selectOption('-1'), said: /^每月最后一个工作日 09:00/ },
  { name: '节前检查', kind: 'beforeHoliday', when: async () => undefined, said: /^连休 3 天以上之前的最后一个工作日 09:00/ },
]

describe('routines', () => {
  beforeAll(async () => {
    const { units } = (await (await suite.office.owner.get('/desk/api/units')).json()) as { units: { id: string }[] }
    for (const name of ['东门岗亭', '北巷口', LONG])
      expect((await suite.office.owner.postJson('/desk/api/registers/spots/entries', { answers: { name, kind: 'point', routine: 2, raised: 3, top: 4 }, unit: units[0]?.id })).status).toBe(200)
  })

  it('are set up, tried, opened by themselves, and a round is done on a phone to the end, with a finding that becomes a matter', async () => {
    const owner = await asOwner()
    const { page } = owner
    await begin(page, '今天的点位检查')
    await page.locator('input[type=time]').fill(inChina(70))
    await page.getByLabel('开出什么').selectOption('round')
    await page.getByRole('combobox', { name: '台账' }).selectOption({ label: '重点点位和巡逻路线' })
    await page.getByLabel('检查用的表单').selectOption({ label: '重点部位检查清单' })
    await page.getByLabel('标题').first().fill('{date} 点位检查')
    await page.getByRole('combobox', { name: '给谁' }).selectOption('team')
    await page.getByRole('combobox', { name: '队伍', exact: true }).selectOption({ label: '监督员队伍' })
    await page.getByRole('button', { name: '试一试' }).click()
    await page.locator('.dues > li').nth(9).waitFor()
    await page.getByText('共 3 处').waitFor()
    await save(page)

    // Meanwhile one that counts: its figures are tried on real data.
    await begin(page, '日汇总')
    await page.getByLabel('事项类型').selectOption({ label: '值守与通报' })
    await page.getByLabel('标题').first().fill('{date} 情况汇总')
    await page.getByLabel('说明').first().fill('昨天的数字已经填好，请核对。')
    await page.getByRole('button', { name: '加一个数字' }).click()
    await page.getByLabel('哪一段').selectOption('week')
    await page.getByRole('group', { name: '先填好的答案' }).getByRole('radio').first().check()
    await page.getByRole('button', { name: '试一试' }).click()
    await page.locator('.figures > li').first().waitFor()
    await save(page)
    await page.goto(LIST)
    await page.getByRole('link', { name: '日汇总' }).waitFor()
    await owner.close()

    const phone = await asStaff('look')
    await expect.poll(async () => {
      await phone.page.goto('/desk/rounds')
      return phone.page.getByRole('link', { name: /点位检查/ }).count()
    }, { timeout: 180_000, interval: 5000 }).toBe(1)
    await phone.page.getByRole('link', { name: /点位检查/ }).click()
    await phone.page.getByRole('link', { name: '东门岗亭' }).click()
    await phone.page.waitForLoadState('networkidle')
    await phone.page.getByRole('radio', { name: '没有人' }).check()
    await phone.page.getByRole('radio', { name: '坏了，已报修' }).check()
    await phone.page.locator('input[type=file]').setInputFiles([await picture()])
    await phone.page.getByLabel(/补充/).fill('门锁坏了')
    await phone.page.getByRole('button', { name: '查好了' }).click()
    await phone.page.getByRole('heading', { level: 1, name: '北巷口' }).waitFor()
    await phone.page.waitForLoadState('networkidle')
    await phone.page.getByRole('button', { name: '没查成' }).click()
    await phone.page.getByRole('dialog').getByRole('textbox').fill('关着门')
    await phone.page.getByRole('button', { name: '记下' }).click()
    await phone.page.getByRole('heading', { level: 1, name: LONG }).waitFor()
    await phone.page.waitForLoadState('networkidle')
    // The last one by keyboard alone.
    await phone.page.getByRole('radio', { name: '到位' }).focus()
    for (const key of ['Space', 'Tab', 'Space', 'Tab', 'Tab', 'Tab', 'Enter']) await phone.page.keyboard.press(key)
    await phone.page.getByText(/查完了/).first().waitFor()
    const round = new URL(phone.page.url()).pathname
    await phone.close()

    const clerk = await asStaff('clerk', 1280)
    await clerk.page.goto(round)
    await clerk.page.getByRole('link', { name: '东门岗亭' }).click()
    await clerk.page.getByText('门锁坏了').waitFor()
    const shown = await clerk.page.locator('.round-found img').evaluate((image) => (image as HTMLImageElement).naturalWidth)
    expect(shown).toBe(800)
    const check = new URL(clerk.page.url()).pathname
    await clerk.page.waitForLoadState('networkidle')
    await clerk.page.getByRole('button', { name: '转成事项' }).click()
    const dialog = clerk.page.getByRole('dialog')
    await dialog.getByLabel('事项类型').selectOption({ label: '值守与通报' })
    await dialog.getByRole('group', { name: '记什么？' }).getByRole('radio').first().check()
    await dialog.getByRole('button', { name: '开出事项' }).click()
    await clerk.page.waitForURL(/\/desk\/matters\//)
    await clerk.page.getByText(/门锁坏了/).first().waitFor()
    await clerk.page.goto(check)
    await clerk.page.getByText(/已转成事项/).waitFor()
    for (const lang of ['zh', 'en']) {
      await clerk.page.goto(`/desk/lang?to=${lang}&back=/desk`)
      expect(await lookAll(clerk.page, { places: ['/desk/rounds', round, check], name: (place) => `round-${lang}-${place.split('/').length}` })).toEqual([])
    }
    await clerk.close()
  })

  it.each(KINDS)('are said in words and told when they are due: $name', async ({ name, kind, when, said }) => {
    const { page, close } = await asOwner()
    await begin(page, name)
    await page.getByLabel('多久一次').selectOption(kind)
    await when(page)
    await page.getByLabel('事项类型').selectOption({ label: '会议会商' })
    await page.getByLabel('标题').first().fill(`{month} ${name}`)
    await page.getByLabel('说明').first().fill('数字已经填好，请研究。')
    await page.locator('.page-head p').filter({ hasText: said }).waitFor()
    await page.getByRole('button', { name: '试一试' }).click()
    await page.getByRole('heading', { name: /接下来/ }).waitFor()
    await close()
  })

  it.each(['zh', 'en'])('open without a fault at every width: %s', async (lang) => {
    const { page, close } = await asOwner()
    await page.goto(`/desk/lang?to=${lang}&back=/desk`)
    expect(await lookAll(page, { places: [LIST, `${LIST}/new`, `${LIST}/weekly`, `${LIST}/spot-round`], name: (place) => `routines-${lang}-${place.split('/').at(-1)}` })).toEqual([])
    await close()
  })
})

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openContext, type Watched } from '../helpers/browser'
import { startPortal, type Portal } from '../helpers/server'
import { doAction, expectPhase, findMatter } from './lib/desk'
import { lookAll } from './lib/look'
import { fillTeams, makeCategories, makeLevels, makeRegister, makeRules, makeTeams, makeUnits, STRUCTURE } from './lib/office'
import { keepNamed, newcomer, open, pick, publish, settled } from './lib/person'
import { track, type Receipt } from './lib/reporter'

const COLLEAGUES = [['周分流', 'zhoufl', '分流员'], ['吴承办', 'wucb', '承办人'], ['郑核查', 'zhenghc', '核查员'], ['冯审核', 'fengsh', '审核员']] as const
const TEXT = '院门口堆了一大堆装修垃圾，三天没人清'

let portal: Portal
let browser: Browser
const people = new Map<string, Watched>()
/** What the pages said once: passwords for the first sign-in. */
const oneTime = new Map<string, string>()
let receipt: Receipt
let matter = ''

const pageOf = (username: string): Page => {
  const watched = people.get(username)
  if (!watched) throw new Error(`${username} has not come yet`)
  return watched.page
}

const arrives = async (username: string): Promise<Page> => {
  const watched = await newcomer(browser, { baseURL: portal.url, username, oneTime: oneTime.get(username) ?? '' })
  people.set(username, watched)
  return watched.page
}

beforeAll(async () => {
  portal = await startPortal()
  browser = await launchBrowser()
  const [, password = ''] = await portal.said(/one-time password\s+(\S+)/)
  oneTime.set('owner', password)
})
afterAll(async () => {
  const faults = [...people].flatMap(([who, watched]) => watched.faults().map((fault) => `${who}: ${fault}`))
  await browser?.close()
  await portal?.stop()
  expect(faults).toEqual([])
})

describe('the beginning', () => {
  it('leads the owner from the first sign-in to the guide', async () => {
    const page = await arrives('owner')
    for (const [at, [name, login]] of ([['安全一', 'guard'], ['审计一', 'audit']] as const).entries()) {
      await page.getByLabel('姓名').nth(at).fill(name)
      await page.getByLabel('登录账号').nth(at).fill(login)
    }
    await page.getByRole('button', { name: '指定这两个人' }).click()
    await page.getByText('指定好了').waitFor()
    oneTime.set('guard', (await page.locator('code').first().textContent()) ?? '')
    await page.getByRole('link', { name: '进入工作台' }).click()
    await page.waitForURL(/\/admin\/structure\/setup$/)
    await settled(page)
  })

  it.each(['zh', 'en'])('has a guide without a finding of axe, at every width (%s)', { timeout: 120_000 }, async (lang) => {
    const page = pageOf('owner')
    await page.goto(`/desk/lang?to=${lang}&back=/desk`)
    expect(await lookAll(page, { places: [`${STRUCTURE}/setup`, STRUCTURE], name: (place) => `setup-${lang}-${place.split('/').at(-1)}`, ready: settled })).toEqual([])
    await page.goto('/desk/lang?to=zh&back=/desk')
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  it('takes another start, takes that back, and begins from nothing', async () => {
    const page = pageOf('owner')
    const take = async (start: RegExp): Promise<void> => {
      await open(page, `${STRUCTURE}/setup`)
      await page.getByRole('radio', { name: start }).check()
      await page.getByRole('button', { name: '换成这个' }).click()
      await page.getByText('保留现在的，接着下一步').waitFor()
      await settled(page)
    }
    await take(/诸城/)
    await page.getByText('177').first().waitFor()
    await open(page, `${STRUCTURE}/changes`)
    await page.getByRole('button', { name: /开通时换成：诸城/ }).first().click()
    await page.getByRole('dialog').getByText('退回以后').waitFor()
    await page.getByLabel('为什么退回').fill('还是原来的像')
    await page.getByRole('button', { name: '退回去' }).click()
    await page.getByText('这是退回').first().waitFor()
    await open(page, `${STRUCTURE}/setup`)
    await page.getByRole('radio', { name: /建外/, checked: true }).waitFor()
    await take(/从空白开始/)
    await page.getByText('还没有一类事项接收居民反映').waitFor()
    await page.getByRole('button', { name: '开门，去看居民网站' }).isDisabled()
    const name = page.getByLabel('全称', { exact: true })
    expect(await name.inputValue()).toBe('新街道')
    await name.fill('溪桥街道')
    await page.getByLabel('居民怎么叫', { exact: true }).fill('溪桥')
    await page.getByLabel('印记', { exact: true }).fill('溪')
    await page.getByLabel('值班电话').fill('0571-5550-0110')
    await page.getByRole('button', { name: '记下' }).click()
    await page.getByText('已经记下').waitFor()
    await settled(page)
  })
})

describe('the structure', () => {
  it('has three levels, five units, four categories, two teams and a post', async () => {
    const page = pageOf('owner')
    await makeLevels(page, ['片区', '社区', '院落'])
    await makeUnits(page, [['东片'], ['杏花社区', '东片'], ['桃园社区', '东片'], ['杏花一院', '杏花社区'], ['桃园二院', '桃园社区']])
    await makeCategories(page, ['垃圾堆放', '路灯不亮', '施工噪声', '楼道堆物'])
    await makeTeams(page, [['加一个岗位', '巡查岗'], ['加一支队伍', '垃圾清运队'], ['加一支队伍', '照明抢修队']])
  })

  it('has people, whose roles the security administrator gives, and who are in teams', async () => {
    const page = pageOf('owner')
    await open(page, `${STRUCTURE}/people`)
    await page.getByRole('link', { name: '加一个人' }).click()
    await page.waitForURL(/\/setup#step-people$/)
    await settled(page)
    for (const [at, [name, username, role]] of COLLEAGUES.entries()) {
      if (at > 0) await page.getByRole('button', { name: '再请一位' }).click()
      await page.getByLabel(`姓名，第 ${at + 1} 位`).fill(name)
      await page.getByLabel(`登录名，第 ${at + 1} 位`).fill(username)
      await page.getByLabel(`请来做什么，第 ${at + 1} 位`).selectOption({ label: role })
    }
    await page.getByRole('button', { name: '建账号' }).click()
    await page.getByText('账号建好了').waitFor()
    await page.getByText('现在有 7 人').waitFor()
    const passwords = await page.locator('section', { has: page.locator('#made') }).locator('code').allTextContents()
    for (const [at, [, username]] of COLLEAGUES.entries()) oneTime.set(username, passwords[at] ?? '')

    const guard = await arrives('guard')
    await guard.getByText('有 4 份权限等着您给').waitFor()
    await guard.getByRole('link', { name: '去看看，给权限' }).click()
    await guard.getByRole('button', { name: '都给' }).click()
    await guard.getByText('4 份权限等着给').waitFor({ state: 'detached' })

    await fillTeams(page, [['垃圾清运队', '吴承办', '巡查岗'], ['照明抢修队', '周分流']])
  })

  it('has a form with a condition, a kind of matter, a changed workflow', async () => {
    const page = pageOf('owner')
    await open(page, `${STRUCTURE}/forms`)
    await page.getByRole('button', { name: '新建表单' }).click()
    await page.getByLabel('表单叫什么', { exact: true }).fill('小区反映表')
    await page.getByRole('button', { name: '建好，去编问题' }).click()
    await page.waitForURL(/\/forms\/form-/)
    await settled(page)
    const [list, pane] = [page.locator('section', { has: page.locator('#forms-questions') }), page.locator('.pane').filter({ has: page.locator('#forms-chosen') })]
    await pane.getByLabel('问题写什么', { exact: true }).fill('东西挡住路了吗？')
    await pane.getByLabel('怎么回答').selectOption({ label: '是 / 否' })
    await list.getByRole('button', { name: '在第 1 页加一个问题' }).click()
    await pane.getByRole('heading', { name: '改第 2 题' }).waitFor()
    await pane.getByLabel('问题写什么', { exact: true }).fill('挡住了哪条路？')
    await pane.getByLabel('怎么回答').selectOption({ label: '一行文字' })
    await pane.getByRole('button', { name: '只在有些时候显示' }).click()
    await list.getByText('显示，当 东西挡住路了吗？ 是 是').waitFor()
    await publish(page, '新做的表')
    await page.getByRole('link', { name: '到“事项类型”里选它' }).click()
    await page.getByRole('button', { name: '加一类' }).click()
    await keepNamed(page, { label: '名称', name: '小区反映', button: '保存', more: async (dialog) => { await dialog.getByLabel('表单').selectOption({ label: '小区反映表' }) } })
    await page.getByRole('button', { name: '小区反映' }).waitFor()

    await open(page, `${STRUCTURE}/workflows/standard`)
    await page.locator('.flow-box').and(page.getByRole('button', { name: /^步骤：处理中/ })).focus()
    await page.keyboard.press('Enter')
    const step = page.locator('.pane').filter({ has: page.locator('#chosen') })
    await step.getByLabel('步骤叫什么', { exact: true }).fill('现场处理')
    await step.getByLabel('反映人看到：现在', { exact: true }).fill('师傅已经到现场。')
    await page.locator('.flow-line').and(page.getByRole('button', { name: /“办完，请核查”|办完，请核查/ })).first().focus()
    await page.keyboard.press('Enter')
    await step.getByRole('heading', { name: '现场处理 → 待核查' }).waitFor()
    await step.getByLabel('按钮上写', { exact: true }).fill('现场办完，请核查')
    await publish(page, '写明是在现场')
  })

  it('has three rules, a limit, a register with an entry, a routine', async () => {
    const page = pageOf('owner')
    await makeRules(page, [['垃圾堆放', '垃圾清运队'], ['路灯不亮', '照明抢修队'], ['施工噪声', '垃圾清运队']])

    await open(page, `${STRUCTURE}/limits`)
    await page.getByRole('button', { name: '加一条' }).first().click()
    const dialog = page.getByRole('dialog')
    await pick(dialog.getByLabel('类别', { exact: true }), '垃圾堆放')
    await dialog.getByLabel('数量').fill('3')
    await dialog.getByRole('button', { name: /^用：/ }).click()
    await dialog.getByRole('button', { name: '改好了' }).click()
    await publish(page, '垃圾三天清掉')

    await makeRegister(page, { name: '垃圾投放点', entry: '一号投放点', unit: '东片' })

    await open(page, `${STRUCTURE}/routines/new`)
    await page.getByLabel('名称', { exact: true }).fill('每日巡院')
    await page.getByLabel('事项类型').selectOption({ label: '小区反映' })
    await page.getByLabel('标题', { exact: true }).fill('{date} 巡院')
    await page.getByLabel('说明', { exact: true }).fill('把每个院子走一遍，看看有没有堆物')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.waitForURL((url) => url.pathname.startsWith(`${STRUCTURE}/routines`) && !url.pathname.endsWith('/new'))
    await page.getByText('每日巡院').first().waitFor()
  })

  it('has a page that a reviewer published, and opens its door', async () => {
    const reviewer = await arrives('fengsh')
    await open(reviewer, '/admin/collections/pages/create')
    await reviewer.locator('#field-code').fill('about')
    await reviewer.locator('#field-title').fill('关于溪桥')
    await reviewer.getByRole('button', { name: '发布修改' }).click()
    await reviewer.waitForURL(/\/pages\/[0-9A-Z]{26}/)
    await open(reviewer, '/pages/about')
    await reviewer.getByRole('heading', { name: '关于溪桥' }).waitFor()

    const page = pageOf('owner')
    await open(page, `${STRUCTURE}/setup`)
    await page.getByText('都齐了，可以开门').waitFor()
    expect(await page.getByText('不补也能开门').count()).toBe(0)
    await page.getByRole('button', { name: '开门，去看居民网站' }).click()
    await page.waitForURL((url) => url.pathname === '/')
    await page.getByText('溪桥街道').first().waitFor()
    await open(page, '/desk/health')
    expect(await page.locator('main').innerText()).not.toMatch(/还没有网格|还没有人能做|一条时限也没有|没有一类事项接收/)
  })
})

describe('a report', () => {
  it('is made by a resident, who sees the question that a condition shows', async () => {
    const watched = await openContext(browser, { baseURL: portal.url, viewport: { width: 390, height: 844 }, hasTouch: true })
    people.set('resident', watched)
    const { page } = watched
    page.setDefaultTimeout(30_000)
    const goOn = async (to: RegExp, name: string | RegExp = /^下一步/): Promise<void> => {
      await page.getByRole('button', { name }).first().click()
      await page.waitForURL(to)
    }
    await open(page, '/report')
    await page.getByLabel('发生了什么？').fill(TEXT)
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('radio', { name: '都不是，我自己选' }).check()
    await goOn(/\/report\/category$/)
    await page.getByRole('radio', { name: /^垃圾堆放/ }).check()
    await goOn(/\/report\/where$/)
    await page.getByLabel('地址或地名').fill('杏花一院')
    await page.getByRole('button', { name: '查找' }).first().click()
    await page.getByRole('radio', { name: /杏花一院/ }).check()
    await goOn(/\/report\/questions$/)
    await settled(page)
    expect(await page.getByLabel('挡住了哪条路？').isVisible()).toBe(false)
    await page.getByRole('radio', { name: '是', exact: true }).check()
    await page.getByLabel('挡住了哪条路？').fill('院门口的消防通道')
    await goOn(/\/report\/photos$/)
    await goOn(/\/report\/contact$/)
    await goOn(/\/report\/check$/)
    await page.getByText('院门口的消防通道').first().waitFor()
    await goOn(/\/receipt$/, '发送反映')
    const [code = '', word = ''] = await page.locator('.receipt-code').allTextContents()
    receipt = { code, word }
  })

  it('is accepted, sent on by a rule, handled in the changed step, verified by somebody else, archived', async () => {
    const dispatcher = await arrives('zhoufl')
    matter = await findMatter(dispatcher, TEXT.slice(0, 10))
    await expectPhase(dispatcher, '受理')
    await doAction(dispatcher, { name: '受理', to: '处理' })
    await dispatcher.getByText(/规则 1.*垃圾堆放.*垃圾清运队/).first().waitFor()

    const handler = await arrives('wucb')
    await open(handler, matter)
    // three working days of seven hours, as the limit says
    await handler.getByText(/21 工作时/).first().waitFor()
    await track(pageOf('resident'), receipt)
    await pageOf('resident').getByText('师傅已经到现场。').first().waitFor()
    await doAction(handler, { name: '现场办完，请核查', to: '监督', fill: async (form) => {
      await form.getByRole('radio', { name: '解决了', exact: true }).check()
      await form.getByRole('textbox', { name: /给反映人的话/ }).fill('垃圾已经清走，通道让出来了。')
    } })
    expect(await handler.locator('.actions [data-action=verify]').count()).toBe(0)

    const supervisor = await arrives('zhenghc')
    await open(supervisor, matter)
    await doAction(supervisor, { name: '核查通过，请反映人确认', to: '监督', fill: (form) => form.getByRole('textbox', { name: /核查到什么/ }).fill('到现场看过，通道是空的') })

    const resident = pageOf('resident')
    await track(resident, receipt)
    await resident.getByText('垃圾已经清走，通道让出来了。').first().waitFor()
    await resident.getByRole('button', { name: '解决了', exact: true }).click()
    await resident.waitForURL(/done=solved/)
    await resident.getByText('这件事办完了，记录已经归档。').first().waitFor()
    await open(supervisor, matter)
    await expectPhase(supervisor, '归档')
  })
})

import type { Page } from 'playwright-core'
import { keepNamed, open, pick, publish, settled } from './person'

/** Where the structure of an office is built. */
export const STRUCTURE = '/admin/structure'

/** Adds levels to an office that has none, the largest first. */
export const makeLevels = async (page: Page, names: readonly string[]): Promise<void> => {
  await open(page, `${STRUCTURE}/levels`)
  for (const name of names) {
    await page.getByRole('button', { name: '加一级' }).click()
    await page.getByRole('group', { name: '新的一级' }).getByLabel('这一级叫什么', { exact: true }).fill(name)
  }
  await page.getByRole('button', { name: '保存层级' }).click()
  await page.getByText('已保存').waitFor()
}

/** Adds units, each below the one named beside it. */
export const makeUnits = async (page: Page, units: readonly (readonly [name: string, parent?: string])[]): Promise<void> => {
  await open(page, `${STRUCTURE}/units`)
  for (const [name, parent] of units) {
    if (parent) {
      await page.getByRole('treeitem', { name: parent }).first().click()
      await page.getByRole('heading', { name: parent, level: 2 }).waitFor()
      await page.getByRole('group', { name: '这个网格要变' }).getByRole('button', { name: '加一个网格' }).click()
    } else await page.getByRole('button', { name: '加一个网格' }).first().click()
    await keepNamed(page, { label: '名称', name, button: '加一个网格' })
    await page.getByRole('heading', { name, level: 2 }).waitFor()
  }
}

/** Adds categories at the top of their tree. */
export const makeCategories = async (page: Page, names: readonly string[]): Promise<void> => {
  await open(page, `${STRUCTURE}/categories`)
  for (const name of names) {
    await page.locator('.page-head').getByRole('button', { name: '加一个类别' }).click()
    await keepNamed(page, { label: '名称', name, button: '加一个类别' })
    await page.getByRole('heading', { name, level: 2 }).waitFor()
  }
}

/** Adds teams and posts: each is named with the button that adds it. */
export const makeTeams = async (page: Page, teams: readonly (readonly [button: string, name: string])[]): Promise<void> => {
  await open(page, `${STRUCTURE}/teams`)
  for (const [button, name] of teams) {
    await page.getByRole('button', { name: button }).click()
    await keepNamed(page, { label: '叫什么', name, button: '保存' })
  }
}

/** Puts people into teams that are empty. */
export const fillTeams = async (page: Page, members: readonly (readonly [team: string, who: string, post?: string])[]): Promise<void> => {
  await open(page, `${STRUCTURE}/teams`)
  for (const [team, who, post] of members) {
    await page.getByRole('button', { name: new RegExp(`^${team}`) }).click()
    await page.getByRole('button', { name: '编一个人进来' }).click()
    const dialog = page.getByRole('dialog')
    await pick(dialog.getByLabel('谁', { exact: true }), who)
    if (post) await dialog.getByLabel('岗位').selectOption({ label: post })
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('rowheader', { name: who }).waitFor()
  }
}

/** Adds rules that assign matters of a category to a team by themselves, and publishes them. */
export const makeRules = async (page: Page, rules: readonly (readonly [category: string, team: string])[]): Promise<void> => {
  await open(page, `${STRUCTURE}/routing`)
  for (const [category, team] of rules) {
    await page.getByRole('button', { name: '加一条' }).click()
    const rule = page.locator('.rows > [aria-current]')
    await rule.getByLabel('规则名称', { exact: true }).fill(category)
    await rule.getByRole('button', { name: '加一个条件' }).click()
    await rule.getByLabel('第 1 个条件：比什么').fill(category)
    await rule.getByLabel('第 1 个条件：比什么').press('Enter')
    await rule.getByLabel('交给谁').selectOption({ label: team })
    await rule.getByLabel('怎么派').selectOption({ label: '直接派' })
    await rule.getByText(`「${category}」 → ${team}`).waitFor()
    await rule.getByRole('button', { name: '改好了' }).click()
  }
  await publish(page, '这几类事有去处')
}

/** Makes a register of facilities that is published as it is proposed, and an entry in it by the desk. */
export const makeRegister = async (page: Page, { name, entry, unit }: { name: string; entry: string; unit: string }): Promise<void> => {
  await open(page, `${STRUCTURE}/registers`)
  await page.getByRole('button', { name: '新建台账' }).click()
  await page.getByLabel('台账名称').first().fill(name)
  await page.getByLabel('记的是什么').selectOption({ label: '设施' })
  await page.getByRole('button', { name: '建好草稿' }).click()
  await page.waitForURL(/\/registers\/list-/)
  await settled(page)
  await publish(page, `记下${name}`)
  await open(page, '/desk/registers')
  await page.locator('main').getByRole('link', { name }).first().click()
  await page.locator('main a[href$="/new"]').first().click()
  await settled(page)
  await page.getByLabel('名称', { exact: true }).fill(entry)
  await page.getByRole('button', { name: '从网格里一层层找' }).click()
  await page.locator('.tree').getByRole('button', { name: unit }).first().click()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { level: 1, name: entry }).waitFor()
}

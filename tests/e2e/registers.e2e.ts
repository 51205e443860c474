import { describe, expect, it } from 'vitest'
import { emptyRegister } from '../../src/domain/registers/newRegister'
import { lookAll } from './lib/look'
import { studioSuite } from './lib/suite'

const LIST = '/admin/structure/registers'

const suite = studioSuite()
const { asOwner } = suite

const send = async (path: string, body: unknown): Promise<number> => (await suite.office.owner.postJson(path, body)).status

describe('registers', () => {
  it('are made in the browser, and one of residents is refused with why and what instead', async () => {
    const { page, close, expectFault } = await asOwner()
    const told = page.getByText('不给居民建名册').first()
    await page.goto(LIST)
    await page.getByRole('button', { name: '新建台账' }).click()
    await page.getByLabel('台账名称').first().fill('租户登记表')
    expectFault(/status of 4\d\d .*\/definitions\/register/)
    await page.getByRole('button', { name: '建好草稿' }).click()
    await told.waitFor()
    await page.getByLabel('台账名称').first().fill('求助点')
    await page.getByRole('button', { name: '建好草稿' }).click()
    await page.waitForURL(/\/registers\/list-/)
    await page.getByLabel('名称', { exact: true }).first().fill('租户登记表')
    await told.waitFor()
    await page.getByLabel('名称', { exact: true }).first().fill('求助点')
    await told.waitFor({ state: 'detached' })
    // the editor of forms in the words of a register: staff write entries at the desk, nobody sends anything
    await page.getByRole('heading', { name: '栏目', exact: true }).waitFor()
    await page.getByRole('button', { name: '保存这一条' }).waitFor()
    expect(await page.getByText(/当一回居民|交上去|长者版|归档后/).count()).toBe(0)
    await close()
  })

  it('carry an entry from the desk to residents, and a report back to the entry', async () => {
    const def = { ...emptyRegister({ code: 'handy', name: { zh: '便民点', en: 'Service spots' }, subject: 'facility', page: { zh: '基本情况' }, field: { zh: '点位名称', en: 'Name' } }), open: true, matterTypes: ['report'] }
    expect(await send('/admin/structure/api/definitions/register', { definition: def })).toBe(200)
    expect(await send('/admin/structure/api/definitions/register/handy/publish', { reason: '试用' })).toBe(200)
    const { page, close, expectFault } = await asOwner()
    expectFault(/status of 400 .*\/registers\/handy\/entries/)
    await page.goto('/desk/registers/handy/new')
    await page.getByLabel('点位名称').fill('一号便民点')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('有 1 处要改').waitFor()
    const unit = ((await (await suite.office.owner.get('/desk/api/units')).json()) as { units: { name: string }[] }).units[0]?.name ?? ''
    await page.getByRole('button', { name: '从网格里一层层找' }).click()
    await page.locator('.tree').getByRole('button', { name: unit }).first().click()
    await page.getByRole('button', { name: '保存' }).click()
    await page.waitForURL(/\/desk\/registers\/handy\/e\/0001$/)
    await page.getByRole('heading', { level: 1, name: '一号便民点' }).waitFor()
    await page.goto('/places/handy/0001')
    await page.getByRole('link', { name: '在这里反映问题' }).click()
    await page.getByText('一号便民点').first().waitFor()
    expect(new URL(page.url()).search).toBe('?p=handy%2F0001')
    await close()
  })

  it.each(['zh', 'en'])('open without a fault at every width: %s', async (lang) => {
    const { page, close } = await asOwner()
    await page.goto(`/desk/lang?to=${lang}&back=/desk/registers`)
    const desk = ['/desk/registers', '/desk/registers/handy', '/desk/registers/handy/e/0001', '/desk/registers/handy/e/0001/edit', '/desk/registers/handy/new', '/desk/registers/handy/map', '/desk/registers/handy/qr', '/desk/registers/handy/import']
    expect(await lookAll(page, { places: [...desk, LIST, `${LIST}/handy`], ready: (open) => open.waitForLoadState('networkidle') })).toEqual([])
    const site = ['/places', '/places/handy', '/places/handy/0001'].map((path) => (lang === 'en' ? `/en${path}` : path))
    expect(await lookAll(page, { places: site })).toEqual([])
    await close()
  })
})

import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countRows, deleteRows, findRow, findRows, updateRowIf } from '@/db/rows'
import { firstRun } from '@/services/boot/firstRun'
import { deskOf, type Desk } from '@/services/desk/desk'
import { firstScreen } from '@/services/desk/first'
import { basics } from '@/services/health/checks/basics'
import { appoint } from '@/services/people/appoint'
import { finishSetup, unready } from '@/services/setup/finish'
import { grantWishes, invite, rolesToGive, wishes } from '@/services/setup/invite'
import { overview } from '@/services/setup/overview'
import { presetViews } from '@/services/setup/presets'
import { replaceStart } from '@/services/setup/replace'
import { settledBy, setupWaits } from '@/services/setup/state'
import { setupView } from '@/services/setup/view'
import { forgetOfficeModel, needModel } from '@/services/structure/cache'
import { saveRow } from '@/services/structure/saveRow'
import { SLUG } from '@/slugs'
import { driver } from '../helpers/matters'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
const rows = () => ({ payload: portal.payload })
const ids: Record<string, string> = {}
const on = driver(() => portal.payload)

const deskFor = async (username: string): Promise<Desk> => {
  const user = (await findRow(rows(), SLUG.users, { where: { username: { equals: username } } }))!
  await updateRowIf(rows(), SLUG.users, { id: { equals: user.id } }, { mustChangePassword: false })
  const full = await portal.payload.findByID({ collection: SLUG.users, id: user.id, overrideAccess: true, depth: 0 })
  ids[username] = user.id
  const req = await createLocalReq({ user: { ...full, collection: SLUG.users } }, portal.payload)
  return deskOf({ req, person: { id: user.id, office: String(full.office), name: full.name, username }, lang: 'zh' })
}
const officeId = async () => (await needModel(portal.payload)).office.id
const office = async () => (await findRow(rows(), SLUG.offices, {}))!
const fault = (code: string, detail: Record<string, unknown> = {}) => expect.objectContaining({ code, ...(Object.keys(detail).length > 0 ? { detail: expect.objectContaining(detail) } : {}) })

beforeAll(async () => {
  portal = await openPortal()
  await firstRun(portal.payload)
  await updateRowIf(rows(), SLUG.offices, { id: { equals: await officeId() } }, { setup: 'pending' })
  forgetOfficeModel()
  const owner = (await findRow(rows(), SLUG.users, {}))!
  await appoint({ payload: portal.payload, owner: { id: owner.id, name: 'owner', office: await officeId() }, security: { name: '安全', username: 'guard' }, audit: { name: '审计', username: 'audit' } })
})
afterAll(() => portal.close())

describe('the set-up guide', () => {
  it('waits for the owner while it is pending, and offers the starts that come with the portal', async () => {
    const [owner, guard] = [await deskFor('owner'), await deskFor('guard')]
    expect([setupWaits(owner), setupWaits(guard), (await overview(owner)).waits]).toEqual([true, false, true])
    const views = await presetViews()
    expect(views.map(({ code }) => code)).toEqual(expect.arrayContaining(['jianwai', 'zhucheng']))
    expect(views.every(({ code, counts, outline }) => code !== 'demo' && counts.units > 0 && outline.length === 1)).toBe(true)
    expect(await setupView(owner)).toMatchObject({ state: 'pending', current: 'jianwai', unready: [], can: { start: true, grant: false } })
  })

  it('exchanges nothing once a matter exists', async () => {
    await on.create()
    await expect(replaceStart(await deskFor('owner'), 'empty')).rejects.toEqual(fault('conflict', { settled: 'matters' }))
    for (const slug of [SLUG.events, SLUG.texts, SLUG.assignments, SLUG.clocks, SLUG.contacts, SLUG.outbox, SLUG.counters, SLUG.matters] as const) await deleteRows(rows(), slug, { id: { exists: true } })
    expect(await settledBy(rows(), await officeId())).toBeUndefined()
  })

  it('keeps the name when the start is exchanged for nothing, and takes another after it', async () => {
    const before = await deskFor('owner')
    await saveRow(before, { slug: SLUG.offices, id: before.model.office.id, data: { name: { zh: '清河坊街道' }, dutyPhone: '0599-5550136' } })
    expect(await settledBy(rows(), before.model.office.id)).toBeUndefined()
    await replaceStart(await deskFor('owner'), 'empty')
    const empty = await deskFor('owner')
    expect([empty.model.units.all.length, empty.model.categories.all.length, empty.model.types.all.length]).toEqual([0, 0, 0])
    expect(empty.model.office).toMatchObject({ name: expect.objectContaining({ zh: '清河坊街道' }), dutyPhone: '0599-5550136', preset: 'empty' })
    expect(unready(empty)).toEqual(['noUnits', 'noListed'])
    // nobody holds a role of the work yet; a form and limits are there from the start
    expect((await setupView(empty)).wanting).toEqual(['noCategories', 'nobodyWorks', 'noRules'])
    const lacks = await basics({ payload: portal.payload, model: empty.model, now: empty.now })
    expect(lacks.map(({ code, gravity, params }) => [code, gravity, params?.n])).toEqual([['noUnits', 'now', undefined], ['nobodyWorks', 'now', 4], ['noCategories', 'soon', undefined]])
    expect(lacks[1]?.names?.map(({ zh }) => zh)).toEqual(['受理', '分流', '办理', '核查'])
    await expect(finishSetup(empty, { open: true })).rejects.toEqual(fault('invalid', { unready: ['noUnits', 'noListed'] }))

    await replaceStart(await deskFor('owner'), 'zhucheng')
    const full = await deskFor('owner')
    const offered = (await presetViews()).find(({ code }) => code === 'zhucheng')!
    expect([full.model.units.all.length, full.model.categories.all.length]).toEqual([offered.counts.units, offered.counts.categories])
    // its own roles come with it: whoever may grant gives them
    expect((await findRows(rows(), SLUG.roles, {})).map(({ code }) => code)).toContain('orderIssuer')
    expect(full.model.office.name.zh).toBe('清河坊街道')
    expect(full.holds('structure.edit')).toBe(true)
  })

  it('is for those who may, and for starts there are', async () => {
    await expect(replaceStart(await deskFor('guard'), 'jianwai')).rejects.toEqual(fault('notAllowed'))
    await expect(replaceStart(await deskFor('owner'), '../package')).rejects.toEqual(fault('notFound'))
  })

  it('makes accounts whose roles only the security administrator gives', async () => {
    const owner = await deskFor('owner')
    const [role] = await rolesToGive(owner)
    await expect(invite(owner, [{ name: '', username: 'X', role: 'nobody' }])).rejects.toMatchObject({ fields: [{ field: '0.name', code: 'required' }, { field: '0.username', code: 'pattern' }, { field: '0.role', code: 'unknown' }] })
    const exclusive = (await findRow(rows(), SLUG.roles, { where: { exclusive: { equals: 'audit' } } }))!
    await expect(invite(owner, [{ name: '甲', username: 'jia', role: exclusive.id }])).rejects.toMatchObject({ code: 'invalid' })
    const made = await invite(owner, [{ name: '顾明川', username: 'gumc', role: role!.id }, { name: '陆知秋', username: 'luzq', role: '' }])
    expect(made.map(({ username, password, granted }) => [username, password.length, granted])).toEqual([['gumc', 16, false], ['luzq', 16, false]])
    await expect(invite(owner, [{ name: '又一位', username: 'new-one', role: '' }, { name: '重名', username: 'gumc', role: '' }])).rejects.toMatchObject({ fields: [{ field: '1.username', code: 'taken' }] })
    expect(await countRows(rows(), SLUG.users, { username: { equals: 'new-one' } })).toBe(0)
    await expect(grantWishes(owner)).rejects.toEqual(fault('notAllowed'))
    expect((await firstScreen(await deskFor('guard'))).elsewhere).toEqual({ what: 'wishes', n: 1, href: '/admin/structure/setup#step-people' })
    expect((await firstScreen(await deskFor('owner'))).elsewhere).toMatchObject({ what: 'setup' })
    expect((await firstScreen(await deskFor('gumc'))).elsewhere).toEqual({ what: 'nothing' })
    expect((await wishes(await deskFor('owner'))).map(({ name, role: wished }) => [name, wished])).toEqual([['顾明川', role!.id]])
    expect(await grantWishes(await deskFor('guard'))).toBe(1)
    const person = (await findRow(rows(), SLUG.users, { where: { username: { equals: 'gumc' } } }))!
    expect(await countRows(rows(), SLUG.grants, { and: [{ person: { equals: person.id } }, { role: { equals: role!.id } }] })).toBe(1)
    expect(await wishes(await deskFor('guard'))).toEqual([])
    expect((await firstScreen(await deskFor('guard'))).elsewhere).toMatchObject({ what: 'admin', href: '/admin/structure' })
    // accounts are no change of the structure
    expect(await settledBy(rows(), owner.model.office.id)).toBeUndefined()
  })

  it('exchanges nothing once the structure was changed by hand', async () => {
    const owner = await deskFor('owner')
    const [team] = owner.model.teams.all
    await saveRow(owner, { slug: SLUG.teams, id: team!.id, data: { name: { zh: '应急队' } } })
    await expect(replaceStart(await deskFor('owner'), 'jianwai')).rejects.toEqual(fault('conflict', { settled: 'changed' }))
    expect((await setupView(await deskFor('owner'))).settled).toBe('changed')
  })

  it('ends once, with the door open', async () => {
    const owner = await deskFor('owner')
    await expect(finishSetup(await deskFor('guard'), { open: true })).rejects.toEqual(fault('notAllowed'))
    await saveRow(owner, { slug: SLUG.offices, id: owner.model.office.id, data: { reportDoor: 'closed' } })
    await finishSetup(await deskFor('owner'), { open: true })
    expect(await office()).toMatchObject({ setup: 'done', reportDoor: 'open' })
    expect(setupWaits(await deskFor('owner'))).toBe(false)
    await finishSetup(await deskFor('owner'), { open: false })
    expect(await countRows(rows(), SLUG.audit, { action: { equals: 'setup.finish' } })).toBe(1)
  })
})

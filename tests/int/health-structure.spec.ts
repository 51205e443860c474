import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findRow, findRows, insertRow, updateRowIf } from '@/db/rows'
import { setClock } from '@/lib/clock'
import { forgetOfficeModel, needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { driver, reporter } from '../helpers/matters'
import { openHealth, type HealthPortal } from '../helpers/health'
import { sweepsOf } from '../helpers/sweeps'

const DAY = 86_400_000
/** After 1 November: next year's list should be there. */
const AUTUMN = Date.parse('2026-11-20T02:00:00.000Z')

let portal: HealthPortal['portal']
let people: HealthPortal['people']
let finding: HealthPortal['finding']
let change: HealthPortal['change']
let office: HealthPortal['office']
let at = AUTUMN
const on = driver(() => portal.payload)
const rows = () => ({ payload: portal.payload })
const sweep = sweepsOf(() => portal.payload)

beforeAll(async () => {
  setClock(() => at)
  ;({ portal, people, finding, change, office } = await openHealth())
})
afterAll(async () => {
  await portal.close()
  setClock()
})
beforeEach(async () => {
  setClock(() => at)
  forgetOfficeModel()
  await sweep.turn('sendOutbox', { every: 5000 })
})
afterEach(() => sweep.forget())

describe('what the health page says of the structure', () => {
  it('counts units without a lead, and with one who left', async () => {
    const model = await needModel(portal.payload)
    const without = model.units.all.filter(({ level, lead }) => !lead && model.levels.byId.get(level)?.code !== 'door')
    expect((await finding('noLead'))?.title).toContain(String(without.length))
    const [unit, gone] = [model.units.byCode.get('jw-01')!, people.as('volunteer').id]
    await change(SLUG.units, unit.id, { lead: gone })
    await change(SLUG.users, gone, { active: false })
    expect(await finding('leadLeft')).toMatchObject({ gravity: 'now', names: expect.stringContaining(unit.name.en ?? unit.name.zh) })
    await change(SLUG.users, gone, { active: true })
    expect(await finding('leadLeft')).toBeUndefined()
  })

  it('sees a territory that is no tree, however it came to be', async () => {
    expect([await finding('treeBroken'), await finding('levels')]).toEqual([undefined, undefined])
    const model = await needModel(portal.payload)
    const [group, level] = [model.units.byCode.get('jw-01-01')!, model.levels.byCode.get('door')!]
    const past = (change: Record<string, unknown>) => portal.payload.db.updateOne({ collection: SLUG.units, id: group.id, data: change, returning: false }).then(forgetOfficeModel)
    await past({ path: '/elsewhere/' })
    expect(await finding('treeBroken')).toMatchObject({ gravity: 'now', fix: { href: '/admin/structure/units' } })
    await past({ path: group.path })
    expect(await finding('treeBroken')).toBeUndefined()
    await change(SLUG.levels, level.id, { order: 7 })
    expect(await finding('levels')).toMatchObject({ gravity: 'soon' })
    await change(SLUG.levels, level.id, { order: level.order })
  })

  it('names staff only to those who may see people', async () => {
    const model = await needModel(portal.payload)
    const groups = model.units.all.filter(({ level }) => model.levels.byId.get(level)?.code === 'group').slice(0, 2)
    await portal.payload.create({ collection: SLUG.memberships, data: { office: await office(), person: people.as('intake').id, post: model.posts.byCode.get('gridOfficer')!.id, units: groups.map(({ id }) => id) } as never, overrideAccess: true })
    forgetOfficeModel()
    expect((await finding('tooManyUnits'))?.names).toContain('Test t-intake')
    const role = (await findRow(rows(), SLUG.roles, { where: { code: { equals: 'director' } } }))!
    await updateRowIf(rows(), SLUG.roles, { id: { equals: role.id } }, { permissions: role.permissions.filter((permission) => permission !== 'people.view') })
    expect((await finding('tooManyUnits', 'director'))?.names).toBe('1 person')
    await updateRowIf(rows(), SLUG.roles, { id: { equals: role.id } }, { permissions: role.permissions })
  })

  it('sees rules that point at empty teams and closed units before they are skipped', async () => {
    const model = await needModel(portal.payload)
    expect(await finding('ruleEmptyTeam')).toMatchObject({ gravity: 'now', fix: { href: '/admin/structure/routing' } })
    const before = (await finding('ruleEmptyTeam'))?.title
    const named = model.routing!.definition.rules.flatMap(({ on: isOn, result }) => (isOn && result.kind === 'team' ? [result.team] : []))
    const filled = ['professional', 'harmony', 'monitors', 'volunteers']
    const empty = model.teams.all.filter(({ code }) => named.includes(code) && !filled.includes(code))
    for (const { id } of empty) await portal.payload.create({ collection: SLUG.memberships, data: { office: await office(), person: people.as('handler').id, team: id } as never, overrideAccess: true })
    forgetOfficeModel()
    expect(empty.length).toBeGreaterThan(0)
    expect([before, await finding('ruleEmptyTeam')]).toEqual([expect.any(String), undefined])
  })

  it('sees kinds of matters that cannot be opened, and forms that nobody reaches', async () => {
    expect([await finding('noListed'), await finding('typeUnpublished')]).toEqual([undefined, undefined])
    const model = await needModel(portal.payload)
    const [listed] = model.types.all.filter((type) => type.listed)
    const form = model.forms.byId.get(listed!.form)!
    const past = (collection: 'forms' | 'matter-types', id: string, data: Record<string, unknown>) => portal.payload.db.updateOne({ collection, id, data, returning: false }).then(forgetOfficeModel)
    await past(SLUG.types, listed!.id, { listed: false })
    expect(await finding('noListed')).toMatchObject({ gravity: 'now', fix: { href: '/admin/structure/types' } })
    await past(SLUG.types, listed!.id, { listed: true })
    await past(SLUG.forms, form.id, { current: null })
    expect(await finding('typeUnpublished')).toMatchObject({ gravity: 'now', names: expect.stringContaining(listed!.name.en ?? listed!.name.zh) })
    await past(SLUG.forms, form.id, { current: form.current })
    const users = model.types.all.filter((type) => type.form === form.id)
    for (const { id } of users) await past(SLUG.types, id, { active: false })
    expect(await finding('formUnused')).toMatchObject({ gravity: 'note', names: expect.stringContaining(form.name.en ?? form.name.zh) })
    for (const { id } of users) await past(SLUG.types, id, { active: true })
  })

  it('names categories that no rule leads on from', async () => {
    const model = await needModel(portal.payload)
    const { id, definition } = (await findRow(rows(), SLUG.definitions, { where: { id: { equals: model.routing!.version } } }))!
    const rulesOf = (rules: unknown[]) => portal.payload.db.updateOne({ collection: SLUG.definitions, id, data: { definition: { ...(definition as object), rules } }, returning: false }).then(forgetOfficeModel)
    const all = model.routing!.definition.rules
    const leads = (keep: boolean) => Promise.all(model.categories.all.filter(({ lead }) => lead).map(({ id: row, lead }) => portal.payload.db.updateOne({ collection: SLUG.categories, id: row, data: { lead: keep ? lead : null }, returning: false })))
    await leads(false)
    await rulesOf([{ ...all[0]!, match: 'all', conditions: [{ field: 'category', op: 'within', codes: ['public-safety'] }] }])
    const found = await finding('categoryNoRoute')
    expect(found).toMatchObject({ gravity: 'soon', fix: { href: '/admin/structure/routing' } })
    await rulesOf([{ ...all[0]!, conditions: [] }])
    expect(await finding('categoryNoRoute')).toBeUndefined()
    await leads(true)
    await rulesOf(all)
  })

  it('sees columns that nobody keeps up, and reporters whom nobody answered', async () => {
    expect(await finding('unanswered')).toBeUndefined()
    const columns = await findRows(rows(), SLUG.columns, {})
    const later = at
    at += 4000 * DAY
    expect(await finding('columnStale')).toMatchObject({ gravity: 'soon', title: expect.stringContaining(String(columns.filter(({ staleDays }) => staleDays).length)) })
    at = later
    const { matter } = await on.create({ category: 'public-safety-lift', text: '电梯又停了' })
    await on.act(matter.id, 'addInfo', { by: reporter, input: { text: '现在更严重了' } })
    expect(await finding('unanswered')).toBeUndefined()
    at += 3 * DAY
    const told = await finding('unanswered')
    expect(told).toMatchObject({ gravity: 'now', names: String(matter.number) })
    expect([told?.fix, (await finding('unanswered', 'director'))?.fix?.href]).toEqual([undefined, `/desk/matters/${matter.id}`])
    await on.move(matter.id, 'accept', { by: people.as('intake').acting })
    expect(await finding('unanswered')).toBeUndefined()
    at = later
  })

  it('names leading groups with empty seats until somebody sits in each', async () => {
    const model = await needModel(portal.payload)
    const group = model.teams.all.find(({ kind }) => kind === 'leading')!
    expect(await finding('teamSeats')).toMatchObject({ gravity: 'soon', title: expect.stringContaining('1'), names: group.name.en, fix: { href: '/admin/structure/teams' } })
    const seats = group.seats as { code: string; min: number }[]
    await change(SLUG.teams, group.id, { seats: seats.map((seat) => ({ ...seat, min: 0, leads: 0 })) })
    expect(await finding('teamSeats')).toBeUndefined()
    await change(SLUG.teams, group.id, { seats: group.seats })
  })

  it('counts entries of registers that should have been looked at again, and leads to the register', async () => {
    expect(await finding('reviewsLate')).toBeUndefined()
    const model = await needModel(portal.payload)
    const spots = model.registers.byCode.get('spots')!
    const entry = (title: string, daysAgo: number, active = true) => insertRow(rows(), SLUG.entries, {
      office: model.office.id, register: spots.id, version: String(spots.current), code: title, title, answers: { name: title }, revision: 1, active, editedAt: new Date(at).toISOString(), reviewDue: new Date(at - daysAgo * DAY).toISOString(),
    } as never)
    await entry('late', 3)
    await entry('closed', 3, false)
    await entry('due today', 0)
    expect(await finding('reviewsLate')).toMatchObject({ gravity: 'soon', title: expect.stringContaining('1'), names: expect.stringMatching(/ 1$/), fix: { href: '/desk/registers/spots' } })
    await entry('later', 40)
    expect((await finding('reviewsLate'))?.names).toMatch(/ 2$/)
  })

  it('misses next year’s holidays from 1 November, not before', async () => {
    expect(await finding('nextYear')).toMatchObject({ gravity: 'soon', title: 'Holidays of 2027 are not entered' })
    at = Date.parse('2026-10-20T02:00:00.000Z')
    expect(await finding('nextYear')).toBeUndefined()
    at = AUTUMN
  })
})

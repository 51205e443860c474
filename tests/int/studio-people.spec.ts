import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countRows, findRow, findRows } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { deskOf, type Desk } from '@/services/desk/desk'
import { openMatter } from '@/services/desk/matter/open'
import { unsafeAddPerson, unsafeGrant } from '@/services/people/addPerson'
import { handOver } from '@/services/people/handOver'
import { ownedBy } from '@/services/people/owned'
import { forgetOfficeModel, needModel } from '@/services/structure/cache'
import { saveRow } from '@/services/structure/saveRow'
import { personView } from '@/services/studio/people/person'
import { teamsView } from '@/services/studio/people/view'
import { seeAs } from '@/services/studio/roles/seeAs'
import { rolesView } from '@/services/studio/roles/view'
import { SLUG } from '@/slugs'
import { isAtomic } from '../helpers/engine'
import { openDeskPortal, type DeskPortal } from '../helpers/desk'

let portal: DeskPortal
const made: Record<string, string> = {}

const rows = () => ({ payload: portal.payload })

const add = async (username: string, code: string): Promise<void> => {
  const office = (await needModel(portal.payload)).office.id
  const role = (await findRow(rows(), SLUG.roles, { where: { code: { equals: code } } }))!
  await withTransaction(portal.payload, async (req) => {
    const { id } = await unsafeAddPerson(req, { office, username, name: `name-${username}`, password: 'Street-2026-x', mustChangePassword: false })
    await unsafeGrant(req, { office, person: id, role: role.id, reason: 'test' })
    made[username] = id
  })
  forgetOfficeModel()
}

const deskFor = async (username: string): Promise<Desk> => {
  const user = await portal.payload.findByID({ collection: SLUG.users, id: made[username] ?? portal.ids[username]!, overrideAccess: true, depth: 0 })
  const req = await createLocalReq({ user: { ...user, collection: SLUG.users } }, portal.payload)
  return deskOf({ req, person: { id: user.id, office: String(user.office), name: user.name, username }, lang: 'zh' })
}

beforeAll(async () => {
  portal = await openDeskPortal()
  for (const [name, role] of [['owner', 'owner'], ['guard', 'securityAdmin'], ['heir', 'handler'], ['leaver', 'handler'], ['leaver2', 'handler']] as const) await add(name, role)
})
afterAll(() => portal.close())

/** A matter that `person` leads alone. */
const ledBy = async (person: string): Promise<string> => {
  const { id } = await portal.enter()
  await portal.move('clerk', id, 'accept')
  const actions = (await openMatter(await deskFor('dispatch'), id)).actions.map(({ code }) => code)
  await portal.move('dispatch', id, actions.includes('assign') ? 'assign' : 'reassign', { lead: { person }, ...(actions.includes('assign') ? {} : { reason: '换人' }) })
  return id
}

const matterRow = async (id: string) => (await findRow(rows(), SLUG.matters, { where: { id: { equals: id } } }))!

describe('a person who leaves', () => {
  it('hands over matters, units and places in one go, each with its event, and cannot sign in any more', async () => {
    const owner = await deskFor('owner')
    const [unit, team] = [owner.model.units.all[3]!, owner.model.teams.all[1]!]
    const matter = await ledBy(made.leaver!)
    await saveRow(owner, { slug: SLUG.units, id: unit.id, data: { lead: made.leaver } })
    // a closed unit is history: it is not offered, and nobody takes it over
    const gone = await saveRow(owner, { slug: SLUG.units, data: { code: `${unit.code}-x`, name: { zh: '旧院' }, level: unit.level, parent: unit.parent, lead: made.leaver, officers: [made.leaver] } })
    await saveRow(await deskFor('owner'), { slug: SLUG.memberships, data: { person: made.leaver, team: team.id, units: [unit.id, gone] } })
    await saveRow(await deskFor('owner'), { slug: SLUG.units, id: gone, data: { active: false } })
    const view = await personView(await deskFor('owner'), made.leaver!)
    expect([view.can, (await personView(await deskFor('guard'), made.leaver!)).can, (await personView(await deskFor('guard'), made.leaver2!)).can.units]).toMatchObject([{ hand: true, units: true }, { units: false }, true])
    expect([view.matters.map(({ id }) => id), view.led.map(({ id }) => id), view.memberships.length]).toEqual([[matter], [unit.id], 1])

    const told = await handOver(await deskFor('owner'), { person: made.leaver!, matters: made.heir, units: made.heir, memberships: made.heir, leaves: true, reason: '调到区里工作' })
    expect(told).toEqual({ matters: 1, units: 1, memberships: 1, grants: 0 })

    const after = await matterRow(matter)
    expect([after.ownerPerson, after.participants?.includes(made.leaver!)]).toEqual([made.heir, false])
    // whoever worked on it still may not verify it
    expect(after.handlers).toContain(made.leaver)
    const event = (await findRows(rows(), SLUG.events, { where: { matter: { equals: matter } }, sort: '-seq', limit: 1 }))[0]!
    expect([event.action, event.data]).toEqual(['handOver', expect.objectContaining({ from: made.leaver, person: made.heir })])
    expect((await openMatter(await deskFor('clerk'), matter)).events.at(-1)).toMatchObject({ text: '交接给 name-heir', reason: '调到区里工作' })
    expect(await countRows(rows(), SLUG.assignments, { and: [{ matter: { equals: matter } }, { active: { equals: true } }, { person: { equals: made.heir } }] })).toBe(1)

    const model = await needModel(portal.payload)
    expect(model.units.byId.get(unit.id)?.lead).toBe(made.heir)
    const places = model.memberships.filter(({ team: of }) => of === team.id)
    expect(places.find(({ person }) => person === made.leaver)?.until).toBeTruthy()
    expect(places.find(({ person }) => person === made.heir)).toMatchObject({ units: [unit.id] })
    expect(model.people.get(made.leaver!)?.active).toBe(false)
    const left = await ownedBy({ req: (await deskFor('owner')).req, model, person: made.leaver!, now: Date.now() })
    expect([left.matters, left.shares, left.led, left.officered, left.memberships]).toEqual([[], [], [], [], []])
    expect(model.units.byId.get(gone)?.lead).toBe(made.leaver)
    expect((await personView(await deskFor('owner'), made.leaver!)).memberships).toEqual([])
  })

  it('without anybody named leaves matters to their unit, never to nobody', async () => {
    const matter = await ledBy(made.leaver2!)
    await handOver(await deskFor('owner'), { person: made.leaver2!, leaves: false, reason: '休长假' })
    const { ownerPerson, ownerTeam, ownerUnit } = await matterRow(matter)
    expect([ownerPerson ?? null, Boolean(ownerTeam ?? ownerUnit)]).toEqual([null, true])
  })

  it.each([
    ['nobody may without the right', 'worker', { reason: '试试' }, { code: 'notAllowed' }],
    ['not without a reason', 'owner', { reason: ' ' }, { code: 'invalid', fields: [{ field: 'reason', code: 'required' }] }],
    ['not to themselves', 'owner', { reason: '试试', self: true }, { code: 'invalid', fields: [{ field: 'to', code: 'notOffered' }] }],
  ] as const)('%s', async (_what, who, { reason, ...rest }, error) => {
    const person = portal.ids.worker!
    await expect(handOver(await deskFor(who), { person, ...('self' in rest ? { matters: person } : {}), leaves: false, reason })).rejects.toMatchObject(error)
  })

  it.runIf(isAtomic())('changes nothing when one part is refused', async () => {
    const matter = await ledBy(portal.ids.worker!)
    const before = await matterRow(matter)
    const owner = await deskFor('owner')
    // the security administrator is the last one who can grant: the account stays open, and so does everything else
    await saveRow(owner, { slug: SLUG.units, id: owner.model.units.all[4]!.id, data: { lead: made.guard } })
    await expect(handOver(await deskFor('owner'), { person: made.guard!, units: made.heir, leaves: true, reason: '试试' })).rejects.toMatchObject({ status: 403 })
    expect((await needModel(portal.payload)).units.byId.get(owner.model.units.all[4]!.id)?.lead).toBe(made.guard)
    expect((await matterRow(matter)).revision).toBe(before.revision)
  })
})

describe('teams', () => {
  it('are told with their people and what is against their rules', async () => {
    const owner = await deskFor('owner')
    const seats = [{ code: 'head', name: { zh: '组长' }, min: 1, max: 1 }, { code: 'deputy', name: { zh: '副组长' }, leads: { min: 1, max: 2 } }]
    const id = await saveRow(owner, { slug: SLUG.teams, data: { code: 'lead-group', name: { zh: '领导小组', en: 'Leading group' }, kind: 'leading', seats } })
    const team = (await teamsView(await deskFor('owner'))).teams.find((one) => one.id === id)!
    expect(team).toMatchObject({ name: { zh: '领导小组', en: 'Leading group' }, kind: 'leading', seats })
    expect(team.gaps.map(({ code }) => code)).toContain('seatTooFew')
    expect(team.gaps.filter(({ code }) => code === 'categoryUnled').length).toBe(owner.model.categories.all.filter(({ parent }) => !parent).length)
    await saveRow(await deskFor('owner'), { slug: SLUG.memberships, data: { person: made.heir, team: id, seat: 'head' } })
    expect((await teamsView(await deskFor('owner'))).teams.find((one) => one.id === id)!.gaps.map(({ code }) => code)).not.toContain('seatTooFew')
  })

  it('list a leading group by its seats, whoever came first, and say no duty where none is written', async () => {
    const seats = [{ code: 'head', name: { zh: '组长' } }, { code: 'deputy', name: { zh: '副组长' } }, { code: 'liaison', name: { zh: '联系领导' } }]
    const id = await saveRow(await deskFor('owner'), { slug: SLUG.teams, data: { code: 'order-group', name: { zh: '工作专班' }, duty: { zh: '', en: '' }, kind: 'leading', seats } })
    for (const [person, seat] of [['heir', ''], ['guard', 'head'], ['owner', 'liaison'], ['leaver2', 'deputy']] as const) await saveRow(await deskFor('owner'), { slug: SLUG.memberships, data: { person: made[person], team: id, seat: seat || null } })
    const { teams, members } = await teamsView(await deskFor('owner'))
    expect(members.filter(({ team }) => team === id).map(({ seat }) => seat)).toEqual(['head', 'deputy', 'liaison', undefined])
    expect(teams.find((one) => one.id === id)?.duty).toBeUndefined()
  })

  it('show nobody to whoever may not see people', async () => {
    expect((await teamsView(await deskFor('nobody'))).members).toEqual([])
  })

  it('are not overwritten unseen', async () => {
    const owner = await deskFor('owner')
    const { id, seen } = (await teamsView(owner)).teams[0]!
    await saveRow(await deskFor('owner'), { slug: SLUG.teams, id, data: { phone: '010-5550-0199' }, seen })
    await expect(saveRow(await deskFor('owner'), { slug: SLUG.teams, id, data: { phone: '010-5550-0198' }, seen })).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('roles', () => {
  it('are told with their reach and holders', async () => {
    const { roles, can } = await rolesView(await deskFor('guard'))
    expect(roles.slice(0, 3).map(({ exclusive }) => exclusive).sort()).toEqual(['audit', 'owner', 'security'])
    expect(roles.find(({ code }) => code === 'handler')).toMatchObject({ reach: 'office', holders: expect.arrayContaining(['name-worker']) })
    expect(can.edit).toBe(true)
    expect((await rolesView(await deskFor('worker'))).roles[0]).not.toHaveProperty('holders')
  })

  it('are changed by the security administrator alone, in both languages, as one recorded change', async () => {
    const { roles } = await rolesView(await deskFor('guard'))
    const { id, permissions, seen } = roles.find(({ code }) => code === 'volunteer')!
    const data = { name: { zh: '志愿者', en: 'Volunteers' }, permissions: [...permissions, 'matter.attach'] }
    await expect(saveRow(await deskFor('owner'), { slug: SLUG.roles, id, data, seen })).rejects.toMatchObject({ code: 'notAllowed' })
    const before = await countRows(rows(), SLUG.changes, { target: { equals: id } })
    await saveRow(await deskFor('guard'), { slug: SLUG.roles, id, data, seen, reason: '志愿者也拍照' })
    const after = (await rolesView(await deskFor('guard'))).roles.find((role) => role.id === id)!
    expect([after.name, after.permissions.includes('matter.attach')]).toEqual([{ zh: '志愿者', en: 'Volunteers' }, true])
    expect(await countRows(rows(), SLUG.changes, { target: { equals: id } })).toBe(before + 1)
  })

  it('that would join what must lie apart are refused, in words', async () => {
    const { roles } = await rolesView(await deskFor('guard'))
    const { id } = roles.find(({ code }) => code === 'owner')!
    const refusal = saveRow(await deskFor('guard'), { slug: SLUG.roles, id, data: { permissions: ['structure.edit', 'grants.edit'] } })
    await expect(refusal).rejects.toMatchObject({ code: 'invalid', detail: { said: [{ path: 'permissions', text: expect.stringContaining('不能在同一个角色里') }] } })
  })

  it('refuses a role of the auditor that does more than look, as a package with it would be', async () => {
    const { roles } = await rolesView(await deskFor('guard'))
    const { id } = roles.find(({ exclusive }) => exclusive === 'audit')!
    const refusal = saveRow(await deskFor('guard'), { slug: SLUG.roles, id, data: { permissions: ['audit.view', 'matter.verify'] } })
    await expect(refusal).rejects.toMatchObject({ code: 'invalid', detail: { said: [{ path: 'permissions', text: expect.stringContaining('只能看') }] } })
  })
})

describe('seeing as a role', () => {
  it('asks the rules of access: who reaches the whole office sees all, who reaches one unit less, who has no right nothing', async () => {
    const desk = await deskFor('guard')
    const { roles } = await rolesView(desk)
    const id = (code: string) => roles.find((role) => role.code === code)!.id
    const whole = await seeAs(desk, { role: id('dispatcher') })
    const open = await findRows(rows(), SLUG.matters, { where: { open: { equals: true } } })
    const under = (path: string) => open.filter((matter) => matter.path?.startsWith(path)).length
    const [busy, quiet] = [desk.model.units.all.find(({ path, parent }) => parent && under(path) > 0)!, desk.model.units.all.find(({ path }) => under(path) === 0)!]
    const [near, far] = [await seeAs(desk, { role: id('dispatcher'), unit: busy.id }), await seeAs(desk, { role: id('dispatcher'), unit: quiet.id })]
    const none = await seeAs(desk, { role: id('publisher') })
    expect(whole.matters).toBe(whole.allMatters)
    expect(whole.matters).toBeGreaterThan(0)
    expect([near.matters, far.matters, none.matters]).toEqual([under(busy.path), 0, 0])
    expect(whole.steps.some(({ may }) => may.length > 0)).toBe(true)
    expect(none.steps.every(({ may }) => may.length === 0)).toBe(true)
  })

  it('is recorded, and asks for a role that is there', async () => {
    const desk = await deskFor('guard')
    const before = await countRows(rows(), SLUG.audit, { action: { equals: 'roles.seeAs' } })
    await seeAs(desk, { role: (await rolesView(desk)).roles[0]!.id })
    expect(await countRows(rows(), SLUG.audit, { action: { equals: 'roles.seeAs' } })).toBe(before + 1)
    await expect(seeAs(desk, { role: 'nothing' })).rejects.toMatchObject({ code: 'notFound' })
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { findRow } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { unsafeAddPerson } from '@/services/people/addPerson'
import { addPhoto } from '@/services/photos/add'
import { SLUG } from '@/slugs'
import { PNG } from '../../helpers/desk'
import { noFaults } from '../../helpers/matrix/ask'
import { ACTS, leavesFrom, ROLES, STANDINGS, TRANSITIONS, verdictOf, type Role, type Standing, type Transition, type Verdict } from '../../helpers/matrix/table'
import type { World } from '../../helpers/matrix/world'
import { actingAs, PASSWORD, type ActingOf } from '../../helpers/people'
import { askAct } from './act.cases'
import { askBulk, askDesk } from './desk.cases'
import { askTransition } from './transition.cases'

/** Roles that one person can hold together: all but those that keep apart. */
const TOGETHER = ROLES.filter(({ code }) => !['owner', 'securityAdmin', 'auditor'].includes(code))

type Person = { id: string; token: string; acting: ActingOf }
type Kind = { unit?: string; from?: string; until?: string; active?: false; mustChangePassword?: true }

const DAY = 86_400_000
const KINDS: Record<string, Kind> = {
  'another unit': { unit: 'jw-02' },
  'a grant that has ended': { until: new Date(Date.now() - DAY).toISOString() },
  'a grant that has not begun': { from: new Date(Date.now() + DAY).toISOString() },
  'an account that is switched off': { active: false },
  'a password that must be changed': { mustChangePassword: true },
}
/** Whoever holds nothing is not signed in, as far as the doors go; whose rights do not reach here must not know that the matter exists. */
const saysOf = ({ active, mustChangePassword }: Kind): Verdict => (active === false || mustChangePassword ? 'notSignedIn' : 'notFound')

/** A person who holds every role, whole but for one thing. */
const addPerson = async (world: World, username: string, { unit, from, until, active, mustChangePassword }: Kind, roles = TOGETHER): Promise<Person> => {
  const { payload, model } = world
  const office = model.office.id
  const id = await withTransaction(payload, async (req) => {
    const person = await unsafeAddPerson(req, { office, username, name: username, password: PASSWORD, mustChangePassword: mustChangePassword ?? false, unit: model.units.byCode.get('jw')?.id })
    for (const { code } of roles) {
      const role = await findRow(req, SLUG.roles, { where: { code: { equals: code } } })
      await payload.create({ collection: SLUG.grants, overrideAccess: true, req, data: { office, person: person.id, role: role?.id ?? '', unit: unit && model.units.byCode.get(unit)?.id, from, until, reason: 'test' } })
    }
    return person.id
  })
  const token = await world.signIn(username)
  if (active === false) await payload.db.updateOne({ collection: SLUG.users, id, data: { active: false } })
  return { id, token, acting: await actingAs(payload, id) }
}

const staffs = TRANSITIONS.filter(({ actors }) => actors.includes('staff'))

/** One place and one role for each transition where it would succeed. */
const WAYS: { transition: Transition; standing: Standing; role: Role }[] = staffs.flatMap((transition) => {
  const standing = leavesFrom(transition).find((place) => ROLES.some((role) => verdictOf(role, transition, place) === 'ok'))
  const role = ROLES.find((each) => standing && verdictOf(each, transition, standing) === 'ok')
  return standing && role ? [{ transition, standing, role }] : []
})

const handling: Standing = { name: 'handling', step: 'handling' }

/** What stands in the way of people who hold every right but one, at every door that may change a matter. */
export const refusalCases = (world: () => World): void => {
  describe.each(Object.entries(KINDS))('a person with every role and %s', (name, kind) => {
    let person: Person
    beforeAll(async () => {
      person = await addPerson(world(), `kind-${Object.keys(KINDS).indexOf(name)}`, kind)
      // What was written to make the person is no part of the question.
      await world().restore()
    })

    it('is refused at every door', async () => {
      const here = world()
      const [expected, token] = [saysOf(kind), person.token]
      const left = () => Promise.resolve([])
      const questions = [
        ...WAYS.map(({ transition, standing }) => ({
          world: here, name: transition.code, expected, left,
          ask: () => askTransition(here, { id: here.at(standing).id, token, body: { action: transition.code, input: here.inputs(transition), expectedRevision: here.at(standing).revision } }),
        })),
        ...Object.keys(ACTS).flatMap((act) => [askAct, askDesk].map((ask) => ({
          world: here, name: act, expected, left, ask: () => ask(here, { id: here.at(handling).id, token, body: { act, input: { text: '试试', reason: '试试', tag: here.model.tags.all[0]?.code }, expectedRevision: here.at(handling).revision } }),
        }))),
        ...['assign', 'merge', 'undoMerge'].map((act) => ({
          world: here, name: act, expected, left, ask: () => askDesk(here, { id: here.master.id, token, body: { act, input: { child: here.at(handling).id, lead: {}, reason: '试试' }, expectedRevision: here.master.revision } }),
        })),
      ]
      expect(questions).toHaveLength(WAYS.length + Object.keys(ACTS).length * 2 + 3)
      await noFaults(questions)
      const rows = STANDINGS.map((standing) => ({ id: here.at(standing).id, expectedRevision: here.at(standing).revision }))
      for (const input of [{ lead: { team: here.model.teams.all[0]?.id }, reason: '换一队' }, { tag: here.model.tags.all[0]?.code }]) {
        const told = await askBulk(token, { act: 'lead' in input ? 'assign' : 'tag', rows, input })
        if (expected === 'notSignedIn') expect(told).toMatchObject({ status: 401, results: [] })
        else expect(told.results.map(({ error }) => error?.code)).toEqual(rows.map(() => 'notFound'))
      }
      expect(await here.books()).toBe(here.pristine)
    })
  })

  describe('whoever worked on a matter', () => {
    const checks = staffs.filter(({ guards }) => guards.includes('notHandler'))

    it('may not verify it, as handler, lead or co-handler, whatever roles they hold', async () => {
      const here = world()
      const person = await addPerson(here, 'r-both', {})
      const { drive, model } = here
      const office = (await addPerson(here, 'r-office', {})).acting
      const ways: Record<string, { lead: Record<string, unknown>; party?: boolean }> = {
        handler: { lead: { unit: model.units.byCode.get('jw')?.id } }, lead: { lead: { person: person.id } }, 'co-handler': { lead: { unit: model.units.byCode.get('jw')?.id }, party: true },
      }
      for (const [as, { lead, party }] of Object.entries(ways)) {
        const { matter } = await drive.create()
        await drive.move(matter.id, 'accept', { by: office })
        await drive.move(matter.id, 'assign', { by: office, input: { lead } })
        // A share that has ended is still work that was done.
        if (party) for (const act of ['assignParty', 'endParty']) await drive.act(matter.id, act, { by: office, input: { party: { person: person.id }, reason: '帮一把' } })
        await drive.move(matter.id, 'done', { by: as === 'co-handler' ? office : person.acting, input: { outcome: 'solved', reply: '已经修好了' } })
        const { revision } = await drive.fresh(matter.id)
        for (const transition of checks) {
          const told = await askTransition(here, { id: matter.id, token: person.token, body: { action: transition.code, input: here.inputs(transition), expectedRevision: revision } })
          expect([told.status, told.code], `${as} ${transition.code}`).toEqual([403, 'verifierHandled'])
        }
        expect((await drive.fresh(matter.id)).revision).toBe(revision)
      }
      expect(checks.map(({ code }) => code)).toEqual(expect.arrayContaining(['notSolved', 'verify', 'verifyClose']))
      await here.restore()
    })
  })

  describe('an act that is otherwise allowed', () => {
    it('finds its way for every transition', () => {
      expect(WAYS.map(({ transition }) => transition.code)).toEqual(staffs.map(({ code }) => code))
    })

    const missing = WAYS.flatMap(({ transition, ...rest }) => transition.inputs.filter(({ required }) => required).map(({ key }) => ({ transition, key, ...rest })))

    it.each(missing.map((each) => [each.transition.code, each.key, each] as const))('%s needs %s, and says so', async (_code, key, { transition, standing, role }) => {
      const here = world()
      const { id, revision } = here.at(standing)
      const whole = here.inputs(transition)
      for (const value of [undefined, '', null, []]) {
        const before = await here.version()
        const told = await askTransition(here, { id, token: here.member(role.code).token, body: { action: transition.code, input: { ...whole, [key]: value }, expectedRevision: revision } })
        expect([told.status, told.code], told.text).toEqual([400, 'invalid'])
        expect(told.text).toContain(`{"field":"${key}","code":"required"}`)
        expect(await here.version()).toBe(before)
      }
    })

    it('is a conflict when the matter is not as it was seen, and says what happened; without a revision it is nothing', async () => {
      const here = world()
      for (const { transition, standing, role } of WAYS) {
        const { id, revision } = here.at(standing)
        const before = await here.version()
        const ask = (expectedRevision: unknown) => askTransition(here, { id, token: here.member(role.code).token, body: { action: transition.code, input: here.inputs(transition), expectedRevision } })
        for (const stale of [revision - 1, revision + 1]) expect(await ask(stale), transition.code).toMatchObject({ status: 409, code: 'conflict' })
        expect((await ask(revision - 1)).text).toMatch(/"happened":\[\{"at"/)
        for (const wrong of [undefined, null, String(revision), revision + 0.5, [revision], { $gt: 0 }]) expect(await ask(wrong), transition.code).toMatchObject({ status: 400, code: 'invalid' })
        expect(await here.version()).toBe(before)
      }
    })

    it('is a conflict at the other doors, too', async () => {
      const here = world()
      const { id, revision } = here.at(handling)
      const { token } = here.member('dispatcher')
      const before = await here.version()
      const lead = { team: here.model.teams.byCode.get('harmony')?.id }
      for (const ask of [askAct, askDesk]) expect(await ask(here, { id, token, body: { act: 'note', input: { text: '先看现场' }, expectedRevision: revision - 1 } })).toMatchObject({ status: 409, code: 'conflict' })
      expect(await askDesk(here, { id, token, body: { act: 'assign', input: { lead, reason: '换一队' }, expectedRevision: revision - 1 } })).toMatchObject({ status: 409, code: 'conflict' })
      for (const act of ['merge', 'undoMerge']) {
        expect(await askDesk(here, { id: here.master.id, token, body: { act, input: { child: id, reason: '同一处' }, expectedRevision: here.master.revision - 1 } }), act).toMatchObject({ status: 409, code: 'conflict' })
      }
      const told = await askBulk(token, { act: 'assign', rows: [{ id, expectedRevision: revision - 1 }], input: { lead, reason: '换一队' } })
      expect(told.results).toMatchObject([{ ok: false, error: { code: 'conflict' } }])
      expect(await here.version()).toBe(before)
    })

    it('needs a lead to assign, one by one and many at once', async () => {
      const here = world()
      const { id, revision } = here.at(handling)
      const { token } = here.member('dispatcher')
      const before = await here.version()
      for (const lead of [undefined, {}, 'x', [], { unit: 'nobody' }, { unit: null }]) {
        expect((await askDesk(here, { id, token, body: { act: 'assign', input: { lead, reason: '换一队' }, expectedRevision: revision } })).status, JSON.stringify(lead)).toBe(400)
        expect((await askBulk(token, { act: 'assign', rows: [{ id, expectedRevision: revision }], input: { lead, reason: '换一队' } })).results.some(({ ok }) => ok), JSON.stringify(lead)).toBe(false)
      }
      expect(await here.version()).toBe(before)
    })
  })

  describe('an act that names other rows', () => {
    const post = (here: World, role: string, act: string, standing: Standing, input: Record<string, unknown>) =>
      askDesk(here, { id: here.at(standing).id, token: here.member(role).token, body: { act, input, expectedRevision: here.at(standing).revision } })

    it('takes a merge apart only at the matter it was merged into', async () => {
      const here = world()
      const told = await post(here, 'dispatcher', 'undoMerge', handling, { child: here.at({ name: 'merged', step: 'archive' }).id, reason: '不是同一处' })
      expect(told).toMatchObject({ status: 409, code: 'illegalStep' })
      expect(await here.books()).toBe(here.pristine)
    })

    it('shows the reporter photos that this person brought to this matter, however many, and no others', async () => {
      const here = world()
      const { id } = here.at(handling)
      const add = async (person: string, matter: string) => (await addPhoto({ payload: here.payload, office: here.model.office.id, bytes: PNG, stage: 'handling', owner: { person }, matter })).id
      const [handler, other] = [here.member('handler').id, here.member('coordinator').id]
      const own = [await add(handler, id), await add(handler, id)]
      const foreign = [await add(other, id), await add(handler, here.master.id), here.at(handling).photo]
      for (const photo of foreign) {
        const before = await here.version()
        expect(await post(here, 'handler', 'attach', handling, { photos: [...own, photo], visibility: 'reporter' })).toMatchObject({ status: 400, code: 'invalid' })
        expect(await here.version()).toBe(before)
      }
      expect((await post(here, 'handler', 'attach', handling, { photos: own, visibility: 'reporter' })).status).toBe(200)
      expect((await here.row(`SELECT count(*) AS n FROM attachments WHERE matter_id = ? AND visibility = 'reporter'`, [id])).n).toBe(2)
      await here.restore()
    })
  })

  describe('taking a batch back', () => {
    it('is for whoever made it, unaltered', async () => {
      const here = world()
      const { id, revision } = here.at(handling)
      const rows = [{ id, expectedRevision: revision }]
      const made = await askBulk(here.member('dispatcher').token, { act: 'assign', rows, input: { lead: { team: here.model.teams.byCode.get('harmony')?.id }, reason: '换一队' } })
      const batch = made.batch ?? ''
      expect(batch).not.toBe('')
      const before = await here.version()
      for (const [role, sealed] of [['coordinator', batch], ['dispatcher', `${batch.slice(0, -2)}AA`], ['dispatcher', '']] as const) {
        expect((await askBulk(here.member(role).token, { act: 'undo', rows: [], input: { batch: sealed } })).status, role).toBe(400)
      }
      expect(await here.version()).toBe(before)
      await here.restore()
    })
  })
}

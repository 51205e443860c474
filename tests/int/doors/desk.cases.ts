import { describe, expect, it } from 'vitest'
import { noFaults, toldBy, traceOf, type Told } from '../../helpers/matrix/ask'
import { ACTORS, ACTS, admission, eventOf, nameOf, placesOf, placesOfAct, soughtBy, STANDINGS, TRANSITIONS, verdictOfAct, type Role, type Standing, type Transition, type Verdict } from '../../helpers/matrix/table'
import type { World } from '../../helpers/matrix/world'

const ORIGIN = 'http://localhost'

// Routes read the configuration as they are loaded: not before the portal under test has its own.
const actRoute = () => import('@/app/(desk)/desk/api/matters/[id]/act/route')
const bulkRoute = () => import('@/app/(desk)/desk/api/bulk/route')

const post = (path: string, token: string | undefined, body: unknown): Request =>
  new Request(`${ORIGIN}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', host: 'localhost', ...(token ? { authorization: `JWT ${token}` } : {}) }, body: JSON.stringify(body) })

/** POST /desk/api/matters/:id/act by its route handler. */
export const askDesk = async (world: World, { id, token, body }: { id: string; token?: string; body: Record<string, unknown> }): Promise<Told> =>
  toldBy(await (await actRoute()).POST(post(`/desk/api/matters/${id}/act`, token, body), { params: Promise.resolve({ id }) }))

export type BulkRow = { id: string; ok: boolean; error?: { code: string } }
export const askBulk = async (token: string | undefined, body: Record<string, unknown>): Promise<{ status: number; results: BulkRow[]; batch?: string; code?: string }> => {
  const response = await (await bulkRoute()).POST(post('/desk/api/bulk', token, body), { params: Promise.resolve({}) })
  const answer = (await response.json()) as { results?: BulkRow[]; batch?: string; error?: { code: string } }
  return { status: response.status, results: answer.results ?? [], batch: answer.batch, code: answer.error?.code }
}

/** Acts of the desk that take a transition, and by which mark they find it. */
const MOVING: Record<string, { permission: string[]; fits: (asked: Transition) => boolean }> = {
  assign: { permission: ['matter.route', 'matter.assign'], fits: ({ effects }) => effects.includes('assignLead') && !effects.includes('assignParties') },
  merge: { permission: ['matter.merge'], fits: ({ effects }) => effects.includes('mergeInto') },
  undoMerge: { permission: ['matter.merge'], fits: ({ guards }) => guards.includes('merged') },
}

const HANDLING = STANDINGS.filter(({ name }) => name === 'handling')
const STRANGERS = [...TRANSITIONS.map(({ code }) => code).filter((code) => !Object.hasOwn(MOVING, code)), 'addInfo', 'constructor', '__proto__', 'toString', '']

/** A transition's own name is asked by nobody and by those who may take it elsewhere; a name that is nothing by those who see the matter. */
const couldTake = (role: Role | undefined, act: string): boolean => {
  const named = TRANSITIONS.find(({ code }) => code === act)
  return role === undefined || role.permissions.includes(named?.permission ?? 'matter.view')
}

const placesOfMove = (role: Role | undefined, act: string): readonly Standing[] => {
  const places = (MOVING[act]?.permission ?? []).map((permission) => placesOf(role, permission, HANDLING))
  return places.find((list) => list.length > 1) ?? HANDLING
}

type Case = { standing: Standing; act: string; role: Role | undefined }
const CASES: Case[] = [
  ...Object.keys(MOVING).flatMap((act) => ACTORS.flatMap((role) => placesOfMove(role, act).map((standing) => ({ standing, act, role })))),
  ...Object.entries(ACTS).flatMap(([act, rule]) => ACTORS.flatMap((role) => placesOfAct(role, rule).map((standing) => ({ standing, act, role })))),
  ...STRANGERS.flatMap((act) => ACTORS.filter((role) => couldTake(role, act)).flatMap((role) => HANDLING.map((standing) => ({ standing, act, role })))),
]

const verdictOf = ({ role, act, standing }: Case): { verdict: Verdict; transition?: Transition } => {
  const moving = Object.hasOwn(MOVING, act) ? MOVING[act] : undefined
  return moving ? soughtBy(role, moving.fits, standing) : { verdict: verdictOfAct(role, act, standing) }
}

/** What the page sends with each act. */
const bodyOf = async (world: World, { act, standing }: Case): Promise<{ id: string; body: Record<string, unknown> }> => {
  const { id, revision, photo } = world.at(standing)
  const { tags, teams } = world.model
  if (act === 'merge' || act === 'undoMerge') return { id: world.master.id, body: { act, input: { child: id, reason: '同一处' }, expectedRevision: world.master.revision } }
  const party = act === 'endParty' ? await world.row(`SELECT id FROM assignments WHERE matter_id = ? AND role = 'party' AND active = 1`, [id]) : {}
  const inputs: Record<string, Record<string, unknown>> = {
    assign: { lead: { team: teams.byCode.get('harmony')?.id }, reason: '换一队' },
    note: { text: '先看现场' }, reply: { text: '师傅周五来看' }, attach: { photos: [photo], visibility: 'internal' },
    tag: { tag: tags.all[0]?.code }, untag: { tag: tags.all[0]?.code }, restrict: { restricted: true, reason: '涉及隐私' }, attachmentVisibility: { attachment: photo, visibility: 'reporter' },
    assignParty: { who: { team: teams.byCode.get('harmony')?.id } }, endParty: { party: party.id ?? 'none', reason: '不用了' },
    claim: {}, correct: { address: '东门南侧第二盏', reason: '说得更清楚' }, reveal: { reason: '回访一下' }, split: { title: '台阶', text: '另外要修的台阶' }, notSame: { other: world.master.id },
    answerErasure: { agree: false, text: '事情还没有办完' },
  }
  return { id, body: { act, input: Object.hasOwn(inputs, act) ? inputs[act] : { text: '试试' }, expectedRevision: revision } }
}

const expectedOf = (each: Case): Verdict => verdictOf(each).verdict

/** The acts of a matter's page. */
export const deskActCases = (world: () => World): void => {
  describe('POST /desk/api/matters/:id/act', () => {
    it('is asked for each act by each role, and for each transition by those who have its right', () => {
      const acts = [...Object.keys(MOVING), ...Object.keys(ACTS)]
      const strange = STRANGERS.reduce((sum, act) => sum + ACTORS.filter((role) => couldTake(role, act)).length, 0)
      expect(strange).toBeGreaterThan(STRANGERS.length * 2)
      expect(new Set(CASES.map(({ act, role }) => `${nameOf(role)} ${act}`)).size).toBe(acts.length * ACTORS.length + strange)
      for (const act of Object.keys(MOVING)) {
        const allowed = CASES.filter((each) => each.act === act && expectedOf(each) === 'ok').map(({ role }) => nameOf(role))
        expect(new Set(allowed), act).toEqual(new Set(ACTORS.filter((role) => MOVING[act]?.permission.some((needed) => role?.permissions.includes(needed))).map(nameOf)))
      }
    })

    it.each(STANDINGS.map((standing) => [standing.name, standing] as const))('answers as the table says at %s', async (_name, standing) => {
      const here = world()
      const fixture = here.at(standing)
      const questions = CASES.filter((each) => each.standing === standing).map(async (each) => {
        const { role, act } = each
        const sent = await bodyOf(here, each)
        return {
          world: here,
          name: `${nameOf(role)} ${act}`,
          expected: expectedOf(each),
          ask: () => askDesk(here, { ...sent, token: role && here.member(role.code).token }),
          left: () => traceOf(here, fixture, verdictOf(each).transition?.code ?? eventOf(act), role ? here.member(role.code).id : null),
        }
      })
      await noFaults(await Promise.all(questions))
    })
  })
}

const BULK = ['assign', 'tag', 'untag'] as const

const bulkVerdict = (act: (typeof BULK)[number], role: Role | undefined, standing: Standing): Verdict | 'unchanged' => {
  if (act === 'assign') return expectedOf({ act, role, standing })
  const verdict = verdictOfAct(role, act, standing)
  // Nobody has tagged them yet.
  return verdict === 'ok' && act === 'untag' ? 'invalid' : verdict
}

/** Many matters at once: each row has its own answer. */
export const bulkCases = (world: () => World): void => {
  describe('POST /desk/api/bulk', () => {
    it.each(BULK)('%s: each row by each role as the table says, and a preview writes nothing', async (act) => {
      const here = world()
      const rows = STANDINGS.map((standing) => ({ id: here.at(standing).id, expectedRevision: here.at(standing).revision }))
      const input = act === 'assign' ? { lead: { team: here.model.teams.byCode.get('harmony')?.id }, reason: '换一队' } : { tag: here.model.tags.all[0]?.code }
      let asked = 0
      for (const role of ACTORS) {
        const token = role && here.member(role.code).token
        const before = await here.version()
        const seen = await askBulk(token, { act, rows, input, preview: true })
        expect(await here.version(), `preview by ${nameOf(role)}`).toBe(before)
        const told = await askBulk(token, { act, rows, input })
        expect([seen.status, told.status], nameOf(role)).toEqual(role ? [200, 200] : [401, 401])
        expect(told.results.map(({ ok, error }) => (ok ? 'ok' : error?.code)), nameOf(role)).toEqual(role ? STANDINGS.map((standing) => bulkVerdict(act, role, standing)) : [])
        expect(seen.results.map(({ ok }) => ok)).toEqual(told.results.map(({ ok }) => ok))
        if (!told.results.some(({ ok }) => ok)) expect(await here.version(), `refused to ${nameOf(role)}`).toBe(before)
        asked += told.results.length
        await here.restore()
      }
      expect(asked).toBe(STANDINGS.length * (ACTORS.length - 1))
      expect(ACTORS.filter((role) => admission(role) === undefined).length).toBeGreaterThan(3)
    })
  })
}

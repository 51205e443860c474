import { describe, expect, it } from 'vitest'
import { STAFF_ACTS } from '@/services/matters/acts'
import { rest } from '../../helpers/doors'
import { noFaults, traceOf, type Told } from '../../helpers/matrix/ask'
import { ACTORS, ACTS, admission, eventOf, nameOf, placesOfAct, STANDINGS, TRANSITIONS, verdictOfAct, type Role, type Standing } from '../../helpers/matrix/table'
import type { World } from '../../helpers/matrix/world'

export const askAct = async (world: World, { id, token, body }: { id: string; token?: string; body: Record<string, unknown> }): Promise<Told> => {
  const answer = await rest({ config: world.payload.config, method: 'POST', path: `/matters/${id}/act`, token, body })
  const code = (answer.body.error as { code?: string } | undefined)?.code
  return { status: answer.status, text: answer.text, ...(code ? { code } : {}) }
}

const HANDLING = STANDINGS.filter(({ name }) => name === 'handling')

/** Names that are no acts of staff: every transition, and what only the reporter does. None may slip through by the other door. */
const STRANGERS = [...TRANSITIONS.map(({ code }) => code), 'addInfo', 'constructor', '__proto__', '']

type Case = { standing: Standing; act: string; role: Role | undefined }

const CASES: Case[] = [
  ...Object.entries(ACTS).flatMap(([act, rule]) => ACTORS.flatMap((role) => placesOfAct(role, rule).map((standing) => ({ standing, act, role })))),
  ...STRANGERS.flatMap((act) => ACTORS.flatMap((role) => HANDLING.map((standing) => ({ standing, act, role })))),
]

/** What each act is given, complete. */
const inputOf = (world: World, act: string, photo: string): Record<string, unknown> => {
  const { tags, teams } = world.model
  const given: Record<string, Record<string, unknown>> = {
    note: { text: '先看现场' }, reply: { text: '师傅周五来看' }, attach: { photos: [photo] },
    tag: { tags: [tags.all[0]?.id] }, untag: { tags: [tags.all[0]?.id] }, restrict: { on: true, reason: '涉及隐私' },
    attachmentVisibility: { attachment: photo, visibility: 'reporter' },
    assignParty: { party: { team: teams.byCode.get('harmony')?.id } }, endParty: { party: { team: teams.byCode.get('professional')?.id }, reason: '不用了' },
    claim: {}, correct: { address: '东门南侧第二盏', reason: '说得更清楚' }, reveal: { reason: '回访一下' }, split: { text: '另外要修的台阶' }, notSame: { other: world.master.id },
    answerErasure: { agree: false, text: '事情还没有办完' },
  }
  return given[act] ?? { text: '试试', reason: '试试' }
}

/** Every act × everybody, at every step for whoever holds its right; and every transition's name, which this door must not know. */
export const actCases = (world: () => World): void => {
  describe('POST /api/matters/:id/act', () => {
    it('is asked for each act and each transition by each role', () => {
      expect(Object.keys(ACTS).sort()).toEqual(Object.keys(STAFF_ACTS).sort())
      expect(new Set(CASES.map(({ act, role }) => `${nameOf(role)} ${act}`)).size).toBe((Object.keys(ACTS).length + STRANGERS.length) * ACTORS.length)
      for (const { act, role } of CASES.filter(({ act }) => STRANGERS.includes(act))) expect(verdictOfAct(role, act, { name: '', step: '' }), act).toBe(admission(role) ?? 'invalid')
      for (const [act, { permission }] of Object.entries(ACTS)) {
        const may = ROLES_WITH(permission)
        const allowed = CASES.filter((each) => each.act === act && verdictOfAct(each.role, act, each.standing) === 'ok').map(({ role }) => nameOf(role))
        expect([...new Set(allowed)], act).toEqual(expect.arrayContaining(may))
        expect(may.length, act).toBeGreaterThan(0)
      }
    })

    it.each(STANDINGS.map((standing) => [standing.name, standing] as const))('answers as the table says at %s', async (_name, standing) => {
      const here = world()
      const fixture = here.at(standing)
      await noFaults(CASES.filter((each) => each.standing === standing).map(({ act, role }) => ({
        world: here,
        name: `${nameOf(role)} ${act}`,
        expected: verdictOfAct(role, act, standing),
        ask: () => askAct(here, { id: fixture.id, token: role && here.member(role.code).token, body: { act, input: inputOf(here, act, fixture.photo), expectedRevision: fixture.revision } }),
        left: async () => {
          const { step } = await here.row('SELECT step FROM matters WHERE id = ?', [fixture.id])
          return [...(step === standing.step ? [] : [`moved to ${String(step)}`]), ...(await traceOf(here, fixture, eventOf(act), role ? here.member(role.code).id : null))]
        },
      })))
    })
  })
}

const ROLES_WITH = (permission: string): string[] => ACTORS.filter((role) => admission(role) === undefined && role?.permissions.includes(permission)).map(nameOf)

import { describe, expect, it } from 'vitest'
import { rest } from '../../helpers/doors'
import { noFaults, traceOf, type Told } from '../../helpers/matrix/ask'
import { ACTORS, leavesFrom, nameOf, placesOf, STANDINGS, targetOf, TRANSITIONS, verdictOf, type Role, type Standing, type Transition } from '../../helpers/matrix/table'
import type { World } from '../../helpers/matrix/world'

type Body = { action?: unknown; input?: unknown; expectedRevision?: unknown }

/** POST /api/matters/:id/transition as Payload's REST handler takes it. */
export const askTransition = async (world: World, { id, token, body }: { id: string; token?: string; body: Body }): Promise<Told> => {
  const answer = await rest({ config: world.payload.config, method: 'POST', path: `/matters/${id}/transition`, token, body })
  const code = (answer.body.error as { code?: string } | undefined)?.code
  return { status: answer.status, text: answer.text, ...(code ? { code } : {}) }
}

type Case = { standing: Standing; transition: Transition; role: Role | undefined }

const CASES: Case[] = TRANSITIONS.flatMap((transition) => ACTORS.flatMap((role) => placesOf(role, transition.permission, leavesFrom(transition)).map((standing) => ({ standing, transition, role }))))

const pairs = CASES.map(({ transition, role }) => `${nameOf(role)} ${transition.code}`)

/** Every transition × everybody, at every step for whoever holds its right. */
export const transitionCases = (world: () => World): void => {
  describe('POST /api/matters/:id/transition', () => {
    it('is asked for each transition by each role, and succeeds for each that may', () => {
      expect(new Set(pairs).size).toBe(TRANSITIONS.length * ACTORS.length)
      const allowed = CASES.filter(({ standing, transition, role }) => verdictOf(role, transition, standing) === 'ok')
      const byStaff = TRANSITIONS.filter(({ actors }) => actors.includes('staff'))
      expect(new Set(allowed.map(({ transition }) => transition.code))).toEqual(new Set(byStaff.map(({ code }) => code)))
      for (const { code, permission } of byStaff) {
        const may = ACTORS.filter((role) => role?.permissions.includes(permission) && role.permissions.includes('matter.view'))
        expect(new Set(allowed.filter(({ transition }) => transition.code === code).map(({ role }) => role?.code)), code).toEqual(new Set(may.map((role) => role?.code)))
      }
    })

    it.each(STANDINGS.map((standing) => [standing.name, standing] as const))('answers as the table says at %s', async (_name, standing) => {
      const here = world()
      const fixture = here.at(standing)
      await noFaults(CASES.filter((each) => each.standing === standing).map(({ transition, role }) => ({
        world: here,
        name: `${nameOf(role)} ${transition.code}`,
        expected: verdictOf(role, transition, standing),
        ask: () => askTransition(here, {
          id: fixture.id, token: role && here.member(role.code).token, body: { action: transition.code, input: here.inputs(transition), expectedRevision: fixture.revision },
        }),
        left: async () => {
          const { step } = await here.row('SELECT step_to AS step FROM matter_events WHERE matter_id = ? AND seq = ?', [fixture.id, fixture.revision + 1])
          const right = step === targetOf(transition, standing)
          return [...(right ? [] : [`led to ${String(step)}`]), ...(await traceOf(here, fixture, transition.code, role ? here.member(role.code).id : null))]
        },
      })))
    })
  })
}

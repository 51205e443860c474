import { mayAnywhere } from '@/domain/access/decide'
import { addWorkingMinutes } from '@/domain/clocks'
import { now } from '@/lib/clock'
import { decideRouting } from '@/services/matters/autoRoute'
import type { MatterRow } from '@/services/matters/row'
import { act, fresh, move, phrase, somebody, workerOf } from './calls'
import { workLater } from './times'
import type { Stage, Tale, World } from './types'

const teamIds = ({ model }: World): string[] => model.teams.all.filter((team) => team.active !== false && team.kind !== 'leading').map(({ id }) => id)

const able = ({ staff }: World, person: string): boolean => {
  const viewer = staff.get(person)?.viewer
  return viewer !== undefined && mayAnywhere(viewer, 'matter.handle', now())
}

/** What the rules propose; without a proposal the lead of the nearest unit that has one. */
const leadFor = (world: World, matter: MatterRow): Record<string, string> => {
  const { model } = world
  const { team, unit, person } = decideRouting(model, matter)
  if (team ?? (person && able(world, person))) return { ...(unit ? { unit } : {}), ...(team ? { team } : {}), ...(person ? { person } : {}) }
  const near = matter.path.split('/').filter(Boolean).reverse().map((id) => model.units.byId.get(id)).find((row) => row?.lead && able(world, row.lead))
  if (near?.lead) return { unit: near.id, person: near.lead }
  return { team: world.random.pick(teamIds(world)) }
}

const DAY_OF_WORK = 420

const partiesFor = (world: World, lead: Record<string, string>, place: string): Record<string, unknown>[] => {
  const others = teamIds(world).filter((team) => team !== lead.team)
  return others.slice(0, world.random.whole(1, 2)).map((team) => ({
    team, note: phrase(world, 'parts', place), dueAt: addWorkingMinutes(now(), world.random.whole(3, 8) * DAY_OF_WORK, world.model.calendar),
  }))
}

/** Brings the parties together: before anybody has it, or in the middle of the work. */
const convene = async ({ world, id, place }: Tale): Promise<void> => {
  const matter = await fresh(world, id)
  const reason = phrase(world, 'coordinated', place)
  if (matter.step === 'handling') {
    const parties = partiesFor(world, { team: matter.ownerTeam ?? '' }, place)
    await move(world, 'bringTogether', { id, by: somebody(world, 'matter.coordinate', matter).acting, input: { parties, reason } })
    return
  }
  const lead = leadFor(world, matter)
  await move(world, 'coordinate', { id, by: somebody(world, 'matter.route', matter).acting, input: { lead, parties: partiesFor(world, lead, place), reason } })
}

/** Several have to agree who does what. */
async function* coordination(tale: Tale): Stage {
  const { world, id, story, place } = tale
  await convene(tale)
  if (story.halt === 'coordination') return false
  yield workLater(world, 120, 700)
  const chair = somebody(world, 'matter.coordinate', await fresh(world, id)).acting
  if (story.twist === 'escalated') {
    await move(world, 'escalate', { id, by: chair, input: { reason: phrase(world, 'escalated') } })
    yield workLater(world, 120, 500)
  }
  await move(world, 'agree', { id, by: chair, input: { reason: phrase(world, 'agreed', place) } })
  return true
}

const COORDINATED = new Set(['coordinated', 'escalated'])

/** From acceptance to a lead who works on it. A trusted rule has perhaps assigned already. */
export async function* routing(tale: Tale): Stage {
  const { world, id, story } = tale
  if (story.halt === 'routing') return yield* unowned(tale)
  const together = COORDINATED.has(story.twist) || story.halt === 'coordination'
  if (together && (await fresh(world, id)).step === 'handling') {
    yield workLater(world, 15, 90)
    return yield* coordination(tale)
  }
  if ((await fresh(world, id)).step !== 'routing') return true
  yield workLater(world, 6, 100)
  if (together) return yield* coordination(tale)
  const matter = await fresh(world, id)
  await move(world, 'assign', { id, by: somebody(world, 'matter.route', matter).acting, input: { lead: leadFor(world, matter), reason: phrase(world, 'assigned') } })
  return true
}

/** The owner says why it is not theirs. */
export async function* sendBack({ world, id }: Tale): Stage {
  yield workLater(world, 15, 90)
  const matter = await fresh(world, id)
  const worker = workerOf(world, matter)
  if (!worker) return false
  await move(world, 'object', { id, by: worker.acting, input: { reason: phrase(world, 'objected') } })
  return true
}

/** Nobody has it: the rules only proposed, or the owner objected. */
async function* unowned(tale: Tale): Stage {
  if ((await fresh(tale.world, tale.id)).step === 'handling') yield* sendBack(tale)
  return false
}

/** A member takes what was given to a team as their own, most of the time. */
export const claim = async ({ world, id }: Tale): Promise<void> => {
  const matter = await fresh(world, id)
  if (matter.ownerPerson || !world.random.chance(0.75)) return
  const worker = workerOf(world, matter)
  if (worker) await act(world, 'claim', { id, by: worker.acting })
}

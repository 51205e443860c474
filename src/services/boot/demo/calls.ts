import { findRow } from '@/db/rows'
import { may } from '@/domain/access/decide'
import type { Permission } from '@/domain/access/types'
import { now } from '@/lib/clock'
import { addPhoto } from '@/services/photos/add'
import { actOnMatter } from '@/services/matters/act'
import { belongings, plainActing } from '@/services/matters/actor'
import { factsOf, type MatterRow } from '@/services/matters/row'
import { transitionMatter } from '@/services/matters/transition'
import { SLUG } from '@/slugs'
import type { DemoContent } from './content'
import { picture } from './pictures'
import type { ActingOf, DemoStaff, World } from './types'

export const reporter: ActingOf = () => plainActing({ kind: 'reporter' })

/** The matter as it stands now. */
export const fresh = async ({ payload, within, seen }: World, id: string): Promise<MatterRow> => {
  const known = seen.get(id)
  if (known) return known
  const row = (await findRow(within.req ?? { payload }, SLUG.matters, { where: { id: { equals: id } } })) as MatterRow | undefined
  if (!row) throw new Error(`matter ${id} is gone`)
  seen.set(id, row)
  return row
}

/** What was written is known; the whole it is part of, and the one it was merged into, have to be read again. */
const keep = ({ seen }: World, row: MatterRow): MatterRow => {
  for (const other of [row.parent, row.mergedInto]) if (other) seen.delete(other)
  seen.set(row.id, row)
  return row
}

export type Doing = { id: string; by: ActingOf; input?: Record<string, unknown> }

/** One transition by the real door. */
export const move = async (world: World, action: string, { id, by, input = {} }: Doing): Promise<MatterRow> => {
  const { revision } = await fresh(world, id)
  return keep(world, await transitionMatter({ payload: world.payload, req: world.within.req, matter: id, action, input, expectedRevision: revision, acting: by }))
}

/** One act by the real door. Returns what it tells beside the matter. */
export const act = async (world: World, name: string, { id, by, input = {} }: Doing): Promise<Record<string, unknown>> => {
  const { revision } = await fresh(world, id)
  const { matter, result } = await actOnMatter({ payload: world.payload, req: world.within.req, matter: id, act: name, input, expectedRevision: revision, acting: by })
  keep(world, matter)
  return result ?? {}
}

/** A sentence of the content, with the name of the place in it. */
export const phrase = ({ content, random }: World, key: keyof DemoContent['phrases'], place = ''): string => random.pick(content.phrases[key]).replaceAll('{place}', place)

/** Those who may do this to the matter, in a fixed order. */
export const allowed = ({ staff }: World, permission: Permission, matter: MatterRow): DemoStaff[] =>
  [...staff.values()].filter(({ viewer }) => may(viewer, permission, factsOf(matter), now()))

/** Somebody who may. Throws when the office has nobody: the cast is then wrong. */
export const somebody = (world: World, permission: Permission, matter: MatterRow): DemoStaff => {
  const able = allowed(world, permission, matter)
  if (able.length === 0) throw new Error(`nobody of the demonstration holds ${permission}`)
  return world.random.pick(able)
}

/** Who works on a matter: its own person, else one of its team or unit who may. */
export const workerOf = (world: World, matter: MatterRow): DemoStaff | undefined => {
  if (matter.ownerPerson) return world.staff.get(matter.ownerPerson)
  const ours = allowed(world, 'matter.handle', matter).filter(({ id }) => {
    const { teams, units } = belongings(world.model, id)
    return matter.ownerTeam ? teams.includes(matter.ownerTeam) : units.includes(matter.ownerUnit ?? '')
  })
  return ours.length > 0 ? world.random.pick(ours) : undefined
}

/** Somebody who holds a right over a matter and has not worked on it: nobody verifies their own work, or grants themselves more time. */
export const outsider = (world: World, permission: Permission, matter: MatterRow): DemoStaff => {
  const free = allowed(world, permission, matter).filter(({ id }) => !(matter.handlers ?? []).includes(id) && id !== matter.ownerPerson)
  if (free.length === 0) throw new Error(`nobody of the demonstration who did not work on it holds ${permission}`)
  return world.random.pick(free)
}

export const verifierOf = (world: World, matter: MatterRow): DemoStaff => outsider(world, 'matter.verify', matter)

/** A picture of a reporter, taken in before its matter. */
export const reporterPhoto = async (world: World, draft: string): Promise<string> =>
  (await addPhoto({ payload: world.payload, req: world.within.req, office: world.model.office.id, bytes: await picture(world.random), stage: 'report', owner: { draft } })).id

/** A picture of the work, hung on its matter. */
export const workPhoto = async (world: World, { matter, person, stage }: { matter: string; person: string; stage: 'handling' | 'supervision' }): Promise<string> =>
  (await addPhoto({ payload: world.payload, req: world.within.req, office: world.model.office.id, bytes: await picture(world.random), stage, owner: { person }, matter, visibility: 'reporter' })).id

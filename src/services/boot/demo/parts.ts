import { act, fresh, move, phrase, somebody, verifierOf, workerOf } from './calls'
import { workLater } from './times'
import type { Stage, Tale } from './types'

const assignPart = async ({ world, id }: Tale): Promise<void> => {
  const matter = await fresh(world, id)
  if (matter.step !== 'routing') return
  const team = world.random.pick(world.model.teams.all.filter(({ kind }) => kind !== 'leading')).id
  await move(world, 'assign', { id, by: somebody(world, 'matter.route', matter).acting, input: { lead: { team }, reason: phrase(world, 'assigned') } })
}

/** Splits off a part and sees it through to its archive: the whole waits for it. */
export async function* part(tale: Tale): Stage {
  const { world, id, place } = tale
  const matter = await fresh(world, id)
  const split = await act(world, 'split', { id, by: somebody(world, 'matter.split', matter).acting, input: { text: phrase(world, 'split', place) } })
  const child: Tale = { ...tale, id: String(split.part) }
  world.opened(child.id)
  yield workLater(world, 5, 60)
  await move(world, 'accept', { id: child.id, by: somebody(world, 'matter.accept', await fresh(world, child.id)).acting })
  yield workLater(world, 10, 90)
  await assignPart(child)
  yield workLater(world, 200, 900)
  const worker = workerOf(world, await fresh(world, child.id))
  if (!worker) return false
  await move(world, 'done', { id: child.id, by: worker.acting, input: { outcome: 'solved', reply: phrase(world, 'partReply', place) } })
  yield workLater(world, 30, 300)
  await move(world, 'verifyClose', { id: child.id, by: verifierOf(world, await fresh(world, child.id)).acting, input: { reason: phrase(world, 'verified', place) } })
  return true
}

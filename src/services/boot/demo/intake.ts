import { act, fresh, move, phrase, reporter, somebody } from './calls'
import { hoursLater, workLater } from './times'
import type { Stage, Tale } from './types'

/** Share of matters that wait for acceptance longer than they should. */
const SLOW = 0.06

const acceptAt = (tale: Tale): number => (tale.world.random.chance(SLOW) ? workLater(tale.world, 125, 260) : workLater(tale.world, 4, 105))

const reject = async ({ world, id, place }: Tale): Promise<void> => {
  const by = somebody(world, 'matter.reject', await fresh(world, id)).acting
  await move(world, 'reject', { id, by, input: { reason: phrase(world, 'rejectedWhy'), responsible: phrase(world, 'responsible'), reply: phrase(world, 'rejected', place) } })
}

const handOver = async ({ world, id, place }: Tale): Promise<void> => {
  const by = somebody(world, 'matter.reject', await fresh(world, id)).acting
  await move(world, 'handOver', { id, by, input: { reason: phrase(world, 'rejectedWhy'), responsible: phrase(world, 'responsible'), reply: phrase(world, 'handedOver', place) } })
}

const merge = async ({ world, id, story }: Tale): Promise<boolean> => {
  const master = story.master?.id
  if (!master || !(await fresh(world, master)).open) return false
  const by = somebody(world, 'matter.merge', await fresh(world, id)).acting
  await move(world, 'mergeInto', { id, by, input: { target: master, reason: phrase(world, 'merged') } })
  return true
}

/** Merges, and for some takes it back: the two were not the same. */
async function* mergeStage(tale: Tale): Stage {
  if (!(await merge(tale))) return true
  if (tale.story.twist !== 'unmerged') return false
  yield workLater(tale.world, 90, 500)
  const { world, id } = tale
  await move(world, 'undoMerge', { id, by: somebody(world, 'matter.merge', await fresh(world, id)).acting, input: { reason: phrase(world, 'mergedInError') } })
  if ((await fresh(world, id)).step === 'intake') await accept(tale)
  return true
}

const accept = async ({ world, id, story, place }: Tale): Promise<void> => {
  const matter = await fresh(world, id)
  const clerk = somebody(world, 'matter.accept', matter)
  const tags = story.report.tags.flatMap((code) => world.model.tags.byCode.get(code)?.id ?? [])
  if (tags.length > 0 && world.random.chance(0.5)) await act(world, 'tag', { id, by: clerk.acting, input: { tags } })
  await move(world, 'accept', { id, by: clerk.acting })
  if (world.random.chance(0.35)) await act(world, 'reply', { id, by: clerk.acting, input: { text: phrase(world, 'accepted', place) } })
}

/** From the sending to the acceptance, or to another end. */
export async function* intake(tale: Tale): Stage {
  const { world, story, id } = tale
  if (story.halt === 'intake') return false
  if (story.twist === 'withdrawn') {
    yield hoursLater(world, 1, 3)
    if ((await fresh(world, id)).step !== 'intake') return true
    await move(world, 'withdraw', { id, by: reporter, input: { reason: phrase(world, 'withdrawn') } })
    return false
  }
  yield acceptAt(tale)
  if (story.twist === 'rejected') await reject(tale)
  else if (story.twist === 'handedOver') await handOver(tale)
  else if (story.master) return yield* mergeStage(tale)
  else {
    await accept(tale)
    return true
  }
  return false
}

import { isAskable } from '@/services/matters/origin'
import type { MatterRow } from '@/services/matters/row'
import { fresh, move, phrase, reporter, verifierOf, workPhoto } from './calls'
import { finish } from './handling'
import { routing } from './routing'
import { hoursLater, workLater } from './times'
import type { Stage, Tale } from './types'

const RATINGS = [5, 5, 5, 4, 4, 4, 3, 2]
const DAY = 24

const rating = ({ world }: Tale): number => world.random.pick(RATINGS)

/** Closing without asking: those who can be asked are told why they are not. */
const closing = ({ world, place }: Tale, matter: MatterRow): { action: string; input: Record<string, unknown> } =>
  isAskable(matter) ? { action: 'verifyCloseTold', input: { reply: phrase(world, 'verified', place) } } : { action: 'verifyClose', input: {} }

const verify = async (tale: Tale, wanted: 'verify' | 'close' | 'notSolved'): Promise<void> => {
  const { world, id, story, place } = tale
  const matter = await fresh(world, id)
  const verifier = verifierOf(world, matter)
  const { action, input } = wanted === 'close' ? closing(tale, matter) : { action: wanted, input: {} }
  const photos = story.report.photo && world.random.chance(0.15) ? [await workPhoto(world, { matter: id, person: verifier.id, stage: 'supervision' })] : []
  await move(world, action, { id, by: verifier.acting, input: { ...input, reason: phrase(world, action === 'notSolved' ? 'notSolved' : 'verified', place), photos } })
}

async function* again(tale: Tale): Stage {
  yield workLater(tale.world, 150, 900)
  if (!(await finish(tale))) return false
  yield workLater(tale.world, 60, 400)
  return true
}

/** The reporter finds that it is not solved, and it goes round once more. */
async function* stillNot(tale: Tale): Stage {
  const { world, id, place } = tale
  await move(world, 'reporterNotSolved', { id, by: reporter, input: { reason: phrase(world, 'stillNot', place) } })
  if (!(yield* again(tale))) return false
  await verify(tale, 'verify')
  yield hoursLater(world, 4, 40)
  return true
}

const CONFIRMS = 0.6

/** The reporter's word, or silence until the days are over; some rate afterwards. */
async function* word(tale: Tale): Stage {
  const { world, id, story } = tale
  yield hoursLater(world, 3, 60)
  if (story.twist === 'stillNot' && !(yield* stillNot(tale))) return false
  if (story.twist === 'reopened' || world.random.chance(CONFIRMS)) {
    await move(world, 'confirmSolved', { id, by: reporter, input: world.random.chance(0.75) ? { rating: rating(tale) } : {} })
    return true
  }
  yield hoursLater(world, 11 * DAY, 14 * DAY)
  if (world.random.chance(0.3)) await move(world, 'rate', { id, by: reporter, input: { rating: rating(tale) } })
  return true
}

/** It came back after the archive: a new round. */
async function* reopening(tale: Tale): Stage {
  const { world, id, place } = tale
  yield hoursLater(world, DAY, 6 * DAY)
  await move(world, 'reporterReopen', { id, by: reporter, input: { reason: phrase(world, 'reopened', place) } })
  if (!(yield* routing(tale))) return false
  if (!(yield* again(tale))) return false
  await verify(tale, 'close')
  return true
}

/** Found not to be solved, and done again; some are still at it. */
async function* returned(tale: Tale): Stage {
  await verify(tale, 'notSolved')
  return tale.story.halt !== 'returned' && (yield* again(tale))
}

/** Nobody is asked about what an office does on its own account, nor where nobody can be. */
const closedUnasked = async ({ world, story, id }: Tale): Promise<boolean> =>
  (story.channel.type !== undefined && story.twist === 'none') || !isAskable(await fresh(world, id))

/** From "done" to the archive, and for some back again. */
export async function* supervision(tale: Tale): Stage {
  const { world, story } = tale
  if (story.halt === 'supervision') return false
  yield workLater(world, 40, 620)
  if ((story.twist === 'returned' || story.halt === 'returned') && !(yield* returned(tale))) return false
  if (await closedUnasked(tale)) {
    await verify(tale, 'close')
    return true
  }
  await verify(tale, 'verify')
  if (story.halt === 'confirm' || !(yield* word(tale))) return false
  return story.twist === 'reopened' ? yield* reopening(tale) : true
}

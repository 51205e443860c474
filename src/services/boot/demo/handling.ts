import { findRows } from '@/db/rows'
import { workingMinutesBetween } from '@/domain/clocks'
import { now } from '@/lib/clock'
import { partyOf, type AssignmentRow } from '@/services/matters/row'
import { SLUG } from '@/slugs'
import { act, fresh, move, outsider, phrase, reporter, somebody, workerOf, workPhoto, type Doing } from './calls'
import { part } from './parts'
import { claim, routing, sendBack } from './routing'
import { hoursLater, resolveMinutes, workLater } from './times'
import type { Stage, Tale, World } from './types'

const PHOTO_SHARE = 0.35

/** The worker acts, if there still is one. */
const work = async ({ world, id }: Tale, how: 'move' | 'act', name: string, input: Doing['input']): Promise<void> => {
  const worker = workerOf(world, await fresh(world, id))
  if (!worker) return
  await (how === 'move' ? move : act)(world, name, { id, by: worker.acting, input })
}

async function* ask(tale: Tale): Stage {
  const { world, id, story, place } = tale
  await work(tale, 'move', 'askReporter', { reply: phrase(world, 'ask', place) })
  if (story.halt === 'asked') return false
  yield hoursLater(world, 5, 70)
  await move(world, 'reporterAnswers', { id, by: reporter, input: { answer: phrase(world, 'answer', place) } })
  return true
}

async function* waitForOthers(tale: Tale): Stage {
  const { world, story, place } = tale
  await work(tale, 'move', 'waitThirdParty', { reason: phrase(world, 'third', place) })
  if (story.halt === 'third') return false
  yield workLater(world, 400, 1500)
  await work(tale, 'move', 'resume', { reason: phrase(world, 'resumed', place) })
  return true
}

const extend = async ({ world, id }: Tale): Promise<void> => {
  const by = outsider(world, 'matter.extend', await fresh(world, id)).acting
  await move(world, 'extend', { id, by, input: { minutes: world.random.pick([420, 840, 1260]), reason: phrase(world, 'extended') } })
}

const correct = async ({ world, id, place }: Tale): Promise<void> => {
  const matter = await fresh(world, id)
  const above = world.model.units.byId.get(matter.unit ?? '')?.parent
  const by = somebody(world, 'matter.route', matter).acting
  if (above) await act(world, 'correct', { id, by, input: { unit: above, reason: phrase(world, 'corrected', place) } })
}

const restrict = async ({ world, id, story }: Tale): Promise<void> => {
  if (!story.report.restricted) return
  const matter = await fresh(world, id)
  if (matter.confidentiality === 'restricted') return
  await act(world, 'restrict', { id, by: somebody(world, 'matter.restrict', matter).acting, input: { on: true, reason: phrase(world, 'restricted') } })
}

/** What happens in the middle of the work besides the work. */
async function* middle(tale: Tale): Stage {
  const { world, id, story, place } = tale
  const twist = story.halt === 'asked' || story.halt === 'third' ? story.halt : story.twist
  if (twist === 'asked') return yield* ask(tale)
  if (twist === 'third') return yield* waitForOthers(tale)
  if (twist === 'split') return yield* part(tale)
  if (twist === 'extended') await extend(tale)
  if (twist === 'corrected') await correct(tale)
  if (twist === 'added') await act(world, 'addInfo', { id, by: reporter, input: { text: phrase(world, 'added', place) } })
  return true
}

/** Most reporters hear something within the first day. */
const speak = async (tale: Tale): Promise<void> => {
  const { world, story, place } = tale
  if (world.random.chance(0.85)) await work(tale, 'act', 'reply', { text: phrase(world, 'progress', place) })
  if (story.report.notes.length > 0 && world.random.chance(0.5)) await work(tale, 'act', 'note', { text: world.random.pick(story.report.notes).replaceAll('{place}', place) })
}

/** Whoever answers for the matter closes the parts of the others, with what came of them. */
const endParts = async (world: World, id: string, by: Doing['by'], place: string): Promise<void> => {
  const parts = (await findRows(world.within.req ?? world, SLUG.assignments, { where: { and: [{ matter: { equals: id } }, { active: { equals: true } }, { role: { equals: 'party' } }] } })) as unknown as AssignmentRow[]
  for (const part of parts) await act(world, 'endParty', { id, by, input: { party: partyOf(part), reason: phrase(world, 'partReply', place) } })
}

/** The worker reports it done; to the reporter in plain words, now and then with a picture. False where nobody is there to do it. */
export const finish = async ({ world, id, story, place }: Tale, reply?: string): Promise<boolean> => {
  const worker = workerOf(world, await fresh(world, id))
  if (!worker) return false
  const photos = story.report.photo && world.random.chance(PHOTO_SHARE) ? [await workPhoto(world, { matter: id, person: worker.id, stage: 'handling' })] : []
  await endParts(world, id, worker.acting, place)
  const text = reply ?? world.random.pick(story.report.replies).replaceAll('{place}', place)
  await move(world, 'done', { id, by: worker.acting, input: { outcome: story.report.outcome ?? 'solved', reply: text, photos } })
  return true
}

async function* objection(tale: Tale): Stage {
  return (yield* sendBack(tale)) && (yield* routing(tale))
}

/** From the assignment to "done": as long as the story's pace makes of the limit. */
export async function* handling(tale: Tale): Stage {
  const { world, id, story } = tale
  if (story.twist === 'objected' && !(yield* objection(tale))) return false
  yield workLater(world, 10, 100)
  await claim(tale)
  await restrict(tale)
  yield workLater(world, 20, 220)
  await speak(tale)
  const matter = await fresh(world, id)
  const used = workingMinutesBetween(Date.parse(matter.receivedAt), now(), world.model.calendar)
  const left = Math.max(30, Math.round(resolveMinutes(world, matter) * story.pace - used))
  yield workLater(world, Math.round(left * 0.25), Math.round(left * 0.5))
  if (!(yield* middle(tale)) || story.halt === 'handling') return false
  yield workLater(world, Math.round(left * 0.3), Math.round(left * 0.55))
  return finish(tale)
}

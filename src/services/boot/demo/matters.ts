import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { loadViewer } from '@/access/viewer'
import { withTransaction } from '@/db/transaction'
import { closeSilent } from '@/jobs/closeSilent.handler'
import { thresholds } from '@/jobs/thresholds.handler'
import { now } from '@/lib/clock'
import { idOf } from '@/lib/idOf'
import { staffActing } from '@/services/matters/actor'
import { needModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { readDemo } from './content'
import { lifeOf } from './life'
import { randomOf } from './random'
import { live } from './schedule'
import { halted, ordinary, twins } from './stories'
import type { DemoPeople, DemoStaff, Life, World } from './types'

const SEED = 20_260
/** How many days the demonstration looks back. */
export const DAYS = 60
const HOUR = 3_600_000
const DAY = 24 * HOUR
const EVERY = 20

const staffOf = async (payload: Payload, people: DemoPeople): Promise<Map<string, DemoStaff>> => {
  const staff = new Map<string, DemoStaff>()
  for (const [username, id] of people.ids) {
    const req = await createLocalReq({}, payload)
    const user = { ...(await payload.findByID({ collection: SLUG.users, id, overrideAccess: true, depth: 0, req })), collection: SLUG.users }
    const office = idOf(user.office) ?? ''
    const viewer = await loadViewer(req, { id, office })
    const acting = (inner: PayloadRequest, structure: OfficeModel) => {
      // Nobody's grants change in the demonstration: they are read once, not at every step.
      inner.context.viewer = { for: id, viewer: Promise.resolve(viewer) }
      return staffActing(Object.assign(inner, { user }), structure)
    }
    staff.set(id, { id, username, viewer, acting })
  }
  return staff
}

/** The portal's own sweeps, as they would have run in those days. */
async function* sweeps({ payload, within, seen }: World): Life {
  for (let hour = 0; ; hour += 1) {
    const crossed = await thresholds(payload, within.req)
    const closed = hour % 6 === 0 ? await closeSilent(payload, within.req) : 0
    if (crossed + closed > 0) seen.clear()
    yield now() + HOUR
  }
}

/** Writes a stretch in one transaction: the disk is waited for once. Never tried again, because lives go on only. */
const inOne = (world: World, body: () => Promise<void>): Promise<void> =>
  withTransaction(world.payload, async (req) => {
    world.within.req = req
    try {
      await body()
    } finally {
      world.within.req = undefined
    }
  }, { attempts: 1 })

/** Nobody is written to about a matter that was made up. */
const sendNothing = (payload: Payload): Promise<void> =>
  withTransaction(payload, async (req) => {
    const sentAt = new Date(now()).toISOString()
    await payload.db.updateMany({ collection: SLUG.outbox, where: { sentAt: { exists: false } }, data: { sentAt, updatedAt: sentAt }, req, returning: false })
  })

const ORDINARY = 215
const PAIRS = 8

/**
 * Some 300 matters over the last 60 days in every phase, each made by the real services at its own time. `progress` is told how
 * many are open by now, and how many there will be. An office without the categories of the content gets none.
 */
export const demoMatters = async (payload: Payload, people: DemoPeople, progress: (made: number, total: number) => void): Promise<void> => {
  const [end, model, content, staff] = [now(), await needModel(payload), await readDemo(), await staffOf(payload, people)]
  if (!content.reports.some(({ category }) => model.categories.byCode.has(category))) return
  let made = 0
  const opened = (): void => {
    made += 1
    if (made % EVERY === 0) progress(made, Math.max(made, stories.length))
  }
  const world: World = { payload, model, content, random: randomOf(SEED), staff, opened, within: {}, seen: new Map() }
  const stories = [
    ...ordinary(world, { count: ORDINARY, days: DAYS, end }),
    ...twins(world, { count: PAIRS, days: DAYS - 5, end, first: ORDINARY + 1 }),
    ...halted(world, { end, first: ORDINARY + 2 * PAIRS + 1 }),
  ]
  const lives = stories.map((story) => ({ at: story.at, life: lifeOf(world, story) }))
  await live({ lives: [{ at: end - (DAYS + 1) * DAY, life: sweeps(world) }, ...lives], until: end, stretch: (body) => inOne(world, body) })
  await sendNothing(payload)
  progress(made, made)
}

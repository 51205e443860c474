import type { Payload } from 'payload'
import { findRow, findRows } from '@/db/rows'
import { now } from '@/lib/clock'
import { RUN_MOST } from '@/services/forget/plan'
import { continueRun, runningRun, startRun } from '@/services/forget/run'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'

const DAY = 86_400_000

/** Whether today's run was had. One that took all it could is followed by another at once. */
const ranToday = async (payload: Payload, office: string): Promise<boolean> => {
  const last = await findRow({ payload }, SLUG.erasures, { where: { and: [{ office: { equals: office } }, { startedAt: { greater_than: new Date(now() - DAY).toISOString() } }] }, sort: '-startedAt' })
  return last !== undefined && (last.planned < RUN_MOST || last.failed > 0)
}

const ofOffice = async (payload: Payload, office: string, stopping: () => boolean): Promise<number> => {
  const model = await needModel(payload, office)
  // What a person began is finished also where nothing runs by itself.
  if (!(await runningRun(payload, office)) && model.office.retentionOn === true && !(await ranToday(payload, office))) await startRun({ payload, model })
  const run = await runningRun(payload, office)
  return run ? continueRun(payload, run, stopping) : 0
}

/** Once a day, where the office has switched it on, forgets what is due; takes up a run that was cut off. Returns how many went. */
export const forgetDue = async (payload: Payload, stopping: () => boolean = () => false): Promise<number> => {
  let gone = 0
  for (const { id } of await findRows({ payload }, SLUG.offices, { sort: 'id' })) {
    if (stopping()) return gone
    gone += await ofOffice(payload, id, stopping)
  }
  return gone
}

import type { Payload } from 'payload'
import { portalOf } from '@/db/portal'
import type { Sweeps } from '@/db/shared/types'
import { now } from '@/lib/clock'
import { logger } from '@/lib/logger'

/** A sweep: finds due rows and handles each. May run twice without harm. `every` in milliseconds. */
export type Job = { name: string; every: number; run: (payload: Payload, stopping: () => boolean) => Promise<unknown> }

/** A hold that is not renewed for this long belongs to a process that crashed. */
export const HOLD = 60_000
const RENEW = 20_000

type Asked = { payload: Payload; job: Job; /** This process. */ holder: string; stopped: () => boolean }

/** Renews the hold on a turn until `end`; `lost` once another process has it. */
const holding = (sweeps: Sweeps, { job, holder }: Asked) => {
  let lost = false
  let renewing = Promise.resolve()
  const renew = async (): Promise<void> => {
    try {
      if (!(await sweeps.renew({ name: job.name, holder, until: now() + HOLD }))) lost = true
    } catch (error) {
      logger.error({ err: error, job: job.name }, 'the hold on a job could not be renewed')
    }
  }
  const timer = setInterval(() => {
    renewing = renew()
  }, RENEW)
  timer.unref()
  return {
    lost: () => lost,
    end: async (): Promise<void> => {
      clearInterval(timer)
      await renewing
    },
  }
}

const outcomeOf = async ({ payload, job, stopped }: Asked, lost: () => boolean): Promise<'done' | 'failed' | 'cut'> => {
  try {
    await job.run(payload, () => stopped() || lost())
    return stopped() ? 'cut' : 'done'
  } catch (error) {
    logger.error({ err: error, job: job.name }, 'a job failed; it runs again at its next turn')
    return 'failed'
  }
}

/**
 * Takes one turn of a job if it is due and no other process has it, and holds it while the job runs. Returns whether it ran. What was missed is done once, by
 * whoever comes first; a turn whose process crashed is taken over when its hold has run out.
 */
export const takeTurn = async (asked: Asked): Promise<boolean> => {
  const { payload, job, holder } = asked
  const { sweeps } = portalOf(payload).shared
  const at = now()
  if (!(await sweeps.begin({ name: job.name, every: job.every, holder, at, until: at + HOLD }))) return false
  const hold = holding(sweeps, asked)
  const outcome = await outcomeOf(asked, hold.lost)
  await hold.end()
  await sweeps.end({ name: job.name, holder, at: now(), outcome })
  return true
}

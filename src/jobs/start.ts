import type { Payload } from 'payload'
import { logger } from '@/lib/logger'
import { afterRetention } from './afterRetention.handler'
import { closeSilent } from './closeSilent.handler'
import { registerReviews } from './registerReviews.handler'
import { routines } from './routines.handler'
import { sendOutbox } from './sendOutbox.handler'
import { sweepBegun, sweepEnded, sweepPlanned } from '@/services/health/sweeps'
import { verifyAudit } from '@/services/health/verifyAudit'
import { sweepDrafts } from './sweepDrafts.handler'
import { runTasks } from './tasks.handler'
import { thresholds } from './thresholds.handler'

/** A sweep: finds due rows and handles each. May run twice without harm. */
type Job = { name: string; every: number; run: (payload: Payload, stopping: () => boolean) => Promise<number> }

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

const JOBS: Job[] = [
  { name: 'sendOutbox', every: 5 * SECOND, run: sendOutbox },
  { name: 'tasks', every: 5 * SECOND, run: runTasks },
  { name: 'thresholds', every: 30 * SECOND, run: (payload) => thresholds(payload) },
  { name: 'routines', every: MINUTE, run: routines },
  { name: 'closeSilent', every: 5 * MINUTE, run: (payload) => closeSilent(payload) },
  { name: 'afterRetention', every: 30 * MINUTE, run: afterRetention },
  { name: 'sweepDrafts', every: 10 * MINUTE, run: sweepDrafts },
  { name: 'registerReviews', every: 10 * MINUTE, run: registerReviews },
  { name: 'verifyAudit', every: 6 * HOUR, run: verifyAudit },
]

const KEY = Symbol.for('portal.jobs')
type State = { timers: NodeJS.Timeout[]; running: Set<Promise<void>>; stopped: boolean }
const holder = globalThis as typeof globalThis & { [KEY]?: State }

const once = async (job: Job, payload: Payload, state: State): Promise<void> => {
  sweepBegun(job.name)
  try {
    await job.run(payload, () => state.stopped)
    sweepEnded(job.name)
  } catch (error) {
    sweepEnded(job.name, { failed: true })
    logger.error({ err: error, job: job.name }, 'a job failed; it runs again at its next turn')
  }
}

/** Starts the portal's own sweeps in this process. One of a kind runs at a time. */
export const startJobs = (payload: Payload): void => {
  if (holder[KEY]) return
  const state: State = { timers: [], running: new Set(), stopped: false }
  holder[KEY] = state
  for (const job of JOBS) {
    sweepPlanned(job.name, job.every)
    let busy = false
    const tick = () => {
      if (busy || state.stopped) return
      busy = true
      const run = once(job, payload, state).finally(() => {
        busy = false
        state.running.delete(run)
      })
      state.running.add(run)
    }
    const timer = setInterval(tick, job.every)
    timer.unref()
    state.timers.push(timer)
    setImmediate(tick)
  }
}

/** Starts no further sweep and waits for those under way. */
export const stopJobs = async (): Promise<void> => {
  const state = holder[KEY]
  if (!state) return
  state.stopped = true
  for (const timer of state.timers) clearInterval(timer)
  await Promise.all(state.running)
}

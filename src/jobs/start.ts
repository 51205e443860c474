import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Payload } from 'payload'
import { portalOf } from '@/db/portal'
import { logger } from '@/lib/logger'
import { afterRetention } from './afterRetention.handler'
import { auditDay } from './auditDay.handler'
import { bookings } from './bookings.handler'
import { closeSilent } from './closeSilent.handler'
import { forgetDue } from './forget.handler'
import { publishing } from './publishing.handler'
import { registerReviews } from './registerReviews.handler'
import { routines } from './routines.handler'
import { privacyVersions } from './privacyVersions.handler'
import { reseal } from './reseal.handler'
import { schedule } from './schedule.handler'
import { sendOutbox } from './sendOutbox.handler'
import { verifyAudit } from '@/services/health/verifyAudit'
import { sweepDrafts } from './sweepDrafts.handler'
import { runTasks } from './tasks.handler'
import { thresholds } from './thresholds.handler'
import { takeTurn, type Job } from './turn'

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
  { name: 'privacyVersions', every: 10 * MINUTE, run: (payload) => privacyVersions(payload) },
  { name: 'reseal', every: 30 * SECOND, run: reseal },
  { name: 'forget', every: 5 * MINUTE, run: forgetDue },
  { name: 'sweepDrafts', every: 10 * MINUTE, run: sweepDrafts },
  { name: 'bookings', every: 10 * MINUTE, run: bookings },
  { name: 'pageSchedule', every: 30 * SECOND, run: schedule },
  { name: 'registerReviews', every: 10 * MINUTE, run: registerReviews },
  { name: 'publishing', every: 30 * SECOND, run: publishing },
  { name: 'verifyAudit', every: 6 * HOUR, run: verifyAudit },
  { name: 'auditDay', every: 10 * MINUTE, run: auditDay },
]

const KEY = Symbol.for('portal.jobs')
type State = { timers: NodeJS.Timeout[]; running: Set<Promise<void>>; stopped: boolean; holder: string }
const holder = globalThis as typeof globalThis & { [KEY]?: State }

/** However seldom a job runs, it is asked this often whether it is due: another process may have left its turn. */
const ASK = MINUTE

const once = async (job: Job, payload: Payload, state: State): Promise<void> => {
  try {
    await takeTurn({ payload, job, holder: state.holder, stopped: () => state.stopped })
  } catch (error) {
    logger.error({ err: error, job: job.name }, 'the turn of a job could not be taken or ended; it is asked for again')
  }
}

/** Starts the portal's own sweeps in this process, which shares their turns with the others. One of a kind runs at a time. */
export const startJobs = async (payload: Payload): Promise<void> => {
  if (holder[KEY]) return
  const state: State = { timers: [], running: new Set(), stopped: false, holder: `${hostname()}:${process.pid}:${randomUUID()}` }
  holder[KEY] = state
  await portalOf(payload).shared.sweeps.plan(JOBS)
  for (const job of JOBS) {
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
    const timer = setInterval(tick, Math.min(job.every, ASK))
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

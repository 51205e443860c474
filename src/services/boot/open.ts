import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { env } from '@/lib/env'
import { startJobs, stopJobs } from '@/jobs/start'
import { isHalfMoved } from '@/db/mongoMove'
import { portalOf } from '@/db/portal'
import { offerFigures } from '@/services/metrics/figures'
import { watchPages } from '@/services/site/pages/forget'
import { firstRun } from './firstRun'
import { opening } from './opening'
import { agreeOnKeys, alone } from './together'

const CLOSE = Symbol.for('portal.close')
type Closing = { [CLOSE]?: () => Promise<void> }

const first = async (payload: Payload): Promise<void> => {
  await firstRun(payload)
  if (!env().DEMO) return
  const { runDemo } = await import('./demo')
  await runDemo(payload)
}

/** Opens the portal once per process: database and migrations, first run, demonstration, jobs; registers how it is closed. Errors: also what keeps processes from working together. */
export const openPortal = async (): Promise<void> => {
  const payload = await opening(() => getPayload({ config }))
  const { JOBS } = env()
  if (JOBS !== 'on' && portalOf(payload).engine === 'sqlite') throw new Error('JOBS must be on with SQLite: this process is the only one there is')
  if (await isHalfMoved(payload)) throw new Error('A move into this database was begun and did not end: run npm run move again')
  const release = await agreeOnKeys(payload)
  const unwatch = watchPages(payload)
  ;(globalThis as Closing)[CLOSE] = async () => {
    release()
    unwatch()
    await stopJobs()
    await payload.destroy()
  }
  await alone(payload, 'first run', () => first(payload))
  offerFigures(payload)
  if (JOBS !== 'off') await startJobs(payload)
}

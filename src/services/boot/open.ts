import config from '@payload-config'
import { getPayload } from 'payload'
import { env } from '@/lib/env'
import { startJobs, stopJobs } from '@/jobs/start'
import { firstRun } from './firstRun'

const CLOSE = Symbol.for('portal.close')
type Closing = { [CLOSE]?: () => Promise<void> }

/** Opens the portal once per process: database and migrations, first run, demonstration, jobs; registers how it is closed. */
export const openPortal = async (): Promise<void> => {
  const payload = await getPayload({ config })
  ;(globalThis as Closing)[CLOSE] = async () => {
    await stopJobs()
    await payload.destroy()
  }
  await firstRun(payload)
  if (env().DEMO) {
    const { runDemo } = await import('./demo')
    await runDemo(payload)
  }
  startJobs(payload)
}

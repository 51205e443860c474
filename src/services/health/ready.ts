import type { Payload } from 'payload'
import { findRow } from '@/db/rows'
import { now } from '@/lib/clock'
import { logger } from '@/lib/logger'
import { SLUG } from '@/slugs'
import { sweeps } from './checks/running'

/** What a machine may know of the portal's state: words from a closed list, and nothing of the office. */
export type Readiness = { status: 'ok' | 'degraded' | 'failing'; checks: { database: 'ok' | 'failing'; office: 'ok' | 'none'; jobs: 'ok' | 'late' } }

const WAIT = 5_000

const inTime = <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database did not answer in time')), WAIT)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

const office = async (payload: Payload): Promise<'ok' | 'none'> => ((await inTime(findRow({ payload }, SLUG.offices, { select: { code: true } }))) ? 'ok' : 'none')

const jobs = (): 'ok' | 'late' => (sweeps({ now: now() }).length === 0 ? 'ok' : 'late')

/** Whether the portal can serve: reads the database. Jobs that are late degrade it, and do not take it out of service. */
export const readiness = async (payload: Payload): Promise<Readiness> => {
  const late = jobs()
  try {
    const found = await office(payload)
    return { status: late === 'ok' && found === 'ok' ? 'ok' : 'degraded', checks: { database: 'ok', office: found, jobs: late } }
  } catch (error) {
    logger.error({ err: error }, 'the portal is not ready')
    return { status: 'failing', checks: { database: 'failing', office: 'none', jobs: late } }
  }
}

import type { Payload } from 'payload'
import { portalOf } from '@/db/portal'
import { findRow } from '@/db/rows'
import { now } from '@/lib/clock'
import { logger } from '@/lib/logger'
import { SLUG } from '@/slugs'
import { sweeps } from './checks/running'
import { storageState, type StorageState } from './storage'

/** What a machine may know of the portal's state: words from a closed list, and nothing of the office. */
export type Readiness = { status: 'ok' | 'degraded' | 'failing'; checks: { database: 'ok' | 'failing'; office: 'ok' | 'none'; jobs: 'ok' | 'late'; storage: StorageState; /** One act may be saved in part. */ transactions?: 'none' } }

const WAIT = 5_000

const inTime = <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database did not answer in time')), WAIT)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

const office = async (payload: Payload): Promise<'ok' | 'none'> => ((await inTime(findRow({ payload }, SLUG.offices, { select: { code: true } }))) ? 'ok' : 'none')

const jobs = async (payload: Payload): Promise<'ok' | 'late'> => ((await inTime(sweeps({ payload, now: now() }))).length === 0 ? 'ok' : 'late')

/** Whether the portal can serve: reads the database. Jobs that are late, and storage that takes nothing in, degrade it: what is read still stands. */
export const readiness = async (payload: Payload): Promise<Readiness> => {
  try {
    const late = await jobs(payload)
    const found = await office(payload)
    const storage = await storageState(payload)
    const atomic = portalOf(payload).isAtomic()
    const well = [late, found, storage].every((state) => state === 'ok') && atomic
    return { status: well ? 'ok' : 'degraded', checks: { database: 'ok', office: found, jobs: late, storage, ...(atomic ? {} : { transactions: 'none' as const }) } }
  } catch (error) {
    logger.error({ err: error }, 'the portal is not ready')
    return { status: 'failing', checks: { database: 'failing', office: 'none', jobs: 'late', storage: 'unwritable' } }
  }
}

import type { Payload } from 'payload'
import { mongoIsAtomic } from './dbMongo'

export type TestPortal = { payload: Payload; dir: string; close: () => Promise<void> }

/** Whether this run's portals stand on MongoDB's protocol instead of SQLite: the test project says so. */
export const onMongo = (): boolean => process.env.TEST_ENGINE === 'mongo'

/** Whether failures half-way and races can be tested: not on a server that only speaks MongoDB's protocol. */
export const isAtomic = (): boolean => !onMongo() || mongoIsAtomic()

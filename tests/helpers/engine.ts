import type { Payload } from 'payload'

export type TestPortal = { payload: Payload; dir: string; close: () => Promise<void> }

/** Where this says `mongo`, tests of a file run on MongoDB's protocol instead of SQLite. */
export const ENGINE = 'TEST_ENGINE'

/** Whether failures half-way and races can be tested: not on a server that only speaks MongoDB's protocol. */
export const isAtomic = (): boolean => process.env[ENGINE] !== 'mongo' || process.env.MONGODB_URI !== undefined

import type { Payload } from 'payload'

import type { AfterCommit } from './afterCommit'
import type { Shared } from './shared/types'

/** What the portal needs of a database beyond Payload's own adapter. Hangs on the adapter as `portal`. */
export type PortalDatabase = {
  engine: 'sqlite' | 'mongodb'
  afterCommit: AfterCommit
  /** Runs the work of a transaction so that a write which forgot its `req` can be told from one that merely waits. */
  inside: <T>(transaction: string, work: () => Promise<T>) => Promise<T>
  /** True when the whole use case may be tried again, because the database undid it for another's sake. */
  isTransient: (error: unknown) => boolean
  /** Whether a use case is kept whole or not at all: false on a MongoDB without transactions. */
  isAtomic: () => boolean
  /** What all processes of this portal have in common. */
  shared: Shared
}

const hasPortal = (db: object): db is { portal: PortalDatabase } => 'portal' in db

/** The portal's side of the database of this Payload. Throws when the adapter was not made by `makeAdapter`. */
export const portalOf = (payload: Payload): PortalDatabase => {
  const db: object = payload.db
  if (!hasPortal(db)) throw new Error('This database adapter was not made by makeAdapter')
  return db.portal
}

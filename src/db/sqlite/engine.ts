import { AsyncLocalStorage } from 'node:async_hooks'

import { faultError } from '../faults'
import type { Connections } from './connections'
import { makeWriteQueue, type WriteQueue } from './queue'

export type Limits = {
  /** How long a write or a new transaction waits for its turn, in milliseconds. */
  waitMs: number
  /** How long a transaction may stay open without a statement before it is rolled back, in milliseconds. */
  idleMs: number
}

export type Log = { error: (entry: { err: unknown; msg: string }) => void }

/** What the parts of the SQLite adapter share. It hangs on the adapter, never on a module: bundlers copy modules. */
export type Engine = {
  limits: Limits
  log: Log
  queue: WriteQueue
  /** The id of the transaction whose work is running, so that a write that forgot its `req` is told at once. */
  scope: AsyncLocalStorage<string>
  /** Set while migrations run: their transactions turn foreign keys off, and are checked before the commit. */
  migrating: AsyncLocalStorage<true>
  isOpen: () => boolean
  connections: () => Connections
  setConnections: (connections: Connections | undefined) => void
}

export const makeEngine = (limits: Limits, log: Log): Engine => {
  let open: Connections | undefined
  return {
    limits,
    log,
    queue: makeWriteQueue(),
    scope: new AsyncLocalStorage(),
    migrating: new AsyncLocalStorage(),
    isOpen: () => open !== undefined,
    connections: () => {
      if (open === undefined) throw new Error('The database is not open')
      return open
    },
    setConnections: (connections) => {
      open = connections
    },
  }
}

/** Waits for the writer. Errors: DomainError `busy`, whose `detail.fault` says why the turn did not come. */
export const takeWriter = async (engine: Engine, holder: string): Promise<() => void> => {
  const inside = engine.scope.getStore()
  if (inside !== undefined && inside === engine.queue.holder()) throw faultError('busy', 'writeOutsideTransaction')
  return engine.queue.acquire(holder, engine.limits.waitMs)
}

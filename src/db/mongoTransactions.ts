import { randomUUID } from 'node:crypto'

import { causes, faultError } from './faults'

export type TransactionId = number | string | Promise<number | string>

/** Begin, commit and rollback as the adapter needs them; commit throws when there is nothing to commit. */
export type MongoTransactions = {
  begin: () => Promise<number | string>
  commit: (id: string) => Promise<void>
  rollback: (id: TransactionId) => Promise<void>
}

type Session = { inTransaction: () => boolean; commitTransaction: () => Promise<unknown>; endSession: () => Promise<unknown> }

/** What is used of Payload's MongoDB adapter. */
export type MongoBase = {
  sessions: Record<string, Session>
  beginTransaction: () => Promise<null | number | string>
  rollbackTransaction: (id: TransactionId) => Promise<void>
}

/** A write conflict, and a transaction the server knows no more because it undid it. */
const UNDONE: ReadonlySet<unknown> = new Set([112, 251])

const hasLabel = (error: unknown, label: string): boolean =>
  causes(error).some((cause) => typeof cause === 'object' && cause !== null && 'errorLabels' in cause && Array.isArray(cause.errorLabels) && cause.errorLabels.includes(label))

const isUndone = (error: unknown): boolean => causes(error).some((cause) => typeof cause === 'object' && cause !== null && 'code' in cause && UNDONE.has(cause.code))

/** True when nobody knows whether a commit was kept: it may be asked for again, the use case may not. */
const isUnknown = (error: unknown): boolean => hasLabel(error, 'UnknownTransactionCommitResult')

/** True when the server undid the transaction for another's sake: the whole use case may then be tried again. */
export const isTransient = (error: unknown): boolean => !isUnknown(error) && (hasLabel(error, 'TransientTransactionError') || isUndone(error))

const COMMIT_TRIES = 6
const MAX_PAUSE_MS = 1000

const pause = (attempt: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.min(MAX_PAUSE_MS, 20 * 2 ** attempt)))

/** Commits; where the answer got lost, asks again: a commit that was kept is confirmed, never done twice. */
const commitSurely = async (session: Session): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await session.commitTransaction()
      return
    } catch (error) {
      if (!isUnknown(error)) throw error
      if (attempt >= COMMIT_TRIES) throw faultError('internal', 'commitUnknown', error)
      await pause(attempt)
    }
  }
}

/** Transactions of a replica set or a sharded cluster. */
export const realTransactions = (base: MongoBase): MongoTransactions => ({
  begin: async () => {
    const id = await base.beginTransaction()
    if (id === null) throw new Error('The database gave no transaction')
    return id
  },
  commit: async (id) => {
    const session = base.sessions[id]
    // Payload commits only what it began: when it is gone, somebody has rolled it back, and "saved" would be a lie
    if (session === undefined || !session.inTransaction()) throw faultError('internal', 'transactionEnded')
    Reflect.deleteProperty(base.sessions, id)
    try {
      await commitSurely(session)
    } finally {
      await session.endSession()
    }
  },
  rollback: base.rollbackTransaction,
})

/** Ids without transactions behind them, so that joining and after-commit tasks work on a server that has none. */
export const pretendedTransactions = (): MongoTransactions => {
  const open = new Set<string>()
  return {
    begin: () => {
      const id = randomUUID()
      open.add(id)
      return Promise.resolve(id)
    },
    commit: (id) => (open.delete(id) ? Promise.resolve() : Promise.reject(faultError('internal', 'transactionEnded'))),
    rollback: async (id) => {
      open.delete(String(await id))
    },
  }
}

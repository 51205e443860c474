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

const WRITE_CONFLICT = 112

/** True when the server undid the transaction for another's sake: the whole use case may then be tried again. */
export const isTransient = (error: unknown): boolean =>
  causes(error).some((cause) => {
    if (typeof cause !== 'object' || cause === null) return false
    const labels = 'errorLabels' in cause && Array.isArray(cause.errorLabels) ? cause.errorLabels : []
    return labels.includes('TransientTransactionError') || ('code' in cause && cause.code === WRITE_CONFLICT)
  })

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
      await session.commitTransaction()
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

import { mongooseAdapter, type MongooseAdapter } from '@payloadcms/db-mongodb'
import { randomUUID } from 'node:crypto'
import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'

import { type AfterCommit, makeAfterCommit } from './afterCommit'
import { causes, faultError, toDomainError } from './faults'
import type { PortalDatabase } from './portal'

export type MongoOptions = {
  url: string
  migrationDir?: string
  /** `h2`: a server for tests that speaks the protocol, without transactions and without pipelines in $lookup. */
  compat?: 'h2'
  /** Start on a server without transactions: a use case that fails half-way then leaves its first half behind. */
  allowStandalone?: boolean
}

export type PortalMongoAdapter = MongooseAdapter & { portal: PortalDatabase }

type TransactionId = number | string | Promise<number | string>

const isMongoose = (db: BaseDatabaseAdapter): db is MongooseAdapter => db.name === 'mongoose'

const WRITE_CONFLICT = 112

const isTransient = (error: unknown): boolean =>
  causes(error).some((cause) => {
    if (typeof cause !== 'object' || cause === null) return false
    const labels = 'errorLabels' in cause && Array.isArray(cause.errorLabels) ? cause.errorLabels : []
    return labels.includes('TransientTransactionError') || ('code' in cause && cause.code === WRITE_CONFLICT)
  })

/** A replica set or a sharded cluster says so in its greeting; only these have transactions. */
const hasTransactions = async (adapter: MongooseAdapter): Promise<boolean> => {
  const hello = await adapter.connection.db?.admin().command({ hello: 1 })
  return hello?.setName !== undefined || hello?.msg === 'isdbgrid'
}

const realTransactions = (base: MongooseAdapter, begin: MongooseAdapter['beginTransaction']) => ({
  begin: async () => {
    const id = await begin.call(base)
    if (id === null) throw new Error('The database gave no transaction')
    return id
  },
  commit: async (id: string) => {
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
  rollback: base.rollbackTransaction.bind(base),
})

/** Ids without transactions behind them, so that joining and after-commit tasks work on a server that has none. */
const pretendedTransactions = () => {
  const open = new Set<string>()
  return {
    begin: async () => {
      const id = randomUUID()
      open.add(id)
      return id
    },
    commit: async (id: string) => {
      if (!open.delete(id)) throw faultError('internal', 'transactionEnded')
    },
    rollback: async (id: TransactionId) => {
      open.delete(String(await id))
    },
  }
}

type Transactions = ReturnType<typeof realTransactions> | ReturnType<typeof pretendedTransactions>

const methods = ({ begin, commit, rollback }: Transactions, afterCommit: AfterCommit) => ({
  beginTransaction: begin,
  commitTransaction: async (id: TransactionId) => {
    const key = String(await id)
    try {
      await commit(key)
    } catch (error) {
      afterCommit.drop(key)
      throw isTransient(error) ? error : toDomainError(error)
    }
    await afterCommit.run(key)
  },
  rollbackTransaction: async (id: TransactionId) => {
    afterCommit.drop(String(await id))
    await rollback(id)
  },
})

const extend = (base: MongooseAdapter, options: MongoOptions): PortalMongoAdapter => {
  const afterCommit = makeAfterCommit(base.payload.logger)
  const { beginTransaction, connect } = base
  const connectAndCheck = async (args?: { hotReload: boolean }) => {
    await connect?.call(base, args)
    const real = options.compat === undefined && (await hasTransactions(base))
    if (!real && options.compat === undefined && options.allowStandalone !== true) {
      await base.connection.close()
      throw new Error('This MongoDB server has no transactions: use a replica set (one member is enough), or allow a stand-alone server')
    }
    // Payload looks for `replicaSet` in the address only and would switch transactions off without it
    base.transactionOptions = real ? { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } } : undefined
    Object.assign(base, methods(real ? realTransactions(base, beginTransaction) : pretendedTransactions(), afterCommit))
  }
  return Object.assign(base, {
    connect: connectAndCheck,
    portal: {
      engine: 'mongodb' as const,
      afterCommit,
      inside: <T>(_transaction: string, work: () => Promise<T>) => work(),
      isTransient,
    },
  })
}

/**
 * Payload's MongoDB adapter that refuses to start without transactions unless told otherwise, and whose commit throws when
 * there is nothing left to commit. Unique indexes are ready before the first write.
 */
export const mongoAdapter = (options: MongoOptions): DatabaseAdapterObj => {
  const limited = options.compat === 'h2' ? { transactionOptions: false as const, useJoinAggregations: false, usePipelineInSortLookup: false } : {}
  const base = mongooseAdapter({ url: options.url, migrationDir: options.migrationDir, ensureIndexes: true, ...limited })
  const init: DatabaseAdapterObj['init'] = (args) => {
    const adapter = base.init(args)
    if (!isMongoose(adapter)) throw new Error('Expected the mongoose adapter')
    return extend(adapter, options)
  }
  return { ...base, init }
}

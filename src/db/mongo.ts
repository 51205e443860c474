import { mongooseAdapter, type MongooseAdapter } from '@payloadcms/db-mongodb'
import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'

import { type AfterCommit, makeAfterCommit } from './afterCommit'
import { toDomainError } from './faults'
import { withWholeIds } from './mongoWhere'
import { isTransient, type MongoBase, type MongoTransactions, pretendedTransactions, realTransactions, type TransactionId } from './mongoTransactions'
import type { PortalDatabase } from './portal'
import { mongoShared } from './shared/mongo'

export type MongoOptions = {
  url: string
  migrationDir?: string
  /** `h2`: a server for tests that speaks the protocol, without transactions and without pipelines in $lookup. */
  compat?: 'h2'
  /** Start on a server without transactions: a use case that fails half-way then leaves its first half behind. */
  allowStandalone?: boolean
}

export type PortalMongoAdapter = MongooseAdapter & { portal: PortalDatabase }

const isMongoose = (db: BaseDatabaseAdapter): db is MongooseAdapter => db.name === 'mongoose'

/** A replica set or a sharded cluster says so in its greeting; only these have transactions. */
const hasTransactions = async (adapter: MongooseAdapter): Promise<boolean> => {
  // the older of its two names, which every server answers to
  const greeting = await adapter.connection.db?.admin().command({ isMaster: 1 })
  return greeting?.setName !== undefined || greeting?.msg === 'isdbgrid'
}

/**
 * Waits until every collection and its indexes are made. Payload's own `ensureIndexes` starts a second time what mongoose has
 * begun, side by side with it, which servers may refuse, and leaves out collections without one.
 */
const ready = async (adapter: MongooseAdapter): Promise<void> => {
  await Promise.all(Object.values(adapter.connection.models).map((model) => model.init()))
}

/** Payload's methods of transactions over ours: tasks wait for the commit, and errors are in our words. */
export const mongoMethods = ({ begin, commit, rollback }: MongoTransactions, afterCommit: AfterCommit) => ({
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
  const { connect } = base
  let atomic = false
  // taken now, because these very methods are replaced below
  const original: MongoBase = {
    sessions: base.sessions,
    beginTransaction: base.beginTransaction.bind(base),
    rollbackTransaction: base.rollbackTransaction.bind(base),
  }
  const connectAndCheck = async (args?: { hotReload: boolean }) => {
    await connect?.call(base, args)
    await ready(base)
    const real = options.compat === undefined && (await hasTransactions(base))
    if (!real && options.compat === undefined && options.allowStandalone !== true) {
      await base.connection.close()
      throw new Error('This MongoDB server has no transactions: use a replica set (one member is enough), or allow a stand-alone server')
    }
    atomic = real
    // Payload looks for `replicaSet` in the address only and would switch transactions off without it
    base.transactionOptions = real ? { writeConcern: { w: 'majority' } } : undefined
    Object.assign(base, mongoMethods(real ? realTransactions(original) : pretendedTransactions(), afterCommit))
  }
  return Object.assign(base, withWholeIds(base), {
    connect: connectAndCheck,
    portal: {
      engine: 'mongodb' as const,
      afterCommit,
      inside: <T>(_transaction: string, work: () => Promise<T>) => work(),
      isTransient,
      isAtomic: () => atomic,
      shared: mongoShared(base),
    },
  })
}

/**
 * Payload's MongoDB adapter that refuses to start without transactions unless told otherwise, and whose commit throws when
 * there is nothing left to commit. Unique indexes are ready before the first write.
 */
export const mongoAdapter = (options: MongoOptions): DatabaseAdapterObj => {
  const limited = options.compat === 'h2' ? { transactionOptions: false as const, useJoinAggregations: false, usePipelineInSortLookup: false } : {}
  const base = mongooseAdapter({ url: options.url, migrationDir: options.migrationDir, ...limited })
  const init: DatabaseAdapterObj['init'] = (args) => {
    const adapter = base.init(args)
    if (!isMongoose(adapter)) throw new Error('Expected the mongoose adapter')
    return extend(adapter, options)
  }
  return { ...base, init }
}

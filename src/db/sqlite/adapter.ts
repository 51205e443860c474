import { sqliteAdapter, type SQLiteAdapter, type SQLiteAdapterArgs } from '@payloadcms/db-sqlite'
import type { BaseDatabaseAdapter, DatabaseAdapterObj, Payload } from 'payload'

import { type AfterCommit, makeAfterCommit } from '../afterCommit'
import type { PortalDatabase } from '../portal'
import { memoryShared } from '../shared/memory'
import { type ConnectionOptions, openConnections, type Synchronous } from './connections'
import { type Engine, type Limits, makeEngine } from './engine'
import { makeHandles } from './handles'
import { makeRoutedClient } from './router'
import { makeSessionClient, type Session } from './session'
import { makeTransactions, type TransactionId } from './transactions'

export type SqliteOptions = {
  url: string
  migrationDir?: string
  prodMigrations?: SQLiteAdapterArgs['prodMigrations']
  push?: boolean
  /** Default FULL. */
  synchronous?: Synchronous
  busyTimeoutMs?: number
  cacheKiB?: number
  limits?: Partial<Limits>
}

export type PortalSqliteAdapter = SQLiteAdapter & { portal: PortalDatabase & { sqlite: Engine } }

const DEFAULT_LIMITS: Limits = { waitMs: 10_000, idleMs: 30_000 }

const connectionOptions = (options: SqliteOptions): ConnectionOptions => ({
  url: options.url,
  synchronous: options.synchronous ?? 'FULL',
  busyTimeoutMs: options.busyTimeoutMs ?? 100,
  cacheKiB: options.cacheKiB ?? 16_000,
})

const transactionMethods = (base: SQLiteAdapter, engine: Engine, afterCommit: AfterCommit) => {
  const plain: BaseDatabaseAdapter = base
  const sessions = (plain.sessions ??= {})
  const handleOn = makeHandles(base)
  const makeDb = (session: Session) => handleOn(makeSessionClient(engine, session))
  const { begin, commit, rollback } = makeTransactions({ engine, sessions: () => sessions, makeDb })
  return {
    beginTransaction: async () => {
      // once closed, Payload's own promise would keep a straggler waiting for ever
      if (!engine.isOpen()) throw new Error('The database is not open')
      await base.initializing
      return begin()
    },
    commitTransaction: async (id: TransactionId) => {
      const key = String(await id)
      try {
        await commit(key)
      } catch (error) {
        afterCommit.drop(key)
        throw error
      }
      await afterCommit.run(key)
    },
    rollbackTransaction: async (id: TransactionId) => {
      const key = String(await id)
      afterCommit.drop(key)
      await rollback(key)
    },
  }
}

const connectionMethods = (base: SQLiteAdapter, engine: Engine, options: SqliteOptions) => {
  const { connect, destroy } = base
  const close = async () => {
    if (!engine.isOpen()) return
    const release = await engine.queue.acquire('close', engine.limits.waitMs)
    try {
      const closed = await engine.connections().close()
      if (closed.checkpoint === 'left') base.payload.logger.warn({ err: closed.reason, msg: 'The WAL was left as it is' })
    } finally {
      engine.setConnections(undefined)
      release()
    }
  }
  return {
    connect: async (args?: { hotReload: boolean }) => {
      await close()
      engine.setConnections(await openConnections(connectionOptions(options)))
      base.client = makeRoutedClient(engine)
      await connect?.call(base, args)
    },
    /** Lets the open transaction finish, writes the WAL back and closes both connections. */
    destroy: async () => {
      await close()
      await destroy?.call(base)
    },
  }
}

const migrationMethods = (base: SQLiteAdapter, engine: Engine) => {
  const { migrate, migrateDown, migrateFresh, migrateRefresh, migrateReset } = base
  return {
    migrate: (args?: Parameters<typeof migrate>[0]) => engine.migrating.run(true, () => migrate.call(base, args)),
    migrateDown: () => engine.migrating.run(true, () => migrateDown.call(base)),
    migrateFresh: (args: Parameters<typeof migrateFresh>[0]) => engine.migrating.run(true, () => migrateFresh.call(base, args)),
    migrateRefresh: () => engine.migrating.run(true, () => migrateRefresh.call(base)),
    migrateReset: () => engine.migrating.run(true, () => migrateReset.call(base)),
  }
}

const extend = (base: SQLiteAdapter, options: SqliteOptions): PortalSqliteAdapter => {
  const engine = makeEngine({ ...DEFAULT_LIMITS, ...options.limits }, base.payload.logger)
  const afterCommit = makeAfterCommit(base.payload.logger)
  return Object.assign(base, {
    ...transactionMethods(base, engine, afterCommit),
    ...connectionMethods(base, engine, options),
    ...migrationMethods(base, engine),
    portal: {
      engine: 'sqlite' as const,
      sqlite: engine,
      afterCommit,
      inside: <T>(transaction: string, work: () => Promise<T>) => engine.scope.run(transaction, work),
      isTransient: () => false,
      isAtomic: () => true,
      shared: memoryShared(),
    },
  })
}

/**
 * Payload's SQLite adapter with a writer of its own: two connections for the life of the process, transactions one at a
 * time on the writer, a COMMIT that fails is an error, reads outside a transaction never wait.
 */
export const portalSqliteAdapter = (options: SqliteOptions): DatabaseAdapterObj<PortalSqliteAdapter> => {
  const base = sqliteAdapter({
    client: { url: options.url },
    idType: 'uuidv7',
    migrationDir: options.migrationDir,
    prodMigrations: options.prodMigrations,
    push: options.push,
  })
  return { ...base, init: ({ payload }: { payload: Payload }) => extend(base.init({ payload }), options) }
}

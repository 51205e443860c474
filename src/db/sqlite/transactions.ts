import { randomUUID } from 'node:crypto'

import { faultError, toDomainError } from '../faults'
import { type Engine, takeWriter } from './engine'
import { checkForeignKeys, setForeignKeys } from './foreignKeys'
import type { Session } from './session'
import { beginOnWriter, commitOnWriter, rollBackWriter } from './writer'

type Id = number | string | null | undefined
export type TransactionId = Id | Promise<Id>

export type OpenTransaction = { db: unknown; resolve: () => Promise<void>; reject: () => Promise<void> }

export type TransactionArgs = {
  engine: Engine
  /** The adapter's `sessions`, where Payload looks up the handle by transaction id. */
  sessions: () => Record<string, OpenTransaction>
  makeDb: (session: Session) => unknown
}

export type Transactions = {
  begin: () => Promise<string>
  /** Throws when anything of the transaction could not be kept; then nothing of it was kept. */
  commit: (id: TransactionId) => Promise<void>
  rollback: (id: TransactionId) => Promise<void>
}

/** Transactions on the one writer: one at a time, first come first served, the writer released on every path. */
export const makeTransactions = (args: TransactionArgs): Transactions => {
  const { engine } = args
  const { log } = engine
  const enders = new Map<string, (how: 'COMMIT' | 'ROLLBACK', doom?: Error) => Promise<void>>()
  const writer = () => engine.connections().writer

  const commitSession = async (session: Session, migration: boolean) => {
    try {
      if (session.doom !== undefined) throw session.doom
      if (migration) await checkForeignKeys(writer())
      await commitOnWriter(engine)
    } catch (error) {
      await rollBackWriter(engine)
      throw toDomainError(error)
    }
  }

  const open = (session: Session, release: () => void, migration: boolean) => {
    const finish = async (doom?: Error) => {
      session.ended = true
      session.doom = doom
      try {
        if (migration) await setForeignKeys(writer(), 'ON')
      } finally {
        release()
      }
    }
    return async (how: 'COMMIT' | 'ROLLBACK', doom?: Error) => {
      if (!enders.delete(session.id)) return
      Reflect.deleteProperty(args.sessions(), session.id)
      session.stop()
      try {
        await (how === 'COMMIT' ? commitSession(session, migration) : rollBackWriter(engine))
      } finally {
        await finish(doom)
      }
    }
  }

  const watch = (session: Session, end: (how: 'ROLLBACK', doom: Error) => Promise<void>) => {
    const abandon = () => {
      const doom = faultError('busy', 'transactionIdle')
      log.error({ err: doom, msg: `A transaction was idle for ${engine.limits.idleMs} ms and was rolled back` })
      end('ROLLBACK', doom).catch((err: unknown) => log.error({ err, msg: 'Rolling back an idle transaction failed' }))
    }
    const timer = setTimeout(abandon, engine.limits.idleMs)
    session.touch = () => timer.refresh()
    session.stop = () => clearTimeout(timer)
  }

  const start = async (id: string, migration: boolean, release: () => void): Promise<string> => {
    const session: Session = { id, doom: undefined, ended: false, touch: () => undefined, stop: () => undefined }
    const db = args.makeDb(session)
    if (migration) await setForeignKeys(writer(), 'OFF')
    await beginOnWriter(engine)
    const end = open(session, release, migration)
    enders.set(id, end)
    args.sessions()[id] = { db, resolve: () => end('COMMIT'), reject: () => end('ROLLBACK') }
    if (!migration) watch(session, end)
    return id
  }

  const begin = async () => {
    const id = randomUUID()
    const release = await takeWriter(engine, id)
    const migration = engine.migrating.getStore() === true
    try {
      return await start(id, migration, release)
    } catch (error) {
      if (migration) await setForeignKeys(writer(), 'ON')
      release()
      throw toDomainError(error)
    }
  }

  const commit = async (id: TransactionId) => {
    const end = enders.get(String(await id))
    // Payload commits only what it began: when it is gone, somebody has rolled it back, and "saved" would be a lie
    if (end === undefined) throw faultError('internal', 'transactionEnded')
    await end('COMMIT')
  }

  const rollback = async (id: TransactionId) => enders.get(String(await id))?.('ROLLBACK')

  return { begin, commit, rollback }
}

import { causes, faultError } from '../faults'
import type { Client } from './connections'
import type { Engine } from './engine'

const NONE_OPEN = /no transaction is active/

export const isBusy = (error: unknown): boolean =>
  causes(error).some((cause) => cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_BUSY'))

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

// a script leaves no statement behind when it meets a lock; a single statement would stay open, and with it every later COMMIT fails
const askForLock = ({ connections }: Engine): Promise<void> => connections().writer.executeMultiple('BEGIN IMMEDIATE; COMMIT')

const begin = async (engine: Engine): Promise<void> => {
  // a connection that could not be opened anew after the last fault
  if (engine.connections().writer.closed) await engine.connections().renew('writer')
  try {
    await askForLock(engine)
  } catch (error) {
    if (!isBusy(error)) await rollBackWriter(engine)
    throw error
  }
  try {
    await engine.connections().writer.execute('BEGIN IMMEDIATE')
  } catch (error) {
    if (isBusy(error)) await engine.connections().renew('writer')
    // begun or not: one left open would keep every later one out
    else await rollBackWriter(engine)
    throw error
  }
}

/**
 * BEGIN on the writer, whose turn the caller has. While another process holds the file it is tried again, without blocking
 * the event loop in between. Errors: DomainError `busy` after the limit.
 */
export const beginOnWriter = async (engine: Engine): Promise<void> => {
  const deadline = performance.now() + engine.limits.waitMs
  for (;;) {
    try {
      return await begin(engine)
    } catch (error) {
      if (!isBusy(error)) throw error
      if (performance.now() >= deadline) throw faultError('busy', 'databaseBusy', error)
      await pause(50 + Math.random() * 100)
    }
  }
}

/** COMMIT as a script: as a statement that fails it would stay open, and its snapshot with it, until garbage is collected. */
export const commitOnWriter = ({ connections }: Engine): Promise<void> => connections().writer.executeMultiple('COMMIT')

const isNoneOpen = (error: unknown): boolean => error instanceof Error && NONE_OPEN.test(error.message)

// what a connection has not committed goes with it
const dropWriter = async ({ connections, log }: Engine): Promise<void> => {
  try {
    await connections().renew('writer')
  } catch (error) {
    log.error({ err: error, msg: 'The writer could not be opened anew; the next transaction tries again' })
  }
}

/** ROLLBACK, whatever state the transaction is in. Never throws: where it cannot be rolled back, the connection is given up with it. */
export const rollBackWriter = async (engine: Engine): Promise<void> => {
  try {
    await engine.connections().writer.executeMultiple('ROLLBACK')
  } catch (error) {
    // SQLite has rolled back by itself already: that is what was wanted
    if (isNoneOpen(error)) return
    engine.log.error({ err: error, msg: 'ROLLBACK failed' })
    await dropWriter(engine)
  }
}

/** One transaction for statements that stand outside any other. The caller has the writer's turn. */
export const inShortTransaction = async <T>(engine: Engine, work: (writer: Client) => Promise<T>): Promise<T> => {
  await beginOnWriter(engine)
  try {
    const result = await work(engine.connections().writer)
    await commitOnWriter(engine)
    return result
  } catch (error) {
    await rollBackWriter(engine)
    throw error
  }
}

import { faultError } from '../faults'
import { type Arguments, asStatement, type Client, type Statement } from './connections'
import type { Engine } from './engine'
import { isControl, isRead } from './statements'

/** One open transaction on the writer. */
export type Session = {
  id: string
  /** Set when the transaction cannot be committed any more: what every later statement is told. */
  doom: Error | undefined
  /** Committed or rolled back. */
  ended: boolean
  /** Called before each statement, so that only a forgotten transaction counts as idle. */
  touch: () => void
  /** Called once, at its end. */
  stop: () => void
}

// SQLite may roll back by itself on these; going on would write outside the transaction
const ROLLS_BACK = /^SQLITE_(?:FULL|IOERR|NOMEM|BUSY|INTERRUPT|CORRUPT)/

const dooms = (error: unknown): error is Error => error instanceof Error && 'code' in error && ROLLS_BACK.test(String(error.code))

const refuse = (what: string) => () => Promise.reject(new Error(`${what} would end the transaction it is called in`))

/**
 * The client a transaction's own drizzle instance stands on: always the writer, as long as the transaction is alive. After
 * its end, a straggler may still read what is committed, but a write is refused.
 */
export const makeSessionClient = (engine: Engine, session: Session): Client => {
  const execute = async (sqlOrStatement: Statement, args?: Arguments) => {
    const statement = asStatement(sqlOrStatement, args)
    const { sql } = statement
    const { reader, writer } = engine.connections()
    if (session.ended && isRead(sql)) return reader.execute(statement)
    if (session.doom !== undefined) throw session.doom
    if (session.ended || isControl(sql)) throw faultError('internal', 'transactionEnded')
    session.touch()
    try {
      return await writer.execute(statement)
    } catch (error) {
      if (dooms(error)) session.doom = error
      throw error
    }
  }
  return {
    execute,
    batch: refuse('batch()'),
    migrate: refuse('migrate()'),
    executeMultiple: refuse('executeMultiple()'),
    transaction: refuse('transaction()'),
    sync: refuse('sync()'),
    close: () => undefined,
    get closed() {
      return session.ended
    },
    protocol: 'file',
  }
}

import { type Arguments, asStatement, type Client, type Statement } from './connections'
import { type Engine, takeWriter, whileBusy } from './engine'
import { isControl, isRead } from './statements'

const refuse = (what: string) => () => Promise.reject(new Error(`${what} is not for this client: use withTransaction`))

/**
 * The client for everything outside a transaction: reads go to the reader and never wait; any other statement waits for the
 * writer, so that it cannot slip into a transaction that is open there.
 */
export const makeRoutedClient = (engine: Engine): Client => {
  const onWriter = async <T>(run: (writer: Client) => Promise<T>): Promise<T> => {
    const release = await takeWriter(engine, 'statement')
    try {
      return await whileBusy(engine, () => run(engine.connections().writer))
    } finally {
      release()
    }
  }

  const execute = async (sqlOrStatement: Statement, args?: Arguments) => {
    const statement = asStatement(sqlOrStatement, args)
    if (isControl(statement.sql)) return refuse('BEGIN or COMMIT')()
    if (isRead(statement.sql)) return engine.connections().reader.execute(statement)
    return onWriter((writer) => writer.execute(statement))
  }

  return {
    execute,
    batch: (statements, mode) => onWriter((writer) => writer.batch(statements, mode)),
    migrate: (statements) => onWriter((writer) => writer.migrate(statements)),
    executeMultiple: (sql) => onWriter((writer) => writer.executeMultiple(sql)),
    transaction: refuse('transaction()'),
    sync: refuse('sync()'),
    close: () => undefined,
    closed: false,
    protocol: 'file',
  }
}

import { type Arguments, asStatement, type Client, type Statement } from './connections'
import { type Engine, takeWriter } from './engine'
import { isControl, isRead, standsAlone } from './statements'
import { inShortTransaction, isBusy } from './writer'

const refuse = (what: string) => () => Promise.reject(new Error(`${what} is not for this client: use withTransaction`))

type Single = Exclude<Statement, string>

const read = async (engine: Engine, statement: Single) => {
  const connections = engine.connections()
  // a connection that could not be opened anew after the last fault
  if (connections.reader.closed) await connections.renew('reader')
  try {
    return await connections.reader.execute(statement)
  } catch (error) {
    if (!isBusy(error)) throw error
    // the interrupted statement would keep its connection in the past; a new one sees the present
    await connections.renew('reader')
    return connections.reader.execute(statement)
  }
}

/**
 * The client for everything outside a transaction: reads go to the reader and never wait; any other statement waits for the
 * writer, so that it cannot slip into a transaction that is open there.
 */
export const makeRoutedClient = (engine: Engine): Client => {
  const onWriter = async <T>(run: () => Promise<T>): Promise<T> => {
    const release = await takeWriter(engine, 'statement')
    try {
      return await run()
    } finally {
      release()
    }
  }

  const execute = async (sqlOrStatement: Statement, args?: Arguments) => {
    const statement = asStatement(sqlOrStatement, args)
    const { sql } = statement
    if (isControl(sql)) return refuse('BEGIN or COMMIT')()
    if (isRead(sql)) return read(engine, statement)
    if (standsAlone(sql)) return onWriter(() => engine.connections().writer.execute(statement))
    return onWriter(() => inShortTransaction(engine, (writer) => writer.execute(statement)))
  }

  const batch = (statements: Parameters<Client['batch']>[0]) =>
    onWriter(() =>
      inShortTransaction(engine, async (writer) => {
        const results: Awaited<ReturnType<Client['batch']>> = []
        for (const statement of statements) results.push(await writer.execute(statement))
        return results
      }),
    )

  return {
    execute,
    batch,
    executeMultiple: (sql) => onWriter(() => engine.connections().writer.executeMultiple(sql)),
    migrate: refuse('migrate()'),
    transaction: refuse('transaction()'),
    sync: refuse('sync()'),
    close: () => undefined,
    closed: false,
    protocol: 'file',
  }
}

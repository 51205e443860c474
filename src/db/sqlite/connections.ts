import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

export type Client = SQLiteAdapter['client']
export type Statement = Parameters<Client['execute']>[0]
export type Arguments = NonNullable<Exclude<Statement, string>['args']>
export type Synchronous = 'EXTRA' | 'FULL' | 'NORMAL' | 'OFF'

export type ConnectionOptions = {
  /** `file:` and a path. */
  url: string
  /** FULL: an acknowledged write survives a power cut. NORMAL: the last moments may be lost, the file stays sound. */
  synchronous: Synchronous
  /** How long one statement may block for another process, in milliseconds; kept short, because it blocks the event loop. */
  busyTimeoutMs: number
  cacheKiB: number
}

/** libSQL takes `execute(sql, args)` and `execute({ sql, args })`; from here on there is only the second. */
export const asStatement = (statement: Statement, args: Arguments = []): Exclude<Statement, string> =>
  typeof statement === 'string' ? { sql: statement, args } : statement

export type Connections = {
  readonly writer: Client
  readonly reader: Client
  /** Replaces a connection on which a statement met another process's lock and cannot be finished any more. */
  renew: (which: 'writer' | 'reader') => Promise<void>
  /** Writes the WAL back and closes both. Tells why the WAL could not be written back: it is then read at the next start. */
  close: () => Promise<{ checkpoint: 'done' } | { checkpoint: 'left'; reason: unknown }>
}

const JOURNAL_SIZE_LIMIT = 64 * 1024 * 1024

// libSQL's client comes from the adapter's own dependency, so that one version opens the file
const open = (url: string): Client => drizzle({ connection: { url } }).$client

const common = ({ synchronous, busyTimeoutMs, cacheKiB }: ConnectionOptions): string[] => [
  `PRAGMA busy_timeout = ${busyTimeoutMs}`,
  `PRAGMA synchronous = ${synchronous}`,
  'PRAGMA foreign_keys = ON',
  `PRAGMA cache_size = -${cacheKiB}`,
  'PRAGMA temp_store = MEMORY',
]

// what is deleted is overwritten in the file, not only taken out of its lists
const OVERWRITE = 'PRAGMA secure_delete = ON'

const run = async (client: Client, pragmas: string[]): Promise<void> => {
  for (const pragma of pragmas) await client.execute(pragma)
}

const makeFolder = (url: string): void => {
  const path = url.replace(/^file:(?:\/\/(?:localhost)?(?=\/))?/, '').replace(/[?#].*$/, '')
  mkdirSync(dirname(decodeURIComponent(path)), { recursive: true })
}

const openWriter = async (options: ConnectionOptions): Promise<Client> => {
  const [busyTimeout = '', ...rest] = common(options)
  const writer = open(options.url)
  await run(writer, [busyTimeout, 'PRAGMA journal_mode = WAL', `PRAGMA journal_size_limit = ${JOURNAL_SIZE_LIMIT}`, ...rest, OVERWRITE])
  return writer
}

const openReader = async (options: ConnectionOptions): Promise<Client> => {
  const reader = open(options.url)
  await run(reader, [...common(options), 'PRAGMA query_only = ON'])
  return reader
}

const OPEN = { writer: openWriter, reader: openReader }

/**
 * Opens the two connections that live as long as the process: the writer, and a reader that SQLite itself forbids to write.
 * Neither's `transaction()` may ever be called: libSQL gives the connection away then and opens one without these PRAGMAs.
 */
export const openConnections = async (options: ConnectionOptions): Promise<Connections> => {
  makeFolder(options.url)
  const clients = { writer: await openWriter(options), reader: await openReader(options) }
  const renew = async (which: 'writer' | 'reader') => {
    clients[which].close()
    clients[which] = await OPEN[which](options)
  }
  const close: Connections['close'] = async () => {
    clients.reader.close()
    try {
      await clients.writer.execute('PRAGMA wal_checkpoint(TRUNCATE)')
      return { checkpoint: 'done' }
    } catch (reason) {
      return { checkpoint: 'left', reason }
    } finally {
      clients.writer.close()
    }
  }
  return {
    get writer() {
      return clients.writer
    },
    get reader() {
      return clients.reader
    },
    renew,
    close,
  }
}

import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { fileExtra, fileOffices, fileSource } from '@/services/audit/fileSource'
import { verifyChain } from '@/services/audit/verify'
import { BackupFault } from './fault'

type Client = ReturnType<typeof drizzle>['$client']
type Cells = Record<string, unknown>

const withDatabase = async <T>(file: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = drizzle({ connection: { url: `file:${file}` } }).$client
  try {
    return await work(client)
  } finally {
    client.close()
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Writes a consistent copy of a database that others may be writing to, without keeping them waiting. `to` must not exist. */
export const copyDatabase = (from: string, to: string): Promise<void> =>
  withDatabase(from, async (client) => {
    await client.execute('PRAGMA busy_timeout = 30000')
    await client.execute(`VACUUM INTO ${quoted(to)}`)
  })

/** Whether another process has the database open. */
export const isInUse = (file: string): Promise<boolean> =>
  withDatabase(file, async (client) => {
    await client.execute('PRAGMA busy_timeout = 200')
    await client.execute('PRAGMA locking_mode = EXCLUSIVE')
    try {
      await client.execute('BEGIN EXCLUSIVE')
      await client.execute('COMMIT')
      // Let go of at the next read only.
      await client.execute('PRAGMA locking_mode = NORMAL')
      await client.execute('SELECT count(*) FROM sqlite_master')
      return false
    } catch (error) {
      if (error instanceof Error && /locked|busy/i.test(error.message)) return true
      throw error
    }
  })

/** What a database holds: rows by table, the migrations it went through, and how far the audit chain of each office reaches. */
export type Holding = { tables: Record<string, number>; migrations: string[]; chains: { office: string; seq: number }[] }

const rowsOf = async (client: Client, sql: string, args: (string | number)[] = []): Promise<Cells[]> => (await client.execute({ sql, args })).rows as unknown as Cells[]

const soundness = async (client: Client): Promise<string[]> => {
  const [first] = await rowsOf(client, 'PRAGMA integrity_check(1)')
  const loose = await rowsOf(client, 'PRAGMA foreign_key_check')
  return [
    ...(first?.integrity_check === 'ok' ? [] : [`the database is damaged: ${String(first?.integrity_check)}`]),
    ...(loose.length > 0 ? [`${loose.length} rows point to rows that are not there, the first in ${String(loose[0]?.table)}`] : []),
  ]
}

const chainsIn = async (client: Client): Promise<{ chains: Holding['chains']; faults: string[] }> => {
  const faults: string[] = []
  const chains: Holding['chains'] = []
  for (const { id: office } of await fileOffices(client)) {
    const source = await fileSource(client, office)
    // The key that signed the anchors is in no backup: what they say is compared all the same.
    const fault = (await verifyChain({ source, keys: undefined }))?.fault
    const at = fault?.seq ?? (await fileExtra(client, office))
    if (at !== undefined) faults.push(`the audit log was changed: its chain does not hold at entry ${at}${fault ? ` (${fault.kind})` : ''}`)
    chains.push({ office, seq: source.head?.seq ?? 0 })
  }
  return { chains, faults }
}

const tablesIn = async (client: Client): Promise<Record<string, number>> => {
  const tables: Record<string, number> = {}
  for (const { name } of await rowsOf(client, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")) {
    tables[String(name)] = Number((await rowsOf(client, `SELECT count(*) AS n FROM "${String(name)}"`))[0]?.n ?? 0)
  }
  return tables
}

/** Looks a database over: sound, references whole, audit chains whole. Returns what it holds. Errors: `BackupFault`, a line for each fault. */
export const lookOver = (file: string): Promise<Holding> =>
  withDatabase(file, async (client) => {
    const unsound = await soundness(client)
    if (unsound.length > 0) throw new BackupFault(...unsound)
    const { chains, faults } = await chainsIn(client)
    if (faults.length > 0) throw new BackupFault(...faults)
    const migrations = (await rowsOf(client, 'SELECT name FROM payload_migrations ORDER BY name')).map(({ name }) => String(name))
    return { tables: await tablesIn(client), migrations, chains }
  })

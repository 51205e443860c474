import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { GENESIS, isBroken } from '@/services/audit/chain'
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

const STRETCH = 2000

const json = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : undefined)

/** An entry of the log as the portal reads it. */
const entryOf = (row: Cells) => ({
  id: row.id, office: row.office_id, seq: Number(row.seq), at: row.at, action: row.action, actorKind: row.actor_kind, actor: row.actor_id, actorName: row.actor_name,
  targetKind: row.target_kind, target: row.target, detail: json(row.detail), address: row.address, createdAt: row.created_at, updatedAt: row.updated_at,
  previous: row.previous as string | null, hash: row.hash as string | null,
})

/** The first entry at which an office's chain does not hold; undefined where it does. */
const brokenAt = async (client: Client, { office, seq, hash }: { office: string; seq: number; hash: string }): Promise<number | undefined> => {
  let before = { seq: 0, hash: GENESIS }
  while (before.seq < seq) {
    const rows = await rowsOf(client, 'SELECT * FROM audit_log WHERE office_id = ? AND seq > ? ORDER BY seq LIMIT ?', [office, before.seq, STRETCH])
    if (rows.length === 0) return before.seq + 1
    for (const row of rows.map(entryOf)) {
      if (isBroken(row, before)) return before.seq + 1
      before = { seq: row.seq, hash: row.hash ?? '' }
    }
  }
  return before.seq === seq && before.hash === hash ? undefined : before.seq
}

const chainsIn = async (client: Client): Promise<{ chains: Holding['chains']; faults: string[] }> => {
  const faults: string[] = []
  const chains: Holding['chains'] = []
  for (const row of await rowsOf(client, 'SELECT office_id, seq, hash FROM audit_heads ORDER BY office_id')) {
    const head = { office: String(row.office_id), seq: Number(row.seq), hash: String(row.hash) }
    const at = await brokenAt(client, head)
    if (at !== undefined) faults.push(`the audit log was changed: its chain does not hold at entry ${at}`)
    chains.push({ office: head.office, seq: head.seq })
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

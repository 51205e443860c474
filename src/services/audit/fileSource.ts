import type { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import type { Link } from './chain'
import type { Segment } from './segments'
import type { ChainSource } from './verify'

type Client = ReturnType<typeof drizzle>['$client']
type Cells = Record<string, unknown>

const STRETCH = 2000

const rowsOf = async (client: Client, sql: string, args: (string | number)[] = []): Promise<Cells[]> => (await client.execute({ sql, args })).rows as unknown as Cells[]

const json = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : undefined)

/** An entry of the log as the portal reads it. Databases from before a column lack it. */
const entryOf = (row: Cells): Link => ({
  id: row.id, office: row.office_id, seq: Number(row.seq), at: row.at, action: row.action, actorKind: row.actor_kind, actor: row.actor_id, actorName: row.actor_name,
  targetKind: row.target_kind, target: row.target, outcome: row.outcome, detail: json(row.detail), before: row.before, after: row.after, address: row.address,
  createdAt: row.created_at, updatedAt: row.updated_at, previous: row.previous as string | null, hash: row.hash as string | null,
})

const segmentOf = (row: Cells): Segment => ({
  fromSeq: Number(row.from_seq), toSeq: Number(row.to_seq), lastHash: String(row.last_hash), anchorLine: String(row.anchor_line), cutAt: String(row.cut_at), days: Number(row.days),
})

const hasTable = async (client: Client, name: string): Promise<boolean> => (await rowsOf(client, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", [name])).length > 0

/** An office's chain in a database file, without the portal; `anchors` are lines from outside. Databases from before anchors have none. */
export const fileSource = async (client: Client, office: string, anchors: readonly string[] = []): Promise<ChainSource> => {
  const [head] = await rowsOf(client, 'SELECT seq, hash FROM audit_heads WHERE office_id = ?', [office])
  const proven = await hasTable(client, 'audit_segments')
  const segments = proven ? await rowsOf(client, 'SELECT * FROM audit_segments WHERE office_id = ? ORDER BY to_seq', [office]) : []
  const kept = proven ? await rowsOf(client, 'SELECT line FROM audit_anchors WHERE office_id = ? ORDER BY seq', [office]) : []
  return {
    office, head: { seq: Number(head?.seq ?? 0), hash: String(head?.hash ?? '') }, segments: segments.map(segmentOf), anchors: [...kept.map(({ line }) => String(line)), ...anchors],
    after: async (seq) => (await rowsOf(client, 'SELECT * FROM audit_log WHERE office_id = ? AND seq > ? ORDER BY seq LIMIT ?', [office, seq, STRETCH])).map(entryOf),
  }
}

/** Offices that have a chain in a database file, with what they are called there. */
export const fileOffices = async (client: Client): Promise<{ id: string; code: string }[]> =>
  (await rowsOf(client, 'SELECT o.id, o.code FROM offices o WHERE o.id IN (SELECT office_id FROM audit_heads UNION SELECT office_id FROM audit_log) ORDER BY o.code')).map(({ id, code }) => ({ id: String(id), code: String(code) }))

/** The first entry behind the head. */
export const fileExtra = async (client: Client, office: string): Promise<number | undefined> => {
  const [row] = await rowsOf(client, 'SELECT (SELECT max(seq) FROM audit_log WHERE office_id = ?) AS last, (SELECT seq FROM audit_heads WHERE office_id = ?) AS head', [office, office])
  const [last, head] = [Number(row?.last ?? 0), Number(row?.head ?? 0)]
  return last > head ? head + 1 : undefined
}

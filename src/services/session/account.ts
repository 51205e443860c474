import type { Payload, PayloadRequest, Where } from 'payload'
import { idOf } from '@/lib/idOf'
import { SLUG } from '@/slugs'
import { keptPassword, type KeptPassword } from './passwordHash'

type StoredSession = { id: string; createdAt?: unknown; expiresAt: unknown }

/** An account as the database keeps it, below every door. */
export type Account = {
  id: string
  username: string
  name: string
  office: string
  active: boolean
  mustChangePassword: boolean
  kept: KeptPassword | undefined
  /** Wrong passwords since the last right one, and until when the account is locked (epoch ms; 0: not). */
  attempts: number
  lockedUntil: number
  sessions: StoredSession[]
  row: Record<string, unknown>
}

type Row = Record<string, unknown> & { id: string; salt?: unknown; hash?: unknown }

const time = (value: unknown): number => {
  const ms = value instanceof Date ? value.getTime() : Date.parse(String(value ?? ''))
  return Number.isFinite(ms) ? ms : 0
}

const accountOf = (row: Row): Account => ({
  id: String(row.id), username: String(row.username ?? ''), name: String(row.name ?? ''), office: idOf(row.office) ?? '', active: row.active !== false,
  mustChangePassword: row.mustChangePassword === true, kept: keptPassword(row), attempts: Number(row.loginAttempts ?? 0), lockedUntil: time(row.lockUntil),
  sessions: Array.isArray(row.sessions) ? (row.sessions as StoredSession[]) : [], row,
})

type Reading = { payload: Payload } | PayloadRequest
type By = { id: string } | { username: string }

/** The account of a person, by id or user name. Undefined when there is none. */
export const readAccount = async (source: Reading, by: By): Promise<Account | undefined> => {
  const where: Where = 'id' in by ? { id: { equals: by.id } } : { username: { equals: by.username.trim().toLowerCase() } }
  const row = await source.payload.db.findOne<Row>({ collection: SLUG.users, where, ...('transactionID' in source ? { req: source } : {}) })
  return row ? accountOf(row) : undefined
}

/** Sessions of Payload's own list that have not run out. */
export const liveSessions = (sessions: readonly StoredSession[], now: number): StoredSession[] => sessions.filter(({ expiresAt }) => time(expiresAt) > now)

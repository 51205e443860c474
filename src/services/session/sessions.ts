import type { Payload, PayloadRequest } from 'payload'
import { findRow, findRows } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { appendAudit } from '@/services/audit/append'
import { SLUG } from '@/slugs'
import { dropSessions } from './store'

export type SessionLine = { id: string; browser: string; system: string; address?: string; since: number; lastSeenAt: number; way: 'password' | 'provider'; own: boolean }

const alive = ({ expiresAt, lastSeenAt }: { expiresAt: string; lastSeenAt: string }): boolean => {
  const idle = env().SESSION_IDLE_MINUTES * 60_000
  return Date.parse(expiresAt) > now() && (idle === 0 || now() - Date.parse(lastSeenAt) <= idle)
}

/** The sessions of a person that still carry, the one that asks first, then by last use. */
export const sessionsOf = async (payload: Payload, person: string, sid?: string): Promise<SessionLine[]> => {
  const rows = await findRows({ payload }, SLUG.sessions, { where: { person: { equals: person } } })
  return rows.filter(alive)
    .map((row): SessionLine => ({
      id: row.id, browser: row.browser ?? 'other', system: row.system ?? 'other', since: Date.parse(row.since), lastSeenAt: Date.parse(row.lastSeenAt), way: row.way ?? 'password',
      own: row.sid === sid, ...(row.address ? { address: row.address } : {}),
    }))
    .sort((one, other) => Number(other.own) - Number(one.own) || other.lastSeenAt - one.lastSeenAt)
}

type Person = { id: string; office: string; name: string }
type End = { payload: Payload; by: Person; person: string; address?: string; which: { but?: string } | { row: string } }

const endOne = async (req: PayloadRequest, person: string, row: string): Promise<void> => {
  const found = await findRow(req, SLUG.sessions, { where: { and: [{ id: { equals: row } }, { person: { equals: person } }] } })
  if (!found) throw new DomainError('notFound')
  await dropSessions(req, person, { only: found.sid })
}

/** Ends sessions: all of a person, all but one, or one. Whoever asks has asked for the right. Recorded. Errors: `notFound`. */
export const endSessions = ({ payload, by, person, address, which }: End): Promise<void> =>
  withTransaction(payload, async (req) => {
    if ('row' in which) await endOne(req, person, which.row)
    else await dropSessions(req, person, which)
    await appendAudit(req, { office: by.office, action: 'session.ended', actor: { kind: 'staff', id: by.id, name: by.name }, targetKind: SLUG.users, target: person, detail: { which: 'row' in which ? 'one' : which.but ? 'others' : 'all' }, address })
  })

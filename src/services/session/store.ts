import type { PayloadRequest } from 'payload'
import { deleteRows, findRows, insertRow } from '@/db/rows'
import { crowdedOut } from '@/domain/access/session'
import { deviceOf } from '@/domain/access/device'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { SLUG } from '@/slugs'

const HOUR = 3_600_000

const iso = (ms: number): string => new Date(ms).toISOString()

/** When a session that begins now ends, whatever happens (epoch ms). */
export const sessionEnd = (): number => now() + env().SESSION_HOURS * HOUR

type Begin = { office: string; person: string; sid: string; way: 'password' | 'provider'; headers: Headers | undefined; /** The second factor was given along with it. */ passed?: boolean }

const makeRoom = async (req: PayloadRequest, person: string): Promise<void> => {
  await deleteRows(req, SLUG.sessions, { and: [{ person: { equals: person } }, { expiresAt: { less_than: iso(now()) } }] })
  const rows = await findRows(req, SLUG.sessions, { where: { person: { equals: person } }, select: { lastSeenAt: true } })
  const gone = crowdedOut(rows.map(({ id, lastSeenAt }) => ({ id, lastSeenAt: Date.parse(lastSeenAt) })), env().SESSIONS_MOST)
  if (gone.length > 0) await deleteRows(req, SLUG.sessions, { id: { in: gone } })
}

/** Notes a session that begins; what ran out goes, and the longest unused where a person has too many. */
export const noteSession = async (req: PayloadRequest, { office, person, sid, way, headers, passed }: Begin): Promise<void> => {
  await makeRoom(req, person)
  const at = iso(now())
  await insertRow(req, SLUG.sessions, {
    office, person, sid, way, since: at, lastSeenAt: at, provenAt: at, expiresAt: iso(sessionEnd()), tries: 0, address: headers?.get('x-portal-ip') ?? undefined,
    ...deviceOf(headers?.get('user-agent')), ...(passed ? { passedAt: at } : {}),
  })
}

/** Ends sessions of a person: all, all but one, or one. A session without its row is none on any door. */
export const dropSessions = (req: PayloadRequest, person: string, which: { but?: string; only?: string } = {}): Promise<void> =>
  deleteRows(req, SLUG.sessions, {
    and: [{ person: { equals: person } }, ...(which.but ? [{ sid: { not_equals: which.but } }] : []), ...(which.only ? [{ sid: { equals: which.only } }] : [])],
  })

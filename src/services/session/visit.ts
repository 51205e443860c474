import { executeAuthStrategies, type Payload, type PayloadRequest } from 'payload'
import { findRow, updateRowIf } from '@/db/rows'
import { passwordTooOld } from '@/domain/access/password'
import { SEEN_EVERY, sessionStage, type SessionStage } from '@/domain/access/session'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { logger } from '@/lib/logger'
import { inNetworks } from '@/lib/networks'
import type { StaffSession } from '@/payload-types'
import { SLUG } from '@/slugs'
import { isSetUp, mustHaveFactor, readFactor } from './factor/read'
import { sessionIdOf } from './sessionId'

type User = NonNullable<PayloadRequest['user']>

/** Who came with a session, and how far it carries. `outside`: from a network that staff may not come from. */
export type Visit = { stage: SessionStage | 'outside'; user: User; session?: StaffSession }

const MINUTE = 60_000

/** Said by our own pages when they look for news by themselves: nobody is at the keys, so the session goes on running out. */
export const UNATTENDED = 'x-desk-unattended'

const isOutside = (headers: Headers): boolean => {
  const [address, allowed] = [headers.get('x-portal-ip'), env().DESK_IP_ALLOW]
  return address !== null && allowed.length > 0 && !inNetworks(address, allowed)
}

const ms = (value: string): number => Date.parse(value)

const factsOf = ({ expiresAt, lastSeenAt, passedAt }: StaffSession) => ({ expiresAt: ms(expiresAt), lastSeenAt: ms(lastSeenAt), ...(passedAt ? { passedAt: ms(passedAt) } : {}) })

// Whoever must first choose a password of their own holds nothing anyway; a second factor set up under one that others know would be theirs.
const factorOf = async (payload: Payload, user: User): Promise<{ has: boolean; required: boolean }> => {
  if (isSetUp(await readFactor({ payload }, String(user.id)))) return { has: true, required: true }
  return { has: false, required: user.mustChangePassword !== true && (await mustHaveFactor(payload, String(user.id))) }
}

const limits = () => ({ idle: env().SESSION_IDLE_MINUTES * MINUTE })

const stageOf = async (payload: Payload, user: User, session: StaffSession): Promise<SessionStage> => {
  const factor = await factorOf(payload, user)
  return sessionStage({ session: factsOf(session), limits: limits(), factor, now: now() })
}

/** Whose password is older than it may be must change it, as with a one-time one; whoever came in without a password is not asked for one. */
const agePassword = (user: User, { way }: StaffSession): void => {
  if (way === 'provider') {
    user.mustChangePassword = false
    return
  }
  const changedAt = ms(String(user.passwordChangedAt ?? user.createdAt ?? ''))
  if (Number.isFinite(changedAt) && passwordTooOld({ changedAt, days: env().PASSWORD_MAX_DAYS, now: now() })) user.mustChangePassword = true
}

const BEING_WRITTEN = new Set<string>()

// Apart from the request and its transaction: reading must not wait for writers, and what is refused later was still a sign of life.
const noteSeen = async (payload: Payload, { id, lastSeenAt }: StaffSession): Promise<void> => {
  if (now() - ms(lastSeenAt) < SEEN_EVERY || BEING_WRITTEN.has(id)) return
  BEING_WRITTEN.add(id)
  try {
    await updateRowIf({ payload }, SLUG.sessions, { id: { equals: id } }, { lastSeenAt: new Date(now()).toISOString() })
  } catch (error) {
    logger.warn({ err: error }, 'when a session was last used could not be written down')
  } finally {
    BEING_WRITTEN.delete(id)
  }
}

const look = async (payload: Payload, headers: Headers, user: User): Promise<Visit> => {
  if (isOutside(headers)) return { stage: 'outside', user }
  const sid = sessionIdOf(user)
  const session = sid && user.active !== false ? await findRow({ payload }, SLUG.sessions, { where: { and: [{ sid: { equals: sid } }, { person: { equals: user.id } }] } }) : undefined
  if (!session) return { stage: 'over', user }
  agePassword(user, session)
  const stage = await stageOf(payload, user, session)
  if (stage !== 'over' && !headers.has(UNATTENDED)) void noteSeen(payload, session)
  return { stage, user, session }
}

// Next bundles this file more than once in one process; what the strategy found is read by the pages.
const KEY = Symbol.for('portal.visits')
const holder = globalThis as typeof globalThis & { [KEY]?: WeakMap<Headers, Visit> }
const visits = (): WeakMap<Headers, Visit> => (holder[KEY] ??= new WeakMap())

/**
 * The one place where sessions are judged, on every door: the allowed networks, time without use, the absolute end, the second factor, age
 * of the password. Wraps Payload's own strategies; whoever has not got as far as `open` is nobody to every door behind.
 */
export const guardSessions = (payload: Payload): void => {
  payload.authStrategies = payload.authStrategies.map((strategy) => ({
    ...strategy,
    authenticate: async (args) => {
      const found = await strategy.authenticate(args)
      if (!found.user || found.user.collection !== SLUG.users) return found
      const visit = await look(args.payload, args.headers, found.user as User)
      visits().set(args.headers, visit)
      return visit.stage === 'open' ? found : { ...found, user: null }
    },
  }))
}

/** Who comes with these headers, also while a second factor is still to be given. Undefined without a session that lives. */
export const visitOf = async ({ payload, headers }: { payload: Payload; headers: Headers }): Promise<(Visit & { session: StaffSession }) | undefined> => {
  await executeAuthStrategies({ headers, payload })
  const visit = visits().get(headers)
  return visit?.session && visit.stage !== 'over' && visit.stage !== 'outside' ? { ...visit, session: visit.session } : undefined
}

import { randomUUID } from 'node:crypto'
import { getFieldsToSign, jwtSign, type PayloadRequest } from 'payload'
import { updateRowIf } from '@/db/rows'
import { now } from '@/lib/clock'
import { SLUG } from '@/slugs'
import { liveSessions, readAccount, type Account } from './account'
import { recordSignIn } from './recordSignIn'
import { noteSession, sessionEnd } from './store'

export type Begun = { token: string; /** Epoch seconds. */ exp: number; sid: string }

type Begin = { account: Account; way: 'password' | 'provider'; headers: Headers; passed?: boolean }

/** The password that was right is still the password, and nobody guessed at it too often meanwhile. */
const stillProved = (fresh: Account, account: Account): boolean => fresh.kept?.hash === account.kept?.hash && fresh.lockedUntil <= now()

/**
 * Opens a session for an account whose owner has proved to be themselves; its number is new each time. Undefined when the account changed
 * between the proof and now (a new password, switched off): then the proof counts for nothing. Inside the caller's transaction.
 */
export const beginSession = async (req: PayloadRequest, { account, way, headers, passed }: Begin): Promise<Begun | undefined> => {
  const fresh = await readAccount(req, { id: account.id })
  if (!fresh?.active || (way === 'password' && !stillProved(fresh, account))) return undefined
  const sid = randomUUID()
  const sessions = [...liveSessions(fresh.sessions, now()), { id: sid, createdAt: new Date(now()).toISOString(), expiresAt: new Date(sessionEnd()).toISOString() }]
  await updateRowIf(req, SLUG.users, { id: { equals: account.id } }, { sessions: sessions as never, ...(way === 'password' ? { loginAttempts: 0, lockUntil: null } : {}) })
  await noteSession(req, { office: account.office, person: account.id, sid, way, headers, passed })
  await recordSignIn({ req, user: { ...account }, what: 'signIn', headers, way })
  const { config } = req.payload.collections[SLUG.users]
  const signed = await jwtSign({
    fieldsToSign: getFieldsToSign({ collectionConfig: config, email: '', sid, user: { ...fresh.row, collection: SLUG.users } as never }),
    secret: req.payload.secret, tokenExpiration: config.auth.tokenExpiration,
  })
  return { ...signed, sid }
}

import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { now } from '@/lib/clock'
import { recordRefusal } from '@/services/audit/refusals'
import { officeModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { readAccount, type Account } from './account'

/** Why somebody was not let in; told to the audit log alone. */
export type Why = 'wrong' | 'locked' | 'notAllowed' | 'tooMany' | 'code' | 'provider'

/** So many failed tries within ten minutes are entries of their own, of all names together. */
const ALL_NAMES = 200

type Failed = { payload: Payload; account: Account | undefined; username: string; why: Why; headers: Headers }

/**
 * Records that somebody was not let in. An account that exists is named; what was typed otherwise is kept nowhere, for it may be a password.
 * Both cost the same: whether a name exists cannot be told from outside.
 */
export const recordNotLetIn = async ({ payload, account, username, why, headers }: Failed): Promise<void> => {
  const office = account?.office ?? (await officeModel(payload))?.office.id
  if (!office) return
  await recordRefusal(payload, {
    office, action: 'session.refused', outcome: 'failed', kind: createHash('sha256').update(username.trim().toLowerCase()).digest('hex'), pool: { name: 'session.refused', most: ALL_NAMES },
    actor: account ? { kind: 'staff', id: account.id, name: account.name } : { kind: 'staff' }, detail: { why, ...(account ? {} : { stranger: true }) },
    ...(account ? { targetKind: SLUG.users, target: account.id } : {}), address: headers.get('x-portal-ip') ?? undefined,
  })
}

/** Counts a wrong password; the fifth locks the account for a while. One after the other, however many come at once. */
export const countWrong = (payload: Payload, id: string): Promise<void> =>
  withTransaction(payload, async (req) => {
    const { maxLoginAttempts, lockTime } = payload.collections[SLUG.users].config.auth
    const account = await readAccount(req, { id })
    if (!account || account.lockedUntil > now()) return
    // a lock that has run out begins the count anew
    const attempts = account.lockedUntil > 0 ? 1 : account.attempts + 1
    const lockUntil = attempts >= maxLoginAttempts ? new Date(now() + lockTime).toISOString() : null
    await updateRowIf(req, SLUG.users, { id: { equals: id } }, { loginAttempts: attempts, lockUntil })
  })

import type { PayloadRequest } from 'payload'
import { PASSWORD_HISTORY } from '@/domain/access/password'
import { readAccount } from './account'
import { keptPassword, matchesPassword, type KeptPassword } from './passwordHash'

type Reading = Parameters<typeof readAccount>[0]

const earlierOf = (row: Record<string, unknown>): KeptPassword[] =>
  (Array.isArray(row.passwordHistory) ? row.passwordHistory : []).flatMap((each: unknown) => keptPassword(each as { salt?: unknown; hash?: unknown }) ?? [])

/** The passwords of a person that may not come back, the present one first; none for somebody new. */
export const pastPasswords = async (source: Reading, person: string): Promise<KeptPassword[]> => {
  const account = await readAccount(source, { id: person })
  return account ? [...(account.kept ? [account.kept] : []), ...earlierOf(account.row)].slice(0, PASSWORD_HISTORY) : []
}

/** Whether a password is one of those kept. */
export const isAmong = async (kept: readonly KeptPassword[], password: string): Promise<boolean> => {
  for (const each of kept) if (await matchesPassword(each, password)) return true
  return false
}

/** Said by a service that has asked already, so that a transaction need not do the work a second time. */
export const PASSWORD_CHECKED = 'passwordChecked'

export const wasChecked = (req: PayloadRequest): boolean => req.context[PASSWORD_CHECKED] === true

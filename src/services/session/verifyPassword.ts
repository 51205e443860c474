import type { Payload } from 'payload'
import { now } from '@/lib/clock'
import { readAccount, type Account } from './account'
import { countWrong, recordNotLetIn } from './attempts'
import { matchesPassword } from './passwordHash'

type Verify = { payload: Payload; who: { username: string } | { id: string }; password: string; headers: Headers }

const refuse = async ({ payload, who, headers }: Omit<Verify, 'password'>, account: Account | undefined, locked: boolean): Promise<void> => {
  if (account && !locked) await countWrong(payload, account.id)
  await recordNotLetIn({ payload, account, username: 'username' in who ? who.username : (account?.username ?? ''), why: locked ? 'locked' : 'wrong', headers })
}

/**
 * The account a name and a password belong to; undefined otherwise, and then nothing tells why: unknown, locked and wrong take the same
 * work. Five wrong ones lock the account. Each refusal is recorded.
 */
export const verifyPassword = async ({ payload, who, password, headers }: Verify): Promise<Account | undefined> => {
  const account = await readAccount({ payload }, who)
  const locked = account !== undefined && account.lockedUntil > now()
  const right = await matchesPassword(locked ? undefined : account?.kept, password)
  if (account && right) return account
  await refuse({ payload, who, headers }, account, locked)
  return undefined
}

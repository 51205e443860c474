import type { Payload } from 'payload'
import { withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { env } from '@/lib/env'
import { inNetworks } from '@/lib/networks'
import { giveToken, takeToken } from '@/services/limits'
import { holdsKeeping } from '@/services/people/keepers'
import type { Account } from './account'
import { recordNotLetIn } from './attempts'
import { beginSession, type Begun } from './begin'
import { verifyPassword } from './verifyPassword'

/** Why somebody may not come in although the password was right: told to them. */
export type NotLetIn = 'network' | 'inactive' | 'provider'

export type SignedIn =
  | ({ ok: true; account: Account } & Begun)
  | { ok: false; why: 'refused' | NotLetIn }
  | { ok: false; why: 'tooMany'; retryAfter: number }

type SignIn = { payload: Payload; headers: Headers; username: string; password: string }

const addressOf = (headers: Headers): string | undefined => headers.get('x-portal-ip') ?? undefined

/** What stands between an account and a session besides the proof. */
export const notLetIn = (account: Account, headers: Headers): NotLetIn | undefined => {
  const [address, allowed] = [addressOf(headers), env().DESK_IP_ALLOW]
  if (address && allowed.length > 0 && !inNetworks(address, allowed)) return 'network'
  return account.active ? undefined : 'inactive'
}

const needsProvider = async (payload: Payload, account: Account): Promise<boolean> =>
  env().OIDC_ISSUER !== undefined && env().OIDC_PASSWORDS === 'keepers' && !(await holdsKeeping(payload, account.id))

const tooMany = async (payload: Payload, headers: Headers): Promise<number | undefined> => {
  const address = addressOf(headers)
  if (!address) return undefined
  try {
    await takeToken({ payload, door: 'signIn', address })
    return undefined
  } catch (error) {
    if (error instanceof DomainError && error.code === 'tooMany') return Number(error.detail.retryAfter ?? 60)
    throw error
  }
}

const admit = async ({ payload, headers }: SignIn, account: Account): Promise<SignedIn> => {
  const why = notLetIn(account, headers) ?? ((await needsProvider(payload, account)) ? 'provider' : undefined)
  if (why) {
    await recordNotLetIn({ payload, account, username: account.username, why: why === 'provider' ? 'provider' : 'notAllowed', headers })
    return { ok: false, why }
  }
  const begun = await withTransaction(payload, (req) => beginSession(req, { account, way: 'password', headers }))
  return begun ? { ok: true, account, ...begun } : { ok: false, why: 'refused' }
}

/**
 * Signs in by name and password: the one service behind the desk's form, the admin and REST (decisions.md 13). Whatever is wrong with name,
 * password or lock is `refused`, with the same work; only after the right password is the reason told. What the session still lacks (second
 * factor, a password of one's own) is asked by whoever comes with it.
 */
export const signIn = async (asked: SignIn): Promise<SignedIn> => {
  const { payload, headers, username, password } = asked
  const retryAfter = await tooMany(payload, headers)
  if (retryAfter !== undefined) {
    await recordNotLetIn({ payload, account: undefined, username, why: 'tooMany', headers })
    return { ok: false, why: 'tooMany', retryAfter }
  }
  const account = await verifyPassword({ payload, who: { username }, password, headers })
  if (!account) return { ok: false, why: 'refused' }
  const address = addressOf(headers)
  // A sign-in that succeeded was no guess: an office of forty behind one address does not shut itself out on its first morning.
  if (address) await giveToken({ payload, door: 'signIn', address })
  return admit(asked, account)
}

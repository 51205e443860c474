import type { Payload } from 'payload'
import { DomainError } from '@/domain/errors'
import { SLUG } from '@/slugs'
import { giveCode } from './factor/give'
import { visitOf } from './visit'

type Ask = { payload: Payload; token: string; headers: Headers; code: string }

const withToken = ({ headers, token }: Ask): Headers => {
  const own = new Headers(headers)
  own.delete('cookie')
  own.set('authorization', `JWT ${token}`)
  return own
}

/** Gives a code that came along with the password; a wrong one leaves the session waiting for a right one. */
const tryCode = async (ask: Ask, headers: Headers): Promise<void> => {
  try {
    await giveCode({ payload: ask.payload, headers, code: ask.code })
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid') throw error
  }
}

/** Who signed in, for programs: the person as they may see themselves, or, while the session holds nothing, no more than what it lacks. */
export const userAnswer = async (ask: Ask): Promise<{ user: Record<string, unknown>; secondFactor?: 'code' | 'setup' }> => {
  const { payload, code } = ask
  const headers = withToken(ask)
  if (code) await tryCode(ask, headers)
  const visit = await visitOf({ payload, headers })
  if (visit?.stage === 'code' || visit?.stage === 'setup') return { user: { id: visit.user.id, collection: SLUG.users }, secondFactor: visit.stage }
  if (!visit) throw new DomainError('notSignedIn')
  const user = await payload.findByID({ collection: SLUG.users, id: String(visit.user.id), depth: 0, overrideAccess: false, user: visit.user })
  return { user: { ...user, collection: SLUG.users } }
}

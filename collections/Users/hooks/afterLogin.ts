import type { CollectionAfterLoginHook } from 'payload'
import { idOf } from '@/lib/idOf'
import { uncountSignIn } from '@/services/session/allowSignIn'
import { recordSignIn } from '@/services/session/recordSignIn'
import { noteSession } from '@/services/session/store'

/** The number of the session that a signed token belongs to; whoever calls has just signed it. */
const sidOf = (token: string): string => {
  const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
  return typeof claims === 'object' && claims !== null && 'sid' in claims ? String(claims.sid) : ''
}

/** Payload's own sign-in, by the Local API: a session of it is as much one as any other. */
export const afterLogin: CollectionAfterLoginHook = async ({ req, user, token }) => {
  await uncountSignIn(req)
  await noteSession(req, { office: idOf(user.office) ?? '', person: String(user.id), sid: sidOf(token), way: 'password', headers: req.headers })
  await recordSignIn({ req, user, what: 'signIn' })
  return user
}

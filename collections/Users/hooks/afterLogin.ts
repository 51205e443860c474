import type { CollectionAfterLoginHook } from 'payload'
import { uncountSignIn } from '@/services/session/allowSignIn'
import { recordSignIn } from '@/services/session/recordSignIn'

export const afterLogin: CollectionAfterLoginHook = async ({ req, user }) => {
  uncountSignIn(req)
  await recordSignIn({ req, user, what: 'signIn' })
  return user
}

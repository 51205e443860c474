import type { CollectionAfterLoginHook } from 'payload'
import { recordSignIn } from '@/services/session/recordSignIn'

export const afterLogin: CollectionAfterLoginHook = async ({ req, user }) => {
  await recordSignIn({ req, user, what: 'signIn' })
  return user
}

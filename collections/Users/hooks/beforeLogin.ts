import type { CollectionBeforeLoginHook } from 'payload'
import { allowSignIn } from '@/services/session/allowSignIn'

/** Runs for every door that signs in: the admin, the desk, REST, the Local API. */
export const beforeLogin: CollectionBeforeLoginHook = ({ req, user }) => {
  allowSignIn({ req, user })
  return user
}

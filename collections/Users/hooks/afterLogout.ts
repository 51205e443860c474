import type { CollectionAfterLogoutHook } from 'payload'
import { recordSignIn } from '@/services/session/recordSignIn'

export const afterLogout: CollectionAfterLogoutHook = async ({ req }) => {
  if (req.user) await recordSignIn({ req, user: req.user, what: 'signOut' })
}

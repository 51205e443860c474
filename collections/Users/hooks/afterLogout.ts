import type { CollectionAfterLogoutHook } from 'payload'
import { recordSignIn } from '@/services/session/recordSignIn'
import { sessionIdOf } from '@/services/session/sessionId'
import { dropSessions } from '@/services/session/store'

export const afterLogout: CollectionAfterLogoutHook = async ({ req }) => {
  if (!req.user) return
  const all = req.searchParams?.get('allSessions') === 'true'
  await dropSessions(req, String(req.user.id), all ? {} : { only: sessionIdOf(req.user) })
  await recordSignIn({ req, user: req.user, what: 'signOut' })
}

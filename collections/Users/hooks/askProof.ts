import type { CollectionBeforeChangeHook } from 'payload'
import { assertFreshInHook } from '@/services/session/fresh'

/** Whoever sets another's password could be them the next minute: that takes a recent proof of who asks. */
export const askProof: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const sets = typeof data.password === 'string' && data.password !== ''
  if (sets && operation === 'update' && req.user && req.user.id !== originalDoc?.id) await assertFreshInHook(req)
  return data
}

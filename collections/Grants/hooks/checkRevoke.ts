import type { CollectionBeforeDeleteHook } from 'payload'
import { assertRevocable } from '@/services/people/assertGrantable'
import { assertFreshInHook } from '@/services/session/fresh'

/** Nobody takes a right from themselves either, and the last security administrator stays. */
export const checkRevoke: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await assertFreshInHook(req)
  await assertRevocable({ req, grant: String(id) })
}

import type { CollectionBeforeDeleteHook } from 'payload'
import { assertRoleUnused } from '@/services/people/assertRoleChange'
import { assertFreshInHook } from '@/services/session/fresh'

/** A role that somebody holds, or held, stays: their grants would point to nothing. */
export const checkRemoval: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await assertFreshInHook(req)
  await assertRoleUnused({ req, role: String(id) })
}

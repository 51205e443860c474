import type { CollectionBeforeDeleteHook } from 'payload'
import { assertRoleUnused } from '@/services/people/assertRoleChange'

/** A role that somebody holds, or held, stays: their grants would point to nothing. */
export const checkRemoval: CollectionBeforeDeleteHook = ({ id, req }) => assertRoleUnused({ req, role: String(id) })

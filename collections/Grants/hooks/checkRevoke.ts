import type { CollectionBeforeDeleteHook } from 'payload'
import { assertRevocable } from '@/services/people/assertGrantable'

/** Nobody takes a right from themselves either, and the last security administrator stays. */
export const checkRevoke: CollectionBeforeDeleteHook = ({ id, req }) => assertRevocable({ req, grant: String(id) })

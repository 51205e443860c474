import type { CollectionBeforeChangeHook } from 'payload'
import { assertStaysGranted } from '@/services/people/assertGrantable'

/** Nobody switches the last security administrator off: there would be none to grant anything again. */
export const keepSecurity: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation === 'update' && data.active === false && originalDoc?.active !== false) await assertStaysGranted({ req, without: String(originalDoc?.id) })
  return data
}

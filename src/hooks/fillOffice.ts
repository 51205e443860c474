import type { CollectionBeforeValidateHook } from 'payload'
import { idOf } from '../lib/idOf'
import { SLUG } from '../slugs'

/**
 * Stamps the office of the person who writes (or the only office, for the portal's own writes). What a client sends is
 * ignored: nobody writes into another office.
 */
export const fillOffice: CollectionBeforeValidateHook = async ({ data, operation, originalDoc, req }) => {
  if (!data) return data
  if (operation === 'update') return { ...data, office: idOf(originalDoc?.office) ?? data.office }
  const own = idOf(req.user && 'office' in req.user ? req.user.office : undefined)
  if (own) return { ...data, office: own }
  if (idOf(data.office)) return data
  const only = await req.payload.db.findOne<{ id: string }>({ collection: SLUG.offices, where: {}, req })
  return only ? { ...data, office: only.id } : data
}

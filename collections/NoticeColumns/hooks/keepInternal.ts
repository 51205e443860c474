import { APIError, type CollectionBeforeChangeHook } from 'payload'
import { countRows } from '@/db/rows'
import { t } from '@/i18n'
import { langOf } from '@/lib/langOf'
import { SLUG } from '@/slugs'

/** What was written for the staff must not become public by a tick at its column, nor the other way round. */
export const keepInternal: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update' || data.internal === undefined || (data.internal === true) === (originalDoc?.internal === true)) return data
  if ((await countRows(req, SLUG.notices, { column: { equals: originalDoc?.id } })) > 0) throw new APIError(t(langOf(req), 'publishing.refused.internalKept'), 409, undefined, true)
  return data
}

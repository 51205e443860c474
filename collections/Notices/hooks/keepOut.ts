import { APIError, type CollectionBeforeDeleteHook } from 'payload'
import { findRow } from '@/db/rows'
import { t } from '@/i18n'
import { langOf } from '@/lib/langOf'
import { SLUG } from '@/slugs'

/** What was public once is withdrawn or archived, and stays in the records; only what never came out is deleted. */
export const keepOut: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const row = await findRow(req, SLUG.notices, { where: { id: { equals: id } }, select: { publishedAt: true } })
  if (req.user && row?.publishedAt) throw new APIError(t(langOf(req), 'publishing.refused.wasOut'), 409, undefined, true)
}

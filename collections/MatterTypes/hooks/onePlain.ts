import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { findRow } from '@/db/rows'
import { t } from '@/i18n'
import { idOf } from '@/lib/idOf'
import { langOf } from '@/lib/langOf'
import { wordsOf } from '@/lib/wordsOf'
import { SLUG } from '@/slugs'

/** Two types marked for reports without a category would leave none: which one is meant is said by a person. */
export const onePlain: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  if (data.listed !== true || originalDoc?.listed === true) return data
  const office = idOf(data.office ?? originalDoc?.office)
  const other = await findRow(req, SLUG.types, { where: { and: [{ office: { equals: office } }, { listed: { equals: true } }, { active: { not_equals: false } }] } })
  if (!other) return data
  throw new ValidationError({ collection: SLUG.types, errors: [{ path: 'listed', message: t(langOf(req), 'structure.hooks.plain', { name: wordsOf(other.name).zh }) }] }, req.t)
}

import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { t } from '../i18n'
import { idOf } from '../lib/idOf'
import { langOf } from '../lib/langOf'

/** Codes are unique within an office and a collection: packages and conditions refer by them. */
export const uniqueCode: CollectionBeforeChangeHook = async ({ data, originalDoc, collection, req }) => {
  const code: unknown = data.code
  if (typeof code !== 'string' || code === originalDoc?.code) return data
  const office = idOf(data.office ?? originalDoc?.office)
  const twin = await req.payload.db.findOne<{ id: string }>({
    collection: collection.slug,
    where: { and: [{ code: { equals: code } }, { office: { equals: office } }] },
    req,
  })
  if (twin && twin.id !== originalDoc?.id) {
    throw new ValidationError({ collection: collection.slug, errors: [{ path: 'code', message: t(langOf(req), 'structure.hooks.codeTaken') }] }, req.t)
  }
  return data
}

import { APIError, ValidationError, type CollectionBeforeChangeHook, type CollectionBeforeDeleteHook } from 'payload'
import { t } from '../i18n'
import { langOf } from '../lib/langOf'
import { codeUsesOf, refusalOf, subjectOf, usesOf, usesWords } from '../services/structure/uses'
import type { Slug } from '../slugs'

/**
 * What anything refers to is closed, not removed (decisions.md 5): a deleted team would vanish from closed matters, and a grant limited to it
 * would reach the whole office.
 */
export const refuseInUse: CollectionBeforeDeleteHook = async ({ id, collection, req }) => {
  const target = collection.slug as Slug
  const subject = await subjectOf(req, target, String(id))
  if (!subject) return
  const uses = await usesOf(req, target, subject)
  if (uses.length > 0) throw new APIError(refusalOf(req, target, { subject, uses, lang: langOf(req) }), 409, { code: 'inUse', uses }, true)
}

/** A code that definitions name stays: with another one they would point to nothing. */
export const keepNamedCode: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, collection, req }) => {
  if (operation !== 'update' || data.code === undefined || data.code === originalDoc?.code) return data
  const target = collection.slug as Slug
  const subject = await subjectOf(req, target, String(originalDoc?.id))
  const uses = subject ? await codeUsesOf(req, target, subject) : []
  if (uses.length === 0) return data
  const lang = langOf(req)
  throw new ValidationError({ collection: target, errors: [{ path: 'code', message: t(lang, 'structure.uses.codeUsed', { places: usesWords(req, uses, lang) }) }] }, req.t)
}

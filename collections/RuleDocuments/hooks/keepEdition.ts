import { APIError, ValidationError, type CollectionBeforeChangeHook, type CollectionBeforeDeleteHook } from 'payload'
import { countRows, findRow } from '@/db/rows'
import type { Lang } from '@/domain/words'
import { t } from '@/i18n'
import { idOf } from '@/lib/idOf'
import { langOf } from '@/lib/langOf'
import { wordsOf } from '@/lib/wordsOf'
import { SLUG } from '@/slugs'

type Clause = { code?: unknown; heading?: unknown; text?: unknown }

const clausesOf = (value: unknown): Clause[] => (Array.isArray(value) ? value.filter((item): item is Clause => typeof item === 'object' && item !== null) : [])

/** Other words in this language. A first translation is none: it says the same. */
const reworded = (kept: unknown, given: unknown, lang: Lang): boolean => {
  const [before, after] = [wordsOf(kept)[lang], typeof given === 'object' ? wordsOf(given)[lang] : String(given ?? '')]
  return lang === 'zh' ? (before ?? '') !== (after ?? '') : Boolean(before) && before !== after
}

const changed = (kept: unknown, given: unknown, lang: Lang): boolean => {
  const [before, after] = [clausesOf(kept), clausesOf(given)]
  return before.length !== after.length || before.some((clause, at) => {
    const other = after[at] ?? {}
    return clause.code !== other.code || reworded(clause.heading, other.heading, lang) || reworded(clause.text, other.text, lang)
  })
}

/** What somebody has acknowledged stays what it was: another text is another edition. */
export const keepEdition: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const id = idOf(originalDoc)
  if (!id || data._status !== 'published' || data.clauses === undefined) return data
  const kept = await findRow(req, SLUG.rules, { where: { id: { equals: id } } })
  if (!kept || kept.edition !== (data.edition ?? kept.edition) || !changed(kept.clauses, data.clauses, req.locale === 'en' ? 'en' : 'zh')) return data
  const given = await countRows(req, SLUG.acknowledgements, { and: [{ document: { equals: id } }, { edition: { equals: kept.edition } }] })
  if (given > 0) throw new ValidationError({ collection: SLUG.rules, errors: [{ path: 'edition', message: t(langOf(req), 'structure.hooks.edition') }] }, req.t)
  return data
}

/** A document that was acknowledged stays on record. */
export const keepAcknowledged: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if ((await countRows(req, SLUG.acknowledgements, { document: { equals: id } })) > 0) throw new APIError(t(langOf(req), 'structure.hooks.acknowledged'), 409, undefined, true)
}

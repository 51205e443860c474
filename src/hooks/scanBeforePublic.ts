import { isolateObjectProperty, ValidationError, type CollectionBeforeChangeHook, type CollectionSlug, type PayloadRequest, type SanitizedCollectionConfig } from 'payload'
import { t } from '../i18n'
import { langOf } from '../lib/langOf'
import { appendAudit } from '../services/audit/append'
import { findingsIn, officeOfRequest, publicAlready, type Found } from '../services/publishing/scan'
import { actorOf } from '../services/structure/changeSet'
import { SLUG } from '../slugs'

type Row = Record<string, unknown>

/** Shown in a message; whoever reads it mends these first and is told of the next. */
const TOLD = 8

const isPublic = (collection: string, row: Row): boolean => {
  if (collection === SLUG.media) return true
  // what waits for its time to be published has nobody to ask when that comes
  const goesOut = row._status === 'published' || (collection === SLUG.pages && Boolean(row.publishAt))
  return goesOut && (collection !== SLUG.rules || row.audience === 'public')
}

const labelOf = ({ fields }: SanitizedCollectionConfig, name: unknown): string => {
  const field = fields.find((each) => 'name' in each && each.name === name)
  return field && 'label' in field && typeof field.label === 'string' ? field.label : String(name)
}

const placeOf = (collection: SanitizedCollectionConfig, { path }: Found, req: PayloadRequest): string => {
  const row = path.find((part) => typeof part === 'number')
  return [labelOf(collection, path[0]), row === undefined ? '' : t(langOf(req), 'audit.privacy.row', { n: row })].filter(Boolean).join(' ')
}

const messageOf = (collection: SanitizedCollectionConfig, found: readonly Found[], req: PayloadRequest): string => {
  const lang = langOf(req)
  const lines = found.slice(0, TOLD).map((each) => t(lang, 'audit.privacy.line', { place: placeOf(collection, each, req), at: each.at, kind: t(lang, `audit.privacy.kind.${each.kind}`), quote: each.quote }))
  return t(lang, 'audit.privacy.found', { n: found.length, list: lines.join(lang === 'zh' ? '；' : '; ') })
}

/** Told twice: in short where Payload says that something is wrong, and in full beside the box that is to be ticked. */
const refusal = (collection: SanitizedCollectionConfig, found: readonly Found[], req: PayloadRequest): ValidationError => {
  const error = new ValidationError({ collection: collection.slug, errors: [{ path: 'privacySeen', message: messageOf(collection, found, req) }] }, req.t)
  error.message = t(langOf(req), 'audit.privacy.short', { n: found.length })
  return error
}

/** The words in the other languages that would be public with this save. */
const otherLanguages = async (req: PayloadRequest, collection: CollectionSlug, id: unknown): Promise<unknown> => {
  if (typeof id !== 'string') return {}
  // Payload sets the language of the request it is given, and the save behind this goes by it: this question has one of its own.
  const asking = isolateObjectProperty(req, ['locale', 'fallbackLocale'])
  const found: unknown = await req.payload.findByID({ collection, id, draft: true, locale: 'all', depth: 0, overrideAccess: true, disableErrors: true, req: asking })
  const only = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(only)
    if (!value || typeof value !== 'object') return undefined
    const entries = Object.entries(value)
    const localised = entries.length > 0 && entries.every(([name]) => name === 'zh' || name === 'en')
    return localised ? entries.filter(([name]) => name !== req.locale).map(([, words]) => words) : Object.fromEntries(entries.map(([name, inner]) => [name, only(inner)]))
  }
  return only(found)
}

/**
 * Looks for personal data in what a save would make public, in all its languages. The person is told what and where, and goes on only by saying that it may
 * be public, which is recorded. Drafts are looked at when they are published.
 */
export const scanBeforePublic: CollectionBeforeChangeHook = async ({ data, originalDoc, collection, req, operation }) => {
  const { privacySeen, ...row } = data as Row
  const whole: Row = { ...(originalDoc as Row | undefined), ...row }
  if (!req.user || !isPublic(collection.slug, whole)) return row
  const office = officeOfRequest(req, whole)
  const { office: _office, ...shown } = whole
  const found = findingsIn([shown], await publicAlready(req, office)).map((each) => ({ ...each, path: each.path.slice(1) }))
  const others = findingsIn([await otherLanguages(req, collection.slug as CollectionSlug, originalDoc?.id)], await publicAlready(req, office)).map((each) => ({ ...each, path: each.path.slice(1) }))
  const all = [...found, ...others]
  if (all.length === 0) return row
  if (privacySeen !== true) throw refusal(collection, all, req)
  const target = typeof originalDoc?.id === 'string' ? originalDoc.id : String(row.id ?? '')
  if (office) await appendAudit(req, { office, action: 'content.privacySeen', actor: actorOf(req), targetKind: collection.slug, target, detail: { count: all.length, kinds: [...new Set(all.map(({ kind }) => kind))], way: operation } })
  return row
}

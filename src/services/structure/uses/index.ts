import type { PayloadRequest } from 'payload'
import { countRows, findRow } from '@/db/rows'
import type { DefinitionKind } from '@/domain/package/definitions'
import type { Lang } from '@/domain/words'
import { t } from '@/i18n'
import { idOf } from '@/lib/idOf'
import { wordsOf } from '@/lib/wordsOf'
import { SLUG, type Slug } from '@/slugs'
import { codeUses } from './codes'
import { pictureUses } from './pictures'
import { relationUses, type Use } from './relations'
import { textUses } from './texts'

export type { Use } from './relations'

const DEFINED: Partial<Record<Slug, DefinitionKind>> = { [SLUG.forms]: 'form', [SLUG.workflows]: 'workflow', [SLUG.limits]: 'limits', [SLUG.routing]: 'routing', [SLUG.registers]: 'register' }

export type Subject = { id: string; code?: string; name: string; office: string; closable: boolean }

/** Versions keep the code of what they are versions of: matters, clocks and events go on pointing to them. */
const versionUses = async (req: PayloadRequest, target: Slug, { office, code }: Subject): Promise<Use[]> => {
  const kind = DEFINED[target]
  if (!kind || !code) return []
  const count = await countRows(req, SLUG.definitions, { and: [{ office: { equals: office } }, { kind: { equals: kind } }, { code: { equals: code } }] })
  return count > 0 ? [{ collection: SLUG.definitions, count }] : []
}

const textOf = (value: unknown): string => (typeof value === 'string' || (value && typeof value === 'object') ? wordsOf(value).zh : '')

/** A row of structure as it is asked about; undefined when there is none. */
export const subjectOf = async (req: PayloadRequest, target: Slug, id: string): Promise<Subject | undefined> => {
  const found: unknown = await findRow(req, target, { where: { id: { equals: id } } })
  if (!found || typeof found !== 'object') return undefined
  const row = found as Record<string, unknown>
  const code = typeof row.code === 'string' ? row.code : undefined
  return { id, ...(code ? { code } : {}), name: textOf(row.name) || textOf(row.title) || code || id, office: idOf(row.office) ?? '', closable: 'active' in row }
}

/** Where a row is named by its code alone, so that another code would lead nowhere. */
export const codeUsesOf = (req: PayloadRequest, target: Slug, { office, code }: Subject): Promise<Use[]> => (code ? codeUses(req, target, { office, code }) : Promise.resolve([]))

/**
 * Everything that refers to a row of structure: by its id in any field of any collection, closed matters included; by its code in drafts
 * and published versions; as the thing that versions were published of. Empty when it may be deleted.
 */
export const usesOf = async (req: PayloadRequest, target: Slug, subject: Subject): Promise<Use[]> => [
  ...(await relationUses(req, target, subject.id)),
  ...(await textUses(req, target, subject.id)),
  ...(await pictureUses(req, target, subject.id)),
  ...(await codeUsesOf(req, target, subject)),
  ...(await versionUses(req, target, subject)),
]

const labelOf = (req: PayloadRequest, slug: Slug, lang: Lang): string => {
  const plural = req.payload.collections[slug].config.labels.plural
  // collections are labelled in Chinese alone; their slugs are plain English words
  return lang === 'zh' && typeof plural === 'string' ? plural : slug.replaceAll('-', ' ')
}

/** One use in words: "授权（限于队伍）2 处". */
export const useWords = (req: PayloadRequest, { collection, field, as, count }: Use, lang: Lang): string => {
  const where = labelOf(req, collection, lang)
  const place = as ? t(lang, `structure.uses.${as}`) : lang === 'zh' ? field : undefined
  return place ? t(lang, 'structure.uses.placeField', { where, field: place, count }) : t(lang, 'structure.uses.place', { where, count })
}

export const usesWords = (req: PayloadRequest, uses: readonly Use[], lang: Lang): string => uses.map((use) => useWords(req, use, lang)).join(t(lang, 'structure.uses.joint'))

/** Why a row may not be deleted, in words that say where it is used and what to do instead. */
export const refusalOf = (req: PayloadRequest, target: Slug, { subject, uses, lang }: { subject: Subject; uses: readonly Use[]; lang: Lang }): string => {
  const params = { name: subject.name, places: usesWords(req, uses, lang) }
  if (DEFINED[target]) return t(lang, 'structure.uses.refusedPublished', params)
  return t(lang, subject.closable ? 'structure.uses.refusedClose' : 'structure.uses.refused', params)
}

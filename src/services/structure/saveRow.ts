import type { CollectionSlug, PayloadRequest } from 'payload'
import { DomainError } from '@/domain/errors'
import { idOf } from '@/lib/idOf'
import type { Desk } from '@/services/desk/desk'
import type { Slug } from '@/slugs'
import { writeChangeSet } from './changeSet'
import { editing } from './editing'

type Row = Record<string, unknown>
type Stored = Row & { id: string; updatedAt?: string }

export type SaveRow = {
  slug: Slug
  /** Absent: a new row. */
  id?: string
  /** Localised fields as `{zh, en}`; relations as ids; what is absent stays as it is. */
  data: Row
  /** `updatedAt` of the row as the person saw it; without it nothing is compared. */
  seen?: string
  reason?: unknown
}

const localised = (req: PayloadRequest, slug: Slug): Set<string> =>
  new Set(req.payload.collections[slug].config.flattenedFields.filter((field) => 'localized' in field && field.localized).map(({ name }) => name))

const required = (req: PayloadRequest, slug: Slug): Set<string> =>
  new Set(req.payload.collections[slug].config.flattenedFields.filter((field) => 'required' in field && field.required).map(({ name }) => name))

const wordIn = (value: unknown, lang: 'zh' | 'en'): unknown => {
  if (!value || typeof value !== 'object') return lang === 'zh' ? value : undefined
  const word = (value as Row)[lang]
  return typeof word === 'string' && word.trim() !== '' ? word : null
}

const inLanguage = (data: Row, fields: ReadonlySet<string>, lang: 'zh' | 'en'): Row =>
  Object.fromEntries(Object.entries(data).flatMap(([name, value]) => {
    if (!fields.has(name)) return lang === 'zh' ? [[name, value]] : []
    const word = wordIn(value, lang)
    return word === undefined ? [] : [[name, word]]
  }))

/** A row as it stands, words in all languages. */
export const storedRow = (req: PayloadRequest, slug: Slug, id: string): Promise<Stored | null> =>
  req.payload.db.findOne<Stored>({ collection: slug, where: { id: { equals: id } }, req })

type English = { given: Row; stored: Stored | null; fields: ReadonlySet<string>; obliged: ReadonlySet<string> }

// Emptied is only what has English words. The first English word of a row brings its obliged ones along in Chinese, as they are read anyway.
const english = ({ given, stored, fields, obliged }: English): Row => {
  const has = (name: string): boolean => Boolean(wordIn(stored?.[name], 'en'))
  const words = Object.entries(given).filter(([name, word]) => word !== null || (!obliged.has(name) && has(name)))
  if (words.length === 0) return {}
  const missing = [...obliged].filter((name) => fields.has(name) && !has(name)).map((name) => [name, wordIn(stored?.[name], 'zh')] as const)
  return { ...Object.fromEntries(missing), ...Object.fromEntries(words) }
}

const assertSeen = (row: Stored | null, office: string, seen: string | undefined): void => {
  if (!row || (row.office !== undefined && idOf(row.office) !== office)) throw new DomainError('notFound')
  if (seen !== undefined && row.updatedAt !== undefined && Date.parse(row.updatedAt) !== Date.parse(seen)) throw new DomainError('conflict', { changedAt: row.updatedAt })
}

/** Writes a row in both languages through the checks of its collection; records nothing by itself. */
export const writeRow = async (req: PayloadRequest, { slug, id, data }: SaveRow): Promise<string> => {
  const fields = localised(req, slug)
  const common = { collection: slug as CollectionSlug, req, depth: 0 }
  const zh = inLanguage(data, fields, 'zh')
  const row = id === undefined
    ? await req.payload.create({ ...common, overrideAccess: false, locale: 'zh', data: zh as never })
    : await req.payload.update({ ...common, overrideAccess: false, id, locale: 'zh', data: zh as never })
  const target = String((row as { id: string | number }).id)
  const given = inLanguage(data, fields, 'en')
  const en = Object.keys(given).length > 0 ? english({ given, stored: await storedRow(req, slug, target), fields, obliged: required(req, slug) }) : {}
  if (Object.keys(en).length > 0) await req.payload.update({ ...common, overrideAccess: false, id: target, locale: 'en', data: en as never })
  return target
}

/**
 * Keeps one row of structure in both languages, through every check of its collection, as one recorded change. Returns its id. Errors:
 * `notAllowed`, `notFound`, `conflict` (somebody changed it since `seen`), `invalid` with `detail.said`.
 */
export const saveRowIn = async (req: PayloadRequest, office: string, save: SaveRow): Promise<string> => {
  const { slug, id, seen } = save
  const before = id === undefined ? null : await storedRow(req, slug, id)
  if (id !== undefined) assertSeen(before, office, seen)
  req.context.quietStructure = true
  const target = await writeRow(req, save)
  req.context.quietStructure = false
  await writeChangeSet({ req, collection: slug, target, before, after: await storedRow(req, slug, target) })
  return target
}

/** As `saveRowIn`, in a transaction of its own. */
export const saveRow = (desk: Desk, save: SaveRow): Promise<string> =>
  editing({ desk, reason: save.reason, work: (req) => saveRowIn(req, desk.model.office.id, save) })

/** As `removeRow`, inside a transaction. */
export const removeRowIn = async (req: PayloadRequest, slug: Slug, id: string): Promise<void> => {
  await req.payload.delete({ collection: slug as CollectionSlug, id, req, overrideAccess: false })
}

/** Removes a row that nothing refers to. Errors: `conflict` with the places where it is used, `notAllowed`, `notFound`. */
export const removeRow = (desk: Desk, { slug, id, reason }: { slug: Slug; id: string; reason?: unknown }): Promise<void> =>
  editing({ desk, reason, work: async (req) => {
    assertSeen(await storedRow(req, slug, id), desk.model.office.id, undefined)
    await removeRowIn(req, slug, id)
  } })

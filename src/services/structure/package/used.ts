import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { findRows, type RowRequest } from '@/db/rows'
import { definitionReferences, routineReferences, type CodeKind } from '@/domain/package/references'
import type { DefinitionKind } from '@/domain/package/definitions'
import type { RoutineDef } from '@/domain/routines/types'
import { idOf } from '@/lib/idOf'
import { SLUG } from '@/slugs'
import { relationsTo } from '../uses/relations'
import { CARRIED, type Carried, type StoredRow } from './source'

/** The different values of a field among the rows that answer to a condition. */
const distinct = async (req: RowRequest, collection: CollectionSlug, { field, where }: { field: string; where: Where }): Promise<string[]> => {
  const { values } = await req.payload.db.findDistinct({ collection, field, where, req: req as PayloadRequest, limit: 0 })
  return (values as Record<string, unknown>[]).flatMap((row) => idOf(row[field]) ?? (typeof row[field] === 'string' ? [row[field]] : []))
}

const isCarried = (slug: string): slug is Carried => (CARRIED as readonly string[]).includes(slug)

const deep = (value: unknown, hit: (id: string) => void): void => {
  if (typeof value === 'string') hit(value)
  else if (Array.isArray(value)) for (const item of value) deep(item, hit)
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) deep(item, hit)
}

type Ids = ReadonlySet<string>

const PIECE = 500

/** Collections that grow with the years: asked for the different ids they hold, never read. The others are small, and are looked through. */
const GROWING: readonly string[] = [SLUG.matters, SLUG.events, SLUG.assignments, SLUG.clocks, SLUG.attachments, SLUG.entries, SLUG.outbox, SLUG.audit, SLUG.changes, SLUG.texts, SLUG.contacts, SLUG.checks, SLUG.runs]

const inGrowing = async (req: RowRequest, { collection, slug, ids }: { collection: CollectionSlug; slug: Carried; ids: Ids }): Promise<string[]> => {
  const all = [...ids]
  const found: string[] = []
  for (const { path } of relationsTo(req.payload, collection, slug)) {
    for (let from = 0; from < all.length; from += PIECE) found.push(...(await distinct(req, collection, { field: path, where: { [path]: { in: all.slice(from, from + PIECE) } } })))
  }
  return found
}

const inSmall = async (req: RowRequest, { collection, ids }: { collection: CollectionSlug; ids: Ids }): Promise<string[]> => {
  const found: string[] = []
  deep(await findRows(req, collection), (id) => { if (ids.has(id)) found.push(id) })
  return found
}

/** Lists of ids that matters keep as one text. */
const TEXTS: Partial<Record<Carried, string>> = { [SLUG.units]: 'path', [SLUG.categories]: 'categoryPath', [SLUG.tags]: 'tags' }

const inTexts = async (req: RowRequest, slug: Carried, ids: Ids): Promise<string[]> => {
  const field = TEXTS[slug]
  if (!field || ids.size === 0) return []
  const texts = await distinct(req, SLUG.matters, { field, where: { [field]: { exists: true } } })
  return texts.flatMap((text) => text.split(/[^0-9A-Za-z_-]+/)).filter((id) => ids.has(id))
}

/** Rows that anything outside the structure refers to: people, matters closed ones included, entries, grants. */
export const usedOutside = async (req: RowRequest, ids: ReadonlyMap<Carried, Ids>): Promise<Set<string>> => {
  const used = new Set<string>()
  const add = (found: readonly string[]) => { for (const id of found) used.add(id) }
  const others = (Object.keys(req.payload.collections) as CollectionSlug[]).filter((slug) => !slug.startsWith('payload-') && !isCarried(slug) && slug !== SLUG.offices && slug !== SLUG.changes && slug !== SLUG.imports)
  for (const [slug, own] of ids) {
    if (own.size === 0) continue
    for (const collection of others) {
      if (relationsTo(req.payload, collection, slug).length === 0) continue
      add(GROWING.includes(collection) ? await inGrowing(req, { collection, slug, ids: own }) : await inSmall(req, { collection, ids: own }))
    }
    add(await inTexts(req, slug, own))
  }
  return used
}

/** What rows of a collection are called where definitions name them by code. */
const KIND_OF: Partial<Record<Carried, CodeKind>> = {
  [SLUG.units]: 'unit', [SLUG.categories]: 'category', [SLUG.types]: 'matterType', [SLUG.sources]: 'source', [SLUG.teams]: 'team', [SLUG.posts]: 'post', [SLUG.rules]: 'ruleDocument', [SLUG.forms]: 'form',
  [SLUG.registers]: 'register', [SLUG.roles]: 'role',
}

const OF_DRAFT: Partial<Record<Carried, DefinitionKind>> = { [SLUG.workflows]: 'workflow', [SLUG.limits]: 'limits', [SLUG.routing]: 'routing', [SLUG.registers]: 'register' }

const NAMING: readonly DefinitionKind[] = ['workflow', 'limits', 'routing', 'register']

const namesIn = (kind: DefinitionKind | 'routine', definition: unknown): string[] =>
  (kind === 'routine' ? routineReferences(definition as RoutineDef) : definitionReferences(kind, definition)).map((reference) => `${reference.kind === 'clause' ? 'ruleDocument' : reference.kind}:${reference.code.split('#')[0]}`)

/** Codes that a row of structure names: in its draft, or in the arrangement of a routine. */
export const codesNamedBy = (slug: Carried, row: StoredRow): string[] => {
  const kind = slug === SLUG.routines ? 'routine' : OF_DRAFT[slug]
  const staffing = slug === SLUG.levels && Array.isArray(row.staffing) ? (row.staffing as { post?: string }[]).flatMap(({ post }) => (post ? [`post:${post}`] : [])) : []
  return [...(kind && row.definition ? namesIn(kind, row.definition) : []), ...staffing]
}

/** What a version names by code. */
export const codesOfVersion = ({ kind, definition }: StoredRow): string[] =>
  (typeof kind === 'string' && NAMING.includes(kind as DefinitionKind) && definition ? namesIn(kind as DefinitionKind, definition) : [])

/** Every version ever published that names rows by code, with what it names. */
export const namingVersions = async (req: RowRequest, office: string): Promise<Map<string, string[]>> => {
  const rows = await findRows(req, SLUG.definitions, { where: { and: [{ office: { equals: office } }, { kind: { in: [...NAMING] } }] } })
  return new Map((rows as unknown as StoredRow[]).map((row) => [row.id, codesOfVersion(row)]))
}

/** How definitions name a row; undefined where they cannot. */
export const codeNameOf = (slug: Carried, row: StoredRow): string | undefined => {
  const kind = KIND_OF[slug]
  return kind && `${kind}:${String(row.code)}`
}

/** Every id that a row holds, for finding what it refers to. */
export const idsHeldBy = (row: StoredRow): string[] => {
  const ids: string[] = []
  const { id: _own, path: _path, definition: _definition, ...rest } = row
  deep(rest, (id) => { if (id.length === 26) ids.push(id) })
  return ids
}

import { createHash } from 'node:crypto'
import { newId } from '@/db/ids'
import { canonical } from '@/domain/canonical'
import type { RowChange } from '@/domain/package/diff'
import type { DefinitionKind } from '@/domain/package/definitions'
import { isList, type AnyRow } from '@/domain/package/sections'
import type { StructurePackage } from '@/domain/package/schema'
import { wordsOf } from '@/lib/wordsOf'
import { SLUG } from '@/slugs'
import { fieldsOf, officeFields } from './fields'
import type { Carried, Source, StoredRow } from './source'
import { TABLE_OF, type Target } from './target'
import { numberOr } from './values'

type Row = Record<string, unknown>

/** A row as it is and as it is to be: null where there is none. */
export type RowWrite = { slug: Carried | typeof SLUG.offices; id: string; before: StoredRow | null; after: StoredRow | null }

const KIND: Partial<Record<Carried, DefinitionKind>> = { [SLUG.forms]: 'form', [SLUG.workflows]: 'workflow', [SLUG.limits]: 'limits', [SLUG.routing]: 'routing', [SLUG.registers]: 'register' }

export const kindOf = (slug: string): DefinitionKind | undefined => KIND[slug as Carried]

export type Making = { source: Source; target: Target; reason?: string; by?: string }

/** The next published version of a definition: a row of its own, and what the draft's row says of it. */
export const publishedAs = ({ source, target, reason, by }: Making, slug: Carried, { row, definition }: { row: Row; definition: unknown }): { version: StoredRow; fields: Row } => {
  const number = Math.max(numberOr(row.currentNumber, 0), source.newest(KIND[slug] ?? '', String(row.code))) + 1
  const id = newId()
  const version: StoredRow = {
    id, office: target.office, kind: KIND[slug], code: row.code, label: `${wordsOf(row.name).zh} v${number}`, number, definition, publishedAt: target.at, publishedBy: by ?? null, reason: reason ?? null,
    digest: createHash('sha256').update(canonical(definition)).digest('hex'),
  }
  return { version, fields: { definition, current: id, currentNumber: number, publishedAt: target.at } }
}

const nextOrder = ({ source }: Making, slug: Carried, added: number): number => Math.max(0, ...source.rows(slug).map(({ order }) => numberOr(order, 0))) + added

const ORDERED: readonly Carried[] = [SLUG.units, SLUG.categories, SLUG.rules, SLUG.columns, SLUG.lifeEvents, SLUG.serviceCounters, SLUG.services]

/** What only a new row gets: its place among the others, and the day it began. */
const atFirst = (making: Making, slug: Carried, added: number): Row => ({
  office: making.target.office,
  ...(ORDERED.includes(slug) ? { order: nextOrder(making, slug, added) } : {}),
  ...(slug === SLUG.rules ? { effectiveAt: making.target.at } : {}),
  ...(slug === SLUG.notices ? { publishedAt: making.target.at } : {}),
  createdAt: making.target.at,
})

const nextEdition = (edition: string): string => (/^\d+$/.test(edition) ? String(Number(edition) + 1) : `${edition}+`)

const TEXTS = new Set(['clauses', 'title', 'number'])

/** What must not simply be written over: a text somebody acknowledged gets a new edition, the day a unit was closed stays. */
const kept = (slug: Carried, current: StoredRow, { fields, values }: { fields: Row; values: RowChange['values'] }): Row => {
  const reworded = slug === SLUG.rules && fields.edition === current.edition && values.some(({ path }) => TEXTS.has(path[0] ?? ''))
  return {
    ...(reworded ? { edition: nextEdition(String(current.edition ?? '1')) } : {}),
    ...(slug === SLUG.units && fields.active === false && current.closedAt ? { closedAt: current.closedAt } : {}),
  }
}

export type Made = { writes: RowWrite[]; versions: StoredRow[] }

const listRow = (making: Making, change: RowChange, added: number): Made => {
  const section = change.section
  if (!isList(section)) return { writes: [], versions: [] }
  const slug = TABLE_OF[section]
  const current = making.source.byCode(slug, change.key) ?? null
  const fields = fieldsOf(section, change.after as AnyRow as never, making.target)
  const base: Row = current ? { ...current, ...fields, ...kept(slug, current, { fields, values: change.values }) } : { ...fields, ...atFirst(making, slug, added) }
  const published = KIND[slug] ? publishedAs(making, slug, { row: { ...base, code: change.key }, definition: fields.definition }) : undefined
  const after: StoredRow = { ...base, ...published?.fields, id: making.target.id(slug, change.key) }
  return { writes: [{ slug, id: after.id, before: current, after }], versions: published ? [published.version] : [] }
}

const setRow = (making: Making, slug: typeof SLUG.limits | typeof SLUG.routing, definition: StructurePackage['limits'] | StructurePackage['routing']): Made => {
  const current = making.source.byCode(slug, definition.code) ?? null
  const base: Row = { ...(current ?? atFirst(making, slug, 0)), code: definition.code, name: definition.name }
  const { version, fields } = publishedAs(making, slug, { row: base, definition })
  const after: StoredRow = { ...base, ...fields, id: making.target.id(slug, definition.code) }
  return { writes: [{ slug, id: after.id, before: current, after }], versions: [version] }
}

const officeRow = ({ source }: Making, fields: Row): Made =>
  ({ writes: [{ slug: SLUG.offices, id: source.office.id, before: source.office, after: { ...source.office, ...fields } }], versions: [] })

const single = (making: Making, { section, after }: RowChange): Made => {
  if (section === 'office') return officeRow(making, officeFields(after as StructurePackage['office']))
  if (section === 'calendar') return officeRow(making, after as Row)
  return setRow(making, section === 'limits' ? SLUG.limits : SLUG.routing, after as StructurePackage['limits'])
}

/** Two parts of the package that live in one row (the office's) are one write. */
const joined = (writes: readonly RowWrite[]): RowWrite[] => {
  const byId = new Map<string, RowWrite>()
  for (const write of writes) {
    const earlier = byId.get(write.id)
    if (!earlier?.after || !write.after) byId.set(write.id, write)
    else {
      const own = Object.entries(write.after).filter(([key, value]) => value !== write.before?.[key])
      byId.set(write.id, { ...earlier, after: { ...earlier.after, ...Object.fromEntries(own) } })
    }
  }
  return [...byId.values()]
}

/** What changes of a package come to, row by row: additions and changes. Removals are decided where one knows what is in use. */
export const rowsFor = (making: Making, changes: readonly RowChange[]): Made => {
  const given = changes.filter(({ kind }) => kind !== 'removed')
  // ids in the order of the file, whoever names a row first: lists without an order of their own keep it by them
  for (const { section, key } of given) if (isList(section)) making.target.id(TABLE_OF[section], key)
  const made = given.map((change, at) => (isList(change.section) ? listRow(making, change, at + 1) : single(making, change)))
  return { writes: joined(made.flatMap(({ writes }) => writes)), versions: made.flatMap(({ versions }) => versions) }
}

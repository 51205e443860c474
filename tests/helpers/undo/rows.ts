import type { FlattenedField } from 'payload'
import { SLUG, type Slug } from '@/slugs'
import type { World } from './world'

type Row = Record<string, unknown>

/** Collections that hold structure and are written row by row. */
export const ROWS: readonly Slug[] = [
  SLUG.levels, SLUG.units, SLUG.categories, SLUG.types, SLUG.forms, SLUG.workflows, SLUG.calendarDays, SLUG.sources, SLUG.teams, SLUG.posts, SLUG.memberships, SLUG.roles, SLUG.grants, SLUG.rules,
  SLUG.columns, SLUG.notices, SLUG.pages, SLUG.replies, SLUG.tags, SLUG.registers, SLUG.routines, SLUG.lifeEvents, SLUG.serviceCounters, SLUG.services,
]

const OWN = new Set(['id', 'office', 'path', 'createdAt', 'updatedAt', 'current', 'currentNumber', 'publishedAt', 'successors', 'closedAt', 'exclusive'])

const withoutIds = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutIds)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'id').map(([key, part]) => [key, withoutIds(part)]))
}

const isNested = ({ type }: FlattenedField): boolean => type === 'array' || type === 'blocks'

/** What only this kind of row says. */
const special = async (world: World, slug: Slug): Promise<Row> => {
  const model = await world.model()
  if (slug === SLUG.memberships) return { person: world.other, team: model.teams.all[0]?.id, units: [model.units.all[1]?.id] }
  if (slug === SLUG.grants) return { person: world.other, role: (await world.first(SLUG.roles)).id, reason: 'test' }
  if (slug === SLUG.calendarDays) return { date: '2031-03-03' }
  if (slug === SLUG.levels) return { order: model.levels.all.length + 1 }
  if (slug === SLUG.types) return { listed: false, prefix: 'ZZ' }
  if ([SLUG.rules, SLUG.notices, SLUG.pages].includes(slug as typeof SLUG.rules)) return { title: { zh: '新的一篇', en: 'A new one' } }
  return {}
}

/** A row like one that is there, under another code; localised words as `{zh, en}`. */
export const another = async (world: World, slug: Slug, code: string): Promise<Row> => {
  const fields = world.portal.payload.collections[slug].config.flattenedFields
  const like = slug === SLUG.memberships || slug === SLUG.grants ? {} : slug === SLUG.roles ? await world.plainRole() : await world.first(slug)
  const nested = new Set(fields.filter(isNested).map(({ name }) => name))
  const copied = Object.fromEntries(Object.entries(like).filter(([key]) => !OWN.has(key)).map(([key, value]) => [key, nested.has(key) ? withoutIds(value) : value]))
  const definition = 'definition' in copied ? { definition: { ...(copied.definition as Row), code } } : {}
  const coded = fields.some(({ name }) => name === 'code') ? { code } : {}
  return { ...copied, ...definition, ...coded, ...(await special(world, slug)) }
}

const blockFields = (world: World, field: FlattenedField, type: string): readonly FlattenedField[] => {
  const named = world.portal.payload.blocks[type as never] as { flattenedFields: FlattenedField[] } | undefined
  return named?.flattenedFields ?? (field.type === 'blocks' ? (field.blocks.find(({ slug }) => slug === type)?.flattenedFields ?? []) : [])
}

const inOne = (world: World, field: FlattenedField | undefined, value: unknown): unknown => {
  if (field && 'localized' in field && field.localized) return value && typeof value === 'object' && 'zh' in value ? value.zh : value
  if (!field || !isNested(field) || !Array.isArray(value)) return value
  return value.map((item: Row) => spoken(world, field.type === 'array' ? field.flattenedFields : blockFields(world, field, String(item.blockType)), item))
}

const spoken = (world: World, fields: readonly FlattenedField[], given: Row): Row =>
  Object.fromEntries(Object.entries(given).map(([key, value]) => [key, inOne(world, fields.find(({ name }) => name === key), value)]))

/** The same as Payload's own doors take it: words in one language. */
export const inChinese = (world: World, slug: Slug, row: Row): Row => spoken(world, world.portal.payload.collections[slug].config.flattenedFields, row)

/** One small change that every such row can take. */
export const smallChange = async (world: World, slug: Slug, id: string): Promise<{ studio: Row; admin: Row }> => {
  if (slug === SLUG.memberships || slug === SLUG.grants) return { studio: { until: '2031-01-01T00:00:00.000Z' }, admin: { until: '2031-01-01T00:00:00.000Z' } }
  const { definition } = await world.row(slug, id)
  // the name of a definition is its own: what the row is called follows
  if (definition && slug !== SLUG.routines) return { studio: {}, admin: { definition: { ...(definition as Row), name: { zh: '改过的名字', en: 'Changed' } } } }
  const field = [SLUG.rules, SLUG.notices, SLUG.pages, SLUG.replies].includes(slug as typeof SLUG.rules) ? 'title' : 'name'
  return { studio: { [field]: { zh: '改过的名字', en: 'Changed' } }, admin: { [field]: '改过的名字' } }
}

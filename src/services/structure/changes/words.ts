import { valueChanges } from '@/domain/package/diff'
import { SECTIONS } from '@/domain/package/sections'
import { say, type Words } from '@/domain/words'
import { t, tMaybe } from '@/i18n'
import { idOf } from '@/lib/idOf'
import type { ChangeSet } from '@/payload-types'
import type { Desk } from '@/services/desk/desk'
import { SLUG } from '@/slugs'
import type { OfficeModel } from '../load'
import { trailTo } from '../package/lines'
import { changeSaid } from '../package/said'
import { TABLE_OF } from '../package/target'
import { definitionTold, type Told } from './told'

type Row = Record<string, unknown>

const asRow = (value: unknown): Row | null => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : null)

const SECTION_OF = new Map<string, string>([
  ...SECTIONS.flatMap((section): [string, string][] => (section in TABLE_OF ? [[TABLE_OF[section as keyof typeof TABLE_OF], section]] : [])),
  [SLUG.offices, 'office'], [SLUG.limits, 'limits'], [SLUG.routing, 'routing'],
])

/** What a table is called. */
export const tableSaid = (table: string, { lang }: Pick<Desk, 'lang'>): string => {
  const section = SECTION_OF.get(table)
  if (section) return tMaybe(lang, `packages.section.${section}`) ?? table
  return tMaybe(lang, `packages.table.${table === SLUG.changes ? 'batch' : table}`) ?? t(lang, 'packages.table.other')
}

/** The tables one may look for, in the order people read them. */
export const TABLES: readonly string[] = [...SECTION_OF.keys(), SLUG.memberships, SLUG.grants, SLUG.users]

/** Names of rows that changes refer to by their ids. */
const namesOf = ({ units, categories, types, teams, posts, forms, workflows, sources, tags, levels, people }: OfficeModel): Map<string, Words | string> => {
  const names = new Map<string, Words | string>([...people.values()].map((person) => [person.id, person.name]))
  for (const table of [units, categories, types, teams, posts, forms, workflows, sources, tags, levels]) for (const row of table.all) names.set(row.id, row.name)
  return names
}

const ID = /^[0-9A-HJKMNP-TV-Z]{26}$/

const named = (value: unknown, names: ReadonlyMap<string, Words | string>): unknown => {
  if (Array.isArray(value)) return value.map((item) => named(item, names))
  const name = typeof value === 'string' && ID.test(value) ? names.get(value) : undefined
  return name ?? value
}

/** Worked out by the system, and no news to anybody. */
const QUIET: readonly string[] = ['path', 'current', 'currentNumber', 'publishedAt', 'nextAt', 'title', 'id', 'office', 'createdAt', 'updatedAt', 'passwordChangedAt']

const MOST = 12

type Sides = { old: Row; fresh: Row }

/** Rows of lists by their names, where they have one. */
const trailIn = (path: readonly string[], { old, fresh }: Sides, isGone: boolean) => trailTo(path, isGone ? old : fresh)

const fieldsTold = (desk: Desk, { old, fresh }: Sides): Told[] => {
  const names = namesOf(desk.model)
  const changes = valueChanges(old, fresh).filter(({ path }) => !QUIET.includes(path[0] ?? '') && !path.includes('id'))
  const said = changes.map(({ path, ...change }) =>
    changeSaid({ path, trail: trailIn(path, { old, fresh }, change.after === undefined), before: named(change.before, names), after: named(change.after, names) }, desk.lang))
  // what only the database tells apart is no difference to anybody
  return said.filter((one) => one.before !== one.after)
}

const without = (row: Row, fields: readonly string[]): Row => Object.fromEntries(Object.entries(row).filter(([field]) => !fields.includes(field)))

/** Field by field what a change did, in words; of a definition, what its editor would say. A row that was added or removed needs no more than its name. */
export const differences = (desk: Desk, { table, before, after }: Pick<ChangeSet, 'table' | 'before' | 'after'>): { values: Told[]; more: number } => {
  const [old, fresh] = [asRow(before), asRow(after)]
  if (!old || !fresh) return { values: [], more: 0 }
  const defined = definitionTold({ table, before: old, after: fresh }, desk)
  // a definition tells its name itself
  const sides = defined ? { old: without(old, ['definition', 'name']), fresh: without(fresh, ['definition', 'name']) } : { old, fresh }
  const told = [...(defined ?? []), ...fieldsTold(desk, sides)]
  return { values: told.slice(0, MOST), more: Math.max(0, told.length - MOST) }
}

export type ChangeKind = 'batch' | 'created' | 'updated' | 'deleted' | 'published'

const numberIn = (row: Row | null): number | undefined => (typeof row?.currentNumber === 'number' ? row.currentNumber : undefined)

/** What kind of change it was; `number` of the version that was published. */
export const kindOfChange = ({ id, batch, before, after }: ChangeSet): { kind: ChangeKind; number?: number } => {
  if (batch === id) return { kind: 'batch' }
  const [old, fresh] = [asRow(before), asRow(after)]
  if (!old) return { kind: 'created' }
  if (!fresh) return { kind: 'deleted' }
  const number = numberIn(fresh)
  return number !== undefined && idOf(old.current) !== idOf(fresh.current) ? { kind: 'published', number } : { kind: 'updated' }
}

/** What the row of a change is called: its words in the reader's language where the change holds them. */
export const labelSaid = ({ label, before, after }: ChangeSet, desk: Desk): string => {
  const row = asRow(after) ?? asRow(before)
  const name = asRow(row?.name) ?? asRow(row?.title)
  return name && typeof name.zh === 'string' ? say({ zh: name.zh, ...(typeof name.en === 'string' ? { en: name.en } : {}) }, desk.lang) : (label ?? '')
}

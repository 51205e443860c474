import { SECTIONS } from '@/domain/package/sections'
import { say } from '@/domain/words'
import { t, tMaybe } from '@/i18n'
import { idOf } from '@/lib/idOf'
import type { ChangeSet } from '@/payload-types'
import type { Desk } from '@/services/desk/desk'
import { SLUG } from '@/slugs'
import { TABLE_OF } from '../package/target'
import { definitionTold, type Teller, type Told } from './told'
import type { OfficeBook } from './told/officeBook'
import { plainTold, type Naming } from './told/plain'

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

const ID = /^[0-9A-HJKMNP-TV-Z]{26}$/

/** Rows of the database refer to others by their ids. */
const namingBy = (ids: OfficeBook['ids']): Naming => (value) => (ID.test(value) ? ids.get(value) : undefined)

/** Worked out by the system, and no news to anybody. */
const QUIET: readonly string[] = ['path', 'current', 'currentNumber', 'publishedAt', 'nextAt', 'title', 'id', 'office', 'createdAt', 'updatedAt', 'passwordChangedAt']

const MOST = 12

const without = (row: Row, fields: readonly string[]): Row => Object.fromEntries(Object.entries(row).filter(([field]) => !fields.includes(field)))

/** Who reads the changes of an office, and what its rows are called. */
export type Reading = { desk: Desk; names: OfficeBook }

/** Field by field what a change did, in words; of a definition, what its editor would say. A row that was added or removed needs no more than its name. */
export const differences = ({ desk: { lang }, names }: Reading, { table, before, after }: Pick<ChangeSet, 'table' | 'before' | 'after'>): { values: Told[]; more: number } => {
  const [old, fresh] = [asRow(before), asRow(after)]
  if (!old || !fresh) return { values: [], more: 0 }
  const teller: Teller = { lang, book: names.book }
  const defined = definitionTold({ table, before: old, after: fresh }, teller)
  // a definition tells its name itself
  const left = defined ? [...QUIET, 'definition', 'name'] : QUIET
  const told = [...(defined ?? []), ...plainTold({ before: without(old, left), after: without(fresh, left), teller, naming: namingBy(names.ids) })]
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

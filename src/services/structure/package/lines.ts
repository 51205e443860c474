import type { PayloadRequest } from 'payload'
import { countRows, findRows, type RowRequest } from '@/db/rows'
import type { RowChange, ValueChange } from '@/domain/package/diff'
import { isList, keyOf, LISTS, nameOf, rowsOf, type AnyRow, type ListSection, type Section } from '@/domain/package/sections'
import type { StructurePackage } from '@/domain/package/schema'
import type { Words } from '@/domain/words'
import { SLUG } from '@/slugs'
import { subjectOf, usesOf, type Use } from '../uses'
import type { Comparison } from './plan'
import type { Fate, Removal } from './removals'
import { TABLE_OF } from './target'

/** One thing that an import changes, as it is kept until somebody has decided. */
export type DiffLine = {
  section: Section
  key: string
  name?: Words
  kind: RowChange['kind']
  values: (ValueChange & { /** The path with the names of rows that have one. */ trail: (string | Words)[] })[]
  /** How many values more differ. */
  more: number
  fate?: Fate
  uses?: Use[]
  /** Open matters that stay on the version they began with. */
  flight?: number
}

export type ImportDiff = { lines: DiffLine[]; counts: { added: number; changed: number; removed: number; inUse: number } }

const MOST_VALUES = 30
const MOST_USES = 60
const LONGEST = 1500

/** Fields that name a row of a section by its code. */
const NAMES: Record<string, ListSection> = {
  level: 'levels', parent: 'units', matterType: 'matterTypes', matterTypes: 'matterTypes', lead: 'posts', form: 'forms', workflow: 'workflows', team: 'teams', unit: 'units', units: 'units', post: 'posts',
  column: 'noticeColumns', boundTeams: 'teams', category: 'categories', categories: 'categories', register: 'registers', viewers: 'roles', editors: 'roles',
}

type Lookup = (section: ListSection, code: string) => Words | undefined

const lookupIn = (...packages: StructurePackage[]): Lookup => {
  const names = new Map(packages.flatMap((pkg) => LISTS.flatMap((section) => rowsOf(pkg, section).map((row): [string, Words] => [`${section}:${keyOf(row)}`, nameOf(row)]))))
  return (section, code) => names.get(`${section}:${code}`)
}

const tooLong = (value: unknown): boolean => JSON.stringify(value ?? null).length > LONGEST

const sectionNamed = (section: Section, field: string): ListSection | undefined => (field === 'parent' && section === 'categories' ? 'categories' : NAMES[field])

/** A value for people: codes as names, what nobody could read left out. */
const shown = (value: unknown, named: (code: string) => Words | undefined): unknown => {
  if (tooLong(value)) return { long: true }
  if (typeof value === 'string') return named(value) ?? value
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.map((item: string) => named(item) ?? item) : value
}

const nameAt = (value: unknown): Words | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  const { name, label, title, heading } = value as Record<string, Words | undefined>
  return name ?? label ?? title ?? heading
}

/** The way to a value, rows by their names where they have one. */
export const trailTo = (path: readonly string[], row: unknown): (string | Words)[] => {
  let at: unknown = row
  return path.map((step) => {
    const named = Array.isArray(at) ? at.find((item: { code?: string; key?: string } | null) => item?.code === step || item?.key === step) as unknown : undefined
    const inside = typeof at === 'object' && at !== null ? (Array.isArray(at) ? (named ?? at[Number(step) - 1]) : (at as Record<string, unknown>)[step]) as unknown : undefined
    at = inside
    return nameAt(named) ?? step
  })
}

const valueShown = (change: ValueChange, { section, lookup, row }: { section: Section; lookup: Lookup; row: unknown }): DiffLine['values'][number] => {
  const of = sectionNamed(section, change.path.at(-1) ?? '')
  const named = (code: string) => (of ? lookup(of, code) : undefined)
  return { path: change.path, trail: trailTo(change.path, row), ...('before' in change ? { before: shown(change.before, named) } : {}), ...('after' in change ? { after: shown(change.after, named) } : {}) }
}

const FLIGHT: Partial<Record<Section, { kind: 'form' | 'workflow'; field: string }>> = { forms: { kind: 'form', field: 'formVersion' }, workflows: { kind: 'workflow', field: 'workflowVersion' } }

const flightOf = async (req: RowRequest, office: string, { section, key, kind }: RowChange): Promise<number> => {
  const of = FLIGHT[section]
  if (!of || kind !== 'changed') return 0
  const versions = await findRows(req, SLUG.definitions, { where: { and: [{ office: { equals: office } }, { kind: { equals: of.kind } }, { code: { equals: key } }] }, select: { code: true } })
  return versions.length === 0 ? 0 : countRows(req, SLUG.matters, { and: [{ [of.field]: { in: versions.map(({ id }) => id) } }, { open: { equals: true } }] })
}

const usesFor = async (req: RowRequest, section: ListSection, id: string): Promise<Use[]> => {
  const subject = await subjectOf(req as PayloadRequest, TABLE_OF[section], id)
  return subject ? usesOf(req as PayloadRequest, TABLE_OF[section], subject) : []
}

/** What becomes of a row that goes, and where it is used: asked for the first of them, since each asks every collection. */
const askedFor = (req: RowRequest, gone: ReadonlyMap<string, Removal>) => {
  let asked = 0
  return async ({ section, key, kind }: RowChange): Promise<Pick<DiffLine, 'fate' | 'uses'>> => {
    const removal = kind === 'removed' && isList(section) ? gone.get(`${TABLE_OF[section]}:${key}`) : undefined
    if (!removal || !isList(section)) return {}
    if (removal.fate === 'removed' || asked >= MOST_USES) return { fate: removal.fate }
    asked += 1
    return { fate: removal.fate, uses: await usesFor(req, section, removal.row.id) }
  }
}

const nameIn = ({ section, before, after }: RowChange): Words | undefined => (isList(section) ? nameOf((after ?? before) as AnyRow) : undefined)

/** What a comparison found, line by line, short enough to be kept and shown. */
export const linesOf = async (req: RowRequest, office: string, { before, after, changes, removals }: Comparison): Promise<ImportDiff> => {
  const lookup = lookupIn(before, after)
  const gone = new Map(removals.map((removal) => [`${removal.slug}:${removal.row.code ?? removal.row.date}`, removal]))
  const told = askedFor(req, gone)
  const lines: DiffLine[] = []
  for (const change of changes) {
    const { section, key, kind } = change
    const [flight, name] = [await flightOf(req, office, change), nameIn(change)]
    lines.push({
      section, key, kind, values: change.values.slice(0, MOST_VALUES).map((value) => valueShown(value, { section, lookup, row: change.after ?? change.before })), more: Math.max(0, change.values.length - MOST_VALUES),
      ...(name ? { name } : {}), ...(await told(change)), ...(flight > 0 ? { flight } : {}),
    })
  }
  const count = (kind: RowChange['kind']): number => lines.filter((line) => line.kind === kind).length
  return { lines, counts: { added: count('added'), changed: count('changed'), removed: count('removed'), inUse: lines.filter(({ fate }) => fate === 'closed' || fate === 'kept').length } }
}

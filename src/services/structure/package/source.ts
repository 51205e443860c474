import type { PayloadRequest } from 'payload'
import { findRows, type RowRequest } from '@/db/rows'
import { idOf } from '@/lib/idOf'
import { SLUG, type Slug } from '@/slugs'

/** A row as the database holds it: words in all languages, relations as ids. */
export type StoredRow = Record<string, unknown> & { id: string }

/** The collections whose rows packages carry, in the order in which rows can be written: what is named comes first. */
export const CARRIED = [
  SLUG.calendarDays, SLUG.sources, SLUG.roles, SLUG.levels, SLUG.units, SLUG.teams, SLUG.posts, SLUG.definitions, SLUG.forms, SLUG.workflows, SLUG.limits, SLUG.routing, SLUG.registers,
  SLUG.routines, SLUG.types, SLUG.categories, SLUG.rules, SLUG.columns, SLUG.notices, SLUG.pages, SLUG.replies, SLUG.tags,
  SLUG.lifeEvents, SLUG.serviceCounters, SLUG.services,
] as const satisfies readonly Slug[]
export type Carried = (typeof CARRIED)[number]

/** Every row of an office's structure, found by id and by code. */
export type Source = {
  office: StoredRow
  rows: (slug: Carried) => StoredRow[]
  byId: (slug: Carried, id: string) => StoredRow | undefined
  byCode: (slug: Carried, code: string) => StoredRow | undefined
  /** The number of the newest version ever published of a definition; 0: none. Of a draft that was removed too, whose versions stay. */
  newest: (kind: string, code: string) => number
}

type Table = { rows: StoredRow[]; byId: Map<string, StoredRow>; byCode: Map<string, StoredRow> }

/** What a row is found by: its date for a day, else its code. */
export const codeOfRow = (row: StoredRow): string => String(row.code ?? row.date ?? '')

const tableOf = (rows: StoredRow[]): Table => ({ rows, byId: new Map(rows.map((row) => [row.id, row])), byCode: new Map(rows.map((row) => [codeOfRow(row), row])) })

const EMPTY = tableOf([])

const newestOf = async (req: RowRequest | PayloadRequest, office: string): Promise<Source['newest']> => {
  const all = await findRows(req, SLUG.definitions, { where: { office: { equals: office } }, select: { kind: true, code: true, number: true } })
  const newest = new Map<string, number>()
  for (const { kind, code, number } of all) newest.set(`${kind} ${code}`, Math.max(number, newest.get(`${kind} ${code}`) ?? 0))
  return (kind, code) => newest.get(`${kind} ${code}`) ?? 0
}

/** Reads an office's structure as it is stored. Rows come in the order of their making. Versions that are not in force are left out. */
export const readSource = async (req: RowRequest | PayloadRequest, office: string): Promise<Source> => {
  const tables = new Map<Carried, Table>()
  const drafts: StoredRow[] = []
  for (const slug of CARRIED.filter((one) => one !== SLUG.definitions)) {
    const rows = (await findRows(req, slug, { where: { office: { equals: office } }, sort: 'id' })) as unknown as StoredRow[]
    tables.set(slug, tableOf(rows))
    drafts.push(...rows.filter(({ current }) => current))
  }
  const versions = drafts.flatMap(({ current }) => idOf(current) ?? [])
  tables.set(SLUG.definitions, tableOf((await findRows(req, SLUG.definitions, { where: { id: { in: versions } } })) as unknown as StoredRow[]))
  const [own] = (await findRows(req, SLUG.offices, { where: { id: { equals: office } }, limit: 1 })) as unknown as StoredRow[]
  if (!own) throw new Error('there is no such office')
  const table = (slug: Carried): Table => tables.get(slug) ?? EMPTY
  return { office: own, newest: await newestOf(req, office), rows: (slug) => table(slug).rows, byId: (slug, id) => table(slug).byId.get(id), byCode: (slug, code) => table(slug).byCode.get(code) }
}

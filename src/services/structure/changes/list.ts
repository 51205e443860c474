import type { Where } from 'payload'
import { findRows } from '@/db/rows'
import { keysetPage, keysetQuery, type KeysetOrder } from '@/db/keyset'
import { dayNumber, instantOf } from '@/domain/clocks/calendar'
import { t } from '@/i18n'
import { eachInTurn } from '@/lib/eachInTurn'
import { idOf } from '@/lib/idOf'
import type { ChangeSet } from '@/payload-types'
import type { Desk } from '@/services/desk/desk'
import { SLUG } from '@/slugs'
import { differences, kindOfChange, labelSaid, tableSaid, TABLES, type ChangeKind, type Reading } from './words'
import { closedTables } from './closed'
import { officeBook } from './told/officeBook'
import type { Told } from './told'
import { undoableFor } from '../undoing/may'

export type ChangeLine = {
  id: string; kind: ChangeKind; table: string; label: string; at: string; by?: string; reason?: string; count: number; number?: number
  values: Told[]; more: number
  /** The batch it is one of. */
  batch?: string
  undoneBy?: string; undoes?: string
  /** `others`: it can, by somebody with more rights; `needs` says which. */
  undo: 'can' | 'no' | 'others'
  needs?: string[]
}

export type ChangeFilter = { person?: string; table?: string; from?: string; until?: string; after?: string }

export type ChangesView = { lines: ChangeLine[]; next?: string; tables: { value: string; label: string }[]; people: { value: string; label: string }[]; filter: ChangeFilter }

const ORDER: KeysetOrder = { column: 'at', direction: 'desc' }
const PAGE = 30
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Heads of batches and what stands alone; one table's changes, each by itself, where one is asked for. */
const shape = (table: string | undefined): Where => (table ? { table: { equals: table } } : { or: [{ batch: { exists: false } }, { count: { exists: true } }] })

const dayWhere = (desk: Desk, { from, until }: ChangeFilter): Where[] => {
  const start = (date: string, later: number) => new Date(instantOf({ day: dayNumber(date) + later, minute: 0, calendar: desk.model.calendar })).toISOString()
  return [
    ...(from && DAY.test(from) ? [{ at: { greater_than_equal: start(from, 0) } }] : []),
    ...(until && DAY.test(until) ? [{ at: { less_than: start(until, 1) } }] : []),
  ]
}

const whereOf = (desk: Desk, filter: ChangeFilter): Where => ({
  and: [
    { office: { equals: desk.model.office.id } }, { table: { not_in: closedTables(desk.holds) } }, shape(filter.table), ...dayWhere(desk, filter),
    ...(filter.person ? [{ actor: { equals: filter.person } }] : []),
  ],
})

const undoOf = async (desk: Desk, change: ChangeSet): Promise<Pick<ChangeLine, 'undo' | 'needs'>> => {
  const found = await undoableFor(desk, change)
  return found.undo === 'others' ? { undo: 'others', needs: found.needs.map((right) => t(desk.lang, `studioRoles.permission.${right}`)) } : found
}

const said = <K extends string>(key: K, value: string | null | undefined): Partial<Record<K, string>> => (value ? { [key]: value } as Record<K, string> : {})

/** One change in the reader's words; whether it can be taken back is asked apart. */
export const lineOf = (reading: Reading, change: ChangeSet): ChangeLine => {
  const { desk } = reading
  const { kind, number } = kindOfChange(change)
  const by = desk.model.people.get(idOf(change.actor) ?? '')?.name
  return {
    id: change.id, kind, table: tableSaid(change.table, desk), label: labelSaid(change, desk), at: change.at, count: change.count ?? 0, ...differences(reading, change), undo: 'no',
    ...(number === undefined ? {} : { number }), ...said('by', by), ...said('reason', change.reason), ...said('batch', change.batch === change.id ? undefined : change.batch),
    ...said('undoneBy', change.undoneBy), ...said('undoes', change.undoes),
  }
}

/** One change with whether the reader may take it back. */
export const undoLineOf = async (reading: Reading, change: ChangeSet): Promise<ChangeLine> => ({ ...lineOf(reading, change), ...(await undoOf(reading.desk, change)) })

/** The changes of the structure, newest first, a page at a time. Errors: `invalid` for a place in the list that is none. */
export const changesView = async (desk: Desk, filter: ChangeFilter): Promise<ChangesView> => {
  const query = keysetQuery(ORDER, whereOf(desk, filter), filter.after)
  const found = await findRows({ payload: desk.payload }, SLUG.changes, { ...query, limit: PAGE + 1 })
  const { rows, next } = keysetPage({ order: ORDER, rows: found, limit: PAGE, valueOf: ({ at }) => at })
  const reading = { desk, names: await officeBook(desk) }
  const closed: readonly string[] = closedTables(desk.holds)
  return {
    lines: await eachInTurn(rows, (change) => undoLineOf(reading, change)), ...(next ? { next } : {}), filter,
    tables: TABLES.filter((table) => !closed.includes(table)).map((value) => ({ value, label: tableSaid(value, desk) })),
    people: [...desk.model.people.values()].map(({ id, name }) => ({ value: id, label: name })).sort((one, other) => one.label.localeCompare(other.label, 'zh')),
  }
}

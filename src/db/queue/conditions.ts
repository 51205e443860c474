import { accessFilter } from '../../domain/access/filter'
import type { FilterRow } from '../../domain/access/types'
import { pathRange } from '../../domain/grid/path'
import type { QueueClock, QueueFilters, QueueOwner, QueueQuestion } from './types'

/** Columns of a matter that conditions look at, by their field names. */
export type Column =
  | 'office' | 'open' | 'phase' | 'step' | 'path' | 'categoryPath' | 'participants' | 'confidentiality' | 'ownerUnit' | 'ownerTeam' | 'ownerPerson'
  | 'source' | 'tags' | 'receivedAt' | 'touchedAt' | 'archivedAt' | 'dueAt' | 'warnAt' | 'paused' | 'returns' | 'searchText'

/** A condition in neither engine's words. `range`: from ≤ column < below. `true` and `notTrue` are of yes/no columns that may be empty. */
export type Cond =
  | { op: 'eq'; column: Column; value: string }
  | { op: 'in'; column: Column; values: readonly string[] }
  | { op: 'range'; column: Column; from?: string; below?: string }
  | { op: 'contains'; column: Column; text: string }
  | { op: 'moreThan'; column: Column; value: number }
  | { op: 'empty' | 'filled' | 'true' | 'notTrue'; column: Column }
  | { op: 'and' | 'or'; of: Cond[] }

export const all = (...of: Cond[]): Cond => ({ op: 'and', of })
export const any = (...of: Cond[]): Cond => ({ op: 'or', of })

const under = (column: Column, path: string): Cond => ({ op: 'range', column, ...pathRange(path) })

const accessRow = (row: FilterRow): Cond => all(
  ...(row.unitPath ? [under('path', row.unitPath)] : []),
  ...(row.team ? [{ op: 'contains', column: 'participants', text: `|t:${row.team}|` } as const] : []),
  ...(row.person ? [{ op: 'contains', column: 'participants', text: `|p:${row.person}|` } as const] : []),
  ...(row.categoryPaths ? [any(...row.categoryPaths.map((path) => under('categoryPath', path)))] : []),
  ...(row.confidentiality ? [{ op: 'eq', column: 'confidentiality', value: row.confidentiality } as const] : []),
)

const isPlain = (row: FilterRow): boolean => Object.keys(row).length === 0

/** What the viewer may see, as a condition; undefined when nothing at all. */
export const accessCondition = ({ viewer, now }: Pick<QueueQuestion, 'viewer' | 'now'>): Cond | undefined => {
  const filter = accessFilter(viewer, 'matter.view', now)
  if (filter.kind === 'never') return undefined
  const office: Cond = { op: 'eq', column: 'office', value: filter.office }
  return filter.rows.some(isPlain) ? office : all(office, any(...filter.rows.map(accessRow)))
}

const RUNNING: Cond = all({ op: 'true', column: 'open' }, { op: 'notTrue', column: 'paused' })

/** The next instant a text can hold: "due now" is still in time. */
const after = (now: number): string => new Date(now + 1).toISOString()
const at = (now: number): string => new Date(now).toISOString()

const CLOCKS: Record<QueueClock, (now: number) => Cond> = {
  late: (now) => all(RUNNING, { op: 'range', column: 'dueAt', below: at(now) }),
  soon: (now) => all(RUNNING, { op: 'range', column: 'warnAt', below: after(now) }, { op: 'range', column: 'dueAt', from: at(now) }),
  running: (now) => all(RUNNING, { op: 'range', column: 'dueAt', from: at(now) }),
  paused: () => ({ op: 'true', column: 'paused' }),
  none: () => all({ op: 'empty', column: 'dueAt' }, { op: 'notTrue', column: 'paused' }),
}

/** What a clock filter means at a moment. */
export const clockCondition = (clock: QueueClock, now: number): Cond => CLOCKS[clock](now)

const OWNER_COLUMNS = { unit: 'ownerUnit', team: 'ownerTeam', person: 'ownerPerson' } as const

const ownerCondition = (owner: QueueOwner): Cond => {
  if (owner.kind === 'nobody') return all({ op: 'empty', column: 'ownerUnit' }, { op: 'empty', column: 'ownerTeam' }, { op: 'empty', column: 'ownerPerson' })
  if (owner.kind === 'share') return { op: 'contains', column: 'participants', text: `|p:${owner.id}|` }
  return { op: 'eq', column: OWNER_COLUMNS[owner.kind], value: owner.id }
}

const oneOf = (column: Column, values: readonly string[] | undefined): Cond[] => (values ? [{ op: 'in', column, values }] : [])
const anyOf = <T>(values: readonly T[] | undefined, make: (value: T) => Cond): Cond[] => (values ? [any(...values.map(make))] : [])
const between = (column: Column, from: string | undefined, below: string | undefined): Cond[] => (from || below ? [{ op: 'range', column, from, below }] : [])

const openOnly = ({ closed, phases }: QueueFilters): Cond[] => (closed || phases?.includes('archive') ? [] : [{ op: 'true', column: 'open' }])

/** The filters as conditions, all of which must hold. */
export const filterConditions = (filters: QueueFilters, now: number): Cond[] => [
  ...openOnly(filters),
  ...oneOf('phase', filters.phases),
  ...oneOf('step', filters.steps),
  ...oneOf('source', filters.sources),
  ...anyOf(filters.unitPaths, (path) => under('path', path)),
  ...anyOf(filters.categoryPaths, (path) => under('categoryPath', path)),
  ...anyOf(filters.owners, ownerCondition),
  ...anyOf(filters.clocks, (clock) => clockCondition(clock, now)),
  ...anyOf(filters.tags, (tag): Cond => ({ op: 'contains', column: 'tags', text: `|${tag}|` })),
  ...between('receivedAt', filters.receivedFrom, filters.receivedBelow),
  ...between('archivedAt', filters.archivedFrom, filters.archivedBelow),
  ...between('dueAt', undefined, filters.dueBelow),
  ...(filters.terms ?? []).map((text): Cond => ({ op: 'contains', column: 'searchText', text })),
  ...(filters.returned ? [{ op: 'moreThan', column: 'returns', value: 0 } as const] : []),
]

/** Access and filters together; undefined when the viewer sees nothing. */
export const questionCondition = (question: QueueQuestion): Cond | undefined => {
  const access = accessCondition(question)
  return access && all(access, ...filterConditions(question.filters, question.now))
}

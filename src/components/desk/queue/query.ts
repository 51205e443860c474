import { PHASES, type Phase } from '../../../domain/workflow/types'
import { CLOCK_FILTERS, QUEUE_SORTS, type ClockFilter, type QueueQuery, type QueueSort } from '../types'

const LISTS = ['category', 'phase', 'step', 'owner', 'source', 'clock', 'tag'] as const
const SINGLES = ['view', 'unit', 'from', 'to', 'closedOn', 'text', 'sort'] as const
const FLAGS = ['returned', 'closed'] as const

/** A query as address parameters, in a fixed order, without what is empty. */
export const queryString = (query: QueueQuery): string => {
  const found = new URLSearchParams()
  for (const name of SINGLES) if (query[name]) found.set(name, query[name])
  for (const name of LISTS) for (const value of query[name] ?? []) found.append(name, value)
  for (const name of FLAGS) if (query[name]) found.set(name, '1')
  return found.toString()
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const oneOf = <T extends string>(known: readonly T[], values: string[]): T[] => known.filter((value) => values.includes(value))

/** Keeps only what has a value, so that equal queries read equal. */
const compact = (query: QueueQuery): QueueQuery =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)))

/** A query from address parameters; what is not of the closed lists is dropped. Reads what `queryString` writes. */
export const parseQuery = (search: string | URLSearchParams): QueueQuery => {
  const given = new URLSearchParams(search)
  const text = (name: string) => given.get(name)?.trim().slice(0, 200) || undefined
  const day = (name: string) => (DAY.test(given.get(name) ?? '') ? (given.get(name) ?? undefined) : undefined)
  const list = (name: string) => [...new Set(given.getAll(name).filter(Boolean))].slice(0, 50)
  return compact({
    view: text('view'), unit: text('unit'), text: text('text'), from: day('from'), to: day('to'), closedOn: day('closedOn'),
    category: list('category'), step: list('step'), owner: list('owner'), source: list('source'), tag: list('tag'),
    phase: oneOf<Phase>(PHASES, given.getAll('phase')),
    clock: oneOf<ClockFilter>(CLOCK_FILTERS, given.getAll('clock')),
    sort: oneOf<QueueSort>(QUEUE_SORTS, given.getAll('sort'))[0],
    returned: given.get('returned') === '1' || undefined,
    closed: given.get('closed') === '1' || undefined,
  })
}

/** The query changed in some fields. Leaves its saved view, because it is no longer that one. */
export const changed = (query: QueueQuery, change: Partial<QueueQuery>): QueueQuery => {
  const { view, ...rest } = { ...query, ...change }
  const onlySort = Object.keys(change).every((name) => name === 'sort' || name === 'view')
  return compact(onlySort && view ? { ...rest, view } : rest)
}

/** How many conditions narrow the list, the sort apart. */
export const conditionCount = (query: QueueQuery): number =>
  Object.keys(compact(query)).filter((name) => name !== 'sort' && name !== 'view').length

export const sameQuery = (a: QueueQuery, b: QueueQuery): boolean => queryString(a) === queryString(b)

import type { QueueSort } from '../desk/types'

/** Names of the columns, in their order. They are the classes of their cells and the keys of what is remembered. */
export const COLUMNS = ['pick', 'number', 'title', 'category', 'unit', 'phase', 'owner', 'clock', 'source', 'tags', 'received', 'updated'] as const
export type ColumnName = (typeof COLUMNS)[number]

/** Always there. */
export const FIXED_COLUMNS: readonly ColumnName[] = ['pick', 'title', 'clock']

/** Hidden until somebody wants them. */
export const HIDDEN_AT_FIRST: readonly ColumnName[] = ['tags', 'received']

/** Server-side orders of the list, by the column that shows them. */
export const SORT_OF: Partial<Record<ColumnName, QueueSort>> = { clock: 'due', received: 'received', updated: 'updated' }

/** Most urgent first goes up; latest first goes down. */
export const sortDirection = (sort: QueueSort): 'ascending' | 'descending' => (sort === 'due' ? 'ascending' : 'descending')

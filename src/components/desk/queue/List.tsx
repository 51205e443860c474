'use client'

import type { ColumnVisibilityState, RowSelectionState, Updater } from '@tanstack/react-table'
import { MatterTable } from '../../tables/MatterTable'
import type { QueueSort } from '../types'
import { FaultBanner } from '../ui/Banner'
import { Bones } from '../ui/Empty'
import { useWords } from '../words'
import { DEFAULT_SORT } from './describe'
import { EmptyQueue } from './EmptyQueue'
import { conditionCount } from './query'
import type { QueueState } from './useQueue'

type ListProps = {
  state: QueueState
  newHref?: string
  heading: string
  selection: RowSelectionState
  onSelection: (updater: Updater<RowSelectionState>) => void
  columns: ColumnVisibilityState
  selectable: boolean
  cursor?: string
  onSort: (sort: QueueSort) => void
  onRetry: () => void
  onReset: () => void
}

/** The rows; or that they are on their way, that they did not come, or that there are none. Rows of the same question stay through a fault. */
export const List = ({ state, newHref, heading, columns, onRetry, onReset, ...rest }: ListProps) => {
  const say = useWords()
  const { query, page, busy, error } = state
  const none = !page.rows.length
  return (
    <>
      {error ? <div className="inside"><FaultBanner reading error={error} onRetry={onRetry} /></div> : null}
      {none && busy === 'list' ? <Bones label={say('common.loading')} lines={9} /> : null}
      {none && !busy && !error ? <EmptyQueue filtered={conditionCount(query) > 0} newHref={newHref} onReset={onReset} /> : null}
      {none ? null : <MatterTable caption={heading} rows={page.rows} sort={query.sort ?? DEFAULT_SORT} visibility={columns} {...rest} />}
    </>
  )
}

'use client'

import { useTable, type ColumnVisibilityState, type RowSelectionState, type Updater } from '@tanstack/react-table'
import { useMemo } from 'react'
import type { MatterRow, QueueSort } from '../desk/types'
import { SortContext } from './ColumnHead'
import { queueColumns } from './columns'
import { queueFeatures } from './features'
import { SORT_OF, sortDirection, type ColumnName } from './names'

type MatterTableProps = {
  caption: string
  rows: MatterRow[]
  sort: QueueSort
  onSort: (sort: QueueSort) => void
  selection: RowSelectionState
  onSelection: (updater: Updater<RowSelectionState>) => void
  visibility: ColumnVisibilityState
  selectable: boolean
  /** Id of the row the keyboard stands on. */
  cursor?: string
}

const rowId = (row: MatterRow) => row.id

/** Matters as a table; on a phone the same rows are cards (roles are written out, for a card's CSS takes a table's meaning away). */
export const MatterTable = ({ caption, rows, sort, onSort, selection, onSelection, visibility, selectable, cursor }: MatterTableProps) => {
  const state = useMemo(
    () => ({ rowSelection: selection, columnVisibility: selectable ? visibility : { ...visibility, pick: false } }),
    [selection, visibility, selectable],
  )
  const table = useTable({
    features: queueFeatures,
    columns: queueColumns,
    data: rows,
    getRowId: rowId,
    state,
    onRowSelectionChange: onSelection,
    enableRowSelection: selectable,
  })
  const context = useMemo(() => ({ sort, onSort }), [sort, onSort])
  return (
    <SortContext value={context}>
      <table className="table matters" role="table">
        <caption className="hidden">{caption}</caption>
        <thead role="rowgroup">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} role="row">
              {group.headers.map((header) => (
                <th key={header.id} scope="col" role="columnheader" className={`c-${header.id}`}
                  aria-sort={SORT_OF[header.id as ColumnName] === sort ? sortDirection(sort) : undefined}>
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody role="rowgroup">
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} role="row" className={row.id === cursor ? 'cursor' : undefined} data-selected={row.getIsSelected() || undefined}>
              {row.getVisibleCells().map((cell) => (
                <td key={cell.id} role="cell" className={`c-${cell.column.id}`}><table.FlexRender cell={cell} /></td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </SortContext>
  )
}

'use client'

import { columnVisibilityFeature, createColumnHelper, tableFeatures, useTable, type ColumnVisibilityState } from '@tanstack/react-table'
import { useMemo } from 'react'
import type { EntryLine, EntryQuery, FieldColumn } from '../../../services/registers/view'
import { ariaSort, hrefWith, turned } from './query'
import { useRegister, type SayRegister } from './words'

const features = tableFeatures({ columnVisibilityFeature })
const helper = createColumnHelper<typeof features, EntryLine>()

export type ColumnChoice = { id: string; label: string; fixed: boolean }

/** The columns of a register: its name and fields, then where it lies and how it stands. */
export const columnChoices = (columns: readonly FieldColumn[], titleKey: string | undefined, say: SayRegister): ColumnChoice[] => [
  { id: 'title', label: columns.find(({ key }) => key === titleKey)?.label ?? say('column.title'), fixed: true },
  { id: 'code', label: say('column.code'), fixed: false },
  ...columns.filter(({ key }) => key !== titleKey).map(({ key, label }) => ({ id: `q.${key}`, label, fixed: false })),
  { id: 'unit', label: say('column.unitName'), fixed: false },
  { id: 'address', label: say('column.address'), fixed: false },
  { id: 'reviewDue', label: say('column.review'), fixed: false },
  { id: 'editedAt', label: say('column.edited'), fixed: false },
]

const FIELDS_AT_FIRST = 3

/** What is shown before anybody chose: the name, the first fields, the place and the review. */
export const shownAtFirst = (choices: readonly ColumnChoice[], reviewed: boolean): ColumnVisibilityState => {
  const fields = choices.filter(({ id }) => id.startsWith('q.')).map(({ id }) => id)
  const hidden = ['code', 'address', ...fields.slice(FIELDS_AT_FIRST), ...(reviewed ? ['editedAt'] : ['reviewDue'])]
  return Object.fromEntries(hidden.map((id) => [id, false]))
}

const SORTED = (id: string): string | undefined => (id === 'unit' || id === 'address' ? undefined : id)

const ReviewCell = ({ line }: { line: EntryLine }) => {
  const say = useRegister()
  if (!line.active) return <span className="tag">{say('desk.closed')}</span>
  if (line.review === 'none') return null
  return <span className={line.review === 'late' ? 'tag late' : line.review === 'soon' ? 'tag warn' : 'muted'}>{line.review === 'fine' ? line.due : `${say(`review.${line.review}`)} ${line.due ?? ''}`}</span>
}

const textOf = (line: EntryLine, id: string): string => {
  if (id === 'code') return line.code
  if (id === 'unit') return line.unit ?? ''
  if (id === 'address') return line.address ?? ''
  return id === 'editedAt' ? line.editedAt : (line.cells[id.slice(2)] ?? '')
}

const Cell = ({ line, id }: { line: EntryLine; id: string }) => {
  if (id === 'title') return <a className="title" href={line.href}>{line.title || line.code}</a>
  return id === 'reviewDue' ? <ReviewCell line={line} /> : <span className="cell-text">{textOf(line, id)}</span>
}

type Props = { caption: string; rows: EntryLine[]; choices: ColumnChoice[]; visibility: ColumnVisibilityState; query: EntryQuery; path: string }

/** Entries as a table; on a phone the same rows are cards. */
export const EntryTable = ({ caption, rows, choices, visibility, query, path }: Props) => {
  const say = useRegister()
  const columns = useMemo(() => helper.columns(choices.map(({ id, label, fixed }) => helper.display({ id, header: () => label, enableHiding: !fixed, cell: ({ row }) => <Cell line={row.original} id={id} /> }))), [choices])
  const table = useTable({ features, columns, data: rows, getRowId: (row) => row.id, state: { columnVisibility: visibility } })
  const labels = useMemo(() => new Map(choices.map(({ id, label }) => [id, label])), [choices])
  return (
    <table className="table entries" role="table">
      <caption className="hidden">{caption}</caption>
      <thead role="rowgroup">
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id} role="row">
            {group.headers.map((header) => {
              const sorted = SORTED(header.id)
              return (
                <th key={header.id} scope="col" role="columnheader" aria-sort={sorted ? ariaSort(query.sort, sorted) : undefined}>
                  {sorted ? <a className="sort" href={hrefWith(path, { ...query, sort: turned(query.sort, sorted) })} aria-label={say('desk.sort', { column: labels.get(header.id) ?? '' })}><table.FlexRender header={header} /></a> : <table.FlexRender header={header} />}
                </th>
              )
            })}
          </tr>
        ))}
      </thead>
      <tbody role="rowgroup">
        {table.getRowModel().rows.map((row) => (
          <tr key={row.id} role="row" data-closed={row.original.active ? undefined : true}>
            {row.getVisibleCells().map((cell) => <td key={cell.id} role="cell" className={`e-${cell.column.id.replace('.', '-')}`} data-label={labels.get(cell.column.id)}><table.FlexRender cell={cell} /></td>)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

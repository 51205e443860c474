'use client'

import { createContext, useContext } from 'react'
import type { QueueSort } from '../desk/types'
import { useWords } from '../desk/words'
import { SORT_OF, sortDirection, type ColumnName } from './names'

/** The order the server gave the rows, and how to ask for another. */
export const SortContext = createContext<{ sort: QueueSort; onSort: (sort: QueueSort) => void } | undefined>(undefined)

export const ColumnHead = ({ name }: { name: ColumnName }) => {
  const say = useWords()
  const context = useContext(SortContext)
  const sort = SORT_OF[name]
  const text = say(`queue.column.${name}`)
  if (!sort || !context) return <>{text}</>
  const here = context.sort === sort
  return (
    <button type="button" className="sort" onClick={() => context.onSort(sort)} title={say(`queue.sort.${sort}`)}>
      {text}{here ? <span aria-hidden="true"> {sortDirection(sort) === 'ascending' ? '↑' : '↓'}</span> : null}
    </button>
  )
}

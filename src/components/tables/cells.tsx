'use client'

import type { Row, Table } from '@tanstack/react-table'
import { useEffect, useRef } from 'react'
import type { MatterRow, NodeRef } from '../desk/types'
import { ClockLine, NoClock } from '../desk/ui/Clock'
import { Hidden, OwnerMark, PhaseMark, Tag, unitWord, When } from '../desk/ui/marks'
import { useWords } from '../desk/words'
import type { queueFeatures } from './features'

type Features = typeof queueFeatures
type RowProps = { row: MatterRow }

/** The last part of a number: what people say to each other ("04071"). */
export const shortNumber = (number: string): { head: string; tail: string } => {
  const cut = number.lastIndexOf('-') + 1
  return { head: number.slice(0, cut), tail: number.slice(cut) }
}

export const PickAll = ({ table }: { table: Table<Features, MatterRow> }) => {
  const say = useWords()
  const ref = useRef<HTMLInputElement>(null)
  const all = table.getIsAllRowsSelected()
  const some = table.getIsSomeRowsSelected()
  useEffect(() => {
    if (ref.current) ref.current.indeterminate = some && !all
  }, [some, all])
  return <input ref={ref} type="checkbox" aria-label={say('queue.pickAll', { n: table.options.data.length })} checked={all} onChange={table.getToggleAllRowsSelectedHandler()} />
}

export const PickCell = ({ row }: { row: Row<Features, MatterRow> }) => {
  const say = useWords()
  return <input type="checkbox" aria-label={say('queue.pick', { number: row.original.number })} checked={row.getIsSelected()} onChange={row.getToggleSelectedHandler()} />
}

export const NumberCell = ({ row }: RowProps) => {
  const { head, tail } = shortNumber(row.number)
  return <><Hidden>{head}</Hidden><span title={row.number}>{tail}</span></>
}

export const TitleCell = ({ row }: RowProps) => {
  const say = useWords()
  const meta = [row.category.name, row.unit && unitWord(row.unit)].filter(Boolean).join(' · ')
  return (
    <>
      <a className="title" href={row.href} data-row={row.id}>
        {row.returns > 0 ? <><Tag icon="back">{say('queue.returnedTimes', { n: row.returns })}</Tag>{' '}</> : null}
        {row.restricted ? <><Tag icon="lock">{say('matter.restricted')}</Tag>{' '}</> : null}
        {row.title}
      </a>
      <small className="sub one">
        <span className="in-card">{shortNumber(row.number).tail} · </span>
        {meta}
        <span className="not-card"> · {row.source} · <When at={row.updatedAt} ago /></span>
      </small>
    </>
  )
}

/** A node of a tree in two lines: its root above, itself below. */
const NodeCell = ({ node }: { node?: NodeRef }) => {
  if (!node) return null
  const root = node.above[0]
  return root ? <span title={[...node.above, node.name].join(' › ')}><span className="one">{root}</span><small className="one">{node.name}</small></span> : <span className="one">{node.name}</span>
}

export const UnitCell = ({ row: { unit } }: RowProps) => <NodeCell node={unit ? { ...unit, above: unit.above.slice(-1) } : undefined} />
export const CategoryCell = ({ row }: RowProps) => <NodeCell node={row.category} />
export const StepCell = ({ row }: RowProps) => <span title={row.step}><PhaseMark phase={row.phase} /></span>
export const OwnerCell = ({ row }: RowProps) => <OwnerMark owner={row.owner} />
export const ClockCell = ({ row }: RowProps) => (row.clock ? <ClockLine clock={row.clock} /> : <NoClock />)
export const SourceCell = ({ row }: RowProps) => <span className="two">{row.source}</span>
export const TagsCell = ({ row }: RowProps) => <span className="two">{row.tags.join(useWords()('common.comma'))}</span>
export const TimeCell = ({ at, word }: { at: number; word?: string }) => <><When at={at} ago />{word ? <small className="one">{word}</small> : null}</>

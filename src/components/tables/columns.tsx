'use client'

import { createColumnHelper } from '@tanstack/react-table'
import type { MatterRow } from '../desk/types'
import { CategoryCell, ClockCell, NumberCell, OwnerCell, PickAll, PickCell, SourceCell, StepCell, TagsCell, TimeCell, TitleCell, UnitCell } from './cells'
import { ColumnHead } from './ColumnHead'
import type { queueFeatures } from './features'
import type { ColumnName } from './names'

const helper = createColumnHelper<typeof queueFeatures, MatterRow>()

const head = (name: ColumnName) => () => <ColumnHead name={name} />

export const queueColumns = helper.columns([
  helper.display({ id: 'pick', enableHiding: false, header: ({ table }) => <PickAll table={table} />, cell: ({ row }) => <PickCell row={row} /> }),
  helper.accessor('number', { id: 'number', header: head('number'), cell: ({ row }) => <NumberCell row={row.original} /> }),
  helper.accessor('title', { id: 'title', enableHiding: false, header: head('title'), cell: ({ row }) => <TitleCell row={row.original} /> }),
  helper.display({ id: 'category', header: head('category'), cell: ({ row }) => <CategoryCell row={row.original} /> }),
  helper.display({ id: 'unit', header: head('unit'), cell: ({ row }) => <UnitCell row={row.original} /> }),
  helper.accessor('phase', { id: 'phase', header: head('phase'), cell: ({ row }) => <StepCell row={row.original} /> }),
  helper.display({ id: 'owner', header: head('owner'), cell: ({ row }) => <OwnerCell row={row.original} /> }),
  helper.display({ id: 'clock', enableHiding: false, header: head('clock'), cell: ({ row }) => <ClockCell row={row.original} /> }),
  helper.accessor('source', { id: 'source', header: head('source'), cell: ({ row }) => <SourceCell row={row.original} /> }),
  helper.display({ id: 'tags', header: head('tags'), cell: ({ row }) => <TagsCell row={row.original} /> }),
  helper.accessor('receivedAt', { id: 'received', header: head('received'), cell: ({ row }) => <TimeCell at={row.original.receivedAt} /> }),
  helper.accessor('updatedAt', { id: 'updated', header: head('updated'), cell: ({ row }) => <TimeCell at={row.original.updatedAt} word={row.original.lastEvent} /> }),
])

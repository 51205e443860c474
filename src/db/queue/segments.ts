import { DomainError } from '../../domain/errors'
import { decodeCursor, encodeCursor, type KeysetOrder } from '../keyset'
import type { Cond } from './conditions'
import type { QueueRow, QueueSort } from './types'

/** A run of a list with one order. Lists by due date are three runs: running clocks, standing ones, none at all. */
export type Segment = { order: KeysetOrder & { column: 'dueAt' | 'receivedAt' | 'touchedAt' }; where: Cond[] }

export const SEGMENTS: Record<QueueSort, readonly Segment[]> = {
  due: [
    { order: { column: 'dueAt', direction: 'asc' }, where: [{ op: 'notTrue', column: 'paused' }, { op: 'filled', column: 'dueAt' }] },
    { order: { column: 'receivedAt', direction: 'asc' }, where: [{ op: 'true', column: 'paused' }] },
    { order: { column: 'receivedAt', direction: 'desc' }, where: [{ op: 'notTrue', column: 'paused' }, { op: 'empty', column: 'dueAt' }] },
  ],
  received: [{ order: { column: 'receivedAt', direction: 'desc' }, where: [] }],
  updated: [{ order: { column: 'touchedAt', direction: 'desc' }, where: [] }],
}

export type Start = { segment: number; after?: { value: string; id: string } }

const refuse = (): never => {
  throw new DomainError('invalid', {}, [{ field: 'after', code: 'wrong' }])
}

/** Where a page begins. Errors: `invalid` for a cursor that is none of this sort's. */
export const startOf = (sort: QueueSort, cursor: string | undefined): Start => {
  if (cursor === undefined) return { segment: 0 }
  const [, index = '', rest = ''] = /^(\d)\.(.+)$/.exec(cursor) ?? []
  const segment = SEGMENTS[sort][Number(index)]
  if (index === '' || !segment) return refuse()
  const { value, id } = decodeCursor(segment.order, rest)
  return typeof value === 'string' ? { segment: Number(index), after: { value, id } } : refuse()
}

type ReadSegment = (segment: Segment, after: Start['after'], limit: number) => Promise<QueueRow[]>

const cursorOf = (index: number, { order }: Segment, row: QueueRow): string =>
  `${index}.${encodeCursor(order, { value: row[order.column] ?? null, id: row.id })}`

/** Reads one page over the runs of a list, each with its own order. */
export const readPage = async (args: { sort: QueueSort; after?: string; limit: number; read: ReadSegment }): Promise<{ rows: QueueRow[]; next?: string }> => {
  const { sort, limit, read } = args
  const start = startOf(sort, args.after)
  const rows: { row: QueueRow; index: number }[] = []
  const segments = SEGMENTS[sort]
  for (let index = start.segment; index < segments.length && rows.length <= limit; index += 1) {
    const segment = segments[index]
    if (!segment) break
    const found = await read(segment, index === start.segment ? start.after : undefined, limit + 1 - rows.length)
    rows.push(...found.map((row) => ({ row, index })))
  }
  const last = rows[limit - 1]
  const segment = last && segments[last.index]
  const more = rows.length > limit && last && segment ? { next: cursorOf(last.index, segment, last.row) } : {}
  return { rows: rows.slice(0, limit).map(({ row }) => row), ...more }
}

import type { Where } from 'payload'

import { DomainError } from '../domain/errors'

export type KeysetOrder = {
  /** The column sorted by. Rows of one value are ordered by id. */
  column: string
  direction: 'asc' | 'desc'
  /** Whether the column may be empty. Empty comes first when ascending, last when descending, on both engines. */
  nullable?: boolean
}

type Value = string | number | null
type Position = { value: Value; id: string }

const MAX_CURSOR_LENGTH = 1024

const refuse = (): never => {
  throw new DomainError('invalid', {}, [{ field: 'cursor', code: 'invalid' }])
}

const isValue = (value: unknown): value is Value =>
  value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))

const isTuple = (parts: unknown): parts is [unknown, unknown, Value, string] =>
  Array.isArray(parts) && parts.length === 4 && isValue(parts[2]) && typeof parts[3] === 'string'

/** Where a page ended, as one opaque word that fits into an address. It holds the order too, so it cannot be used with another. */
export const encodeCursor = ({ column, direction }: KeysetOrder, { value, id }: Position): string =>
  Buffer.from(JSON.stringify([column, direction, value, id]), 'utf8').toString('base64url')

const parse = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return refuse()
    throw error
  }
}

/** The position in a cursor. Errors: DomainError `invalid` when it is not one of ours, or of another order. */
export const decodeCursor = ({ column, direction, nullable = false }: KeysetOrder, cursor: string): Position => {
  if (cursor.length > MAX_CURSOR_LENGTH) return refuse()
  const parts: unknown = parse(cursor)
  if (!isTuple(parts)) return refuse()
  const [itsColumn, itsDirection, value, id] = parts
  if (itsColumn !== column || itsDirection !== direction) return refuse()
  return value === null && !nullable ? refuse() : { value, id }
}

/** The sort of a query in this order, for Payload's `sort`. */
export const keysetSort = ({ column, direction }: KeysetOrder): string[] => {
  const sign = direction === 'desc' ? '-' : ''
  return [`${sign}${column}`, `${sign}id`]
}

const beyondNull = (column: string, direction: 'asc' | 'desc', idBeyond: Where): Where => {
  const restOfEmpty: Where = { and: [{ [column]: { exists: false } }, idBeyond] }
  return direction === 'asc' ? { or: [restOfEmpty, { [column]: { exists: true } }] } : restOfEmpty
}

/**
 * The condition for rows beyond a position. Its first part is one range over (column, id), so that an index finds the place
 * instead of counting up to it.
 */
const beyond = ({ column, direction, nullable = false }: KeysetOrder, { value, id }: Position): Where => {
  const strictly = direction === 'desc' ? 'less_than' : 'greater_than'
  const idBeyond: Where = { id: { [strictly]: id } }
  if (value === null) return beyondNull(column, direction, idBeyond)
  const range: Where = {
    and: [{ [column]: { [`${strictly}_equal`]: value } }, { or: [{ [column]: { [strictly]: value } }, idBeyond] }],
  }
  return nullable && direction === 'desc' ? { or: [range, { [column]: { exists: false } }] } : range
}

/** Condition and sort of one page. Errors: DomainError `invalid` for a cursor that is not one of this order. */
export const keysetQuery = (order: KeysetOrder, where: Where, cursor?: string): { where: Where; sort: string[] } => ({
  where: cursor === undefined ? where : { and: [where, beyond(order, decodeCursor(order, cursor))] },
  sort: keysetSort(order),
})

/**
 * Cuts a page from rows that were read with `limit + 1`, and makes the cursor of the next one, or none on the last page.
 * `valueOf` gives a row's value of the order's column.
 */
export const keysetPage = <R extends { id: string }>(args: {
  order: KeysetOrder
  rows: readonly R[]
  limit: number
  valueOf: (row: R) => Value | undefined
}): { rows: R[]; next: string | undefined } => {
  const { order, rows, limit, valueOf } = args
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  if (rows.length <= limit || last === undefined) return { rows: page, next: undefined }
  return { rows: page, next: encodeCursor(order, { value: valueOf(last) ?? null, id: last.id }) }
}

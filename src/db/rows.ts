import {
  type CollectionSlug,
  type DataFromCollectionSlug,
  type RequiredDataFromCollectionSlug,
  type SelectType,
  type Sort,
  ValidationError,
  type Where,
} from 'payload'

import { DomainError } from '../domain/errors'
import { now } from '../lib/clock'
import { causes } from './faults'
import { newId } from './ids'
import { mergeForWrite } from './partial'
import { portalOf } from './portal'
import { isPlain, plainInsert } from './sqlite/plainInsert'
import { withRowIds } from './rowIds'
import type { RowRequest } from './rowRequest'
import { isInTransaction, withTransaction } from './transaction'
import { written } from './written'

/** A new row. Whatever is not given is made: the id, and both times from the portal's clock. */
export type NewRow<S extends CollectionSlug> = RequiredDataFromCollectionSlug<S> & { id?: string; createdAt?: string; updatedAt?: string }
export type RowChange<S extends CollectionSlug> = Partial<Omit<DataFromCollectionSlug<S>, 'id' | 'createdAt'>>

export type { RowRequest }

export type RowQuery = {
  where?: Where
  /** Give the id as last column where the order must not change between two reads. */
  sort?: Sort
  /** Default: all. */
  limit?: number
  select?: SelectType
}

const timestamp = (): string => new Date(now()).toISOString()

// several statements may make one row, so each write is a transaction, its own or the caller's
const inTransaction = async <T>(req: RowRequest, work: (req: RowRequest) => Promise<T>): Promise<T> =>
  (await isInTransaction(req)) ? work(req) : withTransaction(req.payload, work)

// a copy, because the adapters change what they are given
const own = ({ payload }: RowRequest, collection: CollectionSlug, data: Record<string, unknown>): Record<string, unknown> =>
  withRowIds(payload.collections[collection]?.config.flattenedFields ?? [], structuredClone(data))

/** True for the refusal of a row whose unique value exists already. */
export const isNotUnique = (error: unknown): boolean => error instanceof DomainError && error.detail.fault === 'notUnique'

// below Payload's hooks and validation, a ValidationError can only be a unique index; which one, no engine says reliably
const isTwin = (error: unknown): boolean =>
  error instanceof ValidationError ||
  causes(error).some((cause) => cause instanceof Error && 'code' in cause && (cause.code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || cause.code === 'SQLITE_CONSTRAINT_UNIQUE'))

const refuseTwin = (error: unknown): never => {
  if (!isTwin(error)) throw error
  const conflict = new DomainError('conflict', { fault: 'notUnique' })
  conflict.cause = error
  throw conflict
}

type Row = Record<string, unknown> & { id: string }

const complete = (req: RowRequest, collection: CollectionSlug, data: Record<string, unknown>): Row => {
  const id = typeof data.id === 'string' ? data.id : newId()
  const createdAt = data.createdAt ?? timestamp()
  return { ...own(req, collection, data), id, createdAt, updatedAt: data.updatedAt ?? createdAt }
}

const write = async (req: RowRequest, collection: CollectionSlug, rows: Row[]): Promise<void> => {
  if (portalOf(req.payload).engine === 'sqlite' && isPlain(req, collection)) return plainInsert(req, collection, rows)
  for (const data of rows) await req.payload.db.create({ collection, data, req, returning: false })
}

/**
 * Writes a row below Payload's hooks and access: for rows that only services write. Returns its id.
 * Errors: DomainError `conflict` (`isNotUnique`) when a unique value exists already; the transaction must then be given up.
 */
export const insertRow = async <S extends CollectionSlug>(req: RowRequest, collection: S, data: NewRow<S>): Promise<string> =>
  (await insertRows(req, collection, [data]))[0] ?? ''

/** Writes rows in their order, on SQLite in one statement where the table allows it. Returns their ids. Errors as `insertRow`. */
export const insertRows = <S extends CollectionSlug>(req: RowRequest, collection: S, rows: readonly NewRow<S>[]): Promise<string[]> =>
  inTransaction(req, async (inner) => {
    if (rows.length === 0) return []
    const whole = rows.map((data) => complete(inner, collection, data))
    await write(inner, collection, whole).catch(refuseTwin)
    await written(inner, collection)
    return whole.map(({ id }) => id)
  })

/** Rows below Payload's access: relations are ids, localised fields hold all languages. */
export const findRows = async <S extends CollectionSlug>(req: RowRequest, collection: S, query: RowQuery = {}): Promise<DataFromCollectionSlug<S>[]> => {
  const { where, sort, limit = 0, select } = query
  // the adapters add to the sort they are given
  const order = Array.isArray(sort) ? [...sort] : sort
  const { docs } = await req.payload.db.find<DataFromCollectionSlug<S>>({ collection, where, sort: order, limit, select, pagination: false, req })
  return docs
}

/** The first row of a query, or undefined. */
export const findRow = async <S extends CollectionSlug>(
  req: RowRequest,
  collection: S,
  query: Omit<RowQuery, 'limit'>,
): Promise<DataFromCollectionSlug<S> | undefined> => (await findRows(req, collection, { ...query, limit: 1 }))[0]

/** How many rows answer to the condition. */
export const countRows = async (req: RowRequest, collection: CollectionSlug, where?: Where): Promise<number> =>
  (await req.payload.db.count({ collection, where, req })).totalDocs

type Change = { req: RowRequest; collection: CollectionSlug; where: Where; data: Record<string, unknown> }

// nobody else writes between the two statements: the transaction has the only writer
const compareAndSetOnSqlite = async ({ req, collection, where, data }: Change): Promise<0 | 1> => {
  const { payload } = req
  const { docs } = await payload.db.find<{ id: string }>({ collection, where, limit: 1, pagination: false, req, select: { id: true } })
  const found = docs[0]
  if (found === undefined) return 0
  const whole = await mergeForWrite({ req, collection, id: found.id, data })
  await payload.db.updateOne({ collection, id: found.id, data: whole, req, returning: false })
  return 1
}

// one statement that finds and changes: two transactions cannot both match
const compareAndSetOnMongo = async ({ req, collection, where, data }: Change): Promise<0 | 1> => {
  const changed: unknown = await req.payload.db.updateOne({ collection, where, data, req, select: { id: true } })
  return changed === null || changed === undefined ? 0 : 1
}

/**
 * Compare and set: changes one row that answers to the condition (id and expected revision, or id and "unclaimed"), and
 * returns how many rows changed, 0 or 1. Of any number of competitors exactly one gets a 1.
 * Errors: DomainError `conflict` (`isNotUnique`) when a unique value exists already.
 */
export const updateRowIf = <S extends CollectionSlug>(req: RowRequest, collection: S, where: Where, data: RowChange<S>): Promise<0 | 1> =>
  inTransaction(req, async (inner) => {
    const change = { updatedAt: timestamp(), ...own(inner, collection, data) }
    const compareAndSet = portalOf(inner.payload).engine === 'sqlite' ? compareAndSetOnSqlite : compareAndSetOnMongo
    const changed = await compareAndSet({ req: inner, collection, where, data: change }).catch(refuseTwin)
    if (changed === 1) await written(inner, collection)
    return changed
  })

/** Deletes the rows that answer to the condition. */
export const deleteRows = (req: RowRequest, collection: CollectionSlug, where: Where): Promise<void> =>
  inTransaction(req, async (inner) => {
    await inner.payload.db.deleteMany({ collection, where, req: inner })
    await written(inner, collection)
  })

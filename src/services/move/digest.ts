import { createHash } from 'node:crypto'
import type { CollectionSlug, Payload } from 'payload'
import { canonical } from '@/domain/canonical'
import { keepsIds, rowsIn, versionsIn } from './rows'

/** How many rows there are, and a digest over all they hold. */
export type Sum = { rows: number; digest: string }

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0) || (typeof value === 'object' && !(value instanceof Date) && !Array.isArray(value) && Object.keys(value).length === 0)

/** What a row says, whatever the engine calls what is not there. */
export const plain = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, item]) => [key, plain(item)] as const)
  return Object.fromEntries(entries.filter(([, item]) => !isEmpty(item)))
}

type Row = Record<string, unknown>

/** What a row says: free data as it is to the last null, because digests are over it; all else whatever the engine calls what is not there. */
export const said = ({ collections }: Payload, collection: CollectionSlug, row: Row): Row => {
  const free = new Set<string>(collections[collection].config.flattenedFields.filter(({ type }) => type === 'json').map(({ name }) => name))
  const entries = Object.entries(row).map(([key, value]) => [key, free.has(key) ? value : plain(value)] as const)
  return Object.fromEntries(entries.filter(([, value]) => !isEmpty(value)))
}

const summed = async (pieces: AsyncGenerator<Row[]>, read: (row: Row) => Row): Promise<Sum> => {
  const digests: string[] = []
  for await (const piece of pieces) for (const row of piece) digests.push(createHash('sha256').update(canonical(read(row))).digest('hex'))
  // in the order of their digests, because no order is the same on both engines for all of them
  return { rows: digests.length, digest: createHash('sha256').update(digests.sort().join()).digest('hex') }
}

/** What a collection holds, read back as the portal reads it. */
export const sumOf = (payload: Payload, collection: CollectionSlug): Promise<Sum> => summed(rowsIn(payload, collection), ({ id, ...rest }) => said(payload, collection, keepsIds(collection) ? { id, ...rest } : rest))

/** What the versions of its rows hold. Versions have ids of their own on each engine. */
export const versionSumOf = (payload: Payload, collection: CollectionSlug): Promise<Sum> =>
  summed(versionsIn(payload, collection) as AsyncGenerator<Row[]>, ({ parent, version, createdAt, latest }) => ({ parent, version: said(payload, collection, version as Row), createdAt, latest: latest === true }))

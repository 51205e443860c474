import type { CollectionSlug, Payload, TypeWithID, TypeWithVersion } from 'payload'
import { withTransaction } from '@/db/transaction'

type Row = Record<string, unknown> & { id: string }
type Version = TypeWithVersion<TypeWithID & Record<string, unknown>> & { latest?: boolean }

const STRETCH = 100

/** Of Payload's own: who has a page open, and which tables were made how. Neither is of use elsewhere. */
const LEFT: readonly string[] = ['payload-locked-documents', 'payload-migrations']

/** How somebody likes the lists of the administration; their ids mean nothing. */
const WITHOUT_ID: readonly string[] = ['payload-preferences', 'payload-kv']

export const keepsIds = (collection: string): boolean => !WITHOUT_ID.includes(collection)

/** Everything that moves. */
export const movedCollections = ({ collections }: Payload): CollectionSlug[] => (Object.keys(collections) as CollectionSlug[]).filter((slug) => !LEFT.includes(slug))

/** All rows of a collection as they are stored, by id. */
export async function* rowsIn(payload: Payload, collection: CollectionSlug): AsyncGenerator<Row[]> {
  for (let after = ''; ; ) {
    const { docs } = await payload.db.find<Row>({ collection, where: after ? { id: { greater_than: after } } : {}, sort: ['id'], limit: STRETCH, pagination: false, req: { payload } })
    if (docs.length === 0) return
    yield docs
    after = String(docs.at(-1)?.id)
  }
}

/** Versions of one row, the oldest first. */
const versionsOf = async (payload: Payload, collection: CollectionSlug, parent: string): Promise<Version[]> => {
  const { docs } = await payload.db.findVersions({ collection, where: { parent: { equals: parent } }, sort: ['createdAt'], pagination: false, limit: 0, req: { payload } })
  return docs as Version[]
}

/** Versions of the rows of a collection, row by row; none where it keeps none. */
export async function* versionsIn(payload: Payload, collection: CollectionSlug): AsyncGenerator<Version[]> {
  if (!payload.collections[collection].config.versions) return
  for await (const rows of rowsIn(payload, collection)) for (const { id } of rows) yield await versionsOf(payload, collection, id)
}

/** What SQLite calls empty is not there at all on MongoDB, where a value that may stand once only may not be empty twice. Below a column nothing is touched: digests are over it. */
const filled = <T extends object>(row: T): T => structuredClone(Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T)

/** Writes rows as they were, ids and times included. */
export const writeRows = (payload: Payload, collection: CollectionSlug, rows: readonly Row[]): Promise<void> =>
  withTransaction(payload, async (req) => {
    for (const { id, ...rest } of rows.map(filled)) await payload.db.create({ collection, data: keepsIds(collection) ? { id, ...rest } : rest, req, returning: false })
  })

export const writeVersions = (payload: Payload, collectionSlug: CollectionSlug, versions: readonly Version[]): Promise<void> =>
  withTransaction(payload, async (req) => {
    for (const { parent, version, createdAt, updatedAt } of versions.map(filled)) {
      await payload.db.createVersion({ collectionSlug, parent, versionData: version, autosave: false, createdAt: String(createdAt), updatedAt: String(updatedAt), req, returning: false })
    }
  })

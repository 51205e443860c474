import type { CollectionSlug, PayloadRequest } from 'payload'
import { afterCommit } from './transaction'
import type { RowRequest } from './rowRequest'

const KEY = Symbol.for('portal.written')
type Listeners = Map<CollectionSlug, () => void>
type Holder = { [KEY]?: Listeners }

/** On `globalThis`: what is bundled apart writes the same rows. */
const listeners = (): Listeners => ((globalThis as Holder)[KEY] ??= new Map())

/** Tells a listener of every committed write to rows of these collections, below Payload's hooks, wherever it comes from. Replaces the one before. */
export const onWritten = (collections: readonly CollectionSlug[], listener: () => void): void => {
  for (const collection of collections) listeners().set(collection, listener)
}

/** Rows of a collection were written by this request: whoever listens is told once they are committed. */
export const written = async (req: RowRequest, collection: CollectionSlug): Promise<void> => {
  const listener = listeners().get(collection)
  if (listener) await afterCommit(req as PayloadRequest, listener)
}

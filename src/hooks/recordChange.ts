import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'
import { writeChangeSet } from '../services/structure/changeSet'

/** Every change of structure is kept: who, when, before, after (decisions.md 5). */
export const recordChange: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, collection, req }) => {
  await writeChangeSet({ req, collection: collection.slug, target: String(doc.id), before: operation === 'create' ? null : previousDoc, after: doc })
  return doc
}

export const recordRemoval: CollectionAfterDeleteHook = async ({ doc, collection, req }) => {
  await writeChangeSet({ req, collection: collection.slug, target: String(doc.id), before: doc, after: null })
  return doc
}

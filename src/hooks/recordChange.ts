import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, CollectionBeforeChangeHook, CollectionBeforeDeleteHook, CollectionConfig, CollectionSlug, PayloadRequest } from 'payload'
import { findRow } from '../db/rows'
import { writeChangeSet } from '../services/structure/changeSet'

type Row = Record<string, unknown>
type Collection = Pick<CollectionConfig, 'slug'>

const keyOf = ({ slug }: Collection, id: unknown): string => `before ${slug} ${String(id)}`

/** The row with its words in all languages: a change is taken back whole, whichever language it was made in. */
const stored = async (req: PayloadRequest, { slug }: Collection, id: unknown): Promise<Row | null> =>
  ((await findRow(req, slug as CollectionSlug, { where: { id: { equals: id } } })) as unknown as Row | undefined) ?? null

const isQuiet = ({ context }: PayloadRequest): boolean => context.quietStructure === true

/** Remembers a row as it is stored, before it is changed. */
export const keepBefore: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, collection, req }) => {
  if (operation === 'update' && !isQuiet(req)) req.context[keyOf(collection, originalDoc?.id)] = await stored(req, collection, originalDoc?.id)
  return data
}

/** Remembers a row as it is stored, before it is removed. */
export const keepRemoved: CollectionBeforeDeleteHook = async ({ id, collection, req }) => {
  if (!isQuiet(req)) req.context[keyOf(collection, id)] = await stored(req, collection, id)
}

const remembered = (req: PayloadRequest, collection: Collection, id: unknown): Row | undefined => req.context[keyOf(collection, id)] as Row | undefined

/**
 * Every change of structure is kept: who, when, before, after (decisions.md 5). A draft of content that nobody published changes nothing yet: its own
 * versions keep it.
 */
export const recordChange: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, collection, req }) => {
  if (isQuiet(req)) return doc
  const [before, after] = [operation === 'create' ? null : (remembered(req, collection, doc.id) ?? previousDoc), await stored(req, collection, doc.id)]
  await writeChangeSet({ req, collection: collection.slug, target: String(doc.id), before, after })
  return doc
}

export const recordRemoval: CollectionAfterDeleteHook = async ({ doc, collection, req }) => {
  await writeChangeSet({ req, collection: collection.slug, target: String(doc.id), before: remembered(req, collection, doc.id) ?? doc, after: null })
  return doc
}

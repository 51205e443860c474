import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { findRows } from '@/db/rows'
import { now } from '@/lib/clock'
import { releaseFiles } from '@/services/publishing/chain/files'
import { SLUG } from '@/slugs'

const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/

/** Every id that stands anywhere in a document: rich text keeps its pictures in itself. */
const idsIn = (node: unknown): string[] => {
  if (typeof node === 'string') return ULID.test(node) ? [node] : []
  return node && typeof node === 'object' ? Object.values(node).flatMap(idsIn) : []
}

const release = async (req: PayloadRequest, ids: string[]): Promise<void> => {
  if (ids.length === 0) return
  const withheld = await findRows(req, SLUG.media, { where: { and: [{ id: { in: [...new Set(ids)] } }, { withheld: { equals: true } }] }, select: { withheld: true } })
  for (const { id } of withheld) await req.payload.db.updateOne({ collection: SLUG.media, id, data: { withheld: false, updatedAt: new Date(now()).toISOString() }, req, returning: false })
}

/** Pictures are public from the moment that something which shows them is. */
export const releasePictures: CollectionAfterChangeHook = async ({ doc, req }) => {
  if (doc._status !== 'published') return doc
  // What is for the staff alone shows nothing to residents.
  if (doc.internal !== true) await release(req, idsIn(doc))
  await releaseFiles(req, doc)
  return doc
}

import type { CollectionAfterChangeHook } from 'payload'
import { idOf } from '@/lib/idOf'
import { moveSubtree } from '@/services/structure/placeUnit'

/** A unit that was moved takes along what is below it. */
export const takeAlong: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  if (operation === 'update' && previousDoc.path && previousDoc.path !== doc.path) {
    await moveSubtree(req, { office: idOf(doc.office) ?? '', id: String(doc.id), from: String(previousDoc.path), to: String(doc.path) })
  }
  return doc
}

import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { refuseOutOfTurn, rememberEdition, settleEdition } from '@/services/publishing/chain/doors'

const SAVES = 'noticeSavesDraft'

/** Payload tells hooks of a row nothing of whether the save is of a draft: what the operation was asked for is remembered. */
export const noteDraft: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const draft = (args as { draft?: boolean }).draft === true
  // Of a version that is restored as a draft the status it had does not count; of anything else that says "published" the draft does not.
  req.context[SAVES] = draft && (operation === 'restoreVersion' ? 'restored' : 'draft')
  return args
}

const savesDraft = (req: PayloadRequest, status: unknown): boolean => req.context[SAVES] === 'restored' || (req.context[SAVES] === 'draft' && status !== 'published')

/** Whatever the door, what residents read changes only as the chain of reviews allows (三审三校). */
export const keepChain: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const id = typeof originalDoc?.id === 'string' ? originalDoc.id : undefined
  if (id) await rememberEdition(req, id)
  if (!savesDraft(req, data._status)) await refuseOutOfTurn(req, { id, data, status: data._status ?? originalDoc?._status, column: data.column ?? originalDoc?.column })
  return data
}

/** A save is told to the chain: a text that changed makes its reviews void, one that came out is the end of its round. */
export const noteWritten: CollectionAfterChangeHook = async ({ doc, req }) => {
  await settleEdition(req, String(doc.id), savesDraft(req, doc._status))
  return doc
}

import type { CollectionAfterOperationHook } from 'payload'
import { recordLooks } from '../services/audit/recordLooks'

type Found = { id: string }

const found = (operation: string, result: unknown): Found[] => {
  if (operation === 'findByID') return [result as Found]
  return operation === 'find' ? ((result as { docs?: Found[] }).docs ?? []) : []
}

/** Whoever reads restricted matters, or what belongs to them, through Payload's doors leaves the record that the matter's page would leave. */
export const recordLooksHook: CollectionAfterOperationHook = async ({ args, collection, operation, result, req }) => {
  const { overrideAccess } = args as { overrideAccess?: boolean }
  if (!overrideAccess && req.user) await recordLooks(req, collection.slug, found(operation, result).map(({ id }) => id))
  return result
}

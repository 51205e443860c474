import type { CollectionAfterOperationHook } from 'payload'
import { recordLooks, type Looked } from '@/services/audit/recordLooks'

const docsOf = (operation: string, result: unknown): Looked[] => {
  if (operation === 'findByID') return [result as Looked]
  return operation === 'find' ? ((result as { docs?: Looked[] }).docs ?? []) : []
}

/** Whoever reads restricted matters through Payload's doors leaves the record that the matter's page would leave (domain.md §8). */
export const recordLooksHook: CollectionAfterOperationHook = async ({ args, operation, result, req }) => {
  const asked = args as { overrideAccess?: boolean }
  if (!asked.overrideAccess && req.user) await recordLooks(req, docsOf(operation, result))
  return result
}

import type { CollectionBeforeChangeHook } from 'payload'
import { assertFreshInHook } from '@/services/session/fresh'

const KEEPING = ['retentionOn', 'retentionDays', 'retentionMode']

/** How long things are kept, and whether they go by themselves, is changed only by somebody who proved recently who they are. */
export const proveForKeeping: CollectionBeforeChangeHook = async ({ data, req, operation, originalDoc }) => {
  const [given, before] = [data as Record<string, unknown>, (originalDoc ?? {}) as Record<string, unknown>]
  const changed = KEEPING.some((name) => given[name] !== undefined && (given[name] ?? null) !== (before[name] ?? null))
  if (operation === 'update' && changed) await assertFreshInHook(req)
  return data
}

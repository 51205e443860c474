import { DomainError } from '@/domain/errors'
import { readRouting } from '@/domain/routing/schema'
import type { RoutingSet } from '@/domain/routing/types'

/** A set of rules from a request, saved or not. Errors: `invalid`. */
export const setFrom = (raw: unknown): RoutingSet => {
  const reading = readRouting(raw)
  if (!reading.ok) throw new DomainError('invalid', { reason: 'routing' }, reading.problems.slice(0, 20).map(({ path, code }) => ({ field: path, code })))
  return reading.set
}

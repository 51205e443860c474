import { pointer } from '../package/problem'
import { routingSet } from '../package/routingSet'
import type { RoutingSet } from './types'

/** The shape of a set of rules, the same in structure packages, the editor and the store. */
export const routingSchema = routingSet

export type RoutingReading = { ok: true; set: RoutingSet } | { ok: false; problems: { path: string; code: 'shape'; params: { issue: string } }[] }

/** A set of rules from unknown data. What the rules mean is checked by `lintRouting`, which needs to know the office. */
export const readRouting = (raw: unknown): RoutingReading => {
  const parsed = routingSchema.safeParse(raw)
  if (parsed.success) return { ok: true, set: parsed.data }
  return { ok: false, problems: parsed.error.issues.map(({ path, code }) => ({ path: pointer(path), code: 'shape', params: { issue: code } })) }
}

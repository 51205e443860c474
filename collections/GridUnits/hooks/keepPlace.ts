import { ValidationError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload'
import { ulid } from 'ulid'
import { t } from '@/i18n'
import { now } from '@/lib/clock'
import { idOf } from '@/lib/idOf'
import { langOf } from '@/lib/langOf'
import { openBelow, placeUnit, type PlaceFault } from '@/services/structure/placeUnit'
import { SLUG } from '@/slugs'

const FAULTS = ['noParent', 'orphan', 'cycle', 'topLevel', 'parentClosed'] as const

/** A fault without words of its own is one of the order of levels. */
const wordsFor = (fault: PlaceFault) => FAULTS.find((one) => one === fault) ?? 'level'

const fieldOf = (fault: PlaceFault): string => (fault === 'parentClosed' ? 'active' : fault.startsWith('level') || fault === 'topLevel' ? 'level' : 'parent')

const refuse = (req: PayloadRequest, path: string, message: string) => new ValidationError({ collection: SLUG.units, errors: [{ path, message }] }, req.t)

const mayClose = async (req: PayloadRequest, unit: { id: string; path: string }): Promise<void> => {
  const open = await openBelow(req, unit)
  // The service that names successors hands them the open matters in a task.
  const { units, matters } = req.context.heirs === true ? { ...open, matters: 0 } : open
  if (units + matters === 0) return
  throw refuse(req, 'active', t(langOf(req), 'structure.hooks.place.openBelow', { units, matters }))
}

/** When a unit was closed; a unit that is opened again has neither that nor successors. */
const closing = (was: boolean, is: boolean): Record<string, unknown> => {
  if (was && !is) return { closedAt: new Date(now()).toISOString() }
  return !was && is ? { closedAt: null, successors: [] } : {}
}

/**
 * Keeps every unit at a place where it may stand, with its path. Moving one takes everything below along; a unit with open units or
 * matters below is not closed (domain.md §6).
 */
export const keepPlace: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const id = idOf(originalDoc) ?? idOf(data) ?? ulid()
  const whole = { ...originalDoc, ...data }
  const active = whole.active !== false
  const was = originalDoc ? originalDoc.active !== false : active
  if (was && !active && originalDoc) await mayClose(req, { id, path: String(originalDoc.path) })
  const found = await placeUnit(req, { id, code: String(whole.code), office: idOf(whole.office) ?? '', level: idOf(whole.level) ?? '', parent: idOf(whole.parent), active })
  if ('fault' in found) throw refuse(req, fieldOf(found.fault), t(langOf(req), `structure.hooks.place.${wordsFor(found.fault)}`))
  return { ...data, id, path: found.path, ...closing(was, active) }
}

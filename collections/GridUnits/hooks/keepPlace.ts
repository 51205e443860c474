import { ValidationError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload'
import { ulid } from 'ulid'
import { idOf } from '@/lib/idOf'
import { langOf } from '@/lib/langOf'
import { openBelow, placeUnit, type PlaceFault } from '@/services/structure/placeUnit'
import { SLUG } from '@/slugs'

const levelOrder = { zh: '层级不对：每一格的层级要低于它的上级、高于它的下级', en: 'Wrong level: a unit’s level comes after its parent’s and before those below it' }

const words: Partial<Record<PlaceFault, { zh: string; en: string }>> = {
  noParent: { zh: '上级网格不存在', en: 'The parent does not exist' },
  orphan: { zh: '上级网格不存在', en: 'The parent does not exist' },
  cycle: { zh: '上级不能是自己或自己的下级', en: 'A unit cannot stand below itself' },
  topLevel: { zh: '没有上级的网格只能是最上面一级', en: 'Only a unit of the first level stands without a parent' },
  parentClosed: { zh: '上级网格已停用，先启用上级，或换一个上级', en: 'The parent is closed: open it first, or choose another' },
}

const fieldOf = (fault: PlaceFault): string => (fault === 'parentClosed' ? 'active' : fault.startsWith('level') || fault === 'topLevel' ? 'level' : 'parent')

const refuse = (req: PayloadRequest, path: string, message: { zh: string; en: string }) =>
  new ValidationError({ collection: SLUG.units, errors: [{ path, message: message[langOf(req)] }] }, req.t)

const mayClose = async (req: PayloadRequest, unit: { id: string; path: string }): Promise<void> => {
  const { units, matters } = await openBelow(req, unit)
  if (units + matters === 0) return
  throw refuse(req, 'active', {
    zh: `还有 ${units} 个下级网格在用、${matters} 件事项在办：先停用或移走下级，把事项改到别的网格或办结，再停用`,
    en: `${units} open units and ${matters} open matters are still below it: close or move the units and correct or finish the matters first`,
  })
}

/**
 * Keeps every unit at a place where it may stand, with its path. Moving one takes everything below along; a unit with open units or
 * matters below is not closed (domain.md §6).
 */
export const keepPlace: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const id = idOf(originalDoc) ?? idOf(data) ?? ulid()
  const whole = { ...originalDoc, ...data }
  const active = whole.active !== false
  if (originalDoc && originalDoc.active !== false && !active) await mayClose(req, { id, path: String(originalDoc.path) })
  const found = await placeUnit(req, { id, code: String(whole.code), office: idOf(whole.office) ?? '', level: idOf(whole.level) ?? '', parent: idOf(whole.parent), active })
  if ('fault' in found) throw refuse(req, fieldOf(found.fault), words[found.fault] ?? levelOrder)
  return { ...data, id, path: found.path }
}

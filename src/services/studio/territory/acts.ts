import { DomainError } from '@/domain/errors'
import { isBoundary, joinBoundaries, lintBoundary, type Boundary } from '@/domain/grid'
import { t } from '@/i18n'
import { idOf } from '@/lib/idOf'
import type { Desk } from '@/services/desk/desk'
import type { GridUnit } from '@/payload-types'
import { SLUG } from '@/slugs'
import { closeInto, putRow, restructure, unitRow, type Restructuring } from './restructure'

const refuse = (desk: Desk, key: 'why' | 'sameLevel' | 'notItself' | 'twoParts' | 'closed' | 'boundary', path = ''): DomainError => {
  const text = key === 'why' ? t(desk.lang, 'studioTerritory.why.missing') : t(desk.lang, `studioTerritory.act.refused.${key}`)
  return new DomainError('invalid', { said: [{ path, text }] })
}

const because = (desk: Desk, reason: unknown): string => {
  const text = typeof reason === 'string' ? reason.trim() : ''
  if (text.length < 2) throw refuse(desk, 'why', 'reason')
  return text
}

const assertOpen = (desk: Desk, ...units: GridUnit[]): void => {
  if (units.some(({ active }) => active === false)) throw refuse(desk, 'closed')
}

export type CloseUnit = { unit: string; successor?: string; reason: unknown }

/** Closes a unit. With a successor its units and open matters go there; without one it must have neither. */
export const closeUnit = async (desk: Desk, { unit, successor, reason }: CloseUnit): Promise<void> => {
  if (unit === successor) throw refuse(desk, 'notItself', 'successor')
  const why = because(desk, reason)
  return restructure(desk, { label: `${desk.model.units.byId.get(unit)?.name.zh ?? unit} ✕`, reason: why, work: async (on) => {
    const row = await unitRow(on, unit)
    if (!successor) return void (await putRow(on, SLUG.units, { id: unit, data: { active: false } }))
    const heir = await unitRow(on, successor)
    assertOpen(desk, row, heir)
    if ((heir.path ?? '').startsWith(row.path ?? '/')) throw refuse(desk, 'notItself', 'successor')
    await closeInto(on, { unit: row, heirs: [heir.id] })
  } })
}

export type MergeUnits = { into: string; units: readonly string[]; name?: { zh: string; en?: string }; joinBoundaries?: boolean; reason: unknown }

const joined = (rows: readonly GridUnit[]): Boundary | undefined => {
  const boundaries = rows.map(({ boundary }) => boundary).filter((boundary): boundary is Boundary => isBoundary(boundary))
  return boundaries.length > 0 ? joinBoundaries(boundaries) : undefined
}

/** Merges units of one level into one of them: it stays, the others are closed in its favour. */
export const mergeUnits = async (desk: Desk, { into, units, name, joinBoundaries: join, reason }: MergeUnits): Promise<void> => {
  const others = [...new Set(units)].filter((id) => id !== into)
  if (others.length === 0) throw refuse(desk, 'twoParts', 'units')
  const why = because(desk, reason)
  return restructure(desk, { label: [into, ...others].map((id) => desk.model.units.byId.get(id)?.name.zh ?? id).join(' + '), reason: why, work: async (on) => {
    const keep = await unitRow(on, into)
    const gone: GridUnit[] = []
    for (const id of others) gone.push(await unitRow(on, id))
    assertOpen(desk, keep, ...gone)
    if (gone.some(({ level }) => idOf(level) !== idOf(keep.level))) throw refuse(desk, 'sameLevel', 'units')
    for (const unit of gone) await closeInto(on, { unit, heirs: [keep.id] })
    const boundary = join ? joined([keep, ...gone]) : undefined
    const data = { ...(name?.zh.trim() ? { name } : {}), ...(boundary ? { boundary } : {}) }
    if (Object.keys(data).length > 0) await putRow(on, SLUG.units, { id: keep.id, data })
  } })
}

export type Part = { code: string; name: { zh: string; en?: string }; lead?: string; boundary?: unknown }
export type SplitUnit = { unit: string; parts: readonly Part[]; /** Which part each unit below goes to, by its place in the list. */ homes?: Readonly<Record<string, number>>; reason: unknown }

const makePart = async (on: Restructuring, unit: GridUnit, part: Part): Promise<string> => {
  if (part.boundary && lintBoundary(part.boundary).length > 0) throw refuse(on.desk, 'boundary', 'boundary')
  return putRow(on, SLUG.units, { data: {
    code: part.code, name: part.name, level: idOf(unit.level), parent: idOf(unit.parent) ?? null, kind: unit.kind, order: unit.order, active: true,
    publicName: unit.publicName, publicPhone: unit.publicPhone, ...(part.lead ? { lead: part.lead } : {}), ...(part.boundary ? { boundary: part.boundary } : {}),
  } })
}

/** Splits a unit into new ones, and closes it in their favour: matters go by their point on the map, or to the first. Returns the new ids. */
export const splitUnit = async (desk: Desk, { unit, parts, homes = {}, reason }: SplitUnit): Promise<string[]> => {
  if (parts.length < 2) throw refuse(desk, 'twoParts', 'parts')
  const why = because(desk, reason)
  return restructure(desk, { label: `${desk.model.units.byId.get(unit)?.name.zh ?? unit} → ${parts.map(({ name }) => name.zh).join(' + ')}`, reason: why, work: async (on) => {
    const row = await unitRow(on, unit)
    assertOpen(desk, row)
    const made: string[] = []
    for (const part of parts) made.push(await makePart(on, row, part))
    const [first = '', ...rest] = made
    await closeInto(on, { unit: row, heirs: [first, ...rest], homes: Object.fromEntries(Object.entries(homes).map(([child, at]) => [child, made[at] ?? first])) })
    return made
  } })
}

/** Hangs a unit elsewhere, with all below it; its open matters follow in a task. */
export const moveUnit = async (desk: Desk, { unit, parent, reason }: { unit: string; parent: string; reason: unknown }): Promise<void> => {
  const why = because(desk, reason)
  return restructure(desk, { label: desk.model.units.byId.get(unit)?.name.zh ?? unit, reason: why, work: async (on) => {
    on.req.context.gathersRepath = false
    const row = await unitRow(on, unit)
    await putRow(on, SLUG.units, { id: row.id, data: { parent } })
  } })
}

/** The order of units or categories side by side. */
export const orderRows = (desk: Desk, { slug, ids }: { slug: typeof SLUG.units | typeof SLUG.categories; ids: readonly string[] }): Promise<void> => {
  const known = slug === SLUG.units ? desk.model.units.byId : desk.model.categories.byId
  const numbers = ids.map((id) => known.get(id)?.order ?? 0).sort((a, b) => a - b)
  return restructure(desk, { label: known.get(ids[0] ?? '')?.name.zh ?? '', reason: undefined, work: async (on) => {
    let last = -1
    for (const [at, id] of ids.entries()) {
      // The numbers they had between them, made to rise: rows elsewhere keep their places.
      const order = Math.max(numbers[at] ?? 0, last + 1)
      last = order
      if (known.get(id)?.order !== order) await putRow(on, slug, { id, data: { order } })
    }
  } })
}


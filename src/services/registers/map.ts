import { drawingOf, centreOf, outlinePath, type Drawing } from '@/domain/registers/map'
import { lintBoundary } from '@/domain/grid/lintBoundary'
import type { Boundary } from '@/domain/grid/types'
import { reviewState } from '@/domain/registers/review'
import type { Desk } from '@/services/desk/desk'
import { unitRef } from '@/services/desk/names'
import type { UnitRow } from '@/services/structure/rows'
import { allEntries } from './list'
import { headOf } from './present'
import { entryHref, type Register } from './register'
import { ms, type EntryRow } from './row'
import type { EntryQuery, MapPoint, MapVM } from './view'

const WIDTH = 960

const outlineOf = ({ boundary }: UnitRow): Boundary | undefined => (boundary && lintBoundary(boundary).length === 0 ? (boundary as Boundary) : undefined)

type Placed = { row: EntryRow; lng: number; lat: number; exact: boolean }

/** The nearest outline upwards from a unit: where an entry without a point of its own is drawn. */
const centreUpwards = (desk: Desk, unit: string | null | undefined): { lng: number; lat: number } | undefined => {
  for (let at = desk.model.units.byId.get(unit ?? ''); at; at = desk.model.units.byId.get(at.parent ?? '')) {
    const outline = outlineOf(at)
    if (outline) return centreOf(outline)
  }
  return undefined
}

const placedOf = (desk: Desk, row: EntryRow): Placed[] => {
  if (typeof row.lng === 'number' && typeof row.lat === 'number') return [{ row, lng: row.lng, lat: row.lat, exact: true }]
  const centre = centreUpwards(desk, row.unit)
  return centre ? [{ row, ...centre, exact: false }] : []
}

/** The unit asked for and what lies directly below it; else the top and what lies below that. */
const shownUnits = (desk: Desk, unit: string | undefined): UnitRow[] => {
  const { all, byId } = desk.model.units
  const top = (unit ? byId.get(unit) : undefined) ?? all.find(({ parent, active }) => !parent && active !== false)
  return top ? [top, ...all.filter(({ parent, active }) => parent === top.id && active !== false)] : []
}

/** Several at one place are drawn around it, so that each can be pointed at. */
const fanned = (points: readonly MapPoint[]): MapPoint[] => {
  const seen = new Map<string, number>()
  return points.map((point) => {
    const key = `${Math.round(point.x)} ${Math.round(point.y)}`
    const nth = seen.get(key) ?? 0
    seen.set(key, nth + 1)
    const [angle, radius] = [nth * 2.4, 7 * Math.sqrt(nth)]
    return nth === 0 ? point : { ...point, x: Math.round((point.x + radius * Math.cos(angle)) * 10) / 10, y: Math.round((point.y + radius * Math.sin(angle)) * 10) / 10 }
  })
}

const pointOf = (desk: Desk, register: Register, drawing: Drawing) => ({ row, lng, lat, exact }: Placed): MapPoint => ({
  id: row.id, title: row.title, href: entryHref(register, row), x: Math.round(drawing.x(lng) * 10) / 10, y: Math.round(drawing.y(lat) * 10) / 10, exact,
  late: row.active !== false && reviewState({ due: ms(row.reviewDue), cycle: register.def.review, now: desk.now }) === 'late',
})

/** Entries on a drawing of the territory; those that lie nowhere are counted. Errors: `tooLarge`. */
export const mapVM = async (desk: Desk, register: Register, query: EntryQuery): Promise<MapVM> => {
  const rows = await allEntries(desk, register, query)
  const placed = rows.flatMap((row) => placedOf(desk, row))
  const units = shownUnits(desk, query.unit).flatMap((unit, at) => {
    const outline = outlineOf(unit)
    return outline ? [{ unit, outline, strong: at === 0 }] : []
  })
  const unitName = unitRef(desk, query.unit)?.name
  const base = { head: headOf(desk, register), query, ...(unitName ? { unitName } : {}), unplaced: rows.length - placed.length }
  const drawing = drawingOf({ boundaries: units.map(({ outline }) => outline), points: placed, width: WIDTH })
  if (!drawing) return { ...base, width: WIDTH, height: 0, outlines: [], points: [] }
  return {
    ...base, width: drawing.width, height: drawing.height,
    outlines: units.map(({ unit, outline, strong }) => {
      const centre = centreOf(outline) ?? { lng: 0, lat: 0 }
      return { id: unit.id, name: desk.say(unit.name), path: outlinePath(outline, drawing), x: Math.round(drawing.x(centre.lng)), y: Math.round(drawing.y(centre.lat)), strong }
    }),
    points: fanned(placed.map(pointOf(desk, register, drawing))),
  }
}

import { findRow } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { isBoundary, proposeCode, type Boundary } from '@/domain/grid'
import type { Words } from '@/domain/words'
import { holdsNow } from '@/services/health/people'
import type { Desk } from '@/services/desk/desk'
import { openWithin } from '@/services/structure/placeUnit'
import type { UnitRow } from '@/services/structure/rows'
import { SLUG } from '@/slugs'

export type Outline = { id: string; name: string; boundary: Boundary }

/** One unit with everything its pane edits. `seen` is sent back with what is saved. */
export type UnitView = {
  id: string; seen: string; code: string; name: Words; level: string; parent?: string; kind: string; address?: Words; lead?: string; officers: string[]
  publicName: string; publicPhone: string; publicHours?: Words; active: boolean; closedAt?: string; successors: { id: string; name: string }[]
  boundary?: Boundary; parentOutline?: Outline; siblings: Outline[]; /** Open units right below that have a boundary. */ children: Outline[]
  /** Open matters of the unit and of all below it. */
  open: number
  members: { person: string; post?: string }[]
  /** Codes to propose: for a unit below, and for one beside it. */
  nextBelow?: string
  nextBeside?: string
}

const words = (given: Words | null | undefined): { zh: string; en?: string } | undefined => (given?.zh || given?.en ? given : undefined)

const outline = (desk: Desk) => (row: UnitRow): Outline[] => (isBoundary(row.boundary) ? [{ id: row.id, name: desk.say(row.name), boundary: row.boundary }] : [])

/** The code to propose for a new unit below a parent (or at the top), by the office's pattern. */
export const proposedCode = ({ model }: Desk, parent: UnitRow | undefined): string | undefined =>
  proposeCode({
    pattern: model.office.codePattern ?? 'free', ...(parent ? { parentCode: parent.code } : {}),
    siblings: model.units.all.filter((row) => (row.parent ?? undefined) === parent?.id).map(({ code }) => code), taken: new Set(model.units.byCode.keys()),
  })

const membersOf = (desk: Desk, id: string): UnitView['members'] =>
  desk.holds('people.view') || desk.holds('people.edit')
    ? holdsNow(desk.model, desk.now).filter(({ units }) => (units ?? []).includes(id)).map(({ person, post, team }) => {
      const where = desk.say(desk.model.posts.byId.get(post ?? '')?.name) || desk.say(desk.model.teams.byId.get(team ?? '')?.name)
      return { person: desk.model.people.get(person)?.name ?? '', ...(where ? { post: where } : {}) }
    })
    : []

const drawingOf = (desk: Desk, row: UnitRow, parent: UnitRow | undefined): Pick<UnitView, 'boundary' | 'parentOutline' | 'siblings' | 'children'> => {
  const [parentOutline] = parent ? outline(desk)(parent) : []
  return {
    ...(isBoundary(row.boundary) ? { boundary: row.boundary } : {}), ...(parentOutline ? { parentOutline } : {}),
    siblings: desk.model.units.all.filter((other) => other.id !== row.id && (other.parent ?? undefined) === parent?.id && other.active !== false).flatMap(outline(desk)),
    children: desk.model.units.all.filter((other) => other.parent === row.id && other.active !== false).flatMap(outline(desk)),
  }
}

const contactOf = (row: UnitRow): Pick<UnitView, 'publicName' | 'publicPhone' | 'publicHours' | 'address'> => {
  const [hours, address] = [words(row.publicHours), words(row.address)]
  return { publicName: row.publicName ?? '', publicPhone: row.publicPhone ?? '', ...(hours ? { publicHours: hours } : {}), ...(address ? { address } : {}) }
}

const codesOf = (desk: Desk, row: UnitRow, parent: UnitRow | undefined): Pick<UnitView, 'nextBelow' | 'nextBeside'> => {
  const [below, beside] = [proposedCode(desk, row), proposedCode(desk, parent)]
  return { ...(below ? { nextBelow: below } : {}), ...(beside ? { nextBeside: beside } : {}) }
}

const heirsOf = (desk: Desk, row: UnitRow): UnitView['successors'] =>
  (row.successors ?? []).flatMap((heir) => {
    const unit = desk.model.units.byId.get(heir)
    return unit ? [{ id: heir, name: desk.say(unit.name) }] : []
  })

const standingOf = (desk: Desk, row: UnitRow): Pick<UnitView, 'active' | 'closedAt' | 'successors' | 'lead' | 'officers' | 'kind'> => ({
  active: row.active !== false, kind: row.kind ?? 'area', officers: row.officers ?? [], successors: heirsOf(desk, row), ...(row.lead ? { lead: row.lead } : {}), ...(row.closedAt ? { closedAt: row.closedAt } : {}),
})

/** One unit as its pane shows it. Errors: `notFound`. */
export const unitView = async (desk: Desk, id: string): Promise<UnitView> => {
  const row = desk.model.units.byId.get(id)
  const stored = row && (await findRow({ payload: desk.payload }, SLUG.units, { where: { id: { equals: id } }, select: { updatedAt: true } }))
  if (!row || !stored) throw new DomainError('notFound')
  const parent = desk.model.units.byId.get(row.parent ?? '')
  return {
    id, seen: stored.updatedAt, code: row.code, name: row.name, level: row.level, ...(parent ? { parent: parent.id } : {}), ...standingOf(desk, row), ...contactOf(row),
    ...drawingOf(desk, row, parent), ...codesOf(desk, row, parent), members: membersOf(desk, id),
    open: await openWithin({ payload: desk.payload }, row.path),
  }
}

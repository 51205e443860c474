import type { PayloadRequest } from 'payload'
import { containsPoint, isBoundary } from '@/domain/grid'
import { assignmentChanges } from '@/domain/workflow/assignments'
import type { MatterState } from '@/domain/workflow/types'
import { both } from '@/i18n'
import { now } from '@/lib/clock'
import { plainActing } from '@/services/matters/actor'
import { activeAssignments, matterById } from '@/services/matters/find'
import { participantsOf, stateOf, type MatterRow } from '@/services/matters/row'
import { saveMatter } from '@/services/matters/save'
import type { OfficeModel } from '@/services/structure/load'
import type { UnitRow } from '@/services/structure/rows'

type At = Pick<MatterRow, 'lng' | 'lat'>

const holds = (unit: UnitRow, { lng, lat }: At): boolean =>
  typeof lng === 'number' && typeof lat === 'number' && isBoundary(unit.boundary) && containsPoint(unit.boundary, { lng, lat })

/** Successors of successors are few: a chain that is longer runs in a circle. */
const LONGEST = 20

/** The open unit that takes over from a closed one: the one whose ground the point lies on, else the first. Undefined where nobody does. */
export const heirOf = (model: OfficeModel, id: string | null | undefined, at: At): UnitRow | undefined => {
  let unit = model.units.byId.get(id ?? '')
  for (let step = 0; unit && unit.active === false && step < LONGEST; step += 1) {
    const heirs: UnitRow[] = (unit.successors ?? []).flatMap((heir) => model.units.byId.get(heir) ?? [])
    unit = heirs.find((heir) => holds(heir, at)) ?? heirs[0]
  }
  return unit && unit.active !== false && unit.id !== id ? unit : undefined
}

type Adopt = { req: PayloadRequest; model: OfficeModel; id: string }

const partyUnit = (model: OfficeModel, unit: string | undefined, at: At): string | undefined => heirOf(model, unit, at)?.id ?? unit

/** The shares of a matter with every closed unit's successor in its place. */
const passedOn = (model: OfficeModel, before: MatterRow, state: MatterState): MatterState => ({
  ...state, ownerUnit: partyUnit(model, state.ownerUnit, before),
  parties: state.parties.map((party) => (party.unit ? { ...party, unit: partyUnit(model, party.unit, before) } : party)),
})

const placeOf = (model: OfficeModel, before: MatterRow): { changes: Partial<MatterRow>; data: Record<string, unknown> } => {
  const unit = heirOf(model, before.unit, before)
  if (!unit) return { changes: {}, data: {} }
  return { changes: { unit: unit.id, path: unit.path }, data: { unit: { from: model.units.byId.get(before.unit ?? '')?.code ?? null, to: unit.code } } }
}

/** Gives an open matter of a closed unit to its successor, with an event that says so. Nothing when the matter has none. */
export const adoptMatter = async ({ req, model, id }: Adopt): Promise<boolean> => {
  const before = await matterById(req, id)
  if (!before?.open) return false
  const active = await activeAssignments(req, id)
  const state = stateOf(before, active)
  const after = passedOn(model, before, state)
  const assignments = assignmentChanges(state, after)
  const { changes, data } = placeOf(model, before)
  if (!changes.unit && assignments.started.length === 0) return false
  await saveMatter({
    req, model, before, changes: { ...changes, ownerUnit: after.ownerUnit ?? null, participants: participantsOf(after) }, at: now(), active, assignments, acting: plainActing({ kind: 'system', job: 'followUnit' }),
    event: { kind: 'system', action: 'correct', data, reason: both('studioTerritory.act.followed') },
  })
  return true
}

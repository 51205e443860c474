import type { PayloadRequest } from 'payload'
import { findRows } from '@/db/rows'
import { containsPoint, isBoundary } from '@/domain/grid'
import { assignmentChanges } from '@/domain/workflow/assignments'
import type { MatterState } from '@/domain/workflow/types'
import { both } from '@/i18n'
import { now } from '@/lib/clock'
import { plainActing } from '@/services/matters/actor'
import { activeAssignments, matterById } from '@/services/matters/find'
import { participantsOf, stateOf, type AssignmentRow, type MatterRow } from '@/services/matters/row'
import { saveMatter } from '@/services/matters/save'
import type { OfficeModel } from '@/services/structure/load'
import type { UnitRow } from '@/services/structure/rows'
import { SLUG } from '@/slugs'

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

/** The job that both ways go by, as events name it. */
const JOB = 'followUnit'

type Passing = {
  req: PayloadRequest
  model: OfficeModel
  before: MatterRow
  active: AssignmentRow[]
  /** Where the matter stands afterwards, if elsewhere. */
  unit: UnitRow | undefined
  /** Who has which share afterwards. */
  share: (unit: string | undefined, role: 'lead' | 'party') => string | undefined
  words: 'followed' | 'followedBack'
}

const withShares = (state: MatterState, share: Passing['share']): MatterState => ({
  ...state, ownerUnit: share(state.ownerUnit, 'lead'),
  parties: state.parties.map((party) => (party.unit ? { ...party, unit: share(party.unit, 'party') } : party)),
})

const nameOf = (model: OfficeModel, id: string | null | undefined) => model.units.byId.get(id ?? '')?.name

const reasonOf = ({ model, before, unit, words }: Passing) => {
  const [from, to] = [nameOf(model, before.unit), unit?.name]
  // Names as they are at this moment: a unit may be called otherwise later.
  return from && to ? { zh: both(`studioTerritory.act.${words}Named`, { from: from.zh, to: to.zh }).zh, en: both(`studioTerritory.act.${words}Named`, { from: from.en || from.zh, to: to.en || to.zh }).en } : both(`studioTerritory.act.${words}`)
}

/** Writes that a matter stands elsewhere, or that other units have shares in it; nothing where neither is so. */
const pass = async (passing: Passing): Promise<boolean> => {
  const { req, model, before, active, unit, share } = passing
  const state = stateOf(before, active)
  const after = withShares(state, share)
  const assignments = assignmentChanges(state, after)
  if (!unit && assignments.started.length === 0) return false
  await saveMatter({
    req, model, before, changes: { ...(unit ? { unit: unit.id, path: unit.path } : {}), ownerUnit: after.ownerUnit ?? null, participants: participantsOf(after) }, at: now(), active, assignments,
    acting: plainActing({ kind: 'system', job: JOB }),
    event: {
      kind: 'system', action: 'correct', reason: reasonOf(passing),
      data: unit ? { unit: { from: model.units.byId.get(before.unit ?? '')?.code ?? null, to: unit.code }, passed: { from: before.unit, to: unit.id } } : {},
    },
  })
  return true
}

type Adopt = { req: PayloadRequest; model: OfficeModel; id: string }

/** Gives an open matter of a closed unit to its successor, with an event that says so. Nothing when the matter has none. */
export const adoptMatter = async ({ req, model, id }: Adopt): Promise<boolean> => {
  const before = await matterById(req, id)
  if (!before?.open) return false
  const active = await activeAssignments(req, id)
  return pass({ req, model, before, active, words: 'followed', unit: heirOf(model, before.unit, before), share: (unit) => heirOf(model, unit, before)?.id ?? unit })
}

type Passed = { from?: unknown; to?: unknown }
type Told = { at: string; seq: number; action: string; actorName?: string | null; data?: unknown }

const dataOf = ({ data }: Told): { unit?: unknown; passed?: Passed } => (typeof data === 'object' && data !== null ? data : {})

const isAdoption = (event: Told): boolean => event.action === 'correct' && event.actorName === JOB

const sameTime = (one: string | null | undefined, other: string): boolean => Boolean(one) && Date.parse(String(one)) === Date.parse(other)

type Shares = { events: readonly Told[]; active: readonly AssignmentRow[]; /** Shares of the unit that have ended. */ ended: readonly Pick<AssignmentRow, 'role' | 'until'>[] }

/** Whether a share that somebody has now began in the moment in which the unit's own ended. */
const wasPassed = ({ events, active, ended }: Shares, heir: string, role: 'lead' | 'party'): boolean =>
  events.filter(isAdoption).some(({ at }) =>
    active.some((row) => row.active && row.role === role && row.unit === heir && sameTime(row.from, at)) && ended.some((row) => row.role === role && sameTime(row.until, at)))

/** Whether the matter stands where it does because it was passed on from the unit, and for nothing else since. */
const cameFrom = (events: readonly Told[], unit: string, now: string | null | undefined): boolean => {
  const last = events.find((event) => dataOf(event).unit !== undefined)
  if (!last || !isAdoption(last)) return false
  const { passed } = dataOf(last)
  return passed?.from === unit && passed.to === now
}

export type GiveBack = Adopt & { /** The unit that is open again, and those that had taken over from it. */ unit: string; heirs: readonly string[] }

/**
 * Gives an open matter back to a unit whose closing was taken back: its place where it came from there and nobody corrected it since, and the shares
 * that were passed on with it and are still the same. Everything else stays as it is.
 */
export const giveMatterBack = async ({ req, model, id, unit, heirs }: GiveBack): Promise<boolean> => {
  const before = await matterById(req, id)
  const home = model.units.byId.get(unit)
  if (!before?.open || home?.active === false) return false
  const events = (await findRows(req, SLUG.events, { where: { matter: { equals: id } }, sort: '-seq', select: { at: true, seq: true, action: true, actorName: true, data: true } })) as unknown as Told[]
  const active = await activeAssignments(req, id)
  const ended = (await findRows(req, SLUG.assignments, { where: { and: [{ matter: { equals: id } }, { unit: { equals: unit } }, { active: { equals: false } }] }, select: { until: true, role: true } })) as unknown as Shares['ended']
  const isOurs = (heir: string | undefined, role: 'lead' | 'party'): boolean => heir !== undefined && heirs.includes(heir) && wasPassed({ events, active, ended }, heir, role)
  return pass({
    req, model, before, active, words: 'followedBack', unit: heirs.includes(before.unit ?? '') && cameFrom(events, unit, before.unit) ? home : undefined, share: (heir, role) => (isOurs(heir, role) ? unit : heir),
  })
}

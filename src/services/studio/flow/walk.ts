import { readClock } from '@/domain/clocks'
import { DomainError } from '@/domain/errors'
import { acted, beginRehearsal, clocksOpen, clocksTold, sharesDone, waited, type ClockTold, type Rehearsal } from '@/domain/workflow/rehearse'
import type { ApplyResult } from '@/domain/workflow/apply'
import type { Words } from '@/domain/words'
import type { Desk } from '@/services/desk/desk'
import { assignmentFrom, decideRouting, leadOf } from '@/services/matters/autoRoute'
import { limitsFor } from '@/services/matters/clockRows'
import { unitAbove } from '@/services/matters/refs'
import type { MatterRow } from '@/services/matters/row'
import { actingOf, pretendRow, rolesOf, type Asked, type Move, type Persona, type Role } from './pretend'

/** One thing that happened to the pretend matter. `rule`: by a trusted rule. `proposed`: rules only said whom they would take. */
export type Happened = {
  /** The step it is at afterwards. */
  step: string
  at: number
  by?: Persona
  kind: 'begin' | 'act' | 'shares' | 'rule' | 'proposed'
  name?: Words
  reason?: Words
  line?: Words
  clocks: ClockTold[]
  lead?: { unit?: string; team?: string; person?: string }
}

export type Walked = { rehearsal: Rehearsal; happened: Happened[]; roles: Role[]; limits: ReturnType<typeof limitsFor>; /** Why the last move was refused; the walk stands before it. */ refused?: DomainError }

type Going = { desk: Desk; row: MatterRow; roles: Role[]; limits: Walked['limits'] }

/** What the services know of a matter besides: the unit above its owner, and when it is to be solved. */
const known = (rehearsal: Rehearsal, { desk: { model }, limits }: Going): Rehearsal => {
  const { state } = rehearsal
  const above = state.ownerUnit ? unitAbove(model, state.ownerUnit) : undefined
  const limit = limits.find(({ clock }) => clock === 'resolve')
  const dueAt = limit && readClock({ limit, events: rehearsal.events, calendar: model.calendar, now: rehearsal.now }).dueAt
  const { ownerUnitParent: _parent, dueAt: _due, ...rest } = state
  return { ...rehearsal, state: { ...rest, ...(above ? { ownerUnitParent: above } : {}), ...(dueAt === undefined ? {} : { dueAt }) } }
}

const told = (before: Rehearsal | undefined, after: Rehearsal, { desk, limits }: Going): ClockTold[] => clocksTold(before, after, { limits, calendar: desk.model.calendar })

type Passed = { rehearsal: Rehearsal; happened: Happened[] }

/** The rules in force, as they are asked when a matter first comes to routing. */
const routed = ({ rehearsal, happened }: Passed, going: Going): Passed => {
  const { desk: { model }, row } = going
  const decision = decideRouting(model, row)
  const assign = assignmentFrom(rehearsal.workflow, rehearsal.state.step)
  const lead = leadOf(model, row, decision)
  const common = { at: rehearsal.now, reason: decision.reason }
  if (decision.mode !== 'trusted' || !assign) return { rehearsal, happened: [...happened, { ...common, kind: 'proposed', step: rehearsal.state.step, clocks: [] }] }
  const input = assign.inputs.find(({ role }) => role === 'lead')
  const actor = { kind: 'rule' as const, rule: decision.ruleCode ?? decision.mode, name: decision.reason.zh }
  const next = acted(rehearsal, { transition: assign.code, input: input ? { [input.key]: lead } : {}, actor, can: () => false })
  return { rehearsal: known(next.rehearsal, going), happened: [...happened, { ...common, kind: 'rule', name: assign.name, step: next.rehearsal.state.step, clocks: told(rehearsal, next.rehearsal, going), lead }] }
}

const toRouting = ({ patch, event }: ApplyResult): boolean => patch.phase === 'routing' && event.fromStep !== event.toStep && event.fromPhase === 'intake'

const passed = ({ rehearsal, happened }: Passed, { as, action, input, minutes }: Move, going: Going): Passed => {
  const later = waited(rehearsal, minutes)
  if (action === '@shares') {
    const after = sharesDone(later)
    return { rehearsal: after, happened: [...happened, { kind: 'shares', at: after.now, step: after.state.step, clocks: told(rehearsal, after, going) }] }
  }
  const { rehearsal: after, result } = acted(later, { transition: action, input, ...actingOf(as, later.state, going.roles) })
  const line: Happened = {
    kind: 'act', at: after.now, by: as, name: result.transition.name, step: after.state.step, clocks: told(rehearsal, after, going),
    ...(result.residentLine ? { line: result.residentLine } : {}), ...(result.event.lead ? { lead: result.event.lead } : {}),
  }
  const next = { rehearsal: known(after, going), happened: [...happened, line] }
  return toRouting(result) ? routed(next, going) : next
}

/**
 * Walks a pretend matter through a workflow, every move by the engine itself, with the limits, the calendar and the rules in force. A move that is
 * refused ends the walk before it. Nothing is written.
 */
export const walk = async (desk: Desk, { workflow, setup, moves }: Asked): Promise<Walked> => {
  const row = pretendRow(desk, setup)
  const going: Going = { desk, row, roles: await rolesOf(desk), limits: limitsFor(desk.model, row) }
  const begun = beginRehearsal({ workflow, at: setup.at, askable: !setup.byStaff, ...(row.unit ? { unit: row.unit } : {}), ...(setup.byStaff && row.unit ? { firstUnit: row.unit } : {}) })
  let now: Passed = { rehearsal: known(begun, going), happened: [{ kind: 'begin', at: setup.at, step: begun.state.step, clocks: told(undefined, begun, going) }] }
  const end = (refused?: DomainError): Walked => ({ ...now, roles: going.roles, limits: going.limits, ...(refused ? { refused } : {}) })
  for (const move of moves) {
    try {
      now = passed(now, move, going)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      return end(error)
    }
  }
  return end()
}

export const openClocksOf = ({ rehearsal, limits }: Walked, desk: Desk) => clocksOpen(rehearsal, { limits, calendar: desk.model.calendar })

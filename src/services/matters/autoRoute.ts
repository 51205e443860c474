import type { PayloadRequest } from 'payload'
import { evaluateRouting } from '@/domain/routing/evaluate'
import type { RoutingDecision } from '@/domain/routing/types'
import type { InputDef, TransitionDef, WorkflowDef } from '@/domain/workflow/types'
import { now } from '@/lib/clock'
import type { OfficeModel } from '@/services/structure/load'
import { plainActing } from './actor'
import { directoryOf, routingFacts } from './directory'
import { workflowOf } from './engine'
import { NO_OBJECTORS, type Objectors } from './objectors'
import { unitOfParty } from './refs'
import { routineShare } from './routineShare'
import type { MatterRow } from './row'
import { runTransition } from './runTransition'
import { saveMatter } from './save'

/** What the rules in force say of a matter, every rule tested, with the reason in words. Those who objected are not named again. */
export const decideRouting = (model: OfficeModel, matter: MatterRow, objectors: Objectors = NO_OBJECTORS): RoutingDecision =>
  evaluateRouting({ set: model.routing?.definition ?? { code: 'none', name: { zh: '' }, rules: [] }, facts: routingFacts(model, matter), directory: directoryOf(model, objectors) })

type Args = { req: PayloadRequest; model: OfficeModel; matter: MatterRow }

/** Whom a decision makes the lead, with the unit that answers for it. */
export const leadOf = (model: OfficeModel, matter: Pick<MatterRow, 'unit'>, decision: RoutingDecision) => {
  const party = {
    ...(decision.team ? { team: decision.team } : {}),
    ...(decision.person ? { person: decision.person } : {}),
    ...(decision.unit ? { unit: decision.unit } : {}),
  }
  const unit = unitOfParty(model, party) ?? matter.unit ?? undefined
  return { ...party, ...(unit ? { unit } : {}) }
}

/** The transition by which a rule assigns one lead from this step, if the workflow has one. */
export const assignmentFrom = ({ transitions }: WorkflowDef, step: string): TransitionDef | undefined =>
  transitions.find(({ from, actors, effects }) => from.includes(step) && actors.includes('rule') && effects.includes('assignLead') && !effects.includes('assignParties'))

const isLead = ({ role }: InputDef): boolean => role === 'lead'

const dataOf = ({ mode, ruleCode, team, unit, person }: RoutingDecision): Record<string, unknown> =>
  ({ mode, rule: ruleCode ?? null, team: team ?? null, unit: unit ?? null, person: person ?? null })

/**
 * A trusted rule assigns by itself and says why; a proposal is recorded for the dispatcher and changes nothing else
 * (domain.md §5). Nothing is refused or closed here.
 */
export const autoRoute = async ({ req, model, matter }: Args): Promise<MatterRow> => {
  // Whoever a routine was set up for does not depend on what the rules say of its words.
  const own = await routineShare(req, matter)
  const decision = own ?? decideRouting(model, matter)
  const acting = plainActing({ kind: 'rule', rule: decision.ruleCode ?? decision.mode, name: decision.reason.zh })
  const why = { reason: decision.reason, ...(own ? {} : { ruleVersion: model.routing?.version }) }
  const assign = assignmentFrom(await workflowOf(req, model, matter), matter.step)
  if (decision.mode === 'trusted' && assign) {
    const lead = assign.inputs.find(isLead)
    const input = lead ? { [lead.key]: leadOf(model, matter, decision) } : {}
    const { matter: routed } = await runTransition({ req, model, matter, acting, action: assign.code, input, expectedRevision: matter.revision, ...why })
    return routed
  }
  return saveMatter({ req, model, before: matter, changes: {}, acting, at: now(), event: { kind: 'system', action: 'routingProposed', data: dataOf(decision), ...why } })
}

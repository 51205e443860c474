import type { PayloadRequest } from 'payload'
import { evaluateRouting } from '@/domain/routing/evaluate'
import type { RoutingDecision } from '@/domain/routing/types'
import type { OfficeModel } from '@/services/structure/load'
import { plainActing } from './actor'
import { directoryOf, routingFacts } from './directory'
import { unitOfParty } from './refs'
import type { MatterRow } from './row'
import { saveMatter } from './save'
import { runTransition, workflowOf } from './transition'
import { now } from '@/lib/clock'

/** What the rules in force say of a matter, every rule tested, with the reason in words. */
export const decideRouting = (model: OfficeModel, matter: MatterRow): RoutingDecision =>
  evaluateRouting({ set: model.routing?.definition ?? { code: 'none', name: { zh: '' }, rules: [] }, facts: routingFacts(model, matter), directory: directoryOf(model) })

type Args = { req: PayloadRequest; model: OfficeModel; matter: MatterRow }

const leadOf = (model: OfficeModel, matter: MatterRow, decision: RoutingDecision) => {
  const party = {
    ...(decision.team ? { team: decision.team } : {}),
    ...(decision.person ? { person: decision.person } : {}),
    ...(decision.unit ? { unit: decision.unit } : {}),
  }
  const unit = unitOfParty(model, party) ?? matter.unit ?? undefined
  return { ...party, ...(unit ? { unit } : {}) }
}

/**
 * A trusted rule assigns by itself and says why; a proposal is recorded for the dispatcher and changes nothing else
 * (domain.md §5). Nothing is refused or closed here.
 */
export const autoRoute = async ({ req, model, matter }: Args): Promise<MatterRow> => {
  const decision = decideRouting(model, matter)
  const acting = plainActing({ kind: 'rule', rule: decision.ruleCode ?? decision.mode, name: decision.reason.zh })
  const workflow = await workflowOf(req, model, matter)
  const assign = workflow.transitions.find((item) => item.from.includes(matter.step) && item.actors.includes('rule') && item.effects.includes('assignLead') && !item.effects.includes('assignParties'))
  if (decision.mode === 'trusted' && assign) {
    const lead = assign.inputs.find((input) => input.role === 'lead')
    const { matter: routed } = await runTransition({
      req, model, matter, acting, action: assign.code, input: lead ? { [lead.key]: leadOf(model, matter, decision) } : {},
      expectedRevision: matter.revision, reason: decision.reason, ruleVersion: model.routing?.version,
    })
    return routed
  }
  return saveMatter({
    req, model, before: matter, changes: {}, acting, at: now(),
    event: { kind: 'system', action: 'routingProposed', reason: decision.reason, ruleVersion: model.routing?.version, data: { mode: decision.mode, rule: decision.ruleCode ?? null, team: decision.team ?? null, unit: decision.unit ?? null, person: decision.person ?? null } },
  })
}

import type { Payload, PayloadRequest } from 'payload'
import { withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { applyTransition, type ApplyResult } from '@/domain/workflow/apply'
import { silenceDueAt } from '@/domain/workflow/silence'
import type { Party, WorkflowDef } from '@/domain/workflow/types'
import { now } from '@/lib/clock'
import type { OfficeModel } from '@/services/structure/load'
import { needModel } from '@/services/structure/cache'
import { workflowVersion } from '@/services/structure/versions'
import { SLUG } from '@/slugs'
import type { Acting } from './actor'
import { autoRoute } from './autoRoute'
import { conflictDetail, tellConflict } from './conflict'
import { scheduleErasure } from './erasure'
import { activeAssignments, visibleMatter } from './find'
import { afterArchive, mergeEffects } from './family'
import { assertPhotos, partyErrors } from './refs'
import { iso, participantsOf, stateOf, type AssignmentRow, type MatterRow } from './row'
import { saveMatter } from './save'

export type TransitionArgs = {
  payload: Payload
  req?: PayloadRequest
  matter: string
  action: string
  input: Record<string, unknown>
  expectedRevision: number
  /** Made inside the transaction, so that grants are read as they stand then. */
  acting: (req: PayloadRequest, model: OfficeModel) => Promise<Acting> | Acting
}

/** The workflow a matter runs on: its pinned version, with the reopening days of its type. */
export const workflowOf = async (req: PayloadRequest, model: OfficeModel, matter: MatterRow): Promise<WorkflowDef> => {
  const workflow = await workflowVersion(req.payload, matter.workflowVersion, req)
  const days = model.types.byId.get(matter.type)?.reopenDays
  return days === undefined ? workflow : { ...workflow, reopenDays: days }
}

/** Everything the engine is asked with, for one matter and actor. */
export const engineContext = async (req: PayloadRequest, model: OfficeModel, matter: MatterRow, acting: Acting) => {
  const workflow = await workflowOf(req, model, matter)
  const active = await activeAssignments(req, matter.id)
  const parent = matter.ownerUnit ? (model.units.byId.get(matter.ownerUnit)?.parent ?? undefined) : undefined
  return {
    active,
    context: {
      workflow,
      state: stateOf(matter, active, parent ?? undefined),
      actor: acting.actor,
      can: (permission: Parameters<Acting['can']>[0]) => acting.can(permission, matter),
      actorUnits: acting.units,
      actorTeams: acting.teams,
      now: now(),
    },
  }
}

/** The row's columns after a transition. */
const columnsOf = (result: ApplyResult, workflow: WorkflowDef, at: number): Partial<MatterRow> => {
  const { state, patch } = result
  const target = workflow.steps.find((step) => step.code === patch.step)
  const archived = target?.kind === 'final'
  const silence = silenceDueAt({ workflow, state })
  return {
    step: patch.step,
    phase: patch.phase,
    previousStep: state.previousStep ?? null,
    stepSince: state.stepSince === undefined ? iso(at) : iso(state.stepSince),
    round: state.round,
    returns: state.returns,
    ownerUnit: state.ownerUnit ?? null,
    ownerTeam: state.ownerTeam ?? null,
    ownerPerson: state.ownerPerson ?? null,
    firstUnit: state.firstUnit ?? null,
    participants: participantsOf(state),
    handlers: state.handlers,
    verifiedBy: state.verifiedBy ?? null,
    outcome: state.outcome ?? null,
    mergedInto: state.mergedInto ?? null,
    rating: state.rating ?? null,
    archivedAt: state.archivedAt === undefined ? null : iso(state.archivedAt),
    reopenUntil: state.archivedAt === undefined ? null : iso(state.archivedAt + workflow.reopenDays * 86_400_000),
    silenceAt: silence === undefined ? null : iso(silence),
    open: !archived,
  }
}

const partiesOf = (result: ApplyResult): [Party, string][] => {
  const parties = (result.event.parties ?? []).map((party, index): [Party, string] => [party, `parties.${index}`])
  return result.event.lead ? [[result.event.lead, 'lead'], ...parties] : parties
}

const checkReferences = async (req: PayloadRequest, model: OfficeModel, matter: MatterRow, result: ApplyResult): Promise<void> => {
  const errors = partiesOf(result).flatMap(([party, field]) => partyErrors(model, party, field))
  if (errors.length > 0) throw new DomainError('invalid', {}, errors)
  await assertPhotos(req, matter.id, result.event.photos ?? [], SLUG.attachments)
}

/** What the event keeps of a transition: ids and figures, never texts. */
const dataOf = (result: ApplyResult): Record<string, unknown> => {
  const { outcome, rating, lead, parties, target, verifier, photos, extendMinutes, cites } = result.event
  return Object.fromEntries(Object.entries({ outcome, rating, lead, parties, target, verifier, photos, extendMinutes, cites }).filter(([, value]) => value !== undefined))
}

type Run = { req: PayloadRequest; model: OfficeModel; matter: MatterRow; acting: Acting; action: string; input: Record<string, unknown>; expectedRevision: number; reason?: ApplyResult['residentLine']; ruleVersion?: string }

const reckon = async (run: Run): Promise<{ result: ApplyResult; workflow: WorkflowDef; active: AssignmentRow[]; at: number }> => {
  const { context, active } = await engineContext(run.req, run.model, run.matter, run.acting)
  try {
    const result = applyTransition({ ...context, transitionCode: run.action, input: run.input, expectedRevision: run.expectedRevision })
    return { result, workflow: context.workflow, active, at: context.now }
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'conflict') throw error
    throw new DomainError('conflict', await conflictDetail(run))
  }
}

/** One transition inside an open transaction. Rules use it too, with the reason that is kept on the event. */
export const runTransition = async (run: Run): Promise<{ matter: MatterRow; result: ApplyResult }> => {
  const { req, model, matter, acting } = run
  const { result, workflow, active, at } = await reckon(run)
  await checkReferences(req, model, matter, result)
  const merge = result.event.target ? await mergeEffects({ req, model, matter, target: result.event.target, acting, at }) : {}
  const saved = await saveMatter({
    req, model, before: matter, acting, at, active, assignments: result.assignments,
    changes: { ...columnsOf(result, workflow, at), ...merge },
    event: {
      kind: 'transition', action: run.action, name: result.transition.name, stepFrom: result.event.fromStep, stepTo: result.event.toStep, phaseTo: result.event.toPhase,
      signals: result.signals, data: dataOf(result), texts: result.texts, residentLine: result.transition.residentLine, reason: run.reason, ruleVersion: run.ruleVersion,
    },
  })
  if (matter.open !== saved.open) {
    await scheduleErasure({ req, model, matter: saved, at })
    await afterArchive({ req, model, matter: saved, acting, at })
  }
  return { matter: saved, result }
}

/**
 * The one door that changes a step (domain.md §3 rule 1): checks actor, table, inputs and revision, and writes matter, event,
 * clocks, assignments, audit and outbox in one transaction. Errors: see `applyTransition`; `conflict` carries what happened.
 */
export const transitionMatter = async (args: TransitionArgs): Promise<MatterRow> => {
  await needModel(args.payload)
  const attempt = () => withTransaction(args.payload, async (req) => {
    const model = await needModel(req)
    const acting = await args.acting(req, model)
    const matter = await visibleMatter(req, args.matter, acting)
    const { matter: saved, result } = await runTransition({ req, model, matter, acting, action: args.action, input: args.input, expectedRevision: args.expectedRevision })
    if (result.patch.phase !== 'routing' || result.event.fromStep === result.event.toStep) return saved
    // A matter that was sent back is for a person to look at: the rule that sent it there has just been objected to.
    return result.event.fromPhase === 'intake' ? autoRoute({ req, model, matter: saved }) : saved
  }, args.req ? { req: args.req } : {})
  return tellConflict(attempt, { joined: args.req !== undefined })
}

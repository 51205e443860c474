import type { PayloadRequest } from 'payload'
import { DomainError } from '@/domain/errors'
import { applyTransition, type ApplyResult } from '@/domain/workflow/apply'
import { silenceDueAt } from '@/domain/workflow/silence'
import type { MatterState, Party, WorkflowDef } from '@/domain/workflow/types'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import type { Acting } from './actor'
import { clockRowsOf } from './clockRows'
import { conflictDetail } from './conflict'
import { engineContext } from './engine'
import { scheduleErasure } from './erasure'
import { afterArchive, mergeEffects } from './family'
import { assertPhotos, partyErrors } from './refs'
import { iso, participantsOf, type AssignmentRow, type MatterRow } from './row'
import { saveMatter } from './save'

const DAY = 86_400_000

const orNull = <T>(value: T | undefined): T | null => value ?? null

const isoOrNull = (at: number | undefined): string | null => (at === undefined ? null : iso(at))

const ownersOf = (state: MatterState): Partial<MatterRow> => ({
  ownerUnit: orNull(state.ownerUnit),
  ownerTeam: orNull(state.ownerTeam),
  ownerPerson: orNull(state.ownerPerson),
  firstUnit: orNull(state.firstUnit),
  participants: participantsOf(state),
  handlers: state.handlers,
  reviewers: state.reviewers ?? [],
  verifiedBy: orNull(state.verifiedBy),
})

const endOf = (state: MatterState, { reopenDays }: WorkflowDef): Partial<MatterRow> => ({
  outcome: orNull(state.outcome),
  mergedInto: orNull(state.mergedInto),
  rating: orNull(state.rating),
  archivedAt: isoOrNull(state.archivedAt),
  reopenUntil: isoOrNull(state.archivedAt === undefined ? undefined : state.archivedAt + reopenDays * DAY),
})

/** The row's columns after a transition. */
const columnsOf = ({ state, patch }: ApplyResult, workflow: WorkflowDef, at: number): Partial<MatterRow> => ({
  step: patch.step,
  phase: patch.phase,
  previousStep: orNull(state.previousStep),
  stepSince: iso(state.stepSince ?? at),
  round: state.round,
  returns: state.returns,
  ...ownersOf(state),
  ...endOf(state, workflow),
  silenceAt: isoOrNull(silenceDueAt({ workflow, state })),
  open: workflow.steps.find((step) => step.code === patch.step)?.kind !== 'final',
})

const partiesOf = (result: ApplyResult): [Party, string][] => {
  const parties = (result.event.parties ?? []).map((party, index): [Party, string] => [party, `parties.${index}`])
  return result.event.lead ? [[result.event.lead, 'lead'], ...parties] : parties
}

const checkReferences = async (req: PayloadRequest, model: OfficeModel, matter: MatterRow, result: ApplyResult): Promise<void> => {
  const errors = partiesOf(result).flatMap(([party, field]) => partyErrors(model, party, field))
  if (errors.length > 0) throw new DomainError('invalid', {}, errors)
  await assertPhotos(req, matter.id, result.event.photos ?? [], SLUG.attachments)
}

/** Who had it and has it no more, when a transition takes it from its lead. */
const formerOf = ({ transition, assignments }: ApplyResult): Party | undefined =>
  transition.effects.includes('clearOwner') ? assignments.ended.find(({ role }) => role === 'lead')?.party : undefined

/** What the event keeps of a transition: ids and figures, never texts. */
const dataOf = (result: ApplyResult): Record<string, unknown> => {
  const former = formerOf(result)
  const { outcome, rating, lead, parties, target, verifier, photos, extendMinutes, cites } = result.event
  return Object.fromEntries(Object.entries({ former, outcome, rating, lead, parties, target, verifier, photos, extendMinutes, cites }).filter(([, value]) => value !== undefined))
}

/** How clocks that a new round or a return starts anew had ended: their rows will tell of the new run alone. */
const endedClocks = async (req: PayloadRequest, matter: MatterRow, { signals }: ApplyResult): Promise<Record<string, unknown>> => {
  if (!signals.some((signal) => signal === 'reopened' || signal === 'returned')) return {}
  const rows = (await clockRowsOf(req, matter.id)).filter(({ stoppedAt }) => stoppedAt)
  return rows.length > 0 ? { ended: rows.map(({ clock, state, startedAt, dueAt, stoppedAt }) => ({ clock, state, startedAt, dueAt, stoppedAt })) } : {}
}

/** A matter that comes back stands where its unit stands now: while it was closed it stayed in the history of the place. */
const placeAgain = (model: OfficeModel, matter: MatterRow, open: boolean | undefined): Partial<MatterRow> => {
  const path = open && !matter.open ? model.units.byId.get(matter.unit ?? '')?.path : undefined
  return path ? { path } : {}
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
  const merge = result.event.target ? await mergeEffects({ req, model, matter, target: result.event.target, acting, at }) : undefined
  const columns = columnsOf(result, workflow, at)
  const saved = await saveMatter({
    req, model, before: matter, acting, at, active, assignments: result.assignments,
    changes: { ...columns, ...placeAgain(model, matter, columns.open), ...merge?.changes },
    event: {
      kind: 'transition', action: run.action, name: result.transition.name, stepFrom: result.event.fromStep, stepTo: result.event.toStep, phaseTo: result.event.toPhase,
      signals: result.signals, data: { ...dataOf(result), ...(merge ? { number: merge.number } : {}), ...(await endedClocks(req, matter, result)) }, texts: result.texts, residentLine: result.transition.residentLine, reason: run.reason, ruleVersion: run.ruleVersion,
    },
  })
  if (matter.open !== saved.open) {
    await scheduleErasure({ req, model, matter: saved, at })
    await afterArchive({ req, model, matter: saved, acting, at })
  }
  return { matter: saved, result }
}

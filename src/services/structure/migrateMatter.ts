import type { Payload, PayloadRequest } from 'payload'
import { withTransaction } from '@/db/transaction'
import { carried, type Carried, type StepMap } from '@/domain/workflow/migration'
import { silenceDueAt } from '@/domain/workflow/silence'
import type { MatterState, WorkflowDef } from '@/domain/workflow/types'
import type { Words } from '@/domain/words'
import { both } from '@/i18n'
import { now } from '@/lib/clock'
import { plainActing } from '@/services/matters/actor'
import { MIGRATED } from '@/services/matters/closedFrom'
import { activeAssignments, matterById } from '@/services/matters/find'
import { iso, ms, participantsOf, stateOf, type MatterRow } from '@/services/matters/row'
import { saveMatter, type NewEvent } from '@/services/matters/save'
import type { OfficeModel } from './load'
import { workflowVersion } from './versions'

/** Where matters of older versions of a workflow go, and who said why. */
export type Migration = { task: string; from: readonly string[]; to: { id: string; number: number }; map: StepMap; reason: string; /** Who ordered it. */ by: string }

type Move = { payload: Payload; model: OfficeModel; matter: string; migration: Migration }

const ACTING = plainActing({ kind: 'system', job: 'migrate' })

const orNull = <T>(value: T | undefined): T | null => value ?? null

/** Days of silence that were announced are never cut short. */
const silenceOf = (before: MatterRow, workflow: WorkflowDef, state: MatterState): string | null => {
  const due = silenceDueAt({ workflow, state })
  return due === undefined ? null : iso(Math.max(due, ms(before.silenceAt) ?? 0))
}

const columnsOf = (before: MatterRow, { state, step }: Carried, { workflow, version }: { workflow: WorkflowDef; version: string }): Partial<MatterRow> => ({
  workflowVersion: version, step: step.code, phase: step.phase, previousStep: orNull(state.previousStep), stepSince: state.stepSince === undefined ? null : iso(state.stepSince),
  ownerUnit: orNull(state.ownerUnit), ownerTeam: orNull(state.ownerTeam), ownerPerson: orNull(state.ownerPerson), firstUnit: orNull(state.firstUnit),
  participants: participantsOf(state), verifiedBy: orNull(state.verifiedBy), outcome: orNull(state.outcome), silenceAt: silenceOf(before, workflow, state),
})

const reasonOf = ({ to, reason, by }: Migration): Words => {
  const words = both('staff.migrated.reason')
  const fill = (text: string): string => text.replace('{number}', String(to.number)).replace('{by}', () => by).replace('{reason}', () => reason)
  return { zh: fill(words.zh), en: fill(words.en ?? words.zh) }
}

const eventOf = (before: MatterRow, { state, step, moved, signals }: Carried, migration: Migration): NewEvent => ({
  kind: 'system', action: MIGRATED, signals, reason: reasonOf(migration),
  ...(moved ? { stepFrom: before.step, stepTo: step.code, phaseTo: step.phase } : {}),
  data: { task: migration.task, from: before.workflowVersion, to: migration.to.id, ...(state.previousStep === undefined ? {} : { previousStep: state.previousStep }) },
})

const carryIn = async (req: PayloadRequest, { payload, model, matter, migration }: Move): Promise<boolean> => {
  const row = await matterById(req, matter)
  if (!row?.open || !migration.from.includes(row.workflowVersion)) return false
  const [from, to] = [await workflowVersion(payload, row.workflowVersion, req), await workflowVersion(payload, migration.to.id, req)]
  const active = await activeAssignments(req, matter)
  const at = now()
  const result = carried({ state: stateOf(row, active), from, to, map: migration.map, now: at })
  await saveMatter({
    req, model, before: row, acting: ACTING, at, active, assignments: result.assignments,
    changes: columnsOf(row, result, { workflow: to, version: migration.to.id }), event: eventOf(row, result, migration),
  })
  return true
}

/**
 * Brings one open matter of an older version to the new one, with an event, in a transaction of its own. False where there is nothing to do: it is
 * closed, or was brought there already. Errors: those of `carried`, and `conflict` when a person wrote to it in this moment.
 */
export const migrateMatter = (move: Move): Promise<boolean> => withTransaction(move.payload, (req) => carryIn(req, move))

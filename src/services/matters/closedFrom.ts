import type { PayloadRequest } from 'payload'
import { findRows } from '@/db/rows'
import { whoKey } from '@/domain/workflow/partyInputs'
import type { ClosedFrom, WorkflowDef } from '@/domain/workflow/types'
import { SLUG } from '@/slugs'
import { partyOf, type AssignmentRow, type MatterRow } from './row'

type Move = { at: string; action?: string; stepFrom?: string | null; stepTo?: string | null; data?: { target?: string; previousStep?: string } | null }

/** The event of a matter that was carried to another version of its workflow. */
export const MIGRATED = 'migrated'

const movesOf = async (req: PayloadRequest, matter: string): Promise<Move[]> =>
  (await findRows(req, SLUG.events, { where: { and: [{ matter: { equals: matter } }, { or: [{ kind: { equals: 'transition' } }, { action: { equals: MIGRATED } }] }] }, sort: 'seq' })) as unknown as Move[]

const isWait = (workflow: WorkflowDef, code: string): boolean => workflow.steps.some((step) => step.code === code && step.kind === 'waiting')

const leftWork = (workflow: WorkflowDef) => ({ action, stepFrom, stepTo }: Move): boolean =>
  action === MIGRATED || Boolean(stepFrom && stepTo !== stepFrom && !isWait(workflow, stepFrom))

/** Where a wait was entered from, through other waits too. A matter that was carried to another version knows it by the name it has there. */
const enteredFrom = (moves: readonly Move[], step: string, workflow: WorkflowDef): string | undefined => {
  if (!isWait(workflow, step)) return undefined
  const move = moves.findLast(leftWork(workflow))
  return (move?.action === MIGRATED ? move.data?.previousStep : move?.stepFrom) ?? undefined
}

const endedAt = async (req: PayloadRequest, matter: string, at: string): Promise<AssignmentRow[]> =>
  (await findRows(req, SLUG.assignments, { where: { and: [{ matter: { equals: matter } }, { until: { equals: at } }] }, sort: 'id' })) as unknown as AssignmentRow[]

/**
 * How a merged matter stood before the merge: step, owner and co-handlers, from the event that closed it and the assignments that
 * ended with it. Undefined for a matter that was not merged.
 */
export const closedFromOf = async (req: PayloadRequest, matter: MatterRow, workflow: WorkflowDef): Promise<ClosedFrom | undefined> => {
  if (!matter.mergedInto) return undefined
  const moves = await movesOf(req, matter.id)
  const merge = moves.findLastIndex(({ data, stepTo }) => data?.target !== undefined && stepTo === matter.step)
  const event = moves[merge]
  if (!event?.stepFrom) return undefined
  const ended = await endedAt(req, matter.id, event.at)
  // Of several that ended in one instant the last is the one that the merge ended.
  const lead = ended.findLast(({ role }) => role === 'lead')
  const parties = new Map(ended.filter(({ role }) => role === 'party').map((row) => [whoKey(partyOf(row)), partyOf(row)]))
  const previousStep = enteredFrom(moves.slice(0, merge), event.stepFrom, workflow)
  return {
    step: event.stepFrom,
    ...(previousStep === undefined ? {} : { previousStep }),
    ...(lead ? { lead: partyOf(lead) } : {}),
    parties: [...parties.values()],
  }
}

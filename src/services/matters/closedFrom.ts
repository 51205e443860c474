import type { PayloadRequest } from 'payload'
import { findRows } from '@/db/rows'
import { whoKey } from '@/domain/workflow/partyInputs'
import type { ClosedFrom, WorkflowDef } from '@/domain/workflow/types'
import { SLUG } from '@/slugs'
import { partyOf, type AssignmentRow, type MatterRow } from './row'

type Move = { at: string; stepFrom?: string | null; stepTo?: string | null; data?: { target?: string } | null }

const movesOf = async (req: PayloadRequest, matter: string): Promise<Move[]> =>
  (await findRows(req, SLUG.events, { where: { and: [{ matter: { equals: matter } }, { kind: { equals: 'transition' } }] }, sort: 'seq' })) as unknown as Move[]

const isWait = (workflow: WorkflowDef, code: string): boolean => workflow.steps.some((step) => step.code === code && step.kind === 'waiting')

/** Where a wait was entered from, through other waits too. */
const enteredFrom = (moves: readonly Move[], step: string, workflow: WorkflowDef): string | undefined =>
  isWait(workflow, step) ? (moves.findLast(({ stepFrom, stepTo }) => stepFrom && stepTo !== stepFrom && !isWait(workflow, stepFrom))?.stepFrom ?? undefined) : undefined

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

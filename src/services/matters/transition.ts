import type { Payload, PayloadRequest } from 'payload'
import { withTransaction } from '@/db/transaction'
import type { OfficeModel } from '@/services/structure/load'
import { needModel } from '@/services/structure/cache'
import type { Acting } from './actor'
import { autoRoute } from './autoRoute'
import { tellConflict } from './conflict'
import { visibleMatter } from './find'
import type { MatterRow } from './row'
import { runTransition } from './runTransition'

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

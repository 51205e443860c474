import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { availableTransitions } from '@/domain/workflow/available'
import type { WorkflowDef } from '@/domain/workflow/types'
import { plainActing, type Acting } from '@/services/matters/actor'
import type { MatterRow } from '@/services/matters/row'
import { engineContext } from '@/services/matters/engine'
import type { OfficeModel } from '@/services/structure/load'
import { offersOf, type Offers } from './offers'

export const reporterActing = (): Acting => plainActing({ kind: 'reporter' })

/** What the reporter may do with the matter now, on the workflow it runs on. */
export const standingOf = async (req: PayloadRequest, model: OfficeModel, matter: MatterRow): Promise<{ workflow: WorkflowDef; offers: Offers }> => {
  const { context } = await engineContext(req, model, matter, reporterActing())
  return { workflow: context.workflow, offers: offersOf(context.workflow, availableTransitions(context)) }
}

/** A request without a person, for reading what is committed. */
export const plainRequest = (payload: Payload): Promise<PayloadRequest> => createLocalReq({}, payload)

import type { PayloadRequest } from 'payload'
import type { WorkflowDef } from '@/domain/workflow/types'
import { now } from '@/lib/clock'
import type { OfficeModel } from '@/services/structure/load'
import { workflowVersion } from '@/services/structure/versions'
import type { Acting } from './actor'
import { activeAssignments } from './find'
import { stateOf, type MatterRow } from './row'

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

import type { PayloadRequest } from 'payload'
import type { WorkflowDef } from '@/domain/workflow/types'
import { now } from '@/lib/clock'
import type { OfficeModel } from '@/services/structure/load'
import { workflowVersion } from '@/services/structure/versions'
import type { Acting } from './actor'
import { clockRowsOf } from './clockRows'
import { closedFromOf } from './closedFrom'
import { activeAssignments } from './find'
import { unitAbove } from './refs'
import { ms, stateOf, type MatterRow } from './row'

/** The workflow a matter runs on: its pinned version, with the reopening days of its type. */
export const workflowOf = async (req: PayloadRequest, model: OfficeModel, matter: MatterRow): Promise<WorkflowDef> => {
  const workflow = await workflowVersion(req.payload, matter.workflowVersion, req)
  const days = model.types.byId.get(matter.type)?.reopenDays
  return days === undefined ? workflow : { ...workflow, reopenDays: days }
}

/** When the matter is to be solved, as its clock stands; undefined where no limit is set. */
export const solveBy = async (req: PayloadRequest, matter: Pick<MatterRow, 'id'>): Promise<number | undefined> =>
  ms((await clockRowsOf(req, matter.id)).find(({ clock }) => clock === 'resolve')?.dueAt)

/** What only some steps need to know is read only there. */
const further = async (req: PayloadRequest, workflow: WorkflowDef, matter: MatterRow) => {
  const dates = workflow.transitions.some(({ from, inputs }) => from.includes(matter.step) && inputs.some(({ kind }) => kind === 'parties'))
  const [dueAt, closedFrom] = [dates ? await solveBy(req, matter) : undefined, await closedFromOf(req, matter, workflow)]
  return { ...(dueAt === undefined ? {} : { dueAt }), ...(closedFrom ? { closedFrom } : {}) }
}

/** Everything the engine is asked with, for one matter and actor. */
export const engineContext = async (req: PayloadRequest, model: OfficeModel, matter: MatterRow, acting: Acting) => {
  const workflow = await workflowOf(req, model, matter)
  const active = await activeAssignments(req, matter.id)
  const above = matter.ownerUnit ? unitAbove(model, matter.ownerUnit) : undefined
  return {
    active,
    context: {
      workflow,
      state: { ...stateOf(matter, active, above), ...(await further(req, workflow, matter)) },
      actor: acting.actor,
      can: (permission: Parameters<Acting['can']>[0]) => acting.can(permission, matter),
      actorUnits: acting.units,
      actorTeams: acting.teams,
      now: now(),
    },
  }
}

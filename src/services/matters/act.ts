import type { Payload, PayloadRequest } from 'payload'
import { withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { now } from '@/lib/clock'
import { needModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'
import type { Acting } from './actor'
import { REPORTER_ACTS, STAFF_ACTS } from './acts'
import { mayAct, type Act } from './acts/types'
import { conflictDetail, tellConflict } from './conflict'
import { activeAssignments, visibleMatter } from './find'
import type { MatterRow } from './row'
import { saveMatter } from './save'

export type ActArgs = {
  payload: Payload
  req?: PayloadRequest
  matter: string
  act: string
  input: Record<string, unknown>
  expectedRevision: number
  acting: (req: PayloadRequest, model: OfficeModel) => Promise<Acting> | Acting
}

const own = (acts: Record<string, Act>, name: string): Act | undefined => (Object.hasOwn(acts, name) ? acts[name] : undefined)

const admit = (acting: Acting, name: string, matter: MatterRow): Act => {
  const staff = acting.actor.kind === 'staff'
  const act = own(staff ? STAFF_ACTS : REPORTER_ACTS, name)
  if (!act) throw new DomainError('invalid', {}, [{ field: 'act', code: 'notOffered' }])
  if (staff && !mayAct(act, matter, (permission) => acting.can(permission, matter))) throw new DomainError('notAllowed', { act: name })
  if (!matter.open && !act.frozen) throw new DomainError('guardFailed', { guard: 'archived', act: name })
  return act
}

/**
 * Does one thing to a matter that moves no step (note, reply, tag, share, correction…), in one transaction. Errors: `notFound`,
 * `notAllowed`, `conflict` with what happened, `guardFailed`, `invalid`.
 */
export const actOnMatter = async (args: ActArgs): Promise<{ matter: MatterRow; result?: Record<string, unknown> }> => {
  await needModel(args.payload)
  const attempt = () => withTransaction(args.payload, async (req) => {
    const model = await needModel(req)
    const acting = await args.acting(req, model)
    const matter = await visibleMatter(req, args.matter, acting)
    const act = admit(acting, args.act, matter)
    if (matter.revision !== args.expectedRevision) throw new DomainError('conflict', await conflictDetail({ req, matter, acting, expectedRevision: args.expectedRevision }))
    const active = await activeAssignments(req, matter.id)
    const at = now()
    const outcome = await act.run({ req, model, matter, acting, input: args.input, at, active })
    const saved = await saveMatter({ req, model, before: matter, changes: outcome.changes ?? {}, event: outcome.event, acting, at, active, assignments: outcome.assignments, relimit: outcome.relimit })
    return { matter: saved, ...(outcome.result ? { result: outcome.result } : {}) }
  }, args.req ? { req: args.req } : {})
  return tellConflict(attempt, { joined: args.req !== undefined })
}

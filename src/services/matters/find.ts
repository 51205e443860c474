import type { PayloadRequest } from 'payload'
import { DomainError } from '@/domain/errors'
import { hiddenFrom } from '@/services/audit/ofDoors'
import { SLUG } from '@/slugs'
import type { Acting } from './actor'
import type { AssignmentRow, MatterRow } from './row'

export const matterById = async (req: PayloadRequest, id: string): Promise<MatterRow | null> =>
  req.payload.db.findOne<MatterRow>({ collection: SLUG.matters, where: { id: { equals: id } }, req })

/** The matter, if this actor may see it. `notFound` otherwise: what may not be seen must not be known to exist. */
export const visibleMatter = async (req: PayloadRequest, id: string, acting: Acting): Promise<MatterRow> => {
  const row = await matterById(req, id)
  if (!row) throw new DomainError('notFound')
  if (acting.actor.kind === 'staff' && !acting.can('matter.view', row)) throw hiddenFrom(id)
  return row
}

export const activeAssignments = async (req: PayloadRequest, matter: string): Promise<AssignmentRow[]> => {
  const found = await req.payload.db.find<AssignmentRow>({
    collection: SLUG.assignments,
    where: { and: [{ matter: { equals: matter } }, { active: { equals: true } }] },
    pagination: false,
    limit: 0,
    sort: 'id',
    req,
  })
  return found.docs
}

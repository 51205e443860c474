import type { PayloadRequest } from 'payload'
import { DomainError, type FieldError } from '@/domain/errors'
import type { Party } from '@/domain/workflow/types'
import type { OfficeModel } from '@/services/structure/load'

const exists: Record<'unit' | 'team' | 'person', (model: OfficeModel, id: string) => boolean> = {
  unit: (model, id) => model.units.byId.get(id)?.active !== false && model.units.byId.has(id),
  team: (model, id) => model.teams.byId.get(id)?.active !== false && model.teams.byId.has(id),
  person: (model, id) => model.people.get(id)?.active !== false && model.people.has(id),
}

/** Errors of a party that names a unit, team or person that is gone or closed. */
export const partyErrors = (model: OfficeModel, party: Party, field: string): FieldError[] =>
  (['unit', 'team', 'person'] as const).flatMap((kind) => {
    const id = party[kind]
    return id !== undefined && !exists[kind](model, id) ? [{ field: `${field}.${kind}`, code: 'notOffered' }] : []
  })

/** Where a party belongs to: its own unit, else its person's seat, else its team's first unit. */
export const unitOfParty = (model: OfficeModel, party: Party): string | undefined => {
  if (party.unit) return party.unit
  const seat = party.person ? model.people.get(party.person)?.unit : undefined
  if (seat) return seat
  return party.team ? (model.teams.byId.get(party.team)?.units ?? [])[0] : undefined
}

/**
 * The unit a matter is taken up to: the nearest one above that has a lead, for a level without anybody would only be a place to be
 * forgotten in; where no unit above has one, the next above.
 */
export const unitAbove = (model: OfficeModel, unit: string): string | undefined => {
  const above = (model.units.byId.get(unit)?.path ?? '').split('/').filter(Boolean).slice(0, -1).reverse()
  const open = above.filter((id) => exists.unit(model, id))
  return open.find((id) => exists.person(model, model.units.byId.get(id)?.lead ?? '')) ?? open[0]
}

/** Photos named in an input must be this matter's own. */
export const assertPhotos = async (req: PayloadRequest, matter: string, ids: string[], slug: 'attachments'): Promise<void> => {
  if (ids.length === 0) return
  const found = await req.payload.db.count({ collection: slug, where: { and: [{ id: { in: ids } }, { matter: { equals: matter } }] }, req })
  if (found.totalDocs !== new Set(ids).size) throw new DomainError('invalid', {}, [{ field: 'photos', code: 'notOffered' }])
}

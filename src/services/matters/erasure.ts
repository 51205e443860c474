import type { PayloadRequest } from 'payload'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { iso, type MatterRow } from './row'

const DAY = 86_400_000

/** Contact details go N days after archiving; a reopening takes the date back (domain.md §8). */
export const scheduleErasure = async ({ req, model, matter, at }: { req: PayloadRequest; model: OfficeModel; matter: MatterRow; at: number }): Promise<void> => {
  if (!matter.hasContact) return
  const days = model.types.byId.get(matter.type)?.contactRetentionDays ?? model.office.contactRetentionDays ?? 90
  const row = await req.payload.db.findOne<{ id: string }>({ collection: SLUG.contacts, where: { matter: { equals: matter.id } }, req })
  if (!row) return
  const eraseAfter = matter.open ? null : iso(at + days * DAY)
  await req.payload.db.updateOne({ collection: SLUG.contacts, id: row.id, data: { eraseAfter, updatedAt: iso(at) }, req, returning: false })
}

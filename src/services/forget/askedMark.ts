import type { PayloadRequest } from 'payload'
import { newId } from '@/db/ids'
import { findRow, insertRow } from '@/db/rows'
import { iso, type MatterRow } from '@/services/matters/row'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'

type Args = { req: PayloadRequest; model: OfficeModel; matter: MatterRow; at: number }

/** The mark of a matter whose contents went because its reporter asked for it; its steps and its number stay. It belongs to no run and follows no rule. */
export const leaveAskedMark = async ({ req, model, matter, at }: Args): Promise<void> => {
  if (await findRow(req, SLUG.tombstones, { where: { target: { equals: matter.id } } })) return
  const type = model.types.byId.get(matter.type)
  await insertRow(req, SLUG.tombstones, {
    id: newId(), office: matter.office, kind: 'matter', target: matter.id, code: matter.number, type: type?.code ?? matter.type, typeName: type?.name, mode: 'anonymise', reason: 'asked',
    category: model.categories.byId.get(matter.category ?? '')?.code, outcome: matter.outcome ?? undefined, receivedAt: matter.receivedAt, closedAt: matter.archivedAt ?? undefined, erasedAt: iso(at),
  })
}

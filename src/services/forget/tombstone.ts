import type { PayloadRequest } from 'payload'
import { newId } from '@/db/ids'
import { deleteRows, insertRow } from '@/db/rows'
import { iso } from '@/services/matters/row'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import type { Due } from './due'
import { codeOf } from './plan'

type Args = { req: PayloadRequest; model: OfficeModel; due: Due; run: string; at: number }

const ofMatter = (model: OfficeModel, due: Extract<Due, { kind: 'matter' }>) => ({
  category: model.categories.byId.get(due.row.category ?? '')?.code, outcome: due.row.outcome ?? undefined, receivedAt: due.row.receivedAt, closedAt: due.row.archivedAt ?? undefined,
})

const ofEntry = (due: Extract<Due, { kind: 'entry' }>) => ({ receivedAt: due.row.createdAt, closedAt: due.row.editedAt })

/** The mark that stays: code, type, dates and reason, and nobody's words. Returns the facts that the certificate's digest is made of. */
export const leaveTombstone = async ({ req, model, due, run, at }: Args): Promise<Record<string, unknown>> => {
  const { rule } = due
  const facts = {
    kind: due.kind, target: due.row.id, code: codeOf(due), type: rule.code, mode: rule.mode, reason: 'retention' as const, rule: { days: rule.days, mode: rule.mode },
    lastAt: iso(due.lastAt), erasedAt: iso(at), ...(due.kind === 'matter' ? ofMatter(model, due) : ofEntry(due)),
  }
  // Its reporter may have had the contents erased before: one mark stays, of what went last.
  await deleteRows(req, SLUG.tombstones, { target: { equals: due.row.id } })
  await insertRow(req, SLUG.tombstones, { id: newId(), office: model.office.id, run, typeName: rule.name, ...facts })
  return facts
}

import type { PayloadRequest } from 'payload'
import { expiredAnswers, withoutAnswers } from '@/domain/forms/retention'
import type { Answers, FormDef } from '@/domain/forms/types'
import { holdOn } from '@/services/forget/holds'
import { eraseAttachments } from '@/services/photos/erase'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { plainActing } from './actor'
import { iso, type MatterRow } from './row'
import { saveMatter } from './save'

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

/**
 * Erases the answers of an archived matter whose days after archiving are over, as its form said when it was made; photos go with their
 * files. An event keeps that it happened, to which questions, and nothing of what was answered. Returns how many answers went. Errors:
 * `conflict` when somebody writes the matter in this moment.
 */
export const eraseExpiredAnswers = async ({ req, model, matter, def, at }: { req: PayloadRequest; model: OfficeModel; matter: MatterRow; def: FormDef; at: number }): Promise<number> => {
  if (matter.open || !matter.archivedAt) return 0
  const answers = (matter.answers ?? {}) as Answers
  const { keys, photos } = expiredAnswers({ def, answers, archivedAt: Date.parse(matter.archivedAt), now: at })
  if (keys.length === 0 || (await holdOn(req, { kind: 'matter', id: matter.id }))) return 0
  if (photos.length > 0) await eraseAttachments(req, { and: [{ id: { in: photos } }, { matter: { equals: matter.id } }] }, { drop: false })
  await saveMatter({
    req, model, before: matter, at, acting: plainActing({ kind: 'system', job: 'afterRetention' }), changes: { answers: withoutAnswers(answers, keys) },
    event: { kind: 'system', action: 'answersErased', data: { n: keys.length, questions: keys } },
  })
  return keys.length
}

import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { t } from '@/i18n'
import { langOf } from '@/lib/langOf'
import { appendAudit } from '@/services/audit/append'
import { lookAtWritten } from '@/services/processing/look'
import { actorOf } from '@/services/structure/changeSet'
import { SLUG } from '@/slugs'

/** The office's own words beside its activities are read by residents at once: personal data in them goes on only where somebody said that it may be public, which is recorded. */
export const scanProcessing: CollectionBeforeChangeHook = async ({ data, originalDoc, req, operation }) => {
  const [office, given] = [String((originalDoc as { id?: unknown } | undefined)?.id ?? ''), (data as { processing?: unknown }).processing]
  if (!req.user || operation !== 'update' || given === undefined) return data
  const found = await lookAtWritten(req, { office, before: (originalDoc as { processing?: unknown }).processing, after: given })
  if (found.length === 0) return data
  if (req.context.privacySeen !== true) throw new ValidationError({ collection: SLUG.offices, errors: [{ path: 'processing', message: t(langOf(req), 'processing.look.elsewhere', { n: found.length }) }] }, req.t)
  await appendAudit(req, { office, action: 'content.privacySeen', actor: actorOf(req), targetKind: SLUG.offices, target: office, detail: { count: found.length, kinds: [...new Set(found.map(({ kind }) => kind))], way: operation } })
  return data
}
